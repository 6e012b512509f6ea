/** Edits of Markdown tables: a cell filled, a row added, a column added to all rows. */
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import { lineEndOf } from './source.ts';
import { cellText, paddedCell, rowEnd, rowPrefix, rowText, type TableLayout, type WrittenRow } from './table-rows.ts';

/** Fills a cell; in: the text, the table's layout, row (0 is the header) and column, the value. Missing cells before it are added. */
export function fillCell(
  text: string,
  layout: TableLayout,
  row: number,
  column: number,
  value: string,
): TextEdit | null {
  const written = layout.rows[row];
  if (written === undefined) return null;
  const cell = written.cells[column];
  if (cell === undefined) {
    const missing = Array.from({ length: column - written.cells.length + 1 }, (_, i) => written.cells.length + i);
    const cells = missing.map((each) => paddedCell(layout, each, each === column ? cellText(value) : ''));
    const end = written.span.end;
    return { span: span(end, end), text: written.closed ? `${cells.join('|')}|` : `|${cells.join('|')}`.trimEnd() };
  }
  const old = text.slice(cell.start, cell.end);
  const content = cellText(value);
  const lead = /^\s*/.exec(old)?.[0] ?? '';
  const body = old.trim();
  if (body === '') {
    const padded =
      layout.widths[column] === old.length
        ? paddedCell(layout, column, content)
        : `${layout.spaced ? ' ' : ''}${content}${layout.spaced ? ' ' : ''}`;
    const last = column === written.cells.length - 1 && !written.closed;
    return { span: cell, text: last ? padded.trimEnd() : padded };
  }
  const start = cell.start + lead.length;
  const tail = old.slice(lead.length + body.length);
  // In an even column the blanks behind the old content make room for the new one, so that it stays even.
  const even = layout.widths[column] === old.length && layout.align[column] !== 'right';
  const room = body.length + tail.length - content.length;
  return even
    ? { span: span(start, cell.end), text: content + ' '.repeat(Math.max(room, Math.min(tail.length, 1))) }
    : { span: span(start, start + body.length), text: content };
}

/** Adds a row; in: the index of the row that it goes behind (0 the header), and what each cell says. */
export function addRow(text: string, layout: TableLayout, behind: number, values: readonly string[]): TextEdit {
  const at = rowEnd(text, layout, behind);
  return {
    span: span(at, at),
    text: `${lineEndOf(text)}${rowPrefix(text, layout)}${rowText(layout, values.map(cellText))}`,
  };
}

/** Adds a column; in: the index of the column that it goes behind (-1: before the first), its header, and its values by row index. */
export function addColumn(
  layout: TableLayout,
  behind: number,
  header: string,
  values: ReadonlyMap<number, string>,
): readonly TextEdit[] {
  const contents = [header, ...layout.rows.slice(1).map((_, i) => values.get(i + 1) ?? '')].map(cellText);
  const width = layout.widths.every((each) => each !== null) ? Math.max(...contents.map((each) => each.length), 3) : 0;
  const edge = layout.spaced ? ' ' : '';
  const cellOf = (content: string): string => `${edge}${content.padEnd(width)}${edge}` || ' ';
  const dashes = delimiterCell(layout, behind, width);
  return [
    ...layout.rows.map((row, i) => columnEdit(layout, row, behind, cellOf(contents[i] ?? ''))),
    columnEdit(layout, layout.delimiter, behind, dashes),
  ];
}

/** Written like its neighbour, without its colons: the new column is aligned as nothing asks otherwise. */
function delimiterCell(layout: TableLayout, behind: number, width: number): string {
  const model = layout.delimiter.cells[Math.max(behind, 0)];
  const size = model === undefined ? 3 : model.end - model.start;
  const blanks = layout.spaced && layout.delimiterSpaced;
  const dashes = '-'.repeat(width > 0 ? width + (layout.spaced && !blanks ? 2 : 0) : Math.max(3, Math.min(size, 3)));
  return blanks ? ` ${dashes} ` : dashes;
}

function columnEdit(layout: TableLayout, row: WrittenRow, behind: number, cell: string): TextEdit {
  if (behind < 0) {
    const at = row.span.start;
    return { span: span(at, at), text: row.opened ? `|${cell}` : `${cell}|` };
  }
  const missing = behind + 1 - row.cells.length;
  if (missing > 0) {
    const empties = Array.from({ length: missing }, (_, i) => paddedCell(layout, row.cells.length + i, ''));
    const at = row.span.end;
    const added = [...empties, cell].join('|');
    return { span: span(at, at), text: row.closed ? `${added}|` : `|${added}|` };
  }
  const last = behind === row.cells.length - 1;
  const at = row.cells[behind]?.end ?? row.span.end;
  // Without a closing pipe, an empty last cell would be none.
  return {
    span: span(at, at),
    text: last && !row.closed ? ` |${cell.trim() === '' ? `${cell}|` : cell.trimEnd()}` : `|${cell}`,
  };
}
