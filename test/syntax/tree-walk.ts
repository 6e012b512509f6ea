/** Walks trees for the laws: every span of a tree, and every word of its text nodes. */
import type { Span } from '../../server/syntax/span.ts';
import type { Block, Inline, Tree } from '../../server/syntax/tree.ts';

/** Every object in a tree that looks like a span, with the name under which it hangs. */
export function* spansOf(node: unknown, name = 'root'): Generator<readonly [string, Span]> {
  if (typeof node !== 'object' || node === null) return;
  if ('start' in node && 'end' in node && Object.keys(node).length === 2) {
    yield [name, node as Span];
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    yield* spansOf(value, Array.isArray(node) ? name : `${'type' in node ? String(node.type) : ''}.${key}`);
  }
}

/** Every inline of a document, outer ones first. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const list of inlineLists(blocks)) yield* below(list);
}

/** The inline content of every heading, paragraph and cell. */
export function* inlineLists(blocks: readonly Block[]): Generator<readonly Inline[]> {
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph') yield block.children;
    else if (block.type === 'quote' || block.type === 'footnote') yield* inlineLists(block.children);
    else if (block.type === 'list') for (const item of block.items) yield* inlineLists(item.children);
    else if (block.type === 'table') for (const row of block.rows) for (const cell of row.cells) yield cell.children;
  }
}

function* below(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* below(inline.children);
  }
}

/** The first span of a tree that lies outside its text, told in words; null where none does. */
export function strayTold(tree: Tree): string | null {
  for (const [name, { start, end }] of spansOf(tree)) {
    if (!(start >= 0 && start <= end && end <= tree.text.length))
      return `${name} at ${start}…${end} of ${tree.text.length}`;
  }
  return null;
}
