/** Turns remark's flow nodes into our blocks. */
import type { Code, ListItem as MdastListItem, Table as MdastTable, RootContent } from 'mdast';
import { definitionDestination } from './destinations.ts';
import { toHeading } from './heading.ts';
import { toInlines } from './inlines.ts';
import type { Span } from './span.ts';
import type { Block, CodeBlock, ListItem, Table, TableCell } from './tree.ts';

/** In: remark's nodes, the source that their offsets count in, and its offset in the document. Out: our blocks. */
export function toBlocks(nodes: readonly RootContent[], source: string, base: number): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const block = toBlock(node, source, base);
    if (block) blocks.push(block);
  }
  return blocks;
}

function toBlock(node: RootContent, source: string, base: number): Block | null {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const span: Span = { start: base + start, end: base + end };
  switch (node.type) {
    case 'heading':
      return toHeading(node.depth, span, source.charCodeAt(start) !== 35, toInlines(node.children, source, base));
    case 'paragraph':
      return { type: 'paragraph', span, children: toInlines(node.children, source, base) };
    case 'list': {
      const items = node.children.map((item) => toItem(item, source, base));
      // Remark counts blank quoted lines behind a list to it, though to no item.
      const last = items.at(-1)?.span.end ?? span.end;
      return {
        type: 'list',
        span: { start: span.start, end: last },
        ordered: node.ordered === true,
        start: node.start ?? 1,
        items,
      };
    }
    case 'table':
      return toTable(node, source, base, span);
    case 'code':
      return toCode(node, source, start, end, base);
    case 'html':
      return { type: 'html', span, value: node.value };
    case 'blockquote':
      return { type: 'quote', span, children: toBlocks(node.children, source, base) };
    case 'thematicBreak':
      return { type: 'rule', span };
    case 'definition': {
      const url = definitionDestination(source, start, end);
      return {
        type: 'definition',
        span,
        identifier: node.identifier,
        url: node.url,
        urlSpan: { start: base + url.start, end: base + url.end },
      };
    }
    case 'footnoteDefinition':
      return { type: 'footnote', span, identifier: node.identifier, children: toBlocks(node.children, source, base) };
    default:
      return null;
  }
}

function toItem(node: MdastListItem, source: string, base: number): ListItem {
  const start = node.position?.start.offset ?? 0;
  const checked = node.checked ?? null;
  const children = toBlocks(node.children, source, base);
  return {
    span: { start: base + start, end: base + (node.position?.end.offset ?? start) },
    checked,
    children: checked === null ? children : children.map(withoutBox),
  };
}

/** Remark counts a task's box to its paragraph where the words begin with markup, and not where they are plain. */
function withoutBox(block: Block, at: number): Block {
  const first = block.type === 'paragraph' && at === 0 ? block.children[0] : undefined;
  if (block.type !== 'paragraph' || !first || first.span.start === block.span.start) return block;
  return { ...block, span: { start: first.span.start, end: block.span.end } };
}

function toTable(node: MdastTable, source: string, base: number, span: Span): Table {
  return {
    type: 'table',
    span,
    align: (node.align ?? []).map((side) => side ?? null),
    rows: node.children.map((row) => {
      const start = row.position?.start.offset ?? 0;
      return {
        span: { start: base + start, end: base + (row.position?.end.offset ?? start) },
        cells: row.children.map((cell): TableCell => {
          const children = toInlines(cell.children, source, base);
          const from = cell.position?.start.offset ?? 0;
          const to = cell.position?.end.offset ?? from;
          const first = children[0];
          const last = children.at(-1);
          if (first && last) return { span: { start: first.span.start, end: last.span.end }, children };
          const at = base + emptyCell(source, from, to);
          return { span: { start: at, end: at }, children };
        }),
      };
    }),
  };
}

/** In: the source, and a blank cell from its pipe on. Out: where content would go, behind the pipe and one blank. */
export function emptyCell(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && /[ \t]/.test(source.charAt(at))) at += 1;
  if (at < end && source.charAt(at) === '|') at += 1;
  else at = start;
  return at < end && /[ \t]/.test(source.charAt(at)) ? at + 1 : at;
}

function toCode(node: Code, source: string, start: number, end: number, base: number): CodeBlock {
  const span: Span = { start: base + start, end: base + end };
  const fence = /^(?:`{3,}|~{3,})/.exec(source.slice(start, end))?.[0] ?? null;
  const lang = node.lang ?? null;
  if (fence === null) {
    return { type: 'code', span, lang, value: node.value, contentSpan: span, fenced: false, unclosed: false };
  }
  const newline = /\r\n|\n|\r/g;
  newline.lastIndex = start;
  const firstEnd = newline.exec(source);
  const from = firstEnd && firstEnd.index < end ? firstEnd.index + firstEnd[0].length : end;
  let lastStart = end;
  while (lastStart > from && !/[\r\n]/.test(source.charAt(lastStart - 1))) lastStart -= 1;
  const closing =
    lastStart >= from ? /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(source.slice(lastStart, end))?.[1] : undefined;
  const closed =
    from < end && closing !== undefined && closing.charAt(0) === fence.charAt(0) && closing.length >= fence.length;
  const contentSpan = { start: base + from, end: base + (closed ? lastStart : end) };
  return { type: 'code', span, lang, value: node.value, contentSpan, fenced: true, unclosed: !closed };
}
