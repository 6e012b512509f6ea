/** The rule `action.overdue`: an action of a meeting whose day has passed, and nothing says that it is done. */
import { dayIn, fieldOf } from '../../reading/facts.ts';
import { isPast } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { actionName, actionsOf, isOpen, isReportedLater, MINUTES_KINDS } from '../minutes-actions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'action.overdue',
  title: 'Action overdue',
  why: 'Actions of reviews and meetings are tracked until they are done. One whose day has passed without a word is the first thing that an auditor picks from old minutes.',
  remedy: 'Set its status here, or report it in the minutes of the next meeting: done, or by which new day and why.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2', '7.5.4'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd

**Date:** 2026-06-15

## Action plan

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Order two servers | Bruno Vale | 2026-08-01 | open |
                                   ^^^^^^^^^^ [action.overdue] Order two servers
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Date:** 2026-06-15

## Action plan

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Order two servers | Bruno Vale | 2026-08-01 | done on 2026-07-20 |
`,
  },
  on: 'documents',
  kinds: MINUTES_KINDS,
  *check({ facts, view, lexicon }) {
    for (const record of actionsOf(facts)) {
      const due = fieldOf(record, 'due');
      if (!isOpen(record) || due === null || !isPast(due, view.asOf) || isReportedLater(facts, record, view)) continue;
      yield {
        span: due.span,
        message: `The action ${actionName(record)} was due on ${dayIn(due, 'last')}, and nothing says that it is done. Enter when it was done, or agree on another day.`,
        about: record.id ?? record.name,
        // Words in a sentence have no place for another field.
        fixes: record.fields.some(({ labelSpan }) => labelSpan === null)
          ? []
          : [toFillIn(facts, record, 'closed', 'the day it was done', lexicon)],
      };
    }
  },
});
