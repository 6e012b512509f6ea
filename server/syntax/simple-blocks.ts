/**
 * Reads sections of plain prose without remark, some twenty times as fast: headings, paragraphs, lists, pipe tables
 * and code, written in the usual way. Whatever is unusual is doubt, and in doubt remark reads the section; that both
 * give the same wherever there is none is a law under test.
 */
import { normalLabel } from './labels.ts';
import { blockKind, DEFINITION, markerAt, type Reader } from './simple-kinds.ts';
import { readIndentedCode, readMarginBlock, readParagraph } from './simple-leaves.ts';
import { type Lines, splitLines } from './simple-lines.ts';
import type { Block, ListItem } from './tree.ts';

const MOST_LEVELS = 24;
/** Where a definition may stand. */
const DEFINING = /^[ \t>*+\-\d.)]*\[(?:[^\]\\]|\\[\s\S]){0,999}\]:/gm;
const TASK = /\[([ xX])\][ ](?=[^ \t\r\n])/y;

/**
 * In: a section's text and its offset, and the labels that other sections define.
 * Out: its blocks, or null in doubt. The section ends by itself.
 */
export function simpleBlocks(text: string, base: number, labels: readonly string[] = []): Block[] | null {
  // Footnotes, and what the grammar replaces.
  if (text.includes('[^') || text.includes('\0') || labels.some((label) => /[\^\\\r\n]/.test(label))) return null;
  const lines = splitLines(text);
  if (!lines) return null;
  const own = text.includes(']:') ? ownDefinitions(text, lines) : [];
  if (!own) return null;
  const reader: Reader = {
    text,
    base,
    addresses: /:\/\/|www\.|@/i.test(text),
    quoted: false,
    defined: new Set([...labels, ...own].map(normalLabel)),
    lines,
    line: 0,
    lastEnd: 0,
  };
  const blocks: Block[] = [];
  if (!readBlocks(reader, 0, 0, blocks) || reader.line !== lines.count) return null;
  // What looks like a definition may be code, or the middle of a paragraph.
  const found = blocks.reduce((count, block) => count + (block.type === 'definition' ? 1 : 0), 0);
  return found === own.length ? blocks : null;
}

/** The labels of lines that should be definitions, or null where something defines in a way that is not plain. */
function ownDefinitions(text: string, lines: Lines): readonly string[] | null {
  const labels: string[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    const label = DEFINITION.exec(text.slice(lines.starts[line], lines.ends[line]))?.[1];
    if (label !== undefined) labels.push(label);
  }
  return (text.match(DEFINING)?.length ?? 0) === labels.length ? labels : null;
}

/** Takes blocks that stand at a column or at most three to its right, up to a line further left. Out: false in doubt. */
function readBlocks(reader: Reader, column: number, level: number, into: Block[]): boolean {
  const { lines } = reader;
  if (level > MOST_LEVELS) return false;
  while (reader.line < lines.count) {
    const line = reader.line;
    if (lines.blank[line]) {
      reader.line += 1;
      continue;
    }
    const indent = lines.indents[line] ?? 0;
    if (indent < column) return true;
    if (indent - column > 3) {
      // Behind a list, remark has its own ways with it.
      const code = column === 0 && into.at(-1)?.type !== 'list' ? readIndentedCode(reader, line) : null;
      if (!code) return false;
      into.push(code);
      continue;
    }
    const at = (lines.starts[line] ?? 0) + indent;
    const kind = blockKind(reader, line, at);
    if (kind === 'list') {
      if (!readList(reader, indent, column, level, into)) return false;
      continue;
    }
    if (indent !== column) return false;
    if (kind === 'paragraph') {
      const paragraph = readParagraph(reader, column, at);
      if (!paragraph) return false;
      into.push(paragraph);
      continue;
    }
    // Everything else is read at the margin only.
    if (column !== 0 || indent !== 0) return false;
    const block =
      kind === 'doubt' ? null : kind === 'quote' ? readQuote(reader, at) : readMarginBlock(reader, kind, at);
    if (!block) return false;
    reader.lastEnd = block.span.end - reader.base;
    into.push(block);
  }
  return true;
}

/** Takes a list whose markers stand at `indent`; `parent` is the column of the block that holds it. */
function readList(reader: Reader, indent: number, parent: number, level: number, into: Block[]): boolean {
  const { text, base, lines } = reader;
  const start = (lines.starts[reader.line] ?? 0) + indent;
  const mark = markerAt(text, start);
  const items: ListItem[] = [];
  let end = start;
  for (;;) {
    const item = readItem(reader, indent, level);
    if (!item) return false;
    items.push(item);
    end = item.span.end - base;
    if (reader.line >= lines.count) break;
    const nextIndent = lines.indents[reader.line] ?? 0;
    const at = (lines.starts[reader.line] ?? 0) + nextIndent;
    const kind = blockKind(reader, reader.line, at);
    if (kind === 'list') {
      if (nextIndent === indent && markerAt(text, at).kind === mark.kind) continue;
      if (nextIndent >= parent && nextIndent !== indent) return false;
      break;
    }
    // Without a blank line between, the line could still belong to the item's last paragraph.
    if (!lines.blank[reader.line - 1]) return false;
    break;
  }
  into.push({
    type: 'list',
    span: { start: base + start, end: base + end },
    ordered: mark.number !== null,
    start: mark.number ?? 1,
    items,
  });
  return true;
}

function readItem(reader: Reader, indent: number, level: number): ListItem | null {
  const { text, base, lines, line } = reader;
  const start = (lines.starts[line] ?? 0) + indent;
  const marker = start + markerAt(text, start).length;
  let content = marker;
  while (text.charCodeAt(content) === 32) content += 1;
  // A marker right behind a marker is read in its own way where the first one interrupts a paragraph.
  if (content - marker > 4 || blockKind(reader, line, content) === 'list') return null;
  const column = indent + (content - start);
  let checked: boolean | null = null;
  TASK.lastIndex = content;
  const task = TASK.exec(text);
  if (text.charCodeAt(content) === 91 && /^\[[ \txX]\]/.test(text.slice(content, content + 3))) {
    if (!task || reader.defined.size > 0) return null;
    checked = task[1] !== ' ';
  }
  // The item's first line goes on as if the marker were indentation.
  lines.indents[line] = column;
  const children: Block[] = [];
  if (task) {
    const first = readParagraph(reader, column, content + 4);
    if (!first) return null;
    children.push(first);
  }
  if (!readBlocks(reader, column, level + 1, children)) return null;
  return { span: { start: base + start, end: base + reader.lastEnd }, checked, children };
}

/** Takes a quote whose every line begins with its mark, as if the mark were indentation. */
function readQuote(reader: Reader, at: number): Block | null {
  const { text, base, lines } = reader;
  if (reader.quoted) return null;
  const blank = [...lines.blank];
  const indents = [...lines.indents];
  let next = reader.line;
  for (; next < lines.count && !lines.blank[next]; next += 1) {
    const start = lines.starts[next] ?? 0;
    const end = lines.ends[next] ?? start;
    // A line without the mark could go on with the quote's last paragraph.
    if (text.charCodeAt(start) !== 62) return null;
    let from = start + 1;
    while (from < end && text.charCodeAt(from) === 32) from += 1;
    if (from < end && from === start + 1) return null;
    blank[next] = from === end;
    indents[next] = from - start;
  }
  const inner: Reader = { ...reader, quoted: true, lines: { ...lines, count: next, blank, indents } };
  const children: Block[] = [];
  if (!readBlocks(inner, 2, 1, children) || inner.line !== next) return null;
  const end = lines.ends[next - 1] ?? at;
  reader.line = next;
  return { type: 'quote', span: { start: base + at, end: base + end }, children };
}
