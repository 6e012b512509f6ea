/** The rule `customer.no-review`: a customer with whom no review was held, and none is planned. */
import { customersOf, hasReviewPlan, lackingAmong, meetingsWith, saysHow } from '../customer-reviews.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'customer.no-review',
  title: 'Customer without any review',
  why: 'Services are to be reviewed with each customer. Where neither a review nor a plan for one is recorded, changed needs and a growing scope go unnoticed.',
  remedy:
    'Agree with the customer how often services are reviewed, put the interval and the date of the next review into its row, and keep the minutes here.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: customers.md
# Customer register

| Customer | Services | Relationship manager | Next review |
| --- | --- | --- | --- |
| Quarry Ltd | Hosting | Greta Finch | |
  ^^^^^^^^^^ [customer.no-review] Quarry Ltd
  💡 Add the date of the next review, to be filled in
| Millpond | Hosting | Greta Finch | 2027-05-11 |
`,
    good: `--- file: customers.md
# Customer register

| Customer | Services | Relationship manager | Next review |
| --- | --- | --- | --- |
| Quarry Ltd | Hosting | Greta Finch | 2027-03-09 |
`,
  },
  on: 'documents',
  kinds: ['customer-register'],
  *check({ facts, view, lexicon }) {
    if (saysHow(facts)) return;
    for (const { record, count } of lackingAmong(
      customersOf(facts, view),
      (row) => !hasReviewPlan(row, meetingsWith(row, view), view),
    )) {
      yield {
        span: record.headSpan,
        message:
          count > 1
            ? `No review is recorded or planned with any of the ${count} customers: possible nonconformity.`
            : `No review with ${record.name} is recorded or planned: possible nonconformity.`,
        about: record.id ?? record.name,
        fixes: [toFillIn(facts, record, 'next_review', 'the date of the next review', lexicon)],
      };
    }
  },
});
