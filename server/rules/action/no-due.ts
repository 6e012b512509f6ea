/** The rule `action.no-due`: an action of a meeting without a day by which it is to be done. */
import { fieldOf, isTouched, type RecordFact } from '../../reading/facts.ts';
import { lackingAmong } from '../customer-reviews.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { actionName, actionsOf, isDecision, isOpen, MINUTES_KINDS } from '../minutes-actions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'action.no-due',
  title: 'Action without a due date',
  why: 'An action without a day is never late, and so nobody notices that it was never done.',
  remedy: 'Say by when it is to be done; “next meeting” is fine.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2', '7.5.4'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd

**Date:** 2026-09-15

## Action plan

| Action | Owner | Due |
| --- | --- | --- |
| Order two servers | Bruno Vale | |
  ^^^^^^^^^^^^^^^^^ [action.no-due] Order two servers
  💡 Add the due date, to be filled in
| Send the report | Greta Finch | 2026-12-01 |
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Date:** 2026-09-15

## Action plan

| Action | Owner | Due |
| --- | --- | --- |
| Order two servers | Bruno Vale | next meeting |
| Send the report | Greta Finch | 2026-12-01 |
`,
  },
  on: 'documents',
  kinds: MINUTES_KINDS,
  *check({ facts, lexicon }) {
    const actions = actionsOf(facts).filter((each) => isOpen(each) && !isDecision(each));
    for (const { record, count } of lackingAmong(actions, (row: RecordFact) => !isTouched(fieldOf(row, 'due')))) {
      yield {
        span: record.headSpan,
        message:
          count > 1
            ? `None of the ${count} open actions has a due date. Agree by when each is done.`
            : `The action ${actionName(record)} has no due date. Agree by when it is done.`,
        about: record.id ?? record.name,
        fixes: [toFillIn(facts, record, 'due', 'the due date', lexicon)],
      };
    }
  },
});
