/** What the views show: the trees of trace, gaps and dates, and the pages of dashboard and matrix, made in slices. */
import { type CancellationToken, ProgressType } from 'vscode-languageserver';
import { type GapOrder, gapTreeSteps } from '../features/gap-tree.ts';
import { type TraceOrder, traceTreeSteps } from '../features/trace-tree.ts';
import { filterWords, type TreeNode, treeNode } from '../features/tree.ts';
import { upcomingTreeSteps } from '../features/upcoming.ts';
import { dashboardContent } from '../report/dashboard-content.ts';
import { dashboardPage } from '../report/dashboard-page.ts';
import type { PageContext } from '../report/html.ts';
import { matrixPage } from '../report/matrix-page.ts';
import type { Steps } from '../workspace/steps.ts';
import { acceptedClauses, type TraceReport, traceReport } from '../workspace/trace-report.ts';
import { createView } from '../workspace/view.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { clausePageUri } from './clause-pages.ts';
import { locationOf } from './navigation.ts';
import { clientCommands, type PageParams, type TreeItemData, type TreeParams, type TreePart } from './protocol.ts';
import { everyRoot, type Root, type Session } from './session.ts';
import { takeTurn } from './slicing.ts';
import { treeParts } from './tree-parts.ts';
import { fileName } from './uris.ts';

const PART = new ProgressType<TreePart>();

/** The tree of a view; with several folders, one node a folder. In parts, and nothing besides, for an editor that takes them. */
export async function answerTree(
  session: Session,
  params: TreeParams,
  token: CancellationToken,
): Promise<TreeItemData[] | null> {
  if (!session.settings.enable) return null;
  const roots = everyRoot(session).filter(({ folder }) => folder.workspace.size() > 0);
  const trees: TreeItemData[][] = [];
  for (const root of roots) {
    const turn = takeTurn(session, [root.folder.workspace], token);
    const nodes = await turn.do(nodesOf(root, params));
    const name = root.uri === null ? '' : fileName(root.uri);
    const tree = roots.length === 1 ? nodes : [treeNode({ id: name, label: name, sort: 'group', children: nodes })];
    const items = await turn.do(itemsOf(session, root, tree, root.uri ?? ''));
    const { partialResultToken: parts } = params;
    if (parts === undefined) trees.push(items);
    else
      for (const part of treeParts(items)) {
        await session.connection.sendProgress(PART, parts, part);
        await turn.pause();
      }
  }
  return trees.flat();
}

function nodesOf({ folder: { workspace } }: Root, { view, by, filter }: TreeParams): Steps<readonly TreeNode[]> {
  const words = filterWords(filter);
  if (view === 'gaps') return gapTreeSteps(workspace, by as GapOrder, words);
  if (view === 'dates') return upcomingTreeSteps(workspace, words);
  return traceNodes(workspace, by as TraceOrder, words);
}

function* traceNodes(workspace: Workspace, by: TraceOrder, words: readonly string[]): Steps<readonly TreeNode[]> {
  return yield* traceTreeSteps(yield* reportOf(workspace), by, words);
}

function reportOf(workspace: Workspace): Steps<TraceReport> {
  return traceReport(createView(workspace, new Set()), acceptedClauses(workspace));
}

function* itemsOf(session: Session, root: Root, nodes: readonly TreeNode[], above: string): Steps<TreeItemData[]> {
  const items: TreeItemData[] = [];
  for (const node of nodes) {
    items.push(yield* itemOf(session, root, node, above));
    yield;
  }
  return items;
}

function* itemOf(session: Session, root: Root, node: TreeNode, above: string): Steps<TreeItemData> {
  const id = `${above}\u001f${node.id}`;
  const location = node.place === null ? null : locationOf(session, root, node.place);
  const target =
    location !== null
      ? { uri: location.uri, ...location.range.start }
      : node.clause !== null
        ? { uri: clausePageUri(node.clause.edition, node.clause.number), line: 0, character: 0 }
        : null;
  return {
    id,
    label: node.label,
    description: node.description,
    tooltip: node.tooltip,
    sort: node.sort,
    state: node.state,
    target,
    children: node.children.length === 0 ? [] : yield* itemsOf(session, root, node.children, id),
  };
}

/** A page of the first folder, with links that the editor follows; null where nothing has been read. */
export async function answerPage(
  session: Session,
  { page, nonce }: PageParams,
  token: CancellationToken,
): Promise<string | null> {
  const root = everyRoot(session).find(({ folder }) => folder.workspace.size() > 0);
  if (root === undefined || !session.settings.enable) return null;
  const { workspace } = root.folder;
  const command = (...words: readonly unknown[]): string =>
    `command:${clientCommands.openPlace}?${encodeURIComponent(JSON.stringify(words))}`;
  const context: PageContext = {
    nonce,
    href(place) {
      const { uri, range } = locationOf(session, root, place);
      return command(uri, range.start);
    },
    clauseHref: (edition, number) => command(clausePageUri(edition, number)),
  };
  const turn = takeTurn(session, [workspace], token);
  const report = await turn.do(reportOf(workspace));
  if (page === 'matrix') return matrixPage(report, context);
  return dashboardPage({ report, ...(await turn.do(dashboardContent(workspace))) }, context);
}
