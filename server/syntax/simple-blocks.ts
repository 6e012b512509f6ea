/**
 * Reads sections of plain prose without remark, some twenty times as fast: headings, paragraphs, lists, pipe tables
 * and fenced code, written in the usual way. Whatever is unusual is doubt, and in doubt remark reads the section; that
 * both give the same wherever there is none is a law under test.
 */
import { toHeading } from './heading.ts';
import { type SimpleSource, simpleInlines } from './simple-inlines.ts';
import { type Lines, splitLines } from './simple-lines.ts';
import { simpleTable } from './simple-table.ts';
import type { Block, Heading, ListItem } from './tree.ts';

/** Where the reader stands; `line` moves on as blocks are taken. */
interface Reader extends SimpleSource {
  readonly lines: Lines;
  line: number;
  /** End of the last line that holds anything. */
  lastEnd: number;
}

const MOST_LEVELS = 24;
/** Definitions, footnotes and what the grammar replaces. */
const DOUBTFUL = /^[ \t>*+\-\d.)]*\[(?:[^\]\\]|\\[\s\S]){0,999}\]:|\[\^|\0/m;
const HEADING = /#{1,6}(?=[ \t\r\n]|$)/y;
const BREAK = /(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$/y;
const BULLET = /[-*+](?=[ ])/y;
const ORDERED = /(\d{1,9})[.)](?=[ ])/y;
const EMPTY_ITEM = /(?:[-*+]|\d{1,9}[.)])[\t]|(?:[-*+]|\d{1,9}[.)])$/;
const FENCE = /(`{3,})[ \t]*([^`\\&]*)$|(~{3,})[ \t]*([^\\&]*)$/;
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;
const TASK = /\[([ xX])\][ ](?=[^ \t\r\n])/y;

/** In: a section's text and its offset. Out: its blocks, or null in doubt. The section ends by itself. */
export function simpleBlocks(text: string, base: number): Block[] | null {
  if (DOUBTFUL.test(text)) return null;
  const lines = splitLines(text);
  if (!lines) return null;
  const reader: Reader = {
    text,
    base,
    addresses: /:\/\/|www\./i.test(text),
    quoted: false,
    lines,
    line: 0,
    lastEnd: 0,
  };
  const blocks: Block[] = [];
  return readBlocks(reader, 0, 0, blocks) && reader.line === lines.count ? blocks : null;
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
    if (indent - column > 3) return false;
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
    const block = kind === 'doubt' ? null : readMarginBlock(reader, kind, at);
    if (!block) return false;
    reader.lastEnd = block.span.end - reader.base;
    into.push(block);
  }
  return true;
}

type Kind = 'list' | 'paragraph' | 'heading' | 'rule' | 'fence' | 'table' | 'comment' | 'quote' | 'doubt';

function blockKind({ text, lines }: Reader, line: number, at: number): Kind {
  const end = lines.ends[line] ?? at;
  switch (text.charCodeAt(at)) {
    case 9: // tab
    case 61: // =
      return 'doubt';
    case 62: // >
      return 'quote';
    case 35: // #
      HEADING.lastIndex = at;
      return HEADING.test(text) ? 'heading' : 'paragraph';
    case 42: // *
    case 45: // -
    case 43: // +
    case 95: {
      // _
      if (isBreak(text.slice(at, end))) return 'rule';
      BULLET.lastIndex = at;
      if (BULLET.test(text)) return text.slice(at + 1, end).trim() === '' ? 'doubt' : 'list';
      return EMPTY_ITEM.test(text.slice(at, Math.min(end, at + 2))) && text.charCodeAt(at) !== 95
        ? emptyOr(text, at, end)
        : 'paragraph';
    }
    case 60: // <
      return /^<!--\s/.test(text.slice(at, at + 5)) ? 'comment' : 'doubt';
    case 96: // `
      return text.startsWith('```', at) ? 'fence' : 'paragraph';
    case 126: // ~
      return text.startsWith('~~~', at) ? 'fence' : 'paragraph';
    case 124: // |
      return isTable(text, lines, line) ? 'table' : 'paragraph';
    default: {
      const code = text.charCodeAt(at);
      if (code < 48 || code > 57) return 'paragraph';
      ORDERED.lastIndex = at;
      if (ORDERED.test(text)) return text.slice(ORDERED.lastIndex, end).trim() === '' ? 'doubt' : 'list';
      return /^\d{1,9}[.)](?:\t|$)/.test(text.slice(at, Math.min(end, at + 12))) ? 'doubt' : 'paragraph';
    }
  }
}

/** Whether a row of delimiters follows a line. */
function isTable(text: string, lines: Lines, line: number): boolean {
  const end = lines.ends[line + 1];
  return end !== undefined && DELIMITERS.test(text.slice(lines.starts[line + 1], end));
}

/** A marker that is followed by a tab or by nothing is doubt; any other mark begins a paragraph. */
function emptyOr(text: string, at: number, end: number): Kind {
  return at + 1 === end || text.charCodeAt(at + 1) === 9 ? 'doubt' : 'paragraph';
}

function isBreak(line: string): boolean {
  BREAK.lastIndex = 0;
  return BREAK.test(line);
}

function readMarginBlock(
  reader: Reader,
  kind: Exclude<Kind, 'list' | 'paragraph' | 'doubt'>,
  at: number,
): Block | null {
  const { text, base, lines, line } = reader;
  const end = lines.ends[line] ?? at;
  const span = { start: base + at, end: base + end };
  switch (kind) {
    case 'rule':
      reader.line += 1;
      return { type: 'rule', span };
    case 'heading':
      reader.line += 1;
      return readHeading(reader, at, end);
    case 'comment': {
      const close = text.indexOf('-->', at + 5);
      if (close < 0) return null;
      let last = line;
      while ((lines.ends[last] ?? close) < close) last += 1;
      reader.line = last + 1;
      const stop = lines.ends[last] ?? end;
      return { type: 'html', span: { start: base + at, end: base + stop }, value: text.slice(at, stop) };
    }
    case 'quote':
      return readQuote(reader, at);
    case 'fence':
      return readFence(reader, at, end);
    case 'table': {
      const table = simpleTable(reader, lines, line);
      if (table) reader.line += table.rows.length + 1;
      return table;
    }
  }
}

function readHeading(reader: Reader, at: number, end: number): Heading | null {
  const { text, base } = reader;
  let from = at;
  while (text.charCodeAt(from) === 35) from += 1;
  const depth = (from - at) as Heading['depth'];
  while (from < end && isBlank(text.charCodeAt(from))) from += 1;
  let to = trimmedEnd(text, from, end);
  const closing = /(?:^|[ \t]+)#+$/.exec(text.slice(from, to));
  if (closing) to = from + closing.index;
  const inlines = to > from ? simpleInlines(reader, from, to, 'block') : [];
  return inlines && toHeading(depth, { start: base + at, end: base + end }, false, inlines);
}

function readFence(reader: Reader, at: number, end: number): Block | null {
  const { text, base, lines, line } = reader;
  const opening = FENCE.exec(text.slice(at, end));
  const fence = opening?.[1] ?? opening?.[3];
  if (!fence || opening?.index !== 0) return null;
  const lang = /^\S+/.exec(opening[2] ?? opening[4] ?? '')?.[0] ?? null;
  for (let last = line + 1; last < lines.count; last += 1) {
    const start = (lines.starts[last] ?? 0) + (lines.indents[last] ?? 0);
    const stop = lines.ends[last] ?? start;
    if ((lines.indents[last] ?? 0) > 3 || !text.startsWith(fence, start)) continue;
    const tail = text.slice(start, stop).trimEnd();
    if (tail !== fence.charAt(0).repeat(tail.length)) continue;
    const from = lines.starts[line + 1] ?? end;
    const to = lines.starts[last] ?? from;
    const value = last === line + 1 ? '' : text.slice(from, lines.ends[last - 1]);
    reader.line = last + 1;
    const span = { start: base + at, end: base + stop };
    return {
      type: 'code',
      span,
      lang,
      value,
      contentSpan: { start: base + from, end: base + to },
      fenced: true,
      unclosed: false,
    };
  }
  return null;
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

function readParagraph(reader: Reader, column: number, at: number): Block | null {
  const { text, base, lines } = reader;
  let last = reader.line;
  for (let next = last + 1; next < lines.count && !lines.blank[next]; next += 1) {
    const going = goesOn(reader, next, column);
    if (going === 'doubt') return null;
    if (going === 'ends') break;
    last = next;
  }
  const end = lines.ends[last] ?? at;
  reader.line = last + 1;
  reader.lastEnd = end;
  const children = simpleInlines(reader, at, trimmedEnd(text, at, end), 'block');
  return children && { type: 'paragraph', span: { start: base + at, end: base + end }, children };
}

/** Whether a line behind a paragraph's line belongs to it. */
function goesOn(reader: Reader, line: number, column: number): 'on' | 'ends' | 'doubt' {
  const { text, lines } = reader;
  const indent = lines.indents[line] ?? 0;
  const start = (lines.starts[line] ?? 0) + indent;
  const words = text.slice(start, lines.ends[line]);
  // A delimiter row would make a table of the line above, an underline a heading.
  if (DELIMITERS.test(words) || UNDERLINE.test(words)) return 'doubt';
  if (indent < column) return blockKind(reader, line, start) === 'list' ? 'ends' : 'doubt';
  if (indent - column > 3) return 'on';
  switch (blockKind(reader, line, start)) {
    case 'paragraph':
      return 'on';
    case 'list': {
      const digit = words.charCodeAt(0);
      // In the middle of a paragraph, only a list that starts with 1 is one.
      return digit >= 48 && digit <= 57 && !/^1[.)]/.test(words) ? 'doubt' : 'ends';
    }
    case 'fence':
      return column === 0 && indent === 0 ? 'ends' : 'doubt';
    default:
      return 'doubt';
  }
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
    if (!task) return null;
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

function markerAt(
  text: string,
  at: number,
): { readonly kind: string; readonly length: number; readonly number: number | null } {
  ORDERED.lastIndex = at;
  const ordered = ORDERED.exec(text);
  if (!ordered) return { kind: text.charAt(at), length: 1, number: null };
  return { kind: ordered[0].slice(-1), length: ordered[0].length, number: Number(ordered[1]) };
}

function trimmedEnd(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return to;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
