/** The rule `customer.no-relationship-owner`: a customer for whose satisfaction nobody by name answers. */
import { fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import { agreementsWith, customersOf, lackingAmong, saysHow } from '../customer-reviews.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'customer.no-relationship-owner',
  title: 'Customer without a relationship manager',
  why: 'Every edition asks for named individuals who manage the relationship with a customer and its satisfaction. A customer whom nobody looks after is heard only when something has gone wrong.',
  remedy: 'Name the person or role that looks after the customer, in its row of the customer register.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: customers.md
# Customer register

| Customer | Services | Relationship manager | Next review |
| --- | --- | --- | --- |
| Quarry Ltd | Hosting | | 2027-03-09 |
  ^^^^^^^^^^ [customer.no-relationship-owner] Quarry Ltd
  💡 Add the relationship manager, to be filled in
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
      (row) => !isTouched(fieldOf(row, 'manager')) && !isAgreed(row, view),
    )) {
      yield {
        span: record.headSpan,
        message:
          count > 1
            ? `The register names no relationship manager for any of its ${count} customers: possible nonconformity.`
            : `Nobody is named who looks after ${record.name}: possible nonconformity.`,
        about: record.id ?? record.name,
        fixes: [toFillIn(facts, record, 'manager', 'the relationship manager', lexicon)],
      };
    }
  },
});

/** Does the agreement with the customer name its relationship or account manager? */
function isAgreed(record: RecordFact, view: View): boolean {
  return agreementsWith(record, view).some((sla) => {
    const contact = givenField(sla, 'contact');
    return contact !== null && contact.shape !== 'section';
  });
}
