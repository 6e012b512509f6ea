/** The rule `improvement.not-assessed`: a suggestion that nobody has weighed. */

import { addDays } from '../../model/vocabulary/dates.ts';
import { decisionSaysMore } from '../../model/vocabulary/decisions.ts';
import { parsePriority } from '../../model/vocabulary/priorities.ts';
import { fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { isBefore } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import {
  improvementName,
  improvementState,
  isAnsweredElsewhere,
  isAuthorized,
  isKeptHere,
  knownSince,
} from '../improvement-state.ts';
import { rule } from '../rule.ts';

const WEIGHED = ['assessment', 'benefit', 'effort'];

export default rule({
  id: 'improvement.not-assessed',
  title: 'Improvement that nobody has assessed',
  why: 'Every suggestion is to be weighed before it is taken up or turned down: the 2005 edition says so of all suggested improvements, the later ones want decisions against criteria. An entry without benefit, effort or any other assessment shows no ground for whatever is decided.',
  remedy:
    'Write down what it would bring and what it would take, or how it stands against your criteria; a line is enough. A rejection with its reason is an assessment too.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: { '2005': 'error', '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Raised | Improvement | Benefit | Effort | Priority | Status |
| --- | --- | --- | --- | --- | --- | --- |
| IMP-004 | 2026-05-11 | Faster restore | | | High | New |
  ^^^^^^^ [improvement.not-assessed] IMP-004
  💡 Add the assessment, to be filled in
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Raised | Improvement | Benefit | Effort | Priority | Status |
| --- | --- | --- | --- | --- | --- | --- |
| IMP-004 | 2026-05-11 | Faster restore | Less downtime | 5 days | High | New |
`,
  },
  on: 'records',
  kinds: ['improvement'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    if (!isKeptHere(subject) || WEIGHED.some((name) => isTouched(fieldOf(record, name)))) return;
    const rejected = improvementState(record) === 'rejected';
    if (isScored(record) || (rejected && saysWhy(record))) return;
    const since = knownSince(record);
    // Without a date nobody can say that it has waited for long; what was begun or turned down was due all the same.
    if (since === null ? !rejected && !isAuthorized(record) : !hasWaited(since)) return;
    if (WEIGHED.some((name) => isAnsweredElsewhere(name, subject))) return;
    yield {
      span: record.headSpan,
      message: rejected
        ? `${improvementName(record)} was rejected, but neither a reason nor an assessment is given: possible nonconformity.`
        : `${improvementName(record)} has no assessment, such as its benefit or effort: possible nonconformity.`,
      about: record.id ?? record.name,
      fixes: [toFillIn(facts, record, 'assessment', 'the assessment', lexicon)],
    };

    function hasWaited(day: string): boolean {
      return isBefore(addDays(day, view.threshold('improvement-assessment')), view.asOf);
    }
  },
});

/** A score such as that of WSJF is worked out from benefit and effort. */
function isScored(record: RecordFact): boolean {
  const priority = givenField(record, 'priority');
  return priority !== null && parsePriority(priority.raw)?.score != null;
}

function saysWhy(record: RecordFact): boolean {
  const decision = fieldOf(record, 'decision');
  if (decision !== null && (decision.links.length > 0 || decisionSaysMore(decision.raw))) return true;
  const status = givenField(record, 'status');
  return (status !== null && decisionSaysMore(status.raw)) || isTouched(fieldOf(record, 'follow_up'));
}
