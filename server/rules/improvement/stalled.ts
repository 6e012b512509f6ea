/** The rule `improvement.stalled`: an open improvement on which nothing has moved for long. */
import type { Day } from '../../model/value.ts';
import { addDays, compareDays, findDates } from '../../model/vocabulary/dates.ts';
import { dayIn, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { isBefore, isPast } from '../due.ts';
import { followUpFixes } from '../fixes/follow-up.ts';
import {
  improvementName,
  improvementState,
  isAuthorized,
  isKeptHere,
  isSettledAnywhere,
} from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.stalled',
  title: 'Improvement on which nothing moves',
  why: 'Improvement is to be managed: approved improvements are carried out, and their progress is followed. An entry on which nothing has changed for half a year is neither.',
  remedy:
    'Say how it stands and until when it will be done. If nobody will take it up soon, put it on hold or reject it, with the reason.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2', '4.4.3'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Status | Last updated |
| --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | In progress | 2026-02-03 |
                                                  ^^^^^^^^^^ [improvement.stalled] IMP-004
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Status | Last updated |
| --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | In progress | 2026-09-14 |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { record, view } = subject;
    // What waits for its assessment or decision does not stall: improvement.not-assessed asks for that.
    if (!isAuthorized(record) || !isKeptHere(subject) || isSettledAnywhere(subject)) return;
    const state = improvementState(record);
    if (state !== 'in-progress' && state !== 'open' && state !== 'planned') return;
    const due = fieldOf(record, 'due');
    // A date that has passed says more; and without a last change, a date ahead says that it is on its way.
    if (isPast(due, view.asOf)) return;
    // Somebody began to write down how it stands: doc.placeholder asks for the rest.
    if (fieldOf(record, 'follow_up')?.state === 'placeholder') return;
    const updated = givenField(record, 'updated');
    if (updated === null && (isTouched(due) || isTouched(fieldOf(record, 'updated')))) return;
    const moved = lastMove(record);
    if (moved === null || !isBefore(addDays(moved, view.threshold('improvement-stalled')), view.asOf)) return;
    yield {
      span: updated?.span ?? record.headSpan,
      message: `${improvementName(record)} is open, and the entry shows no change since ${moved}.`,
      about: record.id ?? record.name,
      fixes: followUpFixes(subject),
    };
  },
});

/** The last day on which the entry says that something was done; null where one of its dates can be read in two ways. */
function lastMove(record: RecordFact): Day | null {
  const days: Day[] = [];
  for (const name of ['raised', 'approved', 'updated', 'result_date', 'closed']) {
    const field = givenField(record, name);
    if (field === null) continue;
    const day = dayIn(field, 'last');
    if (day === null) return null;
    days.push(day);
  }
  const notes = ['follow_up', 'status', 'decision'].flatMap((name) => givenField(record, name)?.raw ?? []);
  for (const note of notes)
    for (const { value } of findDates(note)) {
      if (value.ambiguous) return null;
      days.push(value.last);
    }
  return days.sort(compareDays).at(-1) ?? null;
}
