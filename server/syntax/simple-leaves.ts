/** Reads the blocks that hold no other blocks, for the reader of plain prose; each gives null in doubt. */
import { toHeading } from './heading.ts';
import { normalLabel } from './labels.ts';
import { decodable } from './simple-characters.ts';
import { simpleInlines } from './simple-inlines.ts';
import { blockKind, DEFINITION, DELIMITERS, isBlank, type Kind, type Reader, trimmedEnd } from './simple-kinds.ts';
import { simpleTable } from './simple-table.ts';
import type { Block, Heading } from './tree.ts';

const FENCE = /^(?:(`{3,})[ \t]*([^`\\&]*)|(~{3,})[ \t]*([^\\&]*))$/;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

/** Takes a block that stands at the margin; in: the reader, the block's kind and offset. */
export function readMarginBlock(
  reader: Reader,
  kind: Exclude<Kind, 'list' | 'quote' | 'paragraph' | 'doubt'>,
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
    case 'definition':
      return readDefinition(reader, at, end);
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
  if (!fence) return null;
  const lang = /^\S+/.exec(opening?.[2] ?? opening?.[4] ?? '')?.[0] ?? null;
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

function readDefinition(reader: Reader, at: number, end: number): Block | null {
  const { text, base, lines } = reader;
  const match = DEFINITION.exec(text.slice(at, end));
  const next = reader.line + 1;
  // A title may follow on a line of its own, and a paragraph behind a definition is a rare thing.
  const follower = next < lines.count && !lines.blank[next] ? text.slice(lines.starts[next], lines.ends[next]) : null;
  if (!match || (follower !== null && !DEFINITION.test(follower))) return null;
  const url = match[2] ?? match[3] ?? '';
  if (decodable(url) || /[()\x00-\x1f\x7f]/.test(url)) return null;
  const identifier = normalLabel(match[1] ?? '').toLowerCase();
  reader.line = next;
  const start = at + match[0].indexOf(']:') + 2;
  const from = text.indexOf(url === '' ? '<' : url, start) + (url === '' ? 1 : 0);
  const span = { start: base + at, end: base + trimmedEnd(text, at, end) };
  return { type: 'definition', span, identifier, url, urlSpan: { start: base + from, end: base + from + url.length } };
}

/** Takes code that is indented at the margin. */
export function readIndentedCode(reader: Reader, line: number): Block | null {
  const { text, base, lines } = reader;
  let last = line;
  let next = line;
  for (; next < lines.count && (lines.blank[next] || (lines.indents[next] ?? 0) > 3); next += 1) {
    if (!lines.blank[next]) last = next;
  }
  // Remark has its own ways with indented blank lines behind the code, and with numbers that follow it.
  for (let blank = last + 1; blank < next; blank += 1) if ((lines.indents[blank] ?? 0) > 3) return null;
  if (/^[ >*+-]*\d/.test(text.slice(lines.starts[next], lines.ends[next]))) return null;
  const end = lines.ends[last] ?? 0;
  const start = lines.starts[line] ?? 0;
  const value = text.slice(start, end).replace(/(^|\n) {1,4}/g, '$1');
  reader.line = last + 1;
  reader.lastEnd = end;
  const span = { start: base + start, end: base + end };
  return { type: 'code', span, lang: null, value, contentSpan: span, fenced: false, unclosed: false };
}

/** Takes a paragraph; in: the reader, the column of the block that holds it, and where its words begin. */
export function readParagraph(reader: Reader, column: number, at: number): Block | null {
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
  if (indent < column) {
    const kind = blockKind(reader, line, start);
    // A line that is less indented than its list item goes on lazily with the paragraph.
    return kind === 'list' ? 'ends' : kind === 'paragraph' && !reader.quoted ? 'on' : 'doubt';
  }
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
