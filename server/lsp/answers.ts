/** Answers: what the editor asks about a place in an open document. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Hover,
  type HoverParams,
  LSPErrorCodes,
  MarkupKind,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type ConfigurationContext, configurationHover } from '../features/configuration-help.ts';
import { changesFor, type FixName, fixesAt, fixNamed, nameOf } from '../features/fixes.ts';
import { hover } from '../features/hover.ts';
import { outline } from '../features/symbols.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { RULES } from '../rules/rules.generated.ts';
import { lineIndex, rangeOf } from '../syntax/lines.ts';
import type { Fix } from '../workspace/finding.ts';
import { createView } from '../workspace/view.ts';
import type { Checking } from './checking.ts';
import {
  actionOf,
  diagnosticOf,
  lineNumber,
  offsetOf,
  spanOf,
  symbolOf,
  type Target,
  workspaceEditOf,
} from './convert.ts';
import { rewriteActions } from './edition-changes.ts';
import { FIX_ALL, fixAllActions } from './fix-all.ts';
import { MAKE_ACTION, type MakeData, makeActions, makeEdit } from './new-documents.ts';
import { uriOf } from './roots.ts';
import { linesOf, type OpenDocument, openAt, type Session } from './session.ts';

/** The hover at a place; null where there is nothing to say. */
export function answerHover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const document = asked(session, textDocument.uri);
  if (document === null || !session.settings.hover.enable) return null;
  const { root, path, text } = document;
  const { workspace } = root.folder;
  const lines = linesOf(document);
  if (isConfiguration(document)) {
    const said = configurationHover(configurationContext(document, offsetOf(lines, position)));
    return said === null ? null : markdownHover(said.markdown, rangeOf(lines, said.span));
  }
  const facts = workspace.facts(path);
  if (facts === null) return null;
  const found = hover(
    {
      workspace,
      view: createView(workspace, new Set()),
      facts,
      text,
      offset: offsetOf(lines, position),
      address(target, offset) {
        const open = openAt(session, root, target);
        const index = open === null ? root.folder.lines(target) : linesOf(open);
        return `${uriOf(session, root, target)}${index === null ? '' : `#L${lineNumber(index, offset)}`}`;
      },
    },
    RULES,
  );
  if (found === null) return null;
  return markdownHover(found.markdown, rangeOf(lines, found.span));
}

function markdownHover(value: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

/** The configuration of a folder is no document of its workspace, yet it is helped with. */
export function isConfiguration({ root, path }: OpenDocument): boolean {
  return root.uri !== null && path === CONFIGURATION_FILE;
}

/** What help with the configuration draws on; in: its document and a place in it. */
export function configurationContext({ root, text }: OpenDocument, offset: number): ConfigurationContext {
  const { workspace } = root.folder;
  return { text, offset, rules: RULES, asOf: workspace.asOf, paths: [...workspace.paths()].sort() };
}

/** The outline of a document. */
export function answerSymbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | null {
  const document = asked(session, textDocument.uri);
  if (document === null || !session.settings.documentSymbols.enable) return null;
  const { workspace } = document.root.folder;
  const facts = workspace.facts(document.path);
  if (facts === null) return null;
  const lines = linesOf(document);
  return outline(facts, lexiconFor(workspace.configuration)).map((entry) => symbolOf(entry, lines));
}

/** What travels with a code action to the editor and back. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly fix: FixName;
}

/** The quick fixes at a range; with their edits at once only for an editor that cannot ask for them later. */
export async function answerActions(
  session: Session,
  checking: Checking,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  const { textDocument, range, context } = params;
  const document = asked(session, textDocument.uri);
  if (document === null) return null;
  const { root, path } = document;
  const wants = (kind: string): boolean =>
    context.only === undefined ||
    context.only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
  const begun = [
    ...(wants(MAKE_ACTION) ? makeActions(session, document) : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? rewriteActions(session, params) : []),
    ...(wants(FIX_ALL) ? fixAllActions(session, params) : []),
  ];
  if (!wants(CodeActionKind.QuickFix)) return [...begun];
  checking.settle(root, path);
  const lines = linesOf(document);
  const offers = fixesAt(root.folder.workspace, path, spanOf(lines, range));
  const actions = offers.map((offer) => {
    const diagnostic = diagnosticOf(offer.finding, lines, () => null, session.rulePage);
    const data: ActionData = { uri: document.uri, version: document.version, fix: nameOf(offer) };
    return actionOf(offer.label, offer.preferred, diagnostic, data);
  });
  if (session.abilities.lazyEdits) return [...actions, ...begun];
  const whole: CodeAction[] = [];
  for (const [order, action] of actions.entries()) {
    cancelled(token);
    const name = offers[order];
    const edit = name === undefined ? null : await editOf(session, document, nameOf(name), token);
    if (edit !== null) whole.push({ ...action, edit });
  }
  return [...whole, ...begun];
}

/** A code action with its edit. Fails with `ContentModified` where the document moved on or the fix no longer applies. */
export async function resolveAction(
  session: Session,
  checking: Checking,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = action.data as ActionData | MakeData | undefined;
  const document = data === undefined ? null : asked(session, data.uri);
  if (data === undefined || document === null || document.version !== data.version) throw stale();
  checking.settle(document.root, document.path);
  const edit =
    'make' in data ? makeEdit(session, document, data.make) : await editOf(session, document, data.fix, token);
  if (edit === null || document.version !== data.version) throw stale();
  return { ...action, edit };
}

/** The edit of a named fix; null where the fix is gone, no longer applies, somebody typed meanwhile, or the editor cannot do it. */
async function editOf(
  session: Session,
  document: OpenDocument,
  name: FixName,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { root, path, version } = document;
  const { workspace } = root.folder;
  const fix = fixNamed(workspace, path, name);
  if (fix === null) return null;
  const texts = await textsFor(session, document, fix);
  cancelled(token);
  if (session.documents.get(document.uri) !== document || document.version !== version) return null;
  const changes = changesFor(workspace, fix, (each) => texts.get(each) ?? null);
  if (changes === null) return null;
  const target = (each: string): Target => {
    const open = openAt(session, root, each);
    const lines = open === null ? lineIndex(texts.get(each) ?? '') : linesOf(open);
    return { uri: uriOf(session, root, each), lines, version: open?.version ?? null };
  };
  const { versionedEdits, createFiles } = session.abilities;
  return workspaceEditOf(changes, target, { versions: versionedEdits, create: createFiles });
}

/** The texts that a fix reads, as they stand right now: in the editor first, else on disk. */
async function textsFor(
  session: Session,
  { root, path, text }: OpenDocument,
  fix: Fix,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map([[path, text]]);
  const { files, workspace } = root.folder;
  for (const each of fix.reads) {
    if (texts.has(each)) continue;
    const found =
      openAt(session, root, each)?.text ?? (await files.read(each, workspace.configuration.limits.bytes)).text;
    if (found !== null) texts.set(each, found);
  }
  // Typing in another open document meanwhile is seen, too.
  for (const each of texts.keys()) {
    const open = openAt(session, root, each);
    if (open !== null) texts.set(each, open.text);
  }
  return texts;
}

/** The open document of that URI; null where it is not ours or checking is switched off. */
export function asked(session: Session, uri: string): OpenDocument | null {
  const document = session.documents.get(uri);
  return document !== undefined && session.settings.enable && document.root.settings.enable ? document : null;
}

function cancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function stale(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since this fix was offered.');
}
