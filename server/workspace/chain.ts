/** The chain behind a document that answers a requirement: who answers for it, who can do it, how it is measured, what shows it was done. */
import { KINDS } from '../model/kinds.generated.ts';
import type { Day } from '../model/value.ts';
import { addInterval, compareDays } from '../model/vocabulary/dates.ts';
import { looksLikePerson } from '../model/vocabulary/role-words.ts';
import { documentStatus, isOutOfUse, wantsCompleteness } from '../model/vocabulary/statuses.ts';
import { dayIn, type Facts, fieldOf, givenField, isAnswered, type RecordFact } from '../reading/facts.ts';
import type { Place } from './finding.ts';
import { serves } from './involvement.ts';
import { calledProcess, keyedFields, PEOPLE_KEY, processName } from './keys.ts';
import { namesOf, type Person, rosterOf } from './people.ts';
import type { Located, View } from './view.ts';

/** What a chain is made of, in the order in which somebody follows it. */
export const LINKS = ['procedure', 'owner', 'role', 'holder', 'competence', 'measure', 'evidence', 'review'] as const;
export type LinkName = (typeof LINKS)[number];

export interface ChainItem extends Place {
  readonly text: string;
}

export interface ChainLink {
  readonly name: LinkName;
  /** `not-asked` where this sort of document, or the edition, does not call for it. */
  readonly state: 'whole' | 'broken' | 'not-asked';
  /** In plain words what is there, or what is missing. */
  readonly says: string;
  readonly items: readonly ChainItem[];
}

export type Life = 'live' | 'draft' | 'out-of-use';

export interface Chain {
  readonly path: string;
  readonly life: Life;
  readonly links: readonly ChainLink[];
  /** True where no link is broken. */
  readonly whole: boolean;
}

/** Where a document stands in its life, from its status alone. */
export function lifeOf(facts: Facts): Life {
  const status = givenField(facts, 'status');
  const stands = status === null ? null : documentStatus(status.raw);
  if (isOutOfUse(stands)) return 'out-of-use';
  return wantsCompleteness(stands) && stands !== 'in-review' ? 'live' : 'draft';
}

/**
 * The chain of one document.
 * In: its facts, whether it is evidence of an event (minutes, reports, records) rather than something that is kept up, and the
 * view. Out: one link a name, each with the places that it rests on.
 */
export function chainOf(facts: Facts, isEvidence: boolean, view: View): Chain {
  const process = facts.kinds.includes('process-description');
  const owners = ownersOf(facts, isEvidence, view);
  const links = [
    process ? procedureLink(facts, view) : notAsked('procedure'),
    owners.owner,
    process ? roleLink(facts, view) : notAsked('role'),
    owners.holder,
    competenceLink(owners.people, view),
    process ? measureLink(facts, view) : notAsked('measure'),
    evidenceLink(facts, process, isEvidence, view),
    reviewLink(facts, isEvidence, view),
  ];
  return { path: facts.path, life: lifeOf(facts), links, whole: links.every(({ state }) => state !== 'broken') };
}

function notAsked(name: LinkName): ChainLink {
  return { name, state: 'not-asked', says: 'not asked for here', items: [] };
}

function link(name: LinkName, items: readonly ChainItem[], found: string, missing: string): ChainLink {
  return items.length > 0
    ? { name, state: 'whole', says: found, items }
    : { name, state: 'broken', says: missing, items: [] };
}

const titleOf = (facts: Facts): ChainItem => ({
  text: facts.title?.text ?? facts.path,
  path: facts.path,
  span: facts.title?.span ?? { start: 0, end: 0 },
});

const recordItem = ({ facts, record }: Located): ChainItem => ({
  text: record.name === '' ? (record.id ?? record.kind) : record.name,
  path: facts.path,
  span: record.headSpan,
});

/** The kinds of documents that say how a process is carried out, and name it in a field. */
const PROCEDURES = KINDS.filter(({ name }) => keyedFields(name).includes('process') && /procedure$/.test(name)).map(
  ({ name }) => name,
);

/** The procedures and instructions that serve a process, by link or by name, from either side. */
export function proceduresOf(process: Facts, view: View): readonly Facts[] {
  const found = new Map<string, Facts>();
  for (const kind of PROCEDURES)
    for (const facts of view.documentsAbout(kind, 'process', calledProcess(process)))
      if (serves(facts, process)) found.set(facts.path, facts);
  const linked = [
    ...view.whole(process).links.flatMap(({ path }) => (path === null ? [] : [view.facts(path)])),
    ...view.linking(process.path),
  ];
  for (const facts of linked)
    if (facts !== null && facts.path !== process.path && isHowTo(facts)) found.set(facts.path, facts);
  return [...found.values()]
    .filter((facts) => lifeOf(facts) !== 'out-of-use')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isHowTo(facts: Facts): boolean {
  return facts.kinds.some((kind) => /(?:^|-)procedure$/.test(kind) || kind === 'work-instruction');
}

function procedureLink(process: Facts, view: View): ChainLink {
  const items = proceduresOf(process, view).map(titleOf);
  const [step] = view.whole(process).records.filter(({ kind }) => kind === 'step');
  const own = step === undefined ? [] : [{ ...titleOf(process), span: step.headSpan }];
  const all = [...items, ...own];
  // The 2018 edition asks for few written procedures; their absence alone breaks nothing.
  if (all.length === 0 && view.edition === '2018')
    return { ...notAsked('procedure'), says: 'no procedure is linked, and the 2018 edition asks for few' };
  return link('procedure', all, counted(all.length, 'procedure'), 'no procedure is linked and no steps are described');
}

interface Owners {
  readonly owner: ChainLink;
  readonly holder: ChainLink;
  readonly people: readonly Person[];
}

function ownersOf(facts: Facts, isEvidence: boolean, view: View): Owners {
  const field = fieldOf(facts, 'owner');
  const names = namesOf(field);
  if (names.length === 0 && isEvidence) return { owner: notAsked('owner'), holder: notAsked('holder'), people: [] };
  const roster = rosterOf(view);
  const items: ChainItem[] = [];
  const holders: ChainItem[] = [];
  const people: Person[] = [];
  const vacant: string[] = [];
  const strangers: string[] = [];
  const registered = view.people().some(({ record }) => record.kind === 'person');
  for (const name of names) {
    if (field !== null) items.push({ text: name.text, path: facts.path, span: field.span });
    if (roster.isRole(name.text)) {
      const holdings = roster.holders(name.text, view.asOf);
      if (holdings.length === 0) vacant.push(name.text);
      for (const { person, place } of holdings) {
        // A holder may be named by the role's description and by the register, too.
        if (people.some(({ key }) => key === person.key)) continue;
        holders.push({ text: person.name, ...place });
        people.push(person);
      }
      continue;
    }
    const person = roster.person(name);
    // Where nobody keeps a register, an owner named as a person is that person.
    if (person !== null && (roster.knows(person) || (!registered && looksLikePerson(name.text)))) {
      people.push(person);
      if (field !== null) holders.push({ text: person.name, path: facts.path, span: field.span });
    } else if (person !== null && looksLikePerson(name.text)) strangers.push(name.text);
    else vacant.push(name.text);
  }
  const owner = link('owner', items, items.map(({ text }) => text).join(', '), 'no owner is named');
  if (items.length === 0) return { owner, holder: notAsked('holder'), people };
  const gaps = [
    ...(vacant.length === 0 ? [] : [`nobody is named for ${vacant.join(', ')}`]),
    ...(strangers.length === 0 ? [] : [`no register of people knows ${strangers.join(', ')}`]),
  ];
  const holder: ChainLink = {
    name: 'holder',
    // One owner who is there does not stand in for another who is not.
    state: gaps.length === 0 ? 'whole' : 'broken',
    says: gaps.length === 0 ? [...new Set(holders.map(({ text }) => text))].join(', ') : gaps.join(', and '),
    items: holders,
  };
  return { owner, holder, people };
}

/** Who does the work: responsible in the matrix, or acting in the steps of the process. */
function roleLink(process: Facts, view: View): ChainLink {
  const name = processName(process);
  const items = new Map<string, ChainItem>();
  const take = (facts: Facts, record: RecordFact, field: string): void => {
    const said = fieldOf(record, field);
    for (const each of namesOf(said))
      if (said !== null && !items.has(each.text))
        items.set(each.text, { text: each.text, path: facts.path, span: said.span });
  };
  for (const { facts, record } of name === null ? [] : view.raci(name))
    for (const field of ['accountable', 'responsible']) take(facts, record, field);
  for (const record of process.records) {
    if (record.kind === 'raci-row') for (const field of ['accountable', 'responsible']) take(process, record, field);
    if (record.kind === 'step') take(process, record, 'actor');
  }
  const section = process.sections.find(({ names, state }) => names.includes('roles') && state === 'given');
  if (items.size === 0 && section !== undefined)
    items.set(section.title, { text: section.title, path: process.path, span: section.headingSpan });
  return link('role', [...items.values()], [...items.keys()].join(', '), 'no role is responsible for its activities');
}

/** What shows that somebody can do what is asked of the role: an assessed competence, a training, or an entry in the register. */
export function competenceOf(person: Person, view: View): readonly ChainItem[] {
  const called = { names: [person.name] };
  const proven = view
    .recordsAbout('competence', 'person', called)
    .filter(({ record }) => ['evidence', 'actual', 'assessed'].some((name) => isAnswered(fieldOf(record, name))));
  // A training that is still to come has taught nobody anything.
  const trained = view.recordsAbout('training', 'person', called).filter(({ record }) => {
    const day = dayIn(fieldOf(record, 'date'), 'first');
    return day === null || compareDays(day, view.asOf) <= 0;
  });
  const listed = view.derive(PEOPLE_KEY, 'competent', () => competentPeople(view)).get(person.key) ?? [];
  return [...[...proven, ...trained].map(recordItem), ...listed];
}

/** The entries of people registers that state competences, by the person that each is about. */
function competentPeople(view: View): ReadonlyMap<string, readonly ChainItem[]> {
  const roster = rosterOf(view);
  const found = new Map<string, ChainItem[]>();
  for (const located of view.people()) {
    const { kind, name } = located.record;
    if (kind !== 'person' || !isAnswered(fieldOf(located.record, 'competences'))) continue;
    const person = roster.person({ text: name, email: null, handle: null });
    if (person !== null) found.set(person.key, [...(found.get(person.key) ?? []), recordItem(located)]);
  }
  return found;
}

function competenceLink(people: readonly Person[], view: View): ChainLink {
  if (people.length === 0) return notAsked('competence');
  const without: string[] = [];
  const items = people.flatMap((person) => {
    const found = competenceOf(person, view);
    if (found.length === 0) without.push(person.name);
    return found.slice(0, 3);
  });
  return link(
    'competence',
    without.length > 0 ? [] : items,
    counted(items.length, 'record'),
    `no competence is on record for ${[...new Set(without)].join(', ')}`,
  );
}

function measureLink(process: Facts, view: View): ChainLink {
  const own = process.records
    .filter(({ kind }) => kind === 'kpi')
    .map((record) => recordItem({ facts: process, record }));
  const elsewhere = view.recordsAbout('kpi', 'process', calledProcess(process)).map(recordItem);
  const linked = process.links.flatMap(({ path }) => {
    const facts = path === null ? null : view.facts(path);
    return facts?.kinds.includes('kpi-definition') === true ? [titleOf(facts)] : [];
  });
  const items = [...own, ...elsewhere, ...linked];
  return link('measure', items, counted(items.length, 'measure'), 'no measure is defined for it');
}

/** Records that show a process at work, by the field that names the process and the fields that date them. */
const TRACES: readonly { readonly kind: string; readonly dates: readonly string[] }[] = [
  { kind: 'audit', dates: ['held', 'report_date', 'date'] },
  { kind: 'audit-finding', dates: ['raised'] },
  { kind: 'kpi-result', dates: ['period'] },
  { kind: 'nonconformity', dates: ['raised', 'closed'] },
  { kind: 'improvement', dates: ['result_date', 'updated', 'closed', 'raised'] },
  { kind: 'action', dates: ['closed'] },
];

const DATED = [
  'date',
  'held',
  'report_date',
  'raised',
  'closed',
  'approved',
  'reviewed',
  'assessed',
  'opened',
  'deployed',
  'verified',
];

/** The day of a document's or record's newest dated statement that is not in the future. */
function newestDay(holder: Parameters<typeof fieldOf>[0], names: readonly string[], asOf: Day): Day | null {
  let newest: Day | null = null;
  for (const name of names) {
    const day = dayIn(fieldOf(holder, name), 'first');
    if (day !== null && compareDays(day, asOf) <= 0 && (newest === null || compareDays(day, newest) > 0)) newest = day;
  }
  return newest;
}

/** A dated statement that shows a process at work, or a document in use. */
export interface Trace {
  readonly day: Day;
  readonly item: ChainItem;
}

/** The dated records that name a process: audits, findings, results, improvements and the like, each with its newest day so far. */
export function tracesOf(process: Facts, view: View): readonly Trace[] {
  const called = calledProcess(process);
  return TRACES.flatMap(({ kind, dates }) =>
    view.recordsAbout(kind, 'process', called).flatMap((each): Trace[] => {
      // What is planned for a day to come shows nothing yet, whenever the plan was approved.
      const dated = dates.some((name) => isAnswered(fieldOf(each.record, name)));
      const day = newestDay(each.record, dates, view.asOf) ?? (dated ? null : newestDay(each.facts, DATED, view.asOf));
      return day === null ? [] : [{ day, item: recordItem(each) }];
    }),
  );
}

/** The newest day, not in the future, that a document or its records name; null where they name none. */
export function newestDayIn(facts: Facts, asOf: Day): Day | null {
  const days = [facts, ...facts.records.filter((record) => record.form !== 'document')].flatMap(
    (holder) => newestDay(holder, DATED, asOf) ?? [],
  );
  return days.sort(compareDays).at(-1) ?? null;
}

/** The newest day, not in the future, that a record names; null where it names none. */
export function newestDayOf(record: RecordFact, asOf: Day): Day | null {
  return newestDay(record, DATED, asOf);
}

function evidenceLink(facts: Facts, process: boolean, isEvidence: boolean, view: View): ChainLink {
  const dated: Trace[] = [];
  const see = (day: Day | null, item: ChainItem): void => {
    if (day !== null) dated.push({ day, item });
  };
  if (process) {
    dated.push(...tracesOf(facts, view));
  } else {
    for (const record of facts.records)
      if (record.form !== 'document') see(newestDay(record, DATED, view.asOf), recordItem({ facts, record }));
    see(newestDay(facts, DATED, view.asOf), titleOf(facts));
  }
  // What is kept up, such as a policy, shows its life by its review; only processes and evidence have to be seen at work.
  if (!process && !isEvidence && dated.length === 0) return notAsked('evidence');
  const fresh = dated
    .filter(({ day }) => compareDays(addInterval(day, `P${view.threshold('evidence-freshness')}M`), view.asOf) >= 0)
    .sort((a, b) => compareDays(b.day, a.day))
    .slice(0, 3);
  if (!process && !isEvidence && fresh.length === 0) return notAsked('evidence');
  const [newest] = dated.sort((a, b) => compareDays(b.day, a.day));
  return link(
    'evidence',
    fresh.map(({ day, item }) => ({ ...item, text: `${item.text} (${day})` })),
    fresh[0] === undefined ? '' : `newest of ${fresh[0].day}`,
    newest === undefined ? 'no dated record shows it at work' : `the newest dated record is of ${newest.day}`,
  );
}

function reviewLink(facts: Facts, isEvidence: boolean, view: View): ChainLink {
  const field = fieldOf(facts, 'next_review');
  const due = dayIn(field, 'last');
  if (isEvidence || field === null || due === null) return notAsked('review');
  const item = { text: field.raw, path: facts.path, span: field.span };
  return compareDays(due, view.asOf) >= 0
    ? { name: 'review', state: 'whole', says: `next review ${due}`, items: [item] }
    : { name: 'review', state: 'broken', says: `its review was due on ${due}`, items: [item] };
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
