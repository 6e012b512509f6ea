/** The two sides of a service review: which of those who took part spoke for the customer, as far as the documents tell. */
import type { Day } from '../model/value.ts';
import { customerKey } from '../model/vocabulary/customers.ts';
import { hasPhrase, phrases } from '../model/vocabulary/phrases.ts';
import { type Facts, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import { rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import type { Attendant } from './attendance.ts';

const CUSTOMER = phrases('customer, customers, client, clients, kunde, kundin, kunden, kundenseite, auftraggeber*');
/** "Customer relationship manager" and the like work for the provider, though the word stands in their title. */
const OF_PROVIDER = phrases(
  'customer relationship*, customer manager*, customer success*, customer service*, customer support, customer care, client manager*, key account*, account manager*, kundenbetreuer*, kundenbetreuung, kundenmanager*, kundenservice*',
);
const PROVIDER = phrases(
  'provider*, supplier, vendor, us, our side, own, dienstleister*, anbieter*, auftragnehmer*, lieferant*',
);
const STANDS_IN = phrases(
  'for the customer, on behalf of the customer, represents the customer, representing the customer, customer representative*, fuer den kunden, vertritt den kunden, kundenvertreter*, business relationship manager*, brm',
);

/** Did somebody take part for the customer? Null where nobody can tell of this person. */
export function isOfCustomer(attendant: Attendant, customers: readonly string[], view: View, day: Day): boolean | null {
  const said = [attendant.represents, attendant.function].filter((each) => each !== null);
  if (said.some((words) => hasPhrase(words, STANDS_IN))) return true;
  for (const words of said) {
    const key = ` ${customerKey(words)} `;
    if (customers.some((name) => name !== '' && (key.includes(` ${name} `) || ` ${name} `.includes(key)))) return true;
  }
  const { represents } = attendant;
  if (represents !== null && hasPhrase(represents, CUSTOMER) && !hasPhrase(represents, OF_PROVIDER)) return true;
  const organization = view.configuration.organization;
  if (represents !== null && (hasPhrase(represents, PROVIDER) || isPartOf(represents, organization))) return false;
  // Whoever holds a role here works here; a name that nobody knows may be anybody's.
  const roster = rosterOf(view);
  const person = roster.person(attendant);
  if (person !== null && roster.knows(person)) return roster.held(person, day).length > 0 ? false : null;
  return roster.isRole(attendant.text) ? false : null;
}

/** "Tallmora Hosting" is Tallmora Hosting AB. */
function isPartOf(words: string, organization: string | null): boolean {
  if (organization === null) return false;
  const [short, whole] = [customerKey(words), customerKey(organization)];
  return short !== '' && (` ${whole} `.includes(` ${short} `) || ` ${short} `.includes(` ${whole} `));
}

/** The names of the customers whose review it is, in the form in which they are compared. */
export function reviewedCustomers(facts: Facts, record: RecordFact): readonly string[] {
  const customer = givenField(record, 'customer');
  const named =
    customer === null
      ? []
      : customer.value?.type === 'reference'
        ? [customer.raw, ...customer.value.targets]
        : [customer.raw];
  return [...named, ...(customer === null && facts.title !== null ? [record.name] : [])].map(customerKey);
}

const IN_WRITING = phrases(
  'mail, e mail, email, by mail, written, in writing, correspondence, letter, circulation, schriftlich*, per mail, umlauf*, brief*',
);

/** Was the review held in writing, so that nobody had to be in one room? */
export function isInWriting(record: RecordFact): boolean {
  const place = fieldOf(record, 'place');
  return place?.state === 'given' && hasPhrase(place.raw, IN_WRITING);
}
