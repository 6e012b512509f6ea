/** The rule `improvement.overdue`: the day by which an improvement was to be done has passed. */
import { findDates } from '../../model/vocabulary/dates.ts';
import { fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import { isBefore, isPast } from '../due.ts';
import { followUpFixes } from '../fixes/follow-up.ts';
import { improvementName, improvementState, isKeptHere, isSettledAnywhere } from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.overdue',
  title: 'Improvement past its due date',
  why: 'Approved improvements are to be carried out as planned. An open entry whose date has passed shows that nobody follows the plan, or that nobody keeps the register.',
  remedy:
    'Bring the status up to date, or agree a new date and write it down; a word on the reason helps whoever reads it next.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2', '4.4.3'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Due | Status |
| --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | 2026-06-30 | In progress |
                                    ^^^^^^^^^^ [improvement.overdue] IMP-004
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Due | Status |
| --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | 2027-01-31 | In progress |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { record, view } = subject;
    const due = givenField(record, 'due');
    if (due === null || !isPast(due, view.asOf) || !isKeptHere(subject)) return;
    if (!isOpen(record) || isSettledAnywhere(subject) || hasLaterDate(record, view.asOf)) return;
    yield {
      span: due.span,
      message: `${improvementName(record)} was to be done by ${due.raw}, and is still open.`,
      about: record.id ?? record.name,
      fixes: followUpFixes(subject),
    };
  },
});

/** What is put off has no date to keep; where neither a status nor an empty result is there, nobody can say how it stands. */
function isOpen(record: RecordFact): boolean {
  const state = improvementState(record);
  if (state !== null) return state !== 'on-hold';
  if (givenField(record, 'status') !== null) return false;
  return ['status', 'closed', 'result'].some((name) => fieldOf(record, name)?.state === 'empty');
}

/** "Supplier late, now 2027-02-28" beside the old date, or room for it. */
function hasLaterDate(record: RecordFact, asOf: string): boolean {
  const note = fieldOf(record, 'follow_up');
  if (note?.state === 'placeholder') return true;
  return note?.state === 'given' && findDates(note.raw).some(({ value }) => !isBefore(value.last, asOf));
}
