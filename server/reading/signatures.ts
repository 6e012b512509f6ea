/** Tables of who wrote, checked and approved the document: a role a row, with name, date and signature across. */
import { plainText } from '../syntax/inline-text.ts';
import type { Table } from '../syntax/tree.ts';
import type { Pair } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { cellWords } from './pairs.ts';
import { linksIn } from './words.ts';

const NAME = /^(?:name|names|person|who|by|wer|durch|name und funktion|name and function)$/i;
const DATE = /^(?:date|datum|on|am|date signed|signed on)$/i;

/**
 * Is the table one of signatures?
 * In: the table and the labels of its header. Out: true where it has a column for names, and the words down its side are
 * owner, author, reviewer and approver of a document rather than roles at work.
 */
export function isSignatures(table: Table, labels: readonly string[], lexicon: Lexicon): boolean {
  if (labels.length < 3 || labels.length > 6 || table.rows.length < 2) return false;
  if (!labels.slice(1).some((label) => NAME.test(label)) || !labels.slice(1).some((label) => DATE.test(label)))
    return false;
  const side = table.rows.slice(1).map((row) => (row.cells[0] === undefined ? '' : plainText(row.cells[0].children)));
  const known = side.filter((label) => lexicon.controlField(label)?.type === 'names').length;
  return known > 0 && known * 2 > side.filter((label) => label.trim() !== '').length;
}

/** The pairs of a table of signatures: who has which part, and when it was approved. */
export function signaturePairs(
  path: string,
  text: string,
  table: Table,
  block: number,
  lexicon: Lexicon,
): readonly Pair[] {
  const labels = (table.rows[0]?.cells ?? []).map((cell) => plainText(cell.children).trim());
  const name = labels.findIndex((label, i) => i > 0 && NAME.test(label));
  const date = labels.findIndex((label, i) => i > 0 && DATE.test(label));
  return table.rows.slice(1).flatMap((row): readonly Pair[] => {
    const [label, who, when] = [row.cells[0], row.cells[name], row.cells[date]];
    if (label === undefined || who === undefined) return [];
    const said = cellWords(text, label).replace(/\s*:\s*$/, '');
    const field = lexicon.controlField(said);
    if (field?.type !== 'names') return [];
    const pair = (as: string, cell: typeof who): Pair => ({
      label: as,
      labelSpan: label.span,
      raw: cellWords(text, cell),
      span: cell.span,
      links: linksIn(path, cell.children),
      shape: 'table',
      block,
    });
    return field.name === 'approver' && when !== undefined
      ? [pair(said, who), pair('Approval date', when)]
      : [pair(said, who)];
  });
}
