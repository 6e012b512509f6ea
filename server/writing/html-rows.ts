/** Rows of raw HTML tables: a new one as a copy of its neighbour with other words. */
import type { FieldFact } from '../reading/facts.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { htmlRows } from '../syntax/html.ts';
import { type Span, span } from '../syntax/span.ts';
import type { HtmlBlock, Table } from '../syntax/tree.ts';
import { lineEndOf, lineStart, oneLine } from './source.ts';

/** A value as it goes into raw HTML. */
export function htmlText(value: string): string {
  return oneLine(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The source of the row that a place stands in, from `<tr` to `</tr>`; null where it is not closed. */
export function htmlRowSpan(text: string, block: HtmlBlock, place: Span): Span | null {
  const inside = text.slice(block.span.start, block.span.end);
  const at = place.start - block.span.start;
  const open = inside.toLowerCase().lastIndexOf('<tr', at);
  const close = /<\/tr\s*>/i.exec(inside.slice(at));
  if (open < 0 || close === null || /<\/tr/i.test(inside.slice(open, at))) return null;
  return span(block.span.start + open, block.span.start + at + close.index + close[0].length);
}

/** Puts a row beside the one of a fact; in: the text, the HTML, the fact, label and value. Null where no copy can be made. */
export function insertHtmlRow(
  text: string,
  block: HtmlBlock,
  beside: FieldFact,
  side: 'after' | 'before',
  label: string,
  value: string,
): TextEdit | null {
  const place = beside.labelSpan;
  const row = place === null ? null : htmlRowSpan(text, block, place);
  if (place === null || row === null) return null;
  const source = text.slice(row.start, row.end);
  const cells = htmlRows(source, 0)[0] ?? [];
  if (cells.length < 2 || cells.length % 2 !== 0) return null;
  const edits = cells.flatMap((cell, i): readonly TextEdit[] => {
    if (i === 0) return labelEdit(source, cell.span, cell.text, label);
    return [{ span: cell.span, text: i === 1 ? htmlText(value) : '' }];
  });
  const copy = applyEdits(source, edits);
  if (copy === null || edits.length < cells.length) return null;
  const start = lineStart(text, row.start);
  const lead = text.slice(start, row.start);
  const gap = /^\s*$/.test(lead) ? `${lineEndOf(text)}${lead}` : '';
  return side === 'after'
    ? { span: span(row.end, row.end), text: `${gap}${copy}` }
    : { span: span(row.start, row.start), text: `${copy}${gap}` };
}

/**
 * Sets a cell of a column in a row of a raw HTML table; the column is added at the end where the table lacks it.
 * In: the text, the table as it was read, the row, the column (-1 for a new one), its label and the value. Out: the edits; null
 * where a row has no closed cell to put another beside.
 */
export function setHtmlCell(
  text: string,
  { rows }: Table,
  row: number,
  column: number,
  label: string,
  value: string,
): readonly TextEdit[] | null {
  const old = column < 0 ? undefined : rows[row]?.cells[column];
  if (old !== undefined) return [{ span: old.span, text: htmlText(value) }];
  const edits: TextEdit[] = [];
  for (const [number, { cells }] of rows.entries()) {
    const last = cells.at(-1);
    const close = last === undefined ? null : /^\s*<\/(t[dh])\s*>/i.exec(text.slice(last.span.end));
    if (last === undefined || close === null) return null;
    const at = last.span.end + close[0].length;
    const words = number === 0 ? label : number === row ? value : '';
    const lead = /\n[ \t]*$/.exec(text.slice(0, text.lastIndexOf('<', last.span.start)))?.[0] ?? '';
    edits.push({ span: span(at, at), text: `${lead}<${close[1]}>${htmlText(words)}</${close[1]}>` });
  }
  return edits;
}

/** The label's words replaced inside whatever tags are around them. */
function labelEdit(source: string, cell: Span, words: string, label: string): readonly TextEdit[] {
  const bare = words.replace(/\s*:\s*$/, '');
  const at = source.indexOf(bare, cell.start);
  if (bare === '' || at < 0 || at + bare.length > cell.end) return [];
  return [{ span: span(at, at + bare.length), text: htmlText(label) }];
}
