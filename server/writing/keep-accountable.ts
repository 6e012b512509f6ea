/** One role that keeps the last word in a row of responsibilities; the others who had it stay responsible. */
import { fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { plainText } from '../syntax/inline-text.ts';
import { tablesOf } from './field-value.ts';
import { editsInTurn } from './in-turn.ts';
import { keepsMetadata, parts, reread } from './proof.ts';
import { setRecordField } from './set-record-field.ts';
import type { WritingSource } from './source.ts';
import { fillCell } from './table-edits.ts';
import { layoutOf } from './table-rows.ts';

/**
 * Leaves one role accountable.
 * In: the document, a row of responsibilities, the role that keeps the last word, the other ones that have it too, the lexicon.
 * Out: the edits, in letters below the roles or in names; null where the row would not be read back as meant.
 */
export function keepAccountable(
  source: WritingSource,
  record: RecordFact,
  role: string,
  others: readonly string[],
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const place = parts(source.facts).findIndex(
    (each) => each.kind === record.kind && each.span.start === record.span.start,
  );
  const edits =
    fieldOf(record, 'accountable')?.labelSpan === null
      ? inLetters(source, record, others)
      : inNames(source, place, role, others, lexicon);
  const after = edits === null ? null : reread(source, edits, lexicon);
  const now = after === null ? undefined : parts(after)[place];
  if (after === null || now === undefined || parts(after).length !== parts(source.facts).length) return null;
  return givenField(now, 'accountable')?.raw === role && keepsMetadata(source.facts, after, new Set()) ? edits : null;
}

/** In the columns of the others, A becomes R, and goes where another letter stands beside it. */
function inLetters(source: WritingSource, record: RecordFact, others: readonly string[]): readonly TextEdit[] | null {
  const { text } = source.tree;
  const table = tablesOf(source).find(({ rows }) => rows.some((row) => row.span.start === record.span.start));
  const layout = table === undefined ? null : layoutOf(text, table);
  const number = table?.rows.findIndex((row) => row.span.start === record.span.start) ?? -1;
  const row = table?.rows[number];
  if (layout === null || row === undefined) return null;
  const roles = table?.rows[0]?.cells.map((cell) => plainText(cell.children).trim()) ?? [];
  return row.cells.flatMap((cell, column) => {
    const letters = plainText(cell.children).trim();
    if (!others.includes(roles[column] ?? '') || !letters.includes('A')) return [];
    const left = letters.replace(/A\s*[/,+&|]?\s*|\s*[/,+&|]?\s*A$/, '');
    return fillCell(text, layout, number, column, /[A-Z]/.test(left) ? left : 'R') ?? [];
  });
}

function inNames(
  source: WritingSource,
  place: number,
  role: string,
  others: readonly string[],
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const write =
    (field: string, value: (record: RecordFact) => string) =>
    (now: WritingSource): readonly TextEdit[] | null => {
      const record = parts(now.facts)[place];
      return record === undefined ? null : setRecordField(now, record, field, value(record), lexicon);
    };
  const doers = (record: RecordFact): string => {
    const said = givenField(record, 'responsible')?.raw ?? '';
    return [...(said === '' ? [] : [said]), ...others.filter((other) => !said.includes(other))].join(', ');
  };
  return editsInTurn(source, [write('accountable', () => role), write('responsible', doers)], lexicon);
}
