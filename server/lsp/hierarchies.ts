/** The trace as the editor's type hierarchy, and the symbols of the whole workspace. */
import {
  type CancellationToken,
  SymbolKind,
  type TypeHierarchyItem,
  type TypeHierarchyPrepareParams,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { type Step, stepOf, stepsAbove, stepsBelow } from '../features/hierarchy.ts';
import { queryWords, type SymbolFound, symbolsIn } from '../features/workspace-symbols.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { type Subject, subjectAt } from '../workspace/subjects.ts';
import { createView } from '../workspace/view.ts';
import { clausePageUri } from './clause-pages.ts';
import { offsetOf } from './convert.ts';
import { locationOf } from './navigation.ts';
import { everyRoot, linesOf, type Root, type Session } from './session.ts';
import { takeTurn } from './slicing.ts';

/** More than anybody reads through; typing on narrows them. */
const MOST_SYMBOLS = 300;

const KIND_OF: Readonly<Record<SymbolFound['sort'], SymbolKind>> = {
  document: SymbolKind.File,
  role: SymbolKind.Interface,
  person: SymbolKind.Object,
  record: SymbolKind.Struct,
};

/** Everything in the workspace that fits a query, those whose name begins with it first. */
export async function answerWorkspaceSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<WorkspaceSymbol[] | null> {
  if (!session.settings.enable || !session.settings.workspaceSymbols.enable) return null;
  const words = queryWords(query);
  const found: { readonly root: Root; readonly symbol: SymbolFound }[] = [];
  const turn = takeTurn(session, [], token);
  for (const root of everyRoot(session)) {
    const { workspace } = root.folder;
    const lexicon = lexiconFor(workspace.configuration);
    for (const path of workspace.paths()) {
      if (turn.isOver()) await turn.pause();
      const facts = workspace.facts(path);
      if (facts !== null) for (const symbol of symbolsIn(words, facts, lexicon)) found.push({ root, symbol });
    }
  }
  const begins = ({ symbol }: (typeof found)[number]): boolean =>
    symbol.name.toLowerCase().startsWith(query.toLowerCase());
  found.sort(
    (a, b) =>
      Number(begins(b)) - Number(begins(a)) ||
      (a.symbol.name < b.symbol.name ? -1 : a.symbol.name > b.symbol.name ? 1 : 0),
  );
  return found.slice(0, MOST_SYMBOLS).map(({ root, symbol }) => ({
    name: symbol.name,
    kind: KIND_OF[symbol.sort],
    containerName: symbol.container,
    location: locationOf(session, root, symbol),
  }));
}

/** What travels with an item to the editor and back. */
interface ItemData {
  readonly root: string | null;
  readonly subject: Subject;
}

const STEP_KINDS: Readonly<Record<Subject['type'], SymbolKind>> = {
  clause: SymbolKind.Namespace,
  document: SymbolKind.Class,
  role: SymbolKind.Interface,
  person: SymbolKind.Object,
  record: SymbolKind.Struct,
};

/** The step of the trace at a place. */
export function prepareHierarchy(
  session: Session,
  { textDocument, position }: TypeHierarchyPrepareParams,
): TypeHierarchyItem[] | null {
  const document = session.documents.get(textDocument.uri);
  if (document === undefined || !session.settings.enable || !session.settings.typeHierarchy.enable) return null;
  const { root, path, text } = document;
  const facts = root.folder.workspace.facts(path);
  if (facts === null) return null;
  const view = createView(root.folder.workspace, new Set());
  const spoken = subjectAt(facts, text, offsetOf(linesOf(document), position), view);
  const step = spoken === null ? null : stepOf(spoken.subject, view);
  return step === null ? null : [itemOf(session, root, step)];
}

/** The steps above or below an item that was handed out before; null where its folder is gone. */
export function answerHierarchy(
  session: Session,
  item: TypeHierarchyItem,
  direction: 'above' | 'below',
): TypeHierarchyItem[] | null {
  const data = item.data as ItemData | undefined;
  const root = everyRoot(session).find((each) => each.uri === (data?.root ?? null));
  if (data === undefined || root === undefined) return null;
  const view = createView(root.folder.workspace, new Set());
  const steps = direction === 'above' ? stepsAbove(data.subject, view) : stepsBelow(data.subject, view);
  return steps.map((step) => itemOf(session, root, step));
}

function itemOf(session: Session, root: Root, step: Step): TypeHierarchyItem {
  const { subject, name, detail, place } = step;
  const data: ItemData = { root: root.uri, subject };
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const { uri, range } =
    place !== null
      ? locationOf(session, root, place)
      : { uri: subject.type === 'clause' ? clausePageUri(subject.edition, subject.number) : '', range: top };
  return { name, detail, kind: STEP_KINDS[subject.type], uri, range, selectionRange: range, data };
}
