/** Actions in minutes: which are open, and whether later minutes of the same series account for them. */
import type { Day } from '../model/value.ts';
import { customerKey } from '../model/vocabulary/customers.ts';
import { labelKey } from '../model/vocabulary/labels.ts';
import { termKey } from '../model/vocabulary/names.ts';
import { itemStatus } from '../model/vocabulary/statuses.ts';
import {
  dayIn,
  type Facts,
  type FieldFact,
  fieldOf,
  givenField,
  isTouched,
  type RecordFact,
} from '../reading/facts.ts';
import { type Lexicon, lexiconFor } from '../reading/lexicon.ts';
import { kindKey } from '../workspace/keys.ts';
import type { Located, View } from '../workspace/view.ts';
import { isBefore } from './due.ts';

/** The kinds of minutes. */
export const MINUTES_KINDS = ['management-review-minutes', 'service-review-minutes', 'meeting-minutes'] as const;

/** The kinds of minutes, with the record that each of them is. */
const MINUTES: Readonly<Record<string, string>> = {
  'management-review-minutes': 'management-review',
  'service-review-minutes': 'service-review',
  'meeting-minutes': 'meeting',
};

/** The actions that minutes agree on; none where the document is no minutes. */
export function actionsOf(facts: Facts): readonly RecordFact[] {
  if (!facts.kinds.some((kind) => Object.hasOwn(MINUTES, kind))) return [];
  return facts.records.filter((record) => record.kind === 'action' && record.name !== '');
}

/** Is there still something to be done: not done, closed, rejected or put off? */
export function isOpen(action: RecordFact): boolean {
  if (isTouched(fieldOf(action, 'closed'))) return false;
  const status = givenField(action, 'status');
  const stands = status === null ? null : itemStatus(status.raw);
  return stands === null
    ? status === null
    : stands === 'new' || stands === 'open' || stands === 'in-progress' || stands === 'planned';
}

const DECISIONS: ReadonlySet<string> = new Set(
  ['decision', 'decisions', 'beschluss', 'beschluesse', 'entscheidung', 'entscheidungen'].map(labelKey),
);

/** A decision that stands as it is needs nobody to carry it out. */
export function isDecision(action: RecordFact): boolean {
  const description = fieldOf(action, 'description');
  return description !== null && DECISIONS.has(labelKey(description.label));
}

/** What to call an action in a message: its id, and the beginning of its words. */
export function actionName(action: RecordFact): string {
  const words = action.name.length > 60 ? `${action.name.slice(0, 57).trimEnd()}…` : action.name;
  return action.id === null ? `“${words}”` : `${action.id}, “${words}”`;
}

interface Dated {
  readonly path: string;
  readonly day: Day | null;
}

/** Do later minutes of the same series speak of the action, or of all earlier ones together? Then those say how it stands. */
export function isReportedLater(facts: Facts, action: RecordFact, view: View): boolean {
  const kind = facts.kinds.flatMap((each) => MINUTES[each] ?? [])[0];
  const own = facts.records.find((record) => record.kind === kind && record.form === 'document');
  if (kind === undefined || own === undefined) return false;
  const series = view.derive(kindKey(kind), 'minutes by series', () => bySeries(view.records(kind)));
  const day = dayIn(fieldOf(own, 'date'), 'last');
  const lexicon = lexiconFor(view.configuration);
  for (const other of series.get(seriesOf({ facts, record: own })) ?? []) {
    if (other.path === facts.path) continue;
    // Minutes of which nobody knows whether they are later may well say it.
    if (day !== null && other.day !== null && !isBefore(day, other.day)) continue;
    const later = view.facts(other.path);
    if (later !== null && accountsFor(later, action, lexicon)) return true;
  }
  return isSettledElsewhere(facts, action, view);
}

function bySeries(located: readonly Located[]): ReadonlyMap<string, readonly Dated[]> {
  const series = new Map<string, Dated[]>();
  for (const each of located) {
    if (each.record.form !== 'document') continue;
    const key = seriesOf(each);
    const dated = { path: each.facts.path, day: dayIn(fieldOf(each.record, 'date'), 'last') };
    series.set(key, [...(series.get(key) ?? []), dated]);
  }
  return series;
}

/** Minutes belong together by their customer; all management reviews do; other meetings by the folder that they are kept in. */
function seriesOf({ facts, record }: Located): string {
  const customer = givenField(record, 'customer');
  if (customer !== null) return `customer ${customerKey(customer.raw)}`;
  if (record.kind === 'management-review') return record.kind;
  return `folder ${facts.path.slice(0, facts.path.lastIndexOf('/') + 1)}`;
}

function accountsFor(later: Facts, action: RecordFact, lexicon: Lexicon): boolean {
  const isEarlier = (heading: string): boolean =>
    later.kinds.some((kind) => lexicon.sectionNames(kind, heading).includes('earlier-actions'));
  return (
    later.sections.some((section) => section.names.includes('earlier-actions') && section.state === 'given') ||
    later.records.some((record) => {
      if (record.kind === 'action') return isSame(record, action);
      const input: FieldFact | null = record.kind === 'review-input' ? givenField(record, 'input') : null;
      return input !== null && isEarlier(input.raw);
    })
  );
}

function isSame(one: RecordFact, other: RecordFact): boolean {
  return (
    termKey(one.name) === termKey(other.name) || (one.id !== null && one.id === other.id && /\d{3}|-/.test(one.id))
  );
}

/** A list of actions kept elsewhere has it under the same id or words, and settled. */
function isSettledElsewhere(facts: Facts, action: RecordFact, view: View): boolean {
  if (action.id === null) return false;
  return view
    .identified(action.id)
    .some(
      ({ facts: other, record }) =>
        other.path !== facts.path && record?.kind === 'action' && isSame(record, action) && !isOpen(record),
    );
}
