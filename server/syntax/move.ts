/** Moves finished blocks to another offset, since an edit above a section shifts all of it and changes none of it. */
import type { Span } from './span.ts';
import type { Block, Inline, ListItem, Problem, TableRow } from './tree.ts';

/** In: blocks and how far to move them, in UTF-16 units. Out: the same blocks with every span moved. */
export function moveBlocks(blocks: readonly Block[], by: number): readonly Block[] {
  return by === 0 ? blocks : blocks.map((block) => moveBlock(block, by));
}

/** In: problems and how far to move them. Out: the same problems with their spans moved. */
export function moveProblems(problems: readonly Problem[], by: number): readonly Problem[] {
  return by === 0 ? problems : problems.map((problem) => ({ ...problem, span: moved(problem.span, by) }));
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function moveBlock(block: Block, by: number): Block {
  const span = moved(block.span, by);
  switch (block.type) {
    case 'heading':
      return { ...block, span, textSpan: moved(block.textSpan, by), children: moveInlines(block.children, by) };
    case 'paragraph':
      return { type: 'paragraph', span, children: moveInlines(block.children, by) };
    case 'list':
      return { ...block, span, items: block.items.map((item) => moveItem(item, by)) };
    case 'table':
      return { ...block, span, rows: block.rows.map((row) => moveRow(row, by)) };
    case 'code':
      return { ...block, span, contentSpan: moved(block.contentSpan, by) };
    case 'html':
      return { type: 'html', span, value: block.value };
    case 'quote':
      return { type: 'quote', span, children: moveBlocks(block.children, by) };
    case 'rule':
      return { type: 'rule', span };
    case 'definition':
      return { ...block, span, urlSpan: moved(block.urlSpan, by) };
    case 'footnote':
      return { ...block, span, children: moveBlocks(block.children, by) };
  }
}

function moveItem(item: ListItem, by: number): ListItem {
  return { span: moved(item.span, by), checked: item.checked, children: moveBlocks(item.children, by) };
}

function moveRow(row: TableRow, by: number): TableRow {
  return {
    span: moved(row.span, by),
    cells: row.cells.map((cell) => ({ span: moved(cell.span, by), children: moveInlines(cell.children, by) })),
  };
}

function moveInlines(inlines: readonly Inline[], by: number): readonly Inline[] {
  return inlines.map((inline) => moveInline(inline, by));
}

function moveInline(inline: Inline, by: number): Inline {
  const span = moved(inline.span, by);
  switch (inline.type) {
    case 'text':
    case 'code':
    case 'html':
      return { type: inline.type, span, value: inline.value };
    case 'break':
      return { type: 'break', span };
    case 'image':
      return { ...inline, span, urlSpan: moved(inline.urlSpan, by) };
    case 'link':
      return { ...inline, span, urlSpan: moved(inline.urlSpan, by), children: moveInlines(inline.children, by) };
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
      return { ...inline, span, children: moveInlines(inline.children, by) };
    default:
      return { type: inline.type, span, children: moveInlines(inline.children, by) };
  }
}
