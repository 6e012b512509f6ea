/** Puts a tree together that the server sends in parts. */
import type { TreeItemData, TreePart } from '../server/lsp/protocol.ts';

type Growing = Omit<TreeItemData, 'children'> & { readonly children: TreeItemData[] };

/** A tree that grows part by part: what comes is put where it belongs; `roots` are the nodes at the top so far. */
export function growingTree(): { readonly roots: readonly TreeItemData[]; add(part: TreePart): void } {
  const roots: TreeItemData[] = [];
  const known = new Map<string, Growing>();
  const grown = ({ children, ...node }: TreeItemData): Growing => {
    const own: Growing = { ...node, children: children.map(grown) };
    known.set(own.id, own);
    return own;
  };
  return {
    roots,
    add({ below, nodes }) {
      const list = below === null ? roots : known.get(below)?.children;
      for (const node of nodes) list?.push(grown(node));
    },
  };
}
