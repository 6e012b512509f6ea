/** The trees in the side bar: trace, gaps and dates, drawn as the server tells them; each remembers only what is shown. */
import {
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  type TextEditor,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import {
  type TreeItemData,
  type TreeParams,
  type TreePart,
  treeRequest,
  type ViewName,
  viewNames,
  viewOrders,
} from '../server/lsp/protocol.ts';
import { openPlace } from './places.ts';
import type { Server } from './server.ts';
import { growingTree } from './tree-parts.ts';
import { accessibleLabel, stateIcons } from './view-icons.ts';

/** Milliseconds of quiet before a tree that is in view is asked for again. */
const QUIET = 600;

/** The views; `changed` tells them that the server has checked something. */
export interface Views extends Disposable {
  changed(): void;
}

/** Registers the three views with their commands; in: the server, once it is there. */
export function createViews(server: Promise<Server>): Views {
  const views = viewNames.map((name) => createTree(name, server));
  const each = (run: (view: (typeof views)[number]) => void): void => {
    for (const view of views) run(view);
  };
  const registered: Disposable[] = [
    commands.registerCommand('clausewright.views.refresh', () => each((view) => view.reload())),
    commands.registerCommand('clausewright.gaps.fix', async (node?: TreeItemData) => {
      if (node?.target === null || node?.target === undefined) return;
      await openPlace(node.target.uri, node.target);
      await commands.executeCommand('editor.action.quickFix');
    }),
    window.onDidChangeActiveTextEditor((editor) => each((view) => void view.follow(editor))),
    ...views.flatMap((view) => view.disposables),
  ];
  return {
    changed: () => each((view) => view.changed()),
    dispose() {
      for (const one of registered) one.dispose();
    },
  };
}

interface Tree {
  readonly disposables: readonly Disposable[];
  reload(): void;
  changed(): void;
  follow(editor: TextEditor | undefined): Promise<void>;
}

function createTree(name: ViewName, server: Promise<Server>): Tree {
  const news = new EventEmitter<undefined>();
  const above = new Map<string, TreeItemData>();
  const orders: Readonly<Record<string, string>> = viewOrders[name];
  let by = Object.keys(orders)[0] ?? '';
  let filter = '';
  let roots: readonly TreeItemData[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** True where something changed while nobody looked. */
  let stale = true;

  const remember = (nodes: readonly TreeItemData[], parent: TreeItemData | null): void => {
    for (const node of nodes) {
      if (parent !== null) above.set(node.id, parent);
      remember(node.children, node);
    }
  };
  const provider: TreeDataProvider<TreeItemData> = {
    onDidChangeTreeData: news.event,
    async getChildren(node) {
      if (node !== undefined) return [...node.children];
      const params: TreeParams = { view: name, by, filter };
      const tree = growingTree();
      const answered = await (await server).askInParts<TreePart>(treeRequest, params, tree.add);
      // A workspace that moves while the tree is made answers nothing; what was shown stays until it has settled.
      if (!answered) {
        if (roots.length > 0) later();
        return [...roots];
      }
      stale = false;
      roots = tree.roots;
      // Only now is it known that there is nothing; a view that waits or is filtered does not say so.
      void commands.executeCommand('setContext', `clausewright.${name}.empty`, roots.length === 0 && filter === '');
      above.clear();
      remember(roots, null);
      view.message = filter === '' ? '' : `Only what holds “${filter}”${roots.length === 0 ? ': nothing does.' : '.'}`;
      return [...roots];
    },
    getParent: (node) => above.get(node.id),
    getTreeItem: (node) => treeItem(node, filter !== ''),
  };
  const view: TreeView<TreeItemData> = window.createTreeView(`clausewright.${name}`, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const reload = (): void => news.fire(undefined);
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(reload, QUIET);
  };
  const describe = (): void => {
    view.description = orders[by] ?? '';
  };
  describe();

  const chooseOrder = async (): Promise<void> => {
    const picks = Object.entries(orders).map(([order, label]) => ({ label, order, picked: order === by }));
    const pick = await window.showQuickPick(picks, { placeHolder: 'Order of the view' });
    if (pick === undefined) return;
    by = pick.order;
    describe();
    reload();
  };
  const chooseFilter = async (): Promise<void> => {
    const words = await window.showInputBox({
      prompt: 'Show only what holds these words',
      value: filter,
      placeHolder: 'audit 9.2.2',
    });
    if (words === undefined) return;
    filter = words.trim();
    reload();
  };
  return {
    disposables: [
      view,
      news,
      commands.registerCommand(`clausewright.${name}.order`, chooseOrder),
      commands.registerCommand(`clausewright.${name}.filter`, chooseFilter),
      view.onDidChangeVisibility(({ visible }) => {
        if (visible && stale) reload();
      }),
    ],
    reload,
    changed() {
      stale = true;
      if (view.visible) later();
    },
    async follow(editor) {
      // A document answers many clauses: which of them to reveal nobody could say.
      if (editor === undefined || !view.visible || by === 'clause') return;
      const uri = editor.document.uri.toString();
      const node = find(roots, uri);
      if (node !== null)
        await view.reveal(node, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
    },
  };
}

/** The outermost node that leads to a document. */
function find(nodes: readonly TreeItemData[], uri: string): TreeItemData | null {
  for (const node of nodes) {
    if (
      node.sort !== 'requirement' &&
      node.target !== null &&
      decodeURIComponent(node.target.uri) === decodeURIComponent(uri)
    )
      return node;
    const below = find(node.children, uri);
    if (below !== null) return below;
  }
  return null;
}

function treeItem(node: TreeItemData, open: boolean): TreeItem {
  const collapsed = open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(node.label, node.children.length === 0 ? TreeItemCollapsibleState.None : collapsed);
  const { icon, color } = stateIcons(node.state, node.sort);
  item.id = `${node.id}${open ? ' filtered' : ''}`;
  item.description = node.description;
  item.iconPath = color === null ? new ThemeIcon(icon) : new ThemeIcon(icon, new ThemeColor(color));
  if (node.tooltip !== '') item.tooltip = new MarkdownString(node.tooltip);
  item.accessibilityInformation = { label: accessibleLabel(node) };
  item.contextValue = node.sort;
  if (node.target !== null)
    item.command = { title: 'Open', command: 'clausewright.openPlace', arguments: [node.target.uri, node.target] };
  return item;
}
