/** A version history: a table of versions with their dates, of which the newest row gives the version where nothing else does. */
import { labelKey } from '../model/vocabulary/labels.ts';
import type { TableCell } from '../syntax/tree.ts';
import { fieldFact } from './field.ts';
import { cellWords } from './pairs.ts';
import type { TableContext, TableReading, Worded } from './tables.ts';

/**
 * Reads a table as a version history.
 * In: the table, the labels of its header, where it stands. Out: the newest version, of the lowest rank; null where it is none.
 */
export function readHistory(
  { table, words }: Worded,
  labels: readonly string[],
  context: TableContext,
): TableReading | null {
  const version = labels.findIndex((label) => context.lexicon.controlField(label)?.name === 'version');
  if (version < 0) return null;
  const keys = labels.map(labelKey);
  const date = keys.findIndex(
    (key) => /^(?:date|datum|changed on|released|issued)$/.test(key) || /\b(?:date|datum)$/.test(key),
  );
  const change = keys.findIndex((key) =>
    /change|description|comment|summary|author|aenderung|beschreibung|bemerkung|autor/.test(key),
  );
  if (date < 0 || change < 0 || labels.length > 7) return null;
  // A rule about versioning shows one as an example.
  if (context.aside) return { type: 'history', fields: [] };
  let newest: { readonly cell: TableCell; readonly words: string } | null = null;
  for (const [i, row] of table.rows.entries()) {
    const cell = row.cells[version];
    const written = words[i]?.[version] ?? '';
    if (i === 0 || cell === undefined || written === '') continue;
    if (newest === null || compareVersions(written, newest.words) > 0) newest = { cell, words: written };
  }
  const field = context.lexicon.fieldNamed(null, 'version');
  if (field === null || newest === null) return { type: 'history', fields: [] };
  return {
    type: 'history',
    fields: [
      fieldFact(field, {
        label: labels[version] ?? field.title,
        labelSpan: table.rows[0]?.cells[version]?.span ?? null,
        raw: cellWords(context.text, newest.cell),
        span: newest.cell.span,
        links: [],
        shape: 'history',
      }),
    ],
  };
}

function compareVersions(a: string, b: string): number {
  const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
