/** Tables of records in raw HTML, as tables like any other: a row of heads, and below it rows as wide. */
import { htmlRows } from '../syntax/html.ts';
import { span } from '../syntax/span.ts';
import type { HtmlBlock, Table } from '../syntax/tree.ts';

/** Two columns are labels and values, which are read as such. */
const NARROWEST = 3;

const tables = new WeakMap<HtmlBlock, { readonly table: Table | null }>();

/** The table that a stretch of raw HTML is; null where it is none of at least three columns, or its first row is not all heads. */
export function htmlTable(block: HtmlBlock): Table | null {
  const known = tables.get(block);
  if (known !== undefined) return known.table;
  const table = /<th\b/i.test(block.value) ? readHtmlTable(block) : null;
  tables.set(block, { table });
  return table;
}

function readHtmlTable(block: HtmlBlock): Table | null {
  const rows = htmlRows(block.value, block.span.start);
  const [head, ...body] = rows;
  if (head === undefined || head.length < NARROWEST || !head.every((cell) => cell.header)) return null;
  if (body.length === 0 || body.some((row) => row.length !== head.length || row.slice(1).some((cell) => cell.header)))
    return null;
  return {
    type: 'table',
    span: block.span,
    align: head.map(() => null),
    rows: rows.map((row) => ({
      span: span(row[0]?.span.start ?? block.span.start, row.at(-1)?.span.end ?? block.span.end),
      cells: row.map((cell) => ({
        span: cell.span,
        children: cell.text === '' ? [] : [{ type: 'text', value: cell.text, span: cell.span }],
      })),
    })),
  };
}
