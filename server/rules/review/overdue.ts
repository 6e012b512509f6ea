/** The rule `review.overdue`: the last review with a customer is longer ago than it may be. */
import { addInterval } from '../../model/vocabulary/dates.ts';
import { daysOf } from '../../model/vocabulary/intervals.ts';
import { dayIn, fieldOf } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import type { Related } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import {
  type CustomerMeeting,
  customersOf,
  intervalWith,
  isInterim,
  isMissed,
  isUncertain,
  lastMeeting,
  meetingsWith,
  preparedMinutes,
} from '../customer-reviews.ts';
import { isOverdueSince } from '../due.ts';
import { minutesFixes, preparedWords } from '../fixes/minutes.ts';
import { missingTopics, YEARLY_TOPICS } from '../review-topics.ts';
import { rule } from '../rule.ts';

/** The 2005 edition asks for a review at least once a year; the later ones for the interval that one has planned. */
const YEAR = 'P12M';

export default rule({
  id: 'review.overdue',
  title: 'Service review with a customer overdue',
  why: 'The 2005 edition asks for a review with each customer at least once a year, the later ones for reviews at planned intervals. A review that is left out is where changed needs, changed agreements and a changed scope would have come up.',
  remedy:
    'Hold the review and keep its minutes here. Where it did take place, add its minutes, or its date to the customer’s row.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: { '2005': 'error', '2011': 'warning', '2018': 'warning' },
  examples: {
    bad: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Review interval | Last review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | yearly | 2025-03-18 |
                                      ^^^^^^^^^^ [review.overdue] 2026-03-18
                                     💡 Create minutes of the next meeting with Quarry Ltd
`,
    good: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Review interval | Last review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | yearly | 2026-03-18 |
`,
  },
  on: 'documents',
  kinds: ['customer-register'],
  *check({ facts, view, lexicon }) {
    for (const record of customersOf(facts, view)) {
      const meetings = meetingsWith(record, view);
      // Where a planned day has passed, that says it all.
      if (isMissed(record, meetings, view) || isUncertain(record, meetings)) continue;
      const declared = intervalWith(record, meetings, view, 'review');
      const interval =
        view.edition === '2005' ? shorter(declared?.interval ?? YEAR, YEAR) : (declared?.interval ?? null);
      if (interval === null) continue;
      const counting = view.edition === '2005' ? meetings.filter((each) => isYearly(each, view)) : meetings;
      const last = lastMeeting(record, counting, view, ['last_review']);
      const since = last ?? dayIn(fieldOf(record, 'since'), 'last');
      if (since === null || !isOverdueSince(since, interval, view.asOf, view.threshold('review-delay'))) continue;
      const field = fieldOf(record, 'last_review');
      const prepared = preparedMinutes(meetings);
      const related: Related[] = [];
      const minutes = counting.find((each) => each.day !== null && each.day === last);
      if (minutes !== undefined)
        related.push({ path: minutes.facts.path, span: minutes.record.headSpan, message: 'The last review.' });
      if (prepared !== null)
        related.push({
          path: prepared.facts.path,
          span: prepared.record.headSpan,
          message: 'The minutes that are prepared.',
        });
      yield {
        span: last !== null && field?.state === 'given' ? field.span : record.headSpan,
        message: `${last === null ? `No review with ${record.name} has been held` : `The last review with ${record.name} was on ${last}`}, and one was due by ${addInterval(since, interval)}: possible nonconformity.${preparedWords(meetings)}`,
        about: record.id ?? record.name,
        related,
        fixes: minutesFixes(record, meetings, 'annual', view, lexicon),
      };
    }
  },
});

function shorter(one: string, other: string): string {
  return (daysOf(one) ?? 0) <= (daysOf(other) ?? 0) ? one : other;
}

/** An interim meeting stands in for the yearly review where it covers what that has to cover. */
function isYearly(meeting: CustomerMeeting, view: View): boolean {
  if (!isInterim(meeting.record)) return true;
  const facts = view.facts(meeting.facts.path);
  return facts !== null && missingTopics(facts, YEARLY_TOPICS, lexiconFor(view.configuration)).length === 0;
}
