/** The shape of a tree that a view shows: labels, states and places as plain data, for any editor to draw. */
import type { Place } from '../workspace/finding.ts';

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

const MOST = 60;

/** At most some sixty children, and a word on the rest: a list that nobody reads to its end is cut where it can be said. */
export function atMost(nodes: readonly TreeNode[]): readonly TreeNode[] {
  if (nodes.length <= MOST) return nodes;
  return [...nodes.slice(0, MOST), treeNode({ id: 'more', label: `… and ${nodes.length - MOST} more`, sort: 'group' })];
}
