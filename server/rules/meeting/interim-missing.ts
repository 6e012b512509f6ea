/** The rule `meeting.interim-missing`: no meeting with a customer between two reviews, as it was agreed or as 2005 expects it. */
import { addInterval } from '../../model/vocabulary/dates.ts';
import { dayIn, fieldOf, isTouched, type RecordFact } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import {
  type CustomerMeeting,
  customersOf,
  intervalWith,
  isInterim,
  isMissed,
  isNewCustomer,
  isUncertain,
  lackingAmong,
  lastMeeting,
  meetingsWith,
} from '../customer-reviews.ts';
import { isBefore, isOverdueSince } from '../due.ts';
import { minutesFixes, preparedWords } from '../fixes/minutes.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

const MET = ['last_review', 'last_interim'];

export default rule({
  id: 'meeting.interim-missing',
  title: 'No interim meeting with a customer',
  why: 'The 2005 edition asks for interim meetings at agreed intervals on performance, achievements, issues and action plans. The later editions leave it to what one has agreed; what was agreed and is not kept, an auditor will ask about.',
  remedy:
    'Agree with the customer how often one meets between two reviews, and keep the minutes. A monthly meeting on the service report is such a meeting.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: 'warning',
  examples: {
    bad: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Interim meetings | Last review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | quarterly | 2026-03-18 |
                             ^^^^^^^^^ [meeting.interim-missing] 2026-06-18
                             💡 Create minutes of the next meeting with Quarry Ltd
`,
    good: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Interim meetings | Last review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | quarterly | 2026-09-18 |
`,
  },
  on: 'documents',
  kinds: ['customer-register'],
  *check({ facts, view, lexicon }) {
    const customers = customersOf(facts, view);
    const agreed = (row: RecordFact) => intervalWith(row, meetingsWith(row, view), view, 'interim');
    // Without an agreement, only the 2005 edition expects such meetings.
    const undeclared: ReadonlySet<RecordFact> =
      view.edition === '2005' ? new Set(customers.filter((row) => agreed(row) === null)) : new Set();
    const silent = lackingAmong(customers, (row) => undeclared.has(row) && meetsTooSeldom(row, view));
    for (const { record, count } of silent)
      yield {
        span: record.headSpan,
        message: `No interim meetings with ${count > 1 ? 'any of the customers' : record.name} are agreed or recorded: possible nonconformity.`,
        about: record.id ?? record.name,
        fixes: [toFillIn(facts, record, 'interim_interval', 'the interval of interim meetings', lexicon)],
      };
    for (const record of customers) {
      const meetings = meetingsWith(record, view);
      const declared = agreed(record);
      if (declared === null || isUncertain(record, meetings) || isMissed(record, meetings, view)) continue;
      const last = lastMeeting(record, meetings, view, MET) ?? dayIn(fieldOf(record, 'since'), 'last');
      if (last === null) continue;
      if (!isOverdueSince(last, declared.interval, view.asOf, view.threshold('review-delay'))) continue;
      const own = fieldOf(record, 'interim_interval');
      yield {
        span: own !== null && own === declared.field ? own.span : record.headSpan,
        message: `One last met with ${record.name} on ${last}, and the next meeting was due by ${addInterval(last, declared.interval)}: possible nonconformity.${preparedWords(meetings)}`,
        about: record.id ?? record.name,
        severity: view.edition === '2005' ? 'error' : 'warning',
        fixes: minutesFixes(record, meetings, 'interim', view, lexicon),
      };
    }
  },
});

/** Is there, beside the yearly review, no other meeting in a year, though there are reviews with the customer? */
function meetsTooSeldom(row: RecordFact, view: View): boolean {
  const meetings = meetingsWith(row, view);
  const last = lastMeeting(row, meetings, view, MET);
  const yearAgo = addInterval(view.asOf, '-P12M');
  if (last === null || isUncertain(row, meetings) || isNewCustomer(row, yearAgo)) return false;
  if (['interim_interval', 'last_interim', 'next_interim'].some((name) => isTouched(fieldOf(row, name)))) return false;
  return !meetings.some((each) => isInterim(each.record)) && recent(meetings, yearAgo) < 2;
}

function recent(meetings: readonly CustomerMeeting[], from: string): number {
  return meetings.filter((each) => each.day !== null && !isBefore(each.day, from)).length;
}
