/** The shape of a tree that a view shows: labels, states and places as plain data, for any editor to draw. */
import type { Place } from '../workspace/finding.ts';
import type { Steps } from '../workspace/steps.ts';

/** How a node stands; the view gives each an icon and a colour of the theme, and says it in words. */
export type NodeState =
  | 'good'
  | 'broken'
  | 'draft'
  | 'gap'
  | 'accepted'
  | 'unknown'
  | 'error'
  | 'warning'
  | 'information'
  | 'none';

export interface TreeNode {
  /** Unique among its siblings and the same at each refresh, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown; empty where the label says it all. */
  readonly tooltip: string;
  readonly sort:
    | 'clause'
    | 'requirement'
    | 'document'
    | 'process'
    | 'role'
    | 'person'
    | 'link'
    | 'finding'
    | 'group'
    | 'date';
  readonly state: NodeState;
  /** Where a click leads; null for what only groups. */
  readonly place: Place | null;
  /** The clause whose page a click opens. */
  readonly clause: { readonly edition: string; readonly number: string } | null;
  readonly children: readonly TreeNode[];
}

/** A node with what is not said left empty. */
export function treeNode(given: Pick<TreeNode, 'id' | 'label' | 'sort'> & Partial<TreeNode>): TreeNode {
  return { description: '', tooltip: '', state: 'none', place: null, clause: null, children: [], ...given };
}

/** As many children as anybody reads through. */
export const MOST = 60;

/** At most some sixty children, and a word on the rest: a list that nobody reads to its end is cut where it can be said. */
export function atMost(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.length <= MOST ? nodes : [...nodes.slice(0, MOST), more(nodes.length - MOST)];
}

function more(count: number): TreeNode {
  return treeNode({ id: 'more', label: `… and ${count} more`, sort: 'group' });
}

/** The nodes of the first sixty of some things, and a word on the rest, whose nodes are not made; in: how a node is made, and how many there are. */
export function firstOf<T>(
  things: readonly T[],
  node: (thing: T) => TreeNode,
  all: number = things.length,
): readonly TreeNode[] {
  const nodes = things.slice(0, MOST).map(node);
  return all <= MOST ? nodes : [...nodes, more(all - MOST)];
}

/** The same of what is left of the nodes by a filter, in small steps; in: the things, the filter's words, how a node is made. */
export function* firstThatHold<T>(
  things: readonly T[],
  words: readonly string[],
  node: (thing: T) => TreeNode,
): Steps<readonly TreeNode[]> {
  const found: TreeNode[] = [];
  let left = 0;
  for (const thing of things) {
    // Without a filter, nothing need be known of those that are not shown.
    if (words.length === 0 && found.length === MOST) {
      left = things.length - MOST;
      break;
    }
    for (const each of yield* filtered(node(thing), words))
      if (found.length < MOST) found.push(each);
      else left += 1;
    yield;
  }
  return left === 0 ? found : [...found, more(left)];
}

/** The words of a filter as somebody types them; none for an empty one, which everything passes. */
export function filterWords(filter: string): readonly string[] {
  return filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A node that holds all words, whole; else what is left of its children. */
export function* filtered(node: TreeNode, words: readonly string[]): Steps<readonly TreeNode[]> {
  if (words.length === 0) return [node];
  const said = `${node.label} ${node.description}`.toLowerCase();
  if (words.every((word) => said.includes(word))) return [node];
  const children: TreeNode[] = [];
  for (const child of node.children) children.push(...(yield* filtered(child, words)));
  yield;
  return children.length === 0 ? [] : [{ ...node, children }];
}
