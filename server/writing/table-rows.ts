/** The written rows of a Markdown table: where its pipes stand, how its columns are padded, and new rows in the same manner. */
import { type Span, span } from '../syntax/span.ts';
import type { Table } from '../syntax/tree.ts';
import { lineStart, lineStop, nextLine, oneLine } from './source.ts';

export interface WrittenRow {
  /** From the first character of the row to its last, trailing blanks left out. */
  readonly span: Span;
  /** What stands between the pipes, blanks included, one stretch a cell. */
  readonly cells: readonly Span[];
  readonly opened: boolean;
  readonly closed: boolean;
}

export interface TableLayout {
  readonly rows: readonly WrittenRow[];
  readonly delimiter: WrittenRow;
  /** What stands before each row in its line: indentation, marks of a quote. */
  readonly prefix: string;
  readonly align: Table['align'];
  /** Width of each column's stretch where it is padded to one; null where it is not. */
  readonly widths: readonly (number | null)[];
  /** A blank beside each pipe. */
  readonly spaced: boolean;
  /** Blanks beside the delimiter row's pipes too. */
  readonly delimiterSpaced: boolean;
}

/** Cuts a row at its pipes; in: the text and the row's span. Escaped pipes do not count. */
export function cutRow(text: string, row: Span): WrittenRow {
  const start = row.start;
  const end = start + text.slice(start, row.end).trimEnd().length;
  const pipes: number[] = [];
  for (let at = start; at < end; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '|') pipes.push(at);
  }
  const opened = pipes[0] === start;
  const closed = pipes.length > (opened ? 1 : 0) && pipes.at(-1) === end - 1;
  const borders = [...(opened ? [] : [start - 1]), ...pipes, ...(closed ? [] : [end])];
  const cells = borders.slice(1).map((border, i) => span((borders[i] ?? start - 1) + 1, border));
  return { span: span(start, end), cells, opened, closed };
}

/** Takes a table's layout; in: the text and the table. Out: null where its delimiter row cannot be made out. */
export function layoutOf(text: string, table: Table): TableLayout | null {
  const header = table.rows[0];
  if (header === undefined) return null;
  const from = nextLine(text, header.span.end);
  const line = text.slice(from, lineStop(text, from));
  const lead = /^[\s>]*/.exec(line)?.[0] ?? '';
  if (!/^[|:\s-]+$/.test(line.slice(lead.length)) || !line.includes('-')) return null;
  const delimiter = cutRow(text, span(from + lead.length, from + line.length));
  const rows = table.rows.map((row) => cutRow(text, row.span));
  const count = Math.max(delimiter.cells.length, ...rows.map((row) => row.cells.length));
  const sizeOf = (row: WrittenRow, i: number): number | null => {
    const cell = row.cells[i];
    return cell === undefined ? null : cell.end - cell.start;
  };
  // Padded columns are as wide as their dashes; one row that sticks out does not make them ragged.
  const widths = Array.from({ length: count }, (_, i) => {
    const size = sizeOf(delimiter, i);
    const even = rows.filter((row) => sizeOf(row, i) === size).length;
    return size !== null && even * 2 >= rows.length && even > 0 ? size : null;
  });
  const filled = rows
    .flatMap((row) => row.cells)
    .map((cell) => text.slice(cell.start, cell.end))
    .filter((cell) => cell.trim() !== '');
  const spaced = filled.length === 0 || filled.filter((cell) => cell.startsWith(' ')).length * 2 > filled.length;
  return {
    rows,
    delimiter,
    prefix: lead,
    align: table.align,
    widths,
    spaced,
    delimiterSpaced: /\| |\s\|/.test(text.slice(delimiter.span.start, delimiter.span.end)),
  };
}

/** A value as it goes into a cell: one line, its pipes escaped. */
export function cellText(value: string): string {
  return oneLine(value).replace(/(\\*)\|/g, (all, slashes: string) =>
    slashes.length % 2 === 1 ? all : `${slashes}\\|`,
  );
}

/** One cell between its pipes; in: its content and the column that it stands in. */
export function paddedCell(layout: TableLayout, column: number, content: string): string {
  const width = layout.widths[column] ?? null;
  const edge = layout.spaced ? ' ' : '';
  const bare = content === '' ? edge || ' ' : `${edge}${content}${edge}`;
  if (width === null || bare.length >= width) return bare;
  const room = width - bare.length;
  const side = layout.align[column] ?? null;
  if (side === 'right') return ' '.repeat(room) + bare;
  const left = side === 'center' ? Math.floor(room / 2) : 0;
  return ' '.repeat(left) + bare + ' '.repeat(room - left);
}

/** A new row in the manner of the others; in: the contents of its cells, escaped. Out: the row without prefix and line end. */
export function rowText(layout: TableLayout, contents: readonly string[]): string {
  const cells = contents.map((content, i) => paddedCell(layout, i, content));
  const model = layout.rows.at(-1) ?? layout.delimiter;
  const opened = model.opened || (contents[0] ?? '') === '';
  const closed = model.closed || (contents.at(-1) ?? '') === '';
  return `${opened ? '|' : ''}${cells.join('|')}${closed ? '|' : ''}`.trim();
}

/** Where a new row begins that goes after the row of an index; after the header row it goes behind the delimiter. */
export function rowEnd(text: string, layout: TableLayout, index: number): number {
  const row = index === 0 ? layout.delimiter : (layout.rows[index] ?? layout.delimiter);
  return lineStop(text, row.span.end);
}

/** What stands before a body row in its line; in: the text and the layout. */
export function rowPrefix(text: string, layout: TableLayout): string {
  const last = layout.rows.length > 1 ? layout.rows.at(-1) : undefined;
  return last === undefined ? layout.prefix : text.slice(lineStart(text, last.span.start), last.span.start);
}
