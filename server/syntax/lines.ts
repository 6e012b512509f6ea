/** Offsets to lines and back: the index that turns UTF-16 offsets into the positions an editor shows. */
import type { Span } from './span.ts';

/** A place as editors count it: both from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where a stretch stands, as editors count it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface LineIndex {
  /** Number of lines; a text that ends in a line end has an empty last line, and the empty text has one line. */
  readonly count: number;
  /** In: an offset, clamped into the text. Out: its position; an offset inside `\r\n` counts as the end of its line. */
  positionAt(offset: number): Position;
  /** In: a position. Out: its offset; a line or character beyond the end is clamped to the end of text or line. */
  offsetAt(position: Position): number;
  /** In: a line number from 0, clamped. Out: the span of the line without its line end. */
  lineSpan(line: number): Span;
}

const LF = 10;
const CR = 13;

/** Where the lines of a text begin, and how they end: plain numbers, which can be passed on and kept. */
export interface LineTable {
  readonly length: number;
  readonly starts: ArrayLike<number>;
  /** The lines that end in `\r\n`; nearly always all or none of them. */
  readonly pairs: 'all' | 'none' | readonly number[];
}

/** Finds the lines of a text; `\n`, `\r\n` and a lone `\r` all end a line, as the Language Server Protocol says. */
export function lineTable(text: string): LineTable {
  const starts = lineStarts(text);
  return { length: text.length, starts, pairs: pairLines(text, starts) };
}

/**
 * Builds the index of a text, or of its table of lines.
 * It holds numbers only and never the text, since it is kept for thousands of documents whose texts are not.
 */
export function lineIndex(of: string | LineTable): LineIndex {
  const { length, starts, pairs } = typeof of === 'string' ? lineTable(of) : of;
  const count = starts.length;
  const startOf = (line: number): number => starts[line] ?? length;
  const endOf = (line: number): number => {
    if (line + 1 >= count) return length;
    const end = startOf(line + 1) - 1;
    return pairs === 'all' || (pairs !== 'none' && pairs.includes(line)) ? end - 1 : end;
  };
  return {
    count,
    positionAt(offset) {
      const at = clamp(offset, 0, length);
      const line = lineOf(starts, at);
      return { line, character: Math.min(at, endOf(line)) - startOf(line) };
    },
    offsetAt({ line, character }) {
      if (!(line >= 0)) return 0;
      if (line >= count) return length;
      const row = Math.trunc(line);
      return clamp(startOf(row) + Math.trunc(character), startOf(row), endOf(row));
    },
    lineSpan(line) {
      const row = clamp(Math.trunc(line), 0, count - 1);
      return { start: startOf(row), end: endOf(row) };
    },
  };
}

/** The lines of a text that is not at hand: every place is at its start. */
export const NO_LINES: LineIndex = lineIndex('');

/** A span as lines and characters. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

function pairLines(text: string, starts: Uint32Array): LineTable['pairs'] {
  if (!text.includes('\r')) return 'none';
  const found: number[] = [];
  for (let line = 1; line < starts.length; line++) {
    const end = (starts[line] ?? 0) - 1;
    if (text.charCodeAt(end) === LF && text.charCodeAt(end - 1) === CR) found.push(line - 1);
  }
  return found.length === 0 ? 'none' : found.length === starts.length - 1 ? 'all' : found;
}

/** The last line whose start is not behind the offset. */
function lineOf(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineStarts(text: string): Uint32Array {
  let starts = new Uint32Array(Math.max(16, text.length >>> 5));
  let count = 1;
  // A lone CR is so rare that the text is searched for one once; without it, indexOf finds the line ends.
  const returns = text.includes('\r');
  for (let at = 0; at < text.length; ) {
    let next = text.indexOf('\n', at);
    if (returns) {
      const cr = text.indexOf('\r', at);
      if (cr >= 0 && (next < 0 || cr < next - 1)) next = cr;
    }
    if (next < 0) break;
    at = next + 1;
    if (count === starts.length) {
      const grown = new Uint32Array(count * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count++] = at;
  }
  return starts.slice(0, count);
}

function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return Math.min(value, high);
}
