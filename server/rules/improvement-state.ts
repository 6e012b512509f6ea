/** Where an improvement stands, and whether its entry is the one that counts. */

import { isEvidence } from '../model/evidence-kinds.ts';
import type { Day } from '../model/value.ts';
import { decisionOf } from '../model/vocabulary/decisions.ts';
import { type ItemStatus, isSettled, itemStatus } from '../model/vocabulary/statuses.ts';
import { dayIn, fieldOf, givenField, isAnswered, type RecordFact } from '../reading/facts.ts';
import type { RecordSubject } from './rule.ts';

/** The state of an improvement: what its status says; finished where only a closing date is given; rejected where the decision says so. */
export function improvementState(record: RecordFact): ItemStatus | null {
  const decision = fieldOf(record, 'decision');
  if (decision?.state === 'given' && itemStatus(decision.raw) === 'rejected') return 'rejected';
  const status = fieldOf(record, 'status');
  if (status?.state === 'given') return itemStatus(status.raw);
  return fieldOf(record, 'closed')?.state === 'given' ? 'done' : null;
}

/** Was it decided to carry it out? It was begun, or its status, its decision or an approver says so. */
export function isAuthorized(record: RecordFact): boolean {
  const state = improvementState(record);
  if (state === 'in-progress' || state === 'done' || state === 'closed') return true;
  if (state === 'rejected' || state === 'on-hold' || state === 'new') return false;
  for (const name of ['decision', 'status']) {
    const said = givenField(record, name);
    const decision = said === null ? null : decisionOf(said.raw);
    if (decision !== null) return decision === 'approved';
  }
  return givenField(record, 'approver') !== null || givenField(record, 'approved') !== null;
}

/** The day since which an improvement is known: the day on which it was raised, else the first other day that the entry gives. */
export function knownSince(record: RecordFact): Day | null {
  const names = givenField(record, 'raised') === null ? ['approved', 'updated', 'closed', 'result_date'] : ['raised'];
  for (const name of names) {
    const day = dayIn(fieldOf(record, name), 'last');
    if (day !== null) return day;
  }
  return null;
}

/** Is nothing more to be done: by the state of the entry, by its measured result, or by what another entry of it says? */
export function isSettledAnywhere({ record, view }: RecordSubject): boolean {
  if (isFinished(record)) return true;
  return (
    record.id !== null &&
    view
      .identified(record.id)
      .some((twin) => twin.record !== null && twin.record.kind === 'improvement' && isFinished(twin.record))
  );
}

function isFinished(record: RecordFact): boolean {
  const state = improvementState(record);
  return isSettled(state) || (state === null && givenField(record, 'result') !== null);
}

/** Minutes and reports only mention improvements; their register, or whatever other document keeps them, answers. */
export function isKeptHere({ facts, record }: RecordSubject): boolean {
  // A row that names nothing is a form that waits to be filled in.
  if (record.id === null && record.name === '') return false;
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
