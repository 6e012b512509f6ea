/** What the views show: the trees of trace, gaps and dates, and the pages of dashboard and matrix, made in slices. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type GapOrder, gapTree } from '../features/gap-tree.ts';
import { type TraceOrder, traceTree } from '../features/trace-tree.ts';
import { type TreeNode, treeNode } from '../features/tree.ts';
import { upcomingTree } from '../features/upcoming.ts';
import { dashboardContent } from '../report/dashboard-content.ts';
import { dashboardPage } from '../report/dashboard-page.ts';
import type { PageContext } from '../report/html.ts';
import { matrixPage } from '../report/matrix-page.ts';
import { acceptedClauses, type TraceReport, traceReport } from '../workspace/trace-report.ts';
import { createView } from '../workspace/view.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { clausePageUri } from './clause-pages.ts';
import { locationOf } from './navigation.ts';
import { clientCommands, type PageParams, type TreeItemData, type TreeParams } from './protocol.ts';
import { everyRoot, type Root, type Session } from './session.ts';
import { fileName } from './uris.ts';

/** Milliseconds of work between two pauses. */
const SLICE = 4;

/** The tree of a view; with several folders, one node a folder. */
export async function answerTree(
  session: Session,
  params: TreeParams,
  token: CancellationToken,
): Promise<TreeItemData[] | null> {
  if (!session.settings.enable) return null;
  const roots = everyRoot(session).filter(({ folder }) => folder.workspace.size() > 0);
  const trees: TreeItemData[][] = [];
  for (const root of roots) {
    const nodes = await nodesOf(session, root, params, token);
    const name = root.uri === null ? '' : fileName(root.uri);
    const tree = roots.length === 1 ? nodes : [treeNode({ id: name, label: name, sort: 'group', children: nodes })];
    trees.push(tree.map((node) => itemOf(session, root, node, root.uri ?? '')));
  }
  return trees.flat();
}

async function nodesOf(
  session: Session,
  root: Root,
  { view, by, filter }: TreeParams,
  token: CancellationToken,
): Promise<readonly TreeNode[]> {
  const { workspace } = root.folder;
  if (view === 'gaps') return gapTree(workspace, by as GapOrder, filter);
  const tree =
    view === 'dates' ? upcomingTree(workspace) : traceTree(await reportOf(session, workspace, token), by as TraceOrder);
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0 ? tree : tree.flatMap((node) => filtered(node, words));
}

/** A node that holds the words, whole; else what is left of its children. */
function filtered(node: TreeNode, words: readonly string[]): readonly TreeNode[] {
  const said = `${node.label} ${node.description}`.toLowerCase();
  if (words.every((word) => said.includes(word))) return [node];
  const children = node.children.flatMap((child) => filtered(child, words));
  return children.length === 0 ? [] : [{ ...node, children }];
}

/** The trace report, made in slices; gives up with `ContentModified` when the workspace moves on, and when nobody waits. */
async function reportOf(session: Session, workspace: Workspace, token: CancellationToken): Promise<TraceReport> {
  const steps = traceReport(createView(workspace, new Set()), acceptedClauses(workspace));
  const { revision } = workspace;
  let end = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await session.host.pause();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (workspace.revision !== revision)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The workspace has changed meanwhile.');
    end = performance.now() + SLICE;
  }
}

function itemOf(session: Session, root: Root, node: TreeNode, above: string): TreeItemData {
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
    children: node.children.map((child) => itemOf(session, root, child, id)),
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
  const report = await reportOf(session, workspace, token);
  if (page === 'matrix') return matrixPage(report, context);
  return dashboardPage({ report, ...dashboardContent(workspace) }, context);
}
