/** Reads pipe tables whose every row begins with a pipe, for the reader of plain prose. */
import { emptyCell } from './blocks.ts';
import { type SimpleSource, simpleInlines } from './simple-inlines.ts';
import type { Lines } from './simple-lines.ts';
import type { Table, TableCell, TableRow } from './tree.ts';

/**
 * In: the source, its lines, and the line of the header, which a row of delimiters follows. Out: the table up to the
 * next blank line, or null in doubt.
 */
export function simpleTable(source: SimpleSource, lines: Lines, header: number): Table | null {
  const { text, base } = source;
  const align = alignment(text.slice(lines.starts[header + 1], lines.ends[header + 1]));
  if (!align) return null;
  const rows: TableRow[] = [];
  let end = lines.ends[header + 1] ?? 0;
  for (let line = header; line < lines.count && !lines.blank[line]; line += 1) {
    if (line === header + 1) continue;
    if (lines.indents[line] !== 0) return null;
    const row = readRow(source, lines.starts[line] ?? 0, lines.ends[line] ?? 0);
    if (!row || (line === header ? row.cells.length !== align.length : row.cells.length > align.length)) return null;
    rows.push(row);
    if (line > header) end = lines.ends[line] ?? end;
  }
  return { type: 'table', span: { start: base + (lines.starts[header] ?? 0), end: base + end }, align, rows };
}

function readRow(source: SimpleSource, start: number, end: number): TableRow | null {
  const { text, base } = source;
  if (text.charCodeAt(start) !== 124) return null;
  const cells: TableCell[] = [];
  for (let pipe = start; ; ) {
    let next = text.indexOf('|', pipe + 1);
    if (next >= end) next = -1;
    const stop = next < 0 ? end : next;
    let from = pipe + 1;
    let to = stop;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    // Nothing behind the last pipe is no cell.
    if (next < 0 && from === to) break;
    cells.push(readCell(source, pipe, from, to, stop) ?? BAD_CELL);
    if (cells.at(-1) === BAD_CELL) return null;
    if (next < 0) break;
    pipe = next;
  }
  return cells.length === 0 ? null : { span: { start: base + start, end: base + end }, cells };
}

const BAD_CELL: TableCell = { span: { start: 0, end: 0 }, children: [] };

function readCell(source: SimpleSource, pipe: number, from: number, to: number, stop: number): TableCell | null {
  const { text, base } = source;
  if (from === to) {
    const at = base + emptyCell(text, pipe, stop);
    return { span: { start: at, end: at }, children: [] };
  }
  const children = simpleInlines(source, from, to, 'cell');
  return children && { span: { start: base + from, end: base + to }, children };
}

function alignment(line: string): ('left' | 'right' | 'center' | null)[] | null {
  const row = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  const align: ('left' | 'right' | 'center' | null)[] = [];
  for (const cell of row.split('|')) {
    const match = /^[ \t]*(:?)-+(:?)[ \t]*$/.exec(cell);
    if (!match) return null;
    align.push(match[1] ? (match[2] ? 'center' : 'left') : match[2] ? 'right' : null);
  }
  return align;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
