/** Gaps of a table: rows that lack a whole column share one finding, an empty cell has its own. */
import { fieldOf, isToBeFilledIn, type RecordFact } from '../reading/facts.ts';
import type { Fix, Related } from '../workspace/finding.ts';
import { allToFillIn } from './fixes/to-fill-in.ts';
import { entryName } from './nonconformities.ts';
import type { Draft, Subject } from './rule.ts';

export interface ColumnAsked {
  readonly field: string;
  /** What the fix calls it: "the cause". */
  readonly called: string;
  /** What to call an entry without a name: "This finding". */
  readonly unnamed: string;
  /** What is said of the entry, and what to do. */
  readonly lacks: string;
  /** The same of the other rows. */
  readonly neither: string;
  /** Other ways out for a single entry, offered first. */
  readonly more?: (record: RecordFact) => readonly Fix[];
}

/** What is to be said of records that lack a field; in: the document's subject, these records, and what they lack. */
export function* columnGaps(
  { facts, lexicon }: Subject,
  records: readonly RecordFact[],
  { field, called, unnamed, lacks, neither, more }: ColumnAsked,
): Iterable<Draft> {
  for (const group of groupsOf(records, field)) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const name = entryName(first, unnamed);
    yield {
      span: first.headSpan,
      message: `${others.length === 0 ? name : `${name} and ${others.length} more`}: ${lacks}`,
      about: `${group.map((record) => record.id ?? record.name).join(',')} ${field}`,
      related: others.map((record): Related => ({ path: facts.path, span: record.headSpan, message: neither })),
      fixes: [...(others.length === 0 ? (more?.(first) ?? []) : []), allToFillIn(facts, group, field, called, lexicon)],
    };
  }
}

/**
 * Puts records that lack a field together.
 * In: the records, and the field. Out: one group for the rows below a heading whose table has no such column, and one for each
 * other record.
 */
function groupsOf(records: readonly RecordFact[], field: string): readonly (readonly RecordFact[])[] {
  const groups: RecordFact[][] = [];
  const tables = new Map<string, RecordFact[]>();
  for (const record of records) {
    // A row of placeholders is no record yet: doc.placeholder speaks of it.
    if (isToBeFilledIn(record)) continue;
    if (record.form !== 'row' || fieldOf(record, field) !== null) {
      groups.push([record]);
      continue;
    }
    const key = `${record.kind}\u0001${record.section ?? ''}`;
    const table = tables.get(key);
    if (table !== undefined) table.push(record);
    else {
      const begun = [record];
      tables.set(key, begun);
      groups.push(begun);
    }
  }
  return groups;
}
