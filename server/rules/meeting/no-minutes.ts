/** The rule `meeting.no-minutes`: a meeting with a customer was planned, its day has passed, and there are no minutes. */
import type { Day } from '../../model/value.ts';
import { type FieldFact, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Located, View } from '../../workspace/view.ts';
import { type CustomerMeeting, customersIn, customersOf, meetingsWith, missedDay } from '../customer-reviews.ts';
import { isBefore } from '../due.ts';
import { minutesFixes, preparedWords } from '../fixes/minutes.ts';
import { heldOn } from '../management-reviews.ts';
import { type Draft, type RecordSubject, rule } from '../rule.ts';

const PLANNED = ['next_review', 'next_interim'] as const;

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
  on: 'records',
  kinds: ['customer', 'service-review'],
  *check(subject) {
    const { facts, record, view } = subject;
    if (record.kind === 'customer') {
      if (!customersOf(facts, view).includes(record)) return;
      const missed = missedOf(record, meetingsWith(record, view), view);
      if (missed !== null) yield draft(subject, record, missed, meetingsWith(record, view));
      return;
    }
    const held = heldOn(record, view.asOf);
    const [customer, ...others] = customersIn(subject, view);
    // A meeting with several customers, or with none that is known, is nobody's row to look at.
    if (held === null || customer === undefined || others.length > 0) return;
    const meetings = meetingsWith(customer.record, view);
    if (!customersOf(customer.facts, view).includes(customer.record)) return;
    // The register's own day says it already, and only the last minutes say what comes next.
    if (missedOf(customer.record, meetings, view) !== null || isFollowed(subject, held, meetings)) return;
    const next = fieldOf(record, 'next_meeting');
    const day = missedDay(next, customer.record, meetings, view);
    if (next !== null && day !== null) yield draft(subject, customer.record, { field: next, day }, meetings);
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

function isFollowed(meeting: Located, held: Day, meetings: readonly CustomerMeeting[]): boolean {
  return meetings.some((each) => each.record !== meeting.record && each.day !== null && isBefore(held, each.day));
}

function draft(
  { view, lexicon }: RecordSubject,
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
