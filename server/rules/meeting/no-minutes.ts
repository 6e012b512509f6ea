/** The rule `meeting.no-minutes`: a meeting with a customer was planned, its day has passed, and there are no minutes. */
import type { Day } from '../../model/value.ts';
import { type FieldFact, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import {
  type CustomerMeeting,
  customersIn,
  customersOf,
  isMissed,
  meetingsWith,
  missedDay,
  PLANNED,
} from '../customer-reviews.ts';
import { isBefore } from '../due.ts';
import { minutesFixes, preparedWords } from '../fixes/minutes.ts';
import { heldOn } from '../management-reviews.ts';
import { type Draft, rule, type Subject } from '../rule.ts';

export default rule({
  id: 'meeting.no-minutes',
  title: 'Planned meeting with a customer without minutes',
  why: 'Meetings with customers are documented: who met, what was said, decided and given to whom. A planned day that has passed without minutes leaves two questions open, whether one met, and what came of it.',
  remedy:
    'Add the minutes, or the day of the meeting to the customer’s row. Where the meeting was moved, write down the new day.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2', '7.5.4'] },
  severity: { '2005': 'error', '2011': 'warning', '2018': 'warning' },
  examples: {
    bad: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Review interval | Next review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | yearly | 2026-09-15 |
                                      ^^^^^^^^^^ [meeting.no-minutes] Quarry Ltd
                                     💡 Create minutes of the next meeting with Quarry Ltd
`,
    good: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Review interval | Next review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | yearly | 2026-09-15 |
--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-16
`,
  },
  on: 'documents',
  kinds: ['customer-register', 'service-review-minutes'],
  *check(subject) {
    const { facts, view } = subject;
    for (const customer of customersOf(facts, view)) {
      const meetings = meetingsWith(customer, view);
      const missed = missedOf(customer, meetings, view);
      if (missed !== null) yield draft(subject, customer, missed, meetings);
    }
    for (const record of facts.records) {
      if (record.kind !== 'service-review') continue;
      const next = fieldOf(record, 'next_meeting');
      const held = heldOn(record, view.asOf);
      if (next === null || held === null) continue;
      const [customer, ...others] = customersIn({ facts, record }, view);
      // A meeting with several customers, or with none that is known, is nobody's row to look at.
      if (customer === undefined || others.length > 0) continue;
      const meetings = meetingsWith(customer.record, view);
      if (!customersOf(customer.facts, view).includes(customer.record)) continue;
      // The register's own day says it already, and only the last minutes say what comes next.
      if (isMissed(customer.record, meetings, view) || isFollowed(record, held, meetings)) continue;
      const day = missedDay(next, customer.record, meetings, view);
      if (day !== null) yield draft(subject, customer.record, { field: next, day }, meetings);
    }
  },
});

interface Missed {
  readonly field: FieldFact;
  readonly day: Day;
}

function missedOf(customer: RecordFact, meetings: readonly CustomerMeeting[], view: View): Missed | null {
  for (const name of PLANNED) {
    const field = fieldOf(customer, name);
    const day = missedDay(field, customer, meetings, view);
    if (field !== null && day !== null) return { field, day };
  }
  return null;
}

function isFollowed(meeting: RecordFact, held: Day, meetings: readonly CustomerMeeting[]): boolean {
  return meetings.some((each) => each.record !== meeting && each.day !== null && isBefore(held, each.day));
}

function draft(
  { view, lexicon }: Subject,
  customer: RecordFact,
  missed: Missed,
  meetings: readonly CustomerMeeting[],
): Draft {
  return {
    span: missed.field.span,
    message: `A meeting with ${customer.name} was planned for ${missed.day}, and there are no minutes of it: possible nonconformity.${preparedWords(meetings)}`,
    about: customer.id ?? customer.name,
    fixes: minutesFixes(
      customer,
      meetings,
      missed.field.field === 'next_interim' ? 'interim' : 'annual',
      view,
      lexicon,
    ),
  };
}
