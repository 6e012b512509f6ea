/** People: who a written name means, which roles somebody holds on a day, and whether two names are one person. */
import type { Day, NameValue } from '../model/value.ts';
import { compareDays, findDates } from '../model/vocabulary/dates.ts';
import { isInitialsOf, nameKey, parseNames, termKey } from '../model/vocabulary/names.ts';
import { dayIn, type FieldFact, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Place } from './finding.ts';
import { PEOPLE_KEY, roleTerms } from './keys.ts';
import type { Located, View } from './view.ts';

/** One person of the workspace, under the key that all their names lead to. */
export interface Person {
  readonly key: string;
  readonly name: string;
}

/** A role that somebody holds, or stands in for, with the place that says so. */
export interface Holding {
  readonly person: Person;
  /** The role, folded for comparison, and as written. */
  readonly role: string;
  readonly roleName: string;
  readonly as: 'holder' | 'deputy';
  readonly from: Day | null;
  readonly to: Day | null;
  readonly place: Place;
}

export interface Roster {
  /** The person that a name means; null where it is ambiguous. A name in no register is its own person. */
  person(name: Pick<NameValue, 'text' | 'email' | 'handle'>): Person | null;
  /** Is the name one of a role that is defined here? */
  isRole(name: string): boolean;
  /** Is the person in any register, role description or the configuration? */
  knows(person: Person): boolean;
  /** Everybody who is known, in order of name. */
  readonly people: readonly Person[];
  /** Names of all defined roles, in order. */
  readonly roles: readonly string[];
  /** Who holds a role on a day; deputies included. */
  holders(role: string, day: Day): readonly Holding[];
  /** Which roles a person holds on a day. */
  held(person: Person, day: Day): readonly Holding[];
}

/** The roster of the workspace as a view sees it. */
export function rosterOf(view: View): Roster {
  return view.derive(PEOPLE_KEY, 'roster', () => makeRoster(view.people(), view));
}

function makeRoster(located: readonly Located[], view: View): Roster {
  const byKey = new Map<string, Person>();
  const byAlias = new Map<string, Person | null>();
  const addresses = new Map<string, string>();
  const roleNames = new Map<string, string>();
  const alias = (key: string, person: Person): void => {
    if (key === '') return;
    const known = byAlias.get(key);
    byAlias.set(key, known === undefined || known?.key === person.key ? person : null);
  };
  const enrol = (text: string, email: string | null, handle: string | null): Person => {
    const named = nameKey(text);
    const address = email?.toLowerCase() ?? null;
    // Two entries of one name with two addresses are two people, and the name alone means neither.
    const known = addresses.get(named);
    const key = address === null || known === undefined || known === address ? named : `${named} <${address}>`;
    if (address !== null && known === undefined) addresses.set(named, address);
    const person = byKey.get(key) ?? { key, name: text };
    byKey.set(key, person);
    alias(named, person);
    if (email !== null) alias(email.toLowerCase(), person);
    if (handle !== null) alias(handle.toLowerCase().replace(/^@/, ''), person);
    return person;
  };
  for (const entry of view.configuration.people) {
    const person = enrol(entry.name, entry.email, entry.handle);
    for (const other of entry.aliases) alias(nameKey(other), person);
  }
  for (const { record } of located) {
    if (record.kind === 'role') for (const term of roleTerms(record)) roleNames.set(term, record.name);
    if (record.kind !== 'person' || record.name === '') continue;
    const person = enrol(
      record.name,
      givenField(record, 'email')?.raw ?? null,
      givenField(record, 'handle')?.raw ?? null,
    );
    for (const other of givenField(record, 'aliases')?.raw.split(/\s*[,;]\s*/) ?? []) alias(nameKey(other), person);
  }

  const isRole = (name: string): boolean => roleNames.has(termKey(name));
  const person: Roster['person'] = ({ text, email, handle }) => {
    for (const key of [
      email?.toLowerCase(),
      handle?.toLowerCase().replace(/^@/, ''),
      nameKey(text),
      text.trim().toLowerCase().replace(/^@/, ''),
    ]) {
      if (key === undefined || key === '') continue;
      const known = byAlias.get(key);
      if (known !== undefined) return known;
    }
    const matches = [...byKey.values()].filter((each) => isInitialsOf(text, each.name));
    if (matches.length > 0) return matches.length === 1 ? (matches[0] ?? null) : null;
    return { key: nameKey(text), name: text };
  };

  const holdings: Holding[] = [];
  const hold = (names: FieldFact | null, record: RecordFact, path: string, as: Holding['as']): void => {
    if (names?.value?.type !== 'names') return;
    for (const name of names.value.names) {
      if (isRole(name.text)) continue;
      const known = person(name);
      if (known === null) continue;
      if (!byKey.has(known.key)) enrol(known.name, name.email, name.handle);
      holdings.push({
        person: known,
        role: termKey(record.name),
        roleName: record.name,
        as,
        from: termOf(name.note ?? '').from ?? dayIn(fieldOf(record, 'from'), 'first'),
        to: termOf(name.note ?? '').to ?? dayIn(fieldOf(record, 'to'), 'last'),
        place: { path, span: names.span },
      });
    }
  };
  for (const { facts, record } of located) {
    if (record.kind === 'role') {
      hold(fieldOf(record, 'holder'), record, facts.path, 'holder');
      hold(fieldOf(record, 'deputy'), record, facts.path, 'deputy');
      continue;
    }
    const roles = givenField(record, 'roles');
    const known =
      record.name === ''
        ? null
        : person({ text: record.name, email: givenField(record, 'email')?.raw ?? null, handle: null });
    if (roles === null || known === null) continue;
    for (const role of roles.raw.split(/\s*(?:[,;\n]|<br\s*\/?>)\s*(?![^(]*\))/)) {
      if (role.trim() === '') continue;
      const bare = role.replace(/\s*\([^)]*\)\s*$/, '').trim();
      const note = /\(([^)]*)\)\s*$/.exec(role)?.[1] ?? '';
      const term = termOf(note);
      holdings.push({
        person: known,
        role: termKey(bare),
        roleName: bare,
        as: /deputy|stellv/i.test(note) ? 'deputy' : 'holder',
        from: term.from ?? dayIn(fieldOf(record, 'from'), 'first'),
        to: term.to ?? dayIn(fieldOf(record, 'to'), 'last'),
        place: { path: facts.path, span: roles.span },
      });
    }
  }
  const byRole = grouped(holdings, (holding) => holding.role);
  const byPerson = grouped(holdings, (holding) => holding.person.key);
  const collator = (a: string, b: string): number =>
    a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0;
  return {
    person,
    isRole,
    knows: (each) => byKey.has(each.key),
    people: [...byKey.values()].sort((a, b) => collator(a.name, b.name)),
    roles: [...new Set(roleNames.values())].sort(collator),
    holders: (role, day) => (byRole.get(termKey(role)) ?? []).filter((holding) => current(holding, day)),
    held: (each, day) => (byPerson.get(each.key) ?? []).filter((holding) => current(holding, day)),
  };
}

/** Does a day fall into a term? */
export function current(term: { readonly from: Day | null; readonly to: Day | null }, day: Day): boolean {
  return (
    (term.from === null || compareDays(term.from, day) <= 0) && (term.to === null || compareDays(day, term.to) <= 0)
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

const FROM = /\b(?:from|since|seit|ab|von)\b/i;
const TO = /\b(?:to|until|till|bis)\b|[–—]/i;

/** From when to when somebody holds what they hold, from words such as `since 2024-01` or `from 2023-02-01 to 2024-01-31`. */
export function termOf(note: string): { readonly from: Day | null; readonly to: Day | null } {
  let from: Day | null = null;
  let to: Day | null = null;
  let at = 0;
  for (const found of findDates(note)) {
    if (found.value.ambiguous) continue;
    const before = note.slice(at, found.start);
    if (TO.test(before)) to = found.value.last;
    else if (FROM.test(before) || at === 0) from = found.value.first;
    at = found.end;
  }
  return { from, to };
}

/** The names of a field, one by one; empty where it is not given or holds no names. */
export function namesOf(field: FieldFact | null): readonly NameValue[] {
  if (field === null || field.state !== 'given') return [];
  return field.value?.type === 'names' ? field.value.names : parseNames(field.raw).names;
}
