/** Fixes of an improvement that has come to a halt: room for what is done about it, or on hold. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import type { Fix } from '../../workspace/finding.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import type { RecordSubject } from '../rule.ts';
import { recordFix } from './one-document.ts';
import { toFillIn } from './to-fill-in.ts';

/** In: the improvement. Out: the fixes; to let it wait is a decision, and taking the fix is to take it. */
export function followUpFixes({ facts, record, lexicon }: RecordSubject): readonly Fix[] {
  const fixes: Fix[] = [];
  if (!isTouched(fieldOf(record, 'follow_up')))
    fixes.push(toFillIn(facts, record, 'follow_up', 'what is done about it', lexicon));
  if (fieldOf(record, 'status')?.state === 'given')
    fixes.push(
      recordFix(`Put ${record.id ?? 'it'} on hold`, facts, record, (here, now) =>
        setRecordField(here, now, 'status', 'On hold', lexicon),
      ),
    );
  return fixes;
}
