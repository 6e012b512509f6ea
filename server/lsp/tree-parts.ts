/** A tree on its way to the editor in parts: a large one in one message would hold up whoever types while it is written and read. */
import type { TreeItemData, TreePart } from './protocol.ts';

/** As many nodes as are written within a millisecond or two. */
const MOST = 400;

/**
 * Cuts a tree into parts of some hundred nodes.
 * In: the nodes of one level, and the id of the node that they stand below (null: the top). Out: parts in the order in which they
 * can be put together again: a node comes before what stands below it, and siblings come in their order.
 */
export function* treeParts(nodes: readonly TreeItemData[], below: string | null = null): Iterable<TreePart> {
  let part: TreeItemData[] = [];
  let count = 0;
  const large: TreeItemData[] = [];
  for (const node of nodes) {
    const size = sizeOf(node);
    if (size > MOST) large.push(node);
    part.push(size > MOST ? { ...node, children: [] } : node);
    count += size > MOST ? 1 : size;
    if (count < MOST) continue;
    yield { below, nodes: part };
    part = [];
    count = 0;
  }
  if (part.length > 0) yield { below, nodes: part };
  for (const { id, children } of large) yield* treeParts(children, id);
}

function sizeOf({ children }: TreeItemData): number {
  let size = 1;
  for (const child of children) size += sizeOf(child);
  return size;
}
