/** Fixes that take "done" back, for what is not finished as long as something is missing. */
import { type Facts, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { recordAgain } from './record-again.ts';

/** The fix that sets an entry back to in progress; none where it has no status to set. */
export function reopenFixes(facts: Facts, record: RecordFact, lexicon: Lexicon): readonly Fix[] {
  if (fieldOf(record, 'status')?.state !== 'given') return [];
  return [
    {
      title: `Set ${record.id ?? 'it'} back to in progress`,
      safe: false,
      reads: [facts.path],
      changes: (source) => {
        const here = source(facts.path);
        const now = recordAgain(here, record);
        const edits =
          here === null || now === null ? null : setRecordField(here, now, 'status', 'In progress', lexicon);
        return edits === null ? null : [{ type: 'edit', path: facts.path, edits }];
      },
    },
  ];
}
