/** Navigation: from a place to what it means, back to all who speak of it, and renaming it everywhere. */
import {
  type CancellationToken,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type ImplementationParams,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { anchorEdits, movedAnchors } from '../features/anchor-edits.ts';
import { definition, implementation, type Way } from '../features/definition.ts';
import { searchFor } from '../features/references.ts';
import { refusalOf, renamer, renamingAt } from '../features/rename.ts';
import type { Facts } from '../reading/facts.ts';
import type { TextEdit as TextChange } from '../syntax/edit.ts';
import { NO_LINES, rangeOf } from '../syntax/lines.ts';
import type { Place } from '../workspace/finding.ts';
import { subjectAt } from '../workspace/subjects.ts';
import { createView, type View } from '../workspace/view.ts';
import { clausePageUri } from './clause-pages.ts';
import { offsetOf } from './convert.ts';
import type { SwitchName } from './protocol.ts';
import { uriOf } from './roots.ts';
import { type Searched, searched } from './searching.ts';
import { linesOf, type OpenDocument, openAt, type Root, type Session } from './session.ts';

/** What a question about a place is answered from. */
interface Asked {
  readonly document: OpenDocument;
  readonly root: Root;
  readonly facts: Facts;
  readonly view: View;
  readonly offset: number;
}

/** Null where the document is not ours, nothing is known of it yet, or the feature is switched off. */
function asked(
  session: Session,
  feature: SwitchName,
  { textDocument, position }: TextDocumentPositionParams,
): Asked | null {
  const document = session.documents.get(textDocument.uri);
  if (document === undefined || !session.settings.enable || !document.root.settings.enable) return null;
  if (!session.settings[feature].enable) return null;
  const { root } = document;
  const facts = root.folder.workspace.facts(document.path);
  if (facts === null) return null;
  const view = createView(root.folder.workspace, new Set());
  return { document, root, facts, view, offset: offsetOf(linesOf(document), position) };
}

/** Where a place lies for the editor. */
export function locationOf(session: Session, root: Root, { path, span }: Place): Location {
  const open = openAt(session, root, path);
  const lines = open === null ? (root.folder.lines(path) ?? NO_LINES) : linesOf(open);
  return { uri: uriOf(session, root, path), range: rangeOf(lines, span) };
}

/** The definition of what stands at a place; a clause leads to its page. */
export function answerDefinition(session: Session, params: DefinitionParams): LocationLink[] | null {
  return wayAt(session, params, definition);
}

/** What carries out or answers what stands at a place. */
export function answerImplementation(session: Session, params: ImplementationParams): LocationLink[] | null {
  return wayAt(session, params, implementation);
}

function wayAt(
  session: Session,
  params: TextDocumentPositionParams,
  find: (facts: Facts, text: string, offset: number, view: View) => Way | null,
): LocationLink[] | null {
  const question = asked(session, 'definition', params);
  if (question === null) return null;
  const { document, root, facts, view, offset } = question;
  const way = find(facts, document.text, offset, view);
  if (way === null) return null;
  const originSelectionRange = rangeOf(linesOf(document), way.span);
  const links = way.places.map((place): LocationLink => {
    const { uri, range } = locationOf(session, root, place);
    return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range };
  });
  if (way.clause !== null) {
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const targetUri = clausePageUri(way.clause.edition, way.clause.number);
    links.unshift({ originSelectionRange, targetUri, targetRange: top, targetSelectionRange: top });
  }
  return links;
}

/** Everywhere that what stands at a place is spoken of. */
export async function answerReferences(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const question = asked(session, 'references', params);
  if (question === null) return null;
  const { document, root, facts, view, offset } = question;
  const spoken = subjectAt(facts, document.text, offset, view);
  if (spoken === null) return null;
  const search = searchFor(spoken.subject, view);
  const found: Location[] = [];
  for await (const each of searched(session, root, search.phrases, token)) {
    for (const { span, sort } of search.in(each.facts, each.tree))
      if (sort === 'reference' || params.context.includeDeclaration)
        found.push({ uri: uriOf(session, root, each.path), range: rangeOf(each.lines, span) });
  }
  return found;
}

/** The places of the same document that speak of what is under the cursor. */
export function answerHighlights(session: Session, params: DocumentHighlightParams): DocumentHighlight[] | null {
  const question = asked(session, 'documentHighlight', params);
  if (question === null) return null;
  const { document, root, facts, view, offset } = question;
  const spoken = subjectAt(facts, document.text, offset, view);
  if (spoken === null) return null;
  const lines = linesOf(document);
  return searchFor(spoken.subject, view)
    .in(facts, root.folder.workspace.tree(document.path))
    .map(({ span, sort }) => ({
      range: rangeOf(lines, span),
      kind: sort === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

/** What would be renamed at a place; fails with the reason, in plain words, where nothing can be. */
export function prepareRename(session: Session, params: PrepareRenameParams): PrepareRenameResult | null {
  const question = asked(session, 'rename', params);
  const tree = question === null ? null : question.root.folder.workspace.tree(question.document.path);
  if (question === null || tree === null) return null;
  const renaming = renamingAt(question.facts, tree, question.offset, question.view);
  if ('problem' in renaming) throw refused(renaming.problem);
  return { range: rangeOf(linesOf(question.document), renaming.span), placeholder: renaming.words };
}

/** Marks the edits of other documents, so that the editor's preview shows them under one heading. */
const REVIEW = 'clausewright.rename';

/** The edits of a renaming in all documents; those outside of the asking document under a heading in the preview. */
export async function answerRename(
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const question = asked(session, 'rename', params);
  const tree = question === null ? null : question.root.folder.workspace.tree(question.document.path);
  if (question === null || tree === null) return null;
  const { root, view, facts, offset, document } = question;
  const renaming = renamingAt(facts, tree, offset, view);
  if ('problem' in renaming) throw refused(renaming.problem);
  const problem = refusalOf(renaming, params.newName, view);
  if (problem !== null) throw refused(problem);
  const edits = renamer(renaming, params.newName, view);
  const { version } = document;
  const found: (Searched & { readonly own: readonly TextChange[] })[] = [];
  const moved = new Map<string, ReadonlyMap<string, string>>();
  for await (const each of searched(session, root, [renaming.words], token)) {
    const own = each.tree === null ? [] : edits(each.facts, each.tree);
    if (each.tree !== null && own.length > 0) moved.set(each.path, movedAnchors(each.path, each.tree, own));
    found.push({ ...each, tree: null, own });
  }
  const exists = (path: string): boolean => root.folder.workspace.facts(path) !== null;
  const changes = found.flatMap(({ path, version: stands, lines, own, facts: theirs }) => {
    const all = [...own, ...anchorEdits(theirs, moved, exists)];
    const made = all.map(({ span, text }): TextEdit => ({ range: rangeOf(lines, span), newText: text }));
    return made.length === 0 ? [] : [{ path, version: stands, edits: made }];
  });
  if (document.version !== version)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
  const { versionedEdits, annotations } = session.abilities;
  if (!versionedEdits)
    return { changes: Object.fromEntries(changes.map((each) => [uriOf(session, root, each.path), each.edits])) };
  const others = changes.filter(({ path }) => path !== document.path).length;
  return {
    documentChanges: changes.map((each) => ({
      textDocument: { uri: uriOf(session, root, each.path), version: each.version },
      edits:
        annotations && each.path !== document.path
          ? each.edits.map((edit) => ({ ...edit, annotationId: REVIEW }))
          : each.edits,
    })),
    ...(annotations && others > 0
      ? {
          changeAnnotations: {
            [REVIEW]: {
              label: `Rename “${renaming.words}” to “${params.newName.trim()}”`,
              // What needs confirmation is not ticked in the preview, and a name that is half renamed is worse than none.
              needsConfirmation: false,
              description: `in ${others} other ${others === 1 ? 'document' : 'documents'}`,
            },
          },
        }
      : {}),
  };
}

function refused(problem: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, problem);
}
