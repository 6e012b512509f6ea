/** The rule `review.interval-undeclared`: nobody has said how often services are reviewed with a customer. */
import { fieldOf, isTouched, type RecordFact } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import {
  agreementsWith,
  customersOf,
  hasReviewPlan,
  intervalWith,
  isIntervalAgreedInWords,
  lackingAmong,
  meetingsWith,
  saysHow,
} from '../customer-reviews.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'review.interval-undeclared',
  title: 'Service reviews without a declared interval',
  why: 'Performance and outcome are to be reviewed with customers at planned intervals. The standard leaves the number of months to the organization, and then measures it by what it has declared.',
  remedy:
    'Put the interval into the customer’s row (“Review interval: yearly”), into the SLA, or for all customers into `clausewright.yaml` (`intervals: {service-review: P12M}`). “Regularly” is no interval.',
  pitfall: 6,
  clauses: { '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: { '2011': 'warning', '2018': 'warning' },
  completeness: true,
  examples: {
    bad: `--- file: customers.md
# Customer register

| Customer | Relationship manager | Review interval | Last review |
| --- | --- | --- | --- |
| Quarry Ltd | Greta Finch | | 2026-03-18 |
  ^^^^^^^^^^ [review.interval-undeclared] Quarry Ltd
  💡 Add the review interval, to be filled in
| Millpond | Greta Finch | yearly | 2026-05-11 |
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
    if (saysHow(facts)) return;
    for (const { record, count } of lackingAmong(customersOf(facts, view), (row) => lacksInterval(row, view))) {
      const field = fieldOf(record, 'review_interval');
      const vague = field?.state === 'given';
      yield {
        span: vague ? field.span : record.headSpan,
        message:
          count > 1
            ? `Nothing says how often services are reviewed with any of the ${count} customers: possible nonconformity.`
            : vague
              ? `“${field.raw}” says no interval for reviews with ${record.name}: possible nonconformity. Name one, such as yearly.`
              : `Nothing says how often services are reviewed with ${record.name}: possible nonconformity.`,
        about: record.id ?? record.name,
        fixes: vague ? [] : [toFillIn(facts, record, 'review_interval', 'the review interval', lexicon)],
      };
    }
  },
});

function lacksInterval(row: RecordFact, view: View): boolean {
  const meetings = meetingsWith(row, view);
  if (intervalWith(row, meetings, view, 'review') !== null || isIntervalAgreedInWords(row, view)) return false;
  // With no review at all, and none planned, that is what is to be said first.
  if (!hasReviewPlan(row, meetings, view)) return false;
  const own = fieldOf(row, 'review_interval');
  const vague = own?.state === 'given' && own.value?.type === 'interval';
  return vague || ![own, ...agreementsWith(row, view).map((sla) => fieldOf(sla, 'meeting_interval'))].some(isTouched);
}
