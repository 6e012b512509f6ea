/** Gaps of a table: rows that lack a whole column share one finding, an empty cell has its own. */
import { type Facts, fieldOf, isToBeFilledIn, type RecordFact } from '../reading/facts.ts';
import type { Related } from '../workspace/finding.ts';

/**
 * Puts records that lack a field together.
 * In: the records, and the field. Out: one group for the rows below a heading whose table has no such column, and one for each
 * other record.
 */
export function columnGaps(records: readonly RecordFact[], field: string): readonly (readonly RecordFact[])[] {
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

/** The other rows of a group, as related places. */
export function otherRows(facts: Facts, group: readonly RecordFact[], message: string): readonly Related[] {
  return group.slice(1).map((record) => ({ path: facts.path, span: record.headSpan, message }));
}

/** "NC-1" of one, "NC-1 and 3 more" of several; in: the name of the first, and how many there are. */
export function andMore(name: string, count: number): string {
  return count === 1 ? name : `${name} and ${count - 1} more`;
}
