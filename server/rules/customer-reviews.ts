/** Reviews with customers: what the customer register, the minutes, the agreements and the plans say of each customer together. */
import type { IntervalName } from '../model/thresholds.ts';
import type { Day } from '../model/value.ts';
import { customerKey, isEverybody } from '../model/vocabulary/customers.ts';
import { addDays } from '../model/vocabulary/dates.ts';
import { parseInterval } from '../model/vocabulary/intervals.ts';
import { hasPhrase, phrases } from '../model/vocabulary/phrases.ts';
import {
  dayIn,
  type Facts,
  type FieldFact,
  fieldOf,
  givenField,
  isTouched,
  type RecordFact,
} from '../reading/facts.ts';
import { kindKey } from '../workspace/keys.ts';
import type { Located, View } from '../workspace/view.ts';
import { type Declared, declaredInterval, isBefore, isPast } from './due.ts';
import { isSetAside } from './life.ts';
import { heldOn } from './management-reviews.ts';

/** The fields of a customer's row that plan a meeting. */
export const PLANNED = ['next_review', 'next_interim'] as const;

/** A meeting may be held somewhat before its planned day, and is the planned one all the same. */
const EARLY_DAYS = 31;

/** The rows of a customer register that stand for one customer each, with whom services go on. */
export function customersOf(facts: Facts, view: View): readonly RecordFact[] {
  if (!facts.kinds.includes('customer-register')) return [];
  // What only its columns show to be a list of customers may be one of accounts or tags, outside a management system.
  if (facts.kindFrom === 'columns' && !facts.controlled && !view.isSms) return [];
  return view
    .whole(facts)
    .records.filter((record) => record.kind === 'customer' && record.form !== 'column' && isCurrent(record, view));
}

function isCurrent(record: RecordFact, view: View): boolean {
  const { organization } = view.configuration;
  if (record.name === '' || isEverybody(record.name)) return false;
  if (organization !== null && customerKey(organization) === customerKey(record.name)) return false;
  const side = givenField(record, 'side');
  if (side !== null && isEverybody(side.raw)) return false;
  return !isPast(fieldOf(record, 'end'), view.asOf);
}

/** Is the customer so new that less than an interval has passed? False where nobody says since when. */
export function isNewCustomer(record: RecordFact, from: Day): boolean {
  const since = dayIn(fieldOf(record, 'since'), 'last');
  return since !== null && !isBefore(since, from);
}

/** Does the register say in words how relationships are cared for, beside its rows? */
export function saysHow(facts: Facts): boolean {
  return facts.sections.some((section) => section.names.includes('relationship') && section.state !== 'empty');
}

/** A row that lacks something, and for how many rows it speaks. */
export interface Lacking {
  readonly record: RecordFact;
  readonly count: number;
}

/**
 * The rows that lack something; where every one of several lacks it, the cause is one, and the first says it for all.
 * In: the rows, and what lacking is.
 */
export function lackingAmong(rows: readonly RecordFact[], lacks: (row: RecordFact) => boolean): readonly Lacking[] {
  const found = rows.filter(lacks);
  const [first] = found;
  if (first === undefined) return [];
  return found.length > 1 && found.length === rows.length
    ? [{ record: first, count: found.length }]
    : found.map((record) => ({ record, count: 1 }));
}

/** A meeting with a customer that the workspace tells of. */
export interface CustomerMeeting extends Located {
  /** The day on which it was held; null where it is ahead, or its date is not sure. */
  readonly day: Day | null;
}

interface Index {
  readonly byCustomer: ReadonlyMap<string, readonly Located[]>;
  /** Reviews that name no customer in a field, but may in their title. */
  readonly untold: ReadonlyMap<string, readonly Located[]>;
}

/** The meetings with a customer, in path order; templates are left out. */
export function meetingsWith(record: RecordFact, view: View): readonly CustomerMeeting[] {
  const index = view.derive(kindKey('service-review'), 'reviews by customer', () =>
    indexed(view.records('service-review')),
  );
  const keys = keysOf(record);
  const found = new Set<Located>(keys.flatMap((key) => index.byCustomer.get(key) ?? []));
  const titled = view.derive(kindKey('meeting'), 'meetings by the words of their titles', () =>
    byTitleWord(view.records('meeting')),
  );
  for (const key of keys) {
    const first = key.split(' ')[0] ?? '';
    for (const each of [...(index.untold.get(first) ?? []), ...(titled.get(first) ?? [])])
      if (` ${customerKey(each.record.name)} `.includes(` ${key} `)) found.add(each);
  }
  return [...found]
    .filter(({ facts }) => !isTemplate(facts))
    .map((each) => ({ ...each, day: heldOn(each.record, view.asOf) }));
}

/** Archived minutes still tell of a meeting; templates of minutes do not. */
function isTemplate(facts: Facts): boolean {
  return isSetAside(facts) && dayIn(fieldOf(facts, 'date'), 'last') === null;
}

function indexed(located: readonly Located[]): Index {
  const byCustomer = new Map<string, Located[]>();
  const untold: Located[] = [];
  for (const each of located) {
    const customer = givenField(each.record, 'customer');
    if (customer === null) untold.push(each);
    for (const key of new Set(targetsOf(customer).map(customerKey)))
      byCustomer.set(key, [...(byCustomer.get(key) ?? []), each]);
  }
  return { byCustomer, untold: byTitleWord(untold) };
}

/** Meetings under each word of their titles: "Minutes: jour fixe with Quarry" are those of a meeting with Quarry. */
function byTitleWord(located: readonly Located[]): ReadonlyMap<string, readonly Located[]> {
  const found = new Map<string, Located[]>();
  for (const each of located)
    for (const word of new Set(customerKey(each.record.name).split(' ')))
      found.set(word, [...(found.get(word) ?? []), each]);
  return found;
}

function targetsOf(field: FieldFact | null): readonly string[] {
  if (field === null) return [];
  return field.value?.type === 'reference' ? [field.raw, ...field.value.targets] : [field.raw];
}

function keysOf(record: RecordFact): readonly string[] {
  return [record.name, ...(record.id === null ? [] : [record.id])].map(customerKey).filter((key) => key !== '');
}

/** The rows of customer registers that a meeting is about. */
export function customersIn(meeting: Located, view: View): readonly Located[] {
  const index = view.derive(kindKey('customer'), 'customers by name', () => {
    const byName = new Map<string, Located[]>();
    for (const each of view.records('customer'))
      for (const key of new Set(keysOf(each.record))) byName.set(key, [...(byName.get(key) ?? []), each]);
    return byName;
  });
  // Which documents are registers stands under their own key.
  view.note(kindKey('customer-register'));
  const keys = new Set(targetsOf(givenField(meeting.record, 'customer')).map(customerKey));
  const found = new Set([...keys].flatMap((key) => index.get(key) ?? []));
  return [...found].filter(({ facts }) => facts.kinds.includes('customer-register'));
}

/** The service level agreements with a customer. */
export function agreementsWith(record: RecordFact, view: View): readonly Facts[] {
  const index = view.derive(kindKey('sla'), 'agreements by customer', () => {
    const byCustomer = new Map<string, Facts[]>();
    for (const sla of view.documents('sla'))
      for (const key of new Set(targetsOf(givenField(sla, 'customer')).map(customerKey)))
        byCustomer.set(key, [...(byCustomer.get(key) ?? []), sla]);
    return byCustomer;
  });
  return [...new Set(keysOf(record).flatMap((key) => index.get(key) ?? []))];
}

/** The last day that is told of a meeting with a customer, by minutes or the register; null where none is. */
export function lastMeeting(
  record: RecordFact,
  meetings: readonly CustomerMeeting[],
  view: View,
  fields: readonly string[],
): Day | null {
  const days = [...meetings.map((each) => each.day), ...fields.map((name) => dayIn(fieldOf(record, name), 'last'))];
  let last: Day | null = null;
  for (const day of days)
    if (day !== null && !isBefore(view.asOf, day) && (last === null || isBefore(last, day))) last = day;
  return last;
}

/** Are there minutes of which nobody can tell the day for sure? Then nothing is called late. */
export function isUncertain(record: RecordFact, meetings: readonly CustomerMeeting[]): boolean {
  const unsure = (field: FieldFact | null): boolean => field?.state === 'given' && dayIn(field, 'last') === null;
  return (
    meetings.some((each) => unsure(fieldOf(each.record, 'date'))) ||
    ['last_review', 'last_interim'].some((name) => unsure(fieldOf(record, name)))
  );
}

/** Minutes of a meeting with the customer that are prepared, and have no date yet. */
export function preparedMinutes(meetings: readonly CustomerMeeting[]): CustomerMeeting | null {
  return (
    meetings.find((each) => each.record.form === 'document' && fieldOf(each.record, 'date')?.state !== 'given') ?? null
  );
}

/** The planned day of a meeting that has passed without one being told of; in: the field that plans it. */
export function missedDay(
  planned: FieldFact | null,
  record: RecordFact,
  meetings: readonly CustomerMeeting[],
  view: View,
): Day | null {
  const day = dayIn(planned, 'last');
  if (day === null || !isPast(planned, view.asOf, view.threshold('review-delay'))) return null;
  if (isUncertain(record, meetings)) return null;
  const last = lastMeeting(record, meetings, view, ['last_review', 'last_interim']);
  return last !== null && !isBefore(last, addDays(day, -EARLY_DAYS)) ? null : day;
}

/** Has a planned day of the customer's row passed without a meeting? */
export function isMissed(record: RecordFact, meetings: readonly CustomerMeeting[], view: View): boolean {
  return PLANNED.some((name) => missedDay(fieldOf(record, name), record, meetings, view) !== null);
}

const REVIEW = phrases(
  'service review*, customer review*, customer meeting*, review meeting*, servicegespraech*, serviceueberpruefung*, kundengespraech*',
);
const INTERIM = phrases(
  'interim meeting*, operational meeting*, status meeting*, jour fixe, zwischengespraech*, regeltermin*',
);

/** How often one meets with a customer: the customer's row, the agreement, the communication plan, the minutes, the configuration. */
export function intervalWith(
  record: RecordFact,
  meetings: readonly CustomerMeeting[],
  view: View,
  kind: 'review' | 'interim',
): Declared | null {
  const own = fieldOf(record, kind === 'review' ? 'review_interval' : 'interim_interval');
  const agreed = kind === 'review' ? agreementsWith(record, view).map((sla) => fieldOf(sla, 'meeting_interval')) : [];
  const declared = declaredInterval([own, ...agreed], null, view);
  if (declared !== null) return declared;
  const planned = view.derive(kindKey('communication'), 'intervals of meetings', () => plannedIntervals(view))[kind];
  if (planned !== null) return planned;
  const minutes = meetings
    .filter((each) => isInterim(each.record) === (kind === 'interim'))
    .map((each) => fieldOf(each.record, 'interval'));
  const name: IntervalName = kind === 'review' ? 'service-review' : 'interim-meeting';
  return declaredInterval(minutes, name, view);
}

/** What the communication plan says of how often one meets with customers. */
function plannedIntervals(view: View): Readonly<Record<'review' | 'interim', Declared | null>> {
  const find = (subject: typeof REVIEW): Declared | null => {
    for (const { record } of view.records('communication')) {
      const [what, when] = [givenField(record, 'what'), givenField(record, 'when')];
      const iso = when === null ? null : (parseInterval(when.raw)?.iso ?? null);
      if (what !== null && iso !== null && hasPhrase(what.raw, subject)) return { interval: iso, field: when };
    }
    return null;
  };
  return { review: find(REVIEW), interim: find(INTERIM) };
}

/** Do the minutes call themselves those of an interim meeting? */
export function isInterim(meeting: RecordFact): boolean {
  const kind = fieldOf(meeting, 'review_kind');
  return kind?.value?.type === 'enumeration' && kind.value.value === 'interim';
}

/** Does an agreement with the customer say in words how often one meets, though not in a way that is certain? */
export function isIntervalAgreedInWords(record: RecordFact, view: View): boolean {
  return agreementsWith(record, view).some((sla) =>
    view
      .facts(sla.path)
      ?.sections.some(
        (section) =>
          section.names.some((name) => name === 'review' || name === 'reporting') &&
          (parseInterval(section.lead)?.iso ?? null) !== null,
      ),
  );
}

/** Is there any plan of reviews with the customer: an interval, a date, minutes, or words in the agreement? */
export function hasReviewPlan(record: RecordFact, meetings: readonly CustomerMeeting[], view: View): boolean {
  return (
    meetings.length > 0 ||
    ['review_interval', 'interim_interval', 'last_review', 'next_review', 'last_interim', 'next_interim'].some((name) =>
      isTouched(fieldOf(record, name)),
    ) ||
    intervalWith(record, meetings, view, 'review') !== null ||
    agreementsWith(record, view).some((sla) => isTouched(fieldOf(sla, 'meeting_interval'))) ||
    isIntervalAgreedInWords(record, view)
  );
}
