/** Label places: where words stand as the label of a field or the head of its column, and mean nobody: "Process owner: Ada Quill". */
import { termKey } from '../model/vocabulary/names.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Facts } from './facts.ts';
import { visit } from './links.ts';

/** In: a document's facts and tree. Out: the spans of its labels; a head that names a role, as in a matrix, is none. */
export function labelPlaces(facts: Facts, tree: Tree): readonly Span[] {
  const spans: Span[] = [];
  const labels = new Set<string>();
  for (const holder of [facts.metadata, ...facts.records.map(({ fields }) => fields)])
    for (const { label, labelSpan, shape } of holder) {
      labels.add(termKey(label));
      // A heading that a field was read from is no label: "Role: Change Manager".
      if (labelSpan !== null && shape !== 'heading' && shape !== 'section') spans.push(labelSpan);
    }
  if (tree.format === 'markdown')
    visit(tree.blocks, (block) => {
      if (block.type !== 'table') return;
      for (const cell of block.rows[0]?.cells ?? [])
        if (labels.has(termKey(plainText(cell.children)))) spans.push(cell.span);
    });
  return spans.filter((each) => !facts.names.some(({ span }) => span.start < each.end && each.start < span.end));
}
