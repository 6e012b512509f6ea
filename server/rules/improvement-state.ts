/** Where an improvement stands, and whether its entry is the one that counts. */
import { type ItemStatus, itemStatus } from '../model/vocabulary/statuses.ts';
import { fieldOf, isAnswered, type RecordFact } from '../reading/facts.ts';
import { isEvidence } from './evidence-kinds.ts';
import type { RecordSubject } from './rule.ts';

/** The state of an improvement: what its status says; finished where only a closing date is given; rejected where the decision says so. */
export function improvementState(record: RecordFact): ItemStatus | null {
  const decision = fieldOf(record, 'decision');
  if (decision?.state === 'given' && itemStatus(decision.raw) === 'rejected') return 'rejected';
  const status = fieldOf(record, 'status');
  if (status?.state === 'given') return itemStatus(status.raw);
  return fieldOf(record, 'closed')?.state === 'given' ? 'done' : null;
}

/** Minutes and reports only mention improvements; their register, or whatever other document keeps them, answers. */
export function isKeptHere({ facts }: RecordSubject): boolean {
  return facts.kinds[0] === undefined || !isEvidence(facts.kinds[0]);
}

/** Does another entry of the same improvement answer a field? */
export function isAnsweredElsewhere(field: string, { record, view }: RecordSubject): boolean {
  if (record.id === null) return false;
  return view
    .identified(record.id)
    .some(
      (twin) =>
        twin.record !== null &&
        twin.record !== record &&
        twin.record.kind === 'improvement' &&
        isAnswered(fieldOf(twin.record, field)),
    );
}

/** What to call an improvement in a message. */
export function improvementName(record: RecordFact): string {
  const name = record.id ?? record.name;
  return name === '' ? 'This improvement' : /^improvement\b/i.test(name) ? name : `Improvement ${name}`;
}
