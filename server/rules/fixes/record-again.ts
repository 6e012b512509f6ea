/** Finding a record again: fixes are taken later than they are offered, when the document may have moved on. */
import type { RecordFact } from '../../reading/facts.ts';
import type { Source } from '../../workspace/finding.ts';

/** The record of that kind, form, id and name in the document as it stands now; null where there is none any more. */
export function recordAgain(source: Source | null, record: RecordFact): RecordFact | null {
  return (
    source?.facts.records.find(
      (each) =>
        each.kind === record.kind && each.form === record.form && each.id === record.id && each.name === record.name,
    ) ?? null
  );
}
