/** Finding a record again: fixes are taken later than they are offered, when the document may have moved on. */
import type { RecordFact } from '../../reading/facts.ts';
import type { Source } from '../../workspace/finding.ts';

/**
 * The record of that kind, form, id and name in the document as it stands now; of several, the one that says what it said.
 * Null where there is none any more, or where nobody can tell which of several it is.
 */
export function recordAgain(source: Source | null, record: RecordFact): RecordFact | null {
  const alike =
    source?.facts.records.filter(
      (each) =>
        each.kind === record.kind && each.form === record.form && each.id === record.id && each.name === record.name,
    ) ?? [];
  if (alike.length < 2) return alike[0] ?? null;
  const same = alike.filter((each) => saysTheSame(each, record));
  return same.length === 1 ? (same[0] ?? null) : (same.find((each) => each.span.start === record.span.start) ?? null);
}

function saysTheSame(one: RecordFact, other: RecordFact): boolean {
  return (
    one.fields.length === other.fields.length &&
    one.fields.every((field, i) => field.field === other.fields[i]?.field && field.raw === other.fields[i]?.raw)
  );
}
