/** Changing the edition: references rewritten one by one, in a file or in the whole workspace, and the page of what comes new. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rewriteAll, rewriteEdits, rewritings } from '../features/edition-change.ts';
import { clause, EDITIONS, type Edition } from '../model/catalogue.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { lineIndex, rangeOf } from '../syntax/lines.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { createView } from '../workspace/view.ts';
import { spanOf } from './convert.ts';
import { type ChangeEditionAnswer, type ChangeEditionParams, clausePageScheme } from './protocol.ts';
import { uriOf } from './roots.ts';
import { searched } from './searching.ts';
import { everyRoot, linesOf, openAt, type Root, type Session } from './session.ts';

const NEWEST: Edition = '2018';
const CHOICES = 6;
const REVIEW = 'clausewright.changeEdition';

/** The choices for the reference at a place that speaks of an older edition than the newest; several successors are several actions. */
export function rewriteActions(session: Session, { textDocument, range }: CodeActionParams): CodeAction[] {
  const document = session.documents.get(textDocument.uri);
  const facts = document?.root.folder.workspace.facts(document.path) ?? null;
  if (document === undefined || facts === null) return [];
  const view = createView(document.root.folder.workspace, new Set());
  const lines = linesOf(document);
  const at = spanOf(lines, range);
  return rewritings(facts, NEWEST, view)
    .filter(({ fact }) => fact.span.start <= at.end && at.start <= fact.span.end)
    .flatMap((found) =>
      found.choices.slice(0, CHOICES).map((number): CodeAction => {
        const edits = rewriteEdits(found, number, NEWEST).map(({ span, text }) => ({
          range: rangeOf(lines, span),
          newText: text,
        }));
        return {
          title: `Rewrite ${found.fact.clause} of ${found.from} for ${NEWEST}: ${number} (${clause(NEWEST, number)?.title ?? ''})`,
          kind: CodeActionKind.RefactorRewrite,
          edit: session.abilities.versionedEdits
            ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
            : { changes: { [document.uri]: edits } },
        };
      }),
    );
}

/** The edits for a document or the workspace; only references with one successor are rewritten, the others are counted. */
export async function answerChangeEdition(
  session: Session,
  { to, uri }: ChangeEditionParams,
  token: CancellationToken,
): Promise<ChangeEditionAnswer | null> {
  const asked = uri === null ? undefined : session.documents.get(uri);
  const root = asked?.root ?? everyRoot(session).find(({ folder }) => folder.workspace.size() > 0);
  if (root === undefined || (uri !== null && asked === undefined)) return null;
  const view = createView(root.folder.workspace, new Set());
  const changes: TextDocumentEdit[] = [];
  const count = { rewritten: 0, left: 0 };
  for await (const each of searched(session, root, [], token)) {
    if (asked !== undefined && each.path !== asked.path) continue;
    const found = rewritings(each.facts, to, view);
    const { edits, left } = rewriteAll(found, to);
    count.left += left;
    count.rewritten += found.length - left;
    if (edits.length === 0) continue;
    changes.push({
      textDocument: { uri: uriOf(session, root, each.path), version: each.version },
      edits: edits.map(({ span, text }) => ({ range: rangeOf(each.lines, span), newText: text, annotationId: REVIEW })),
    });
  }
  if (uri === null) changes.push(...(await configurationChange(session, root, to)));
  const edit: WorkspaceEdit | null =
    changes.length === 0
      ? null
      : {
          documentChanges: changes,
          changeAnnotations: {
            [REVIEW]: {
              label: `Speak of ISO/IEC 20000-1:${to}`,
              needsConfirmation: true,
              description: 'only where one clause stands for one',
            },
          },
        };
  return { edit, ...count, page: demandsUri(to) };
}

/** The configuration's own word on the edition. */
async function configurationChange(session: Session, root: Root, to: Edition): Promise<readonly TextDocumentEdit[]> {
  const open = openAt(session, root, CONFIGURATION_FILE);
  const text =
    open?.text ??
    (await root.folder.files.read(CONFIGURATION_FILE, root.folder.workspace.configuration.limits.bytes)).text;
  const [map] = text === null ? [] : parseYaml(text).roots;
  const entry = map?.type === 'map' ? map.entries.find(({ key }) => key.text === 'edition') : undefined;
  if (text === null || entry === undefined || entry.value.type !== 'scalar' || entry.value.text === to) return [];
  const edit: TextEdit = { span: entry.value.span, text: to };
  return [
    {
      textDocument: { uri: uriOf(session, root, CONFIGURATION_FILE), version: open?.version ?? null },
      edits: [{ range: rangeOf(lineIndex(text), edit.span), newText: edit.text, annotationId: REVIEW }],
    },
  ];
}

/** The address of the page that tells what an edition would newly require. */
function demandsUri(to: Edition): string {
  return `${clausePageScheme}:/change/${to}.md`;
}

/** The edition that such an address speaks of; null for any other. */
export function demandedIn(uri: string): Edition | null {
  const year = /^[\w-]+:\/change\/(\d{4})\.md$/.exec(uri)?.[1];
  return EDITIONS.find((each) => each === year) ?? null;
}
