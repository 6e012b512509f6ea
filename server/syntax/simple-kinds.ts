/** What kind of block a line begins, for the reader of plain prose. */
import type { SimpleSource } from './simple-inlines.ts';
import type { Lines } from './simple-lines.ts';

/** Where the reader stands; `line` moves on as blocks are taken. */
export interface Reader extends SimpleSource {
  readonly lines: Lines;
  line: number;
  /** End of the last line that holds anything. */
  lastEnd: number;
}

/** A definition on one line, without escapes and entities. */
export const DEFINITION =
  /^\[([^[\]\\\r\n]*[^[\]\\\s][^[\]\\\r\n]*)\]:[ ]+(?:<([^<>\\\r\n]*)>|([^\s<\\][^\s\\]*))(?:[ ]+"[^"\\\r\n]*")?[ ]*$/;
const HEADING = /#{1,6}(?=[ \t\r\n]|$)/y;
const BREAK = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const BULLET = /[-*+](?=[ ])/y;
const ORDERED = /(\d{1,9})[.)](?=[ ])/y;
/** The row of dashes below a table's header. */
export const DELIMITERS = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;

/** The kinds of blocks that are read; `doubt` is everything else. */
export type Kind =
  | 'list'
  | 'paragraph'
  | 'heading'
  | 'rule'
  | 'fence'
  | 'table'
  | 'comment'
  | 'quote'
  | 'definition'
  | 'doubt';

/** In: the reader, a line and the offset of its first character that is no blank. Out: the block it would begin. */
export function blockKind({ text, lines }: Reader, line: number, at: number): Kind {
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
      if (BREAK.test(text.slice(at, end))) return 'rule';
      BULLET.lastIndex = at;
      if (BULLET.test(text)) return text.slice(at + 1, end).trim() === '' ? 'doubt' : 'list';
      return text.charCodeAt(at) === 95 ? 'paragraph' : unlessEmpty(text, at, end);
    }
    case 60: // <
      return /^<!--\s/.test(text.slice(at, at + 5)) ? 'comment' : 'doubt';
    case 96: // `
      return text.startsWith('```', at) ? 'fence' : 'paragraph';
    case 126: // ~
      return text.startsWith('~~~', at) ? 'fence' : 'paragraph';
    case 91: // [
      return DEFINITION.test(text.slice(at, end)) ? 'definition' : 'paragraph';
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

/** Whether a row of delimiters follows a line; without a pipe it would be the underline of a heading. */
function isTable(text: string, lines: Lines, line: number): boolean {
  if (lines.ends[line + 1] === undefined || lines.indents[line + 1] !== lines.indents[line]) return false;
  const next = text.slice(lines.starts[line + 1], lines.ends[line + 1]);
  return next.includes('|') && DELIMITERS.test(next);
}

/** A marker that is followed by a tab or by nothing is doubt; any other mark begins a paragraph. */
function unlessEmpty(text: string, at: number, end: number): Kind {
  return at + 1 === end || text.charCodeAt(at + 1) === 9 ? 'doubt' : 'paragraph';
}

/** In: a text and the offset of a list item's marker. Out: what tells its list from others, its length and number. */
export function markerAt(
  text: string,
  at: number,
): { readonly kind: string; readonly length: number; readonly number: number | null } {
  ORDERED.lastIndex = at;
  const ordered = ORDERED.exec(text);
  if (!ordered) return { kind: text.charAt(at), length: 1, number: null };
  return { kind: ordered[0].slice(-1), length: ordered[0].length, number: Number(ordered[1]) };
}

/** Out: the end of a stretch without the blanks at its end. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return to;
}

/** Tells spaces and tabs. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
