/** The rule `improvement.no-target`: an improvement that was approved, but nobody said what it has to reach. */
import { parseTarget } from '../../model/vocabulary/targets.ts';
import { fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import {
  improvementName,
  improvementState,
  isAnsweredElsewhere,
  isAuthorized,
  isKeptHere,
} from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.no-target',
  title: 'Approved improvement without a target',
  why: 'What is approved needs a target against which its effect can be measured: quality, value, cost, productivity or risk. Without one, “done” is all that can ever be said of it. The 2018 edition asks for targets of each approved improvement.',
  remedy:
    'Say what is to be reached, best as a number with its unit, and what the value is today. Where the goal is a plain yes or no, write “in place” as the target.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2', '4.4.3'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: { '2005': 'warning', '2011': 'warning', '2018': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Target | Approved by | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | | Head of Operations | In progress |
  ^^^^^^^ [improvement.no-target] IMP-004
  💡 Add the target, to be filled in
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Priority | Target | Approved by | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | High | ≤ 2 h | Head of Operations | In progress |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { facts, record, lexicon } = subject;
    if (!isAuthorized(record) || !isKeptHere(subject) || isTouched(fieldOf(record, 'target'))) return;
    if (isInPlace(record) || hasFigure(record) || isAnsweredElsewhere('target', subject)) return;
    yield {
      span: record.headSpan,
      message: `${improvementName(record)} is ${standing(record)}, but the entry does not say what it has to reach: possible nonconformity.`,
      about: record.id ?? record.name,
      fixes: [toFillIn(facts, record, 'target', 'the target', lexicon)],
    };
  },
});

/** Under way or done is what the entry says; that it was approved may be missing in it too. */
function standing(record: RecordFact): string {
  const state = improvementState(record);
  return state === 'in-progress' ? 'under way' : state === 'done' || state === 'closed' ? 'done' : 'approved';
}

/** Yes or no: done means that it is in place, and the evidence shows it. */
function isInPlace(record: RecordFact): boolean {
  const state = improvementState(record);
  return (state === 'done' || state === 'closed') && givenField(record, 'evidence') !== null;
}

/** "Restores within 2 h" as the expected benefit says what has to be reached. */
function hasFigure(record: RecordFact): boolean {
  const benefit = givenField(record, 'benefit');
  return benefit !== null && parseTarget(benefit.raw) !== null;
}
