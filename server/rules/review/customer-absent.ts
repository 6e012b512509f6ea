/** The rule `review.customer-absent`: a service review in which nobody took part for the customer. */
import { fieldOf, givenField, isTouched } from '../../reading/facts.ts';
import { attendanceOf } from '../attendance.ts';
import { customersIn } from '../customer-reviews.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { heldOn } from '../management-reviews.ts';
import { isInWriting, isOfCustomer, reviewedCustomers } from '../review-sides.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'review.customer-absent',
  title: 'Service review without the customer',
  why: 'The 2005 and 2011 editions have provider and customer review the service together. A review among ourselves tells how we see it, and not how the customer does. The 2018 edition does not speak of attendance.',
  remedy:
    'Name who took part for the customer. Where somebody else spoke for the customer, or the review was held in writing, say so.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: { '2005': 'warning', '2011': 'warning', '2018': 'information' },
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15

## Attendees
   ^^^^^^^^^ [review.customer-absent] Quarry Ltd

| Name | Role | Side |
| --- | --- | --- |
| Greta Finch | Customer Relationship Manager | Provider |
| Bruno Vale | Change Manager | Provider |
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15

## Attendees

| Name | Role | Side |
| --- | --- | --- |
| Greta Finch | Customer Relationship Manager | Provider |
| Pia Quarry | Head of Operations | Customer |
`,
  },
  on: 'records',
  kinds: ['service-review'],
  *check({ facts, record, view, lexicon }) {
    const day = heldOn(record, view.asOf);
    if (day === null || isInWriting(record)) return;
    // Whatever stands in a place for the customer's people is an answer, or asked for as a placeholder.
    if (isTouched(fieldOf(record, 'attendees_customer'))) return;
    const attendance = attendanceOf(facts, record);
    if (attendance.people.length === 0 || !attendance.whole) return;
    const names = reviewedCustomers(facts, record);
    // An internal customer is of one house with the provider: only sides that are told apart tell.
    const internal = customersIn({ facts, record }, view).some((each) => {
      const side = fieldOf(each.record, 'side');
      return side?.value?.type === 'enumeration' && side.value.value === 'internal';
    });
    if (internal && attendance.people.some((each) => each.represents === null)) return;
    if (attendance.people.some((each) => isOfCustomer(each, names, view, day) !== false)) return;
    const customer = givenField(record, 'customer')?.raw ?? 'the customer';
    yield {
      span: attendance.span ?? record.headSpan,
      message:
        view.edition === '2018'
          ? `Nobody among the attendees is told to speak for ${customer}.`
          : `Nobody among the attendees is told to speak for ${customer}: possible nonconformity.`,
      about: 'customer',
      fixes:
        record.form === 'document'
          ? [toFillIn(facts, record, 'attendees_customer', 'the attendees of the customer', lexicon)]
          : [],
    };
  },
});
