/** Fixes that take "done" back, for what is not finished as long as something is missing. */
import { type Facts, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { recordFix } from './one-document.ts';

/** The fix that sets an entry back to in progress; none where it has no status to set. */
export function reopenFixes(facts: Facts, record: RecordFact, lexicon: Lexicon): readonly Fix[] {
  if (fieldOf(record, 'status')?.state !== 'given') return [];
  return [
    recordFix(`Set ${record.id ?? 'it'} back to in progress`, facts, record, (here, now) =>
      setRecordField(here, now, 'status', 'In progress', lexicon),
    ),
  ];
}
