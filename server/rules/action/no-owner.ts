/** The rule `action.no-owner`: an action of a meeting that is given to nobody. */
import { fieldOf, isTouched, type RecordFact } from '../../reading/facts.ts';
import { lackingAmong } from '../customer-reviews.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { actionName, actionsOf, isDecision, isOpen, MINUTES_KINDS } from '../minutes-actions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'action.no-owner',
  title: 'Action without an owner',
  why: 'What everybody is to do, nobody does. Minutes are worth what becomes of their actions, and that needs one name for each.',
  remedy: 'Name the person or role that does it.',
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
| Order two servers | | 2026-12-01 |
  ^^^^^^^^^^^^^^^^^ [action.no-owner] Order two servers
  💡 Add the owner, to be filled in
| Send the report | Greta Finch | 2026-12-01 |
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Date:** 2026-09-15

## Action plan

| Action | Owner | Due |
| --- | --- | --- |
| Order two servers | Bruno Vale | 2026-12-01 |
| Send the report | Greta Finch | 2026-12-01 |
`,
  },
  on: 'documents',
  kinds: MINUTES_KINDS,
  *check({ facts, lexicon }) {
    const actions = actionsOf(facts).filter((each) => isOpen(each) && !isDecision(each));
    for (const { record, count } of lackingAmong(actions, (row: RecordFact) => !isTouched(fieldOf(row, 'owner')))) {
      yield {
        span: record.headSpan,
        message:
          count > 1
            ? `None of the ${count} open actions has an owner. Say who takes each on.`
            : `The action ${actionName(record)} has no owner. Say who takes it on.`,
        about: record.id ?? record.name,
        fixes: [toFillIn(facts, record, 'owner', 'the owner', lexicon)],
      };
    }
  },
});
