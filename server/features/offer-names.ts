/** Offers of roles and people; where an auditor is asked for, those without a part in what is audited come first, and alone. */
import type { Day } from '../model/value.ts';
import { termKey } from '../model/vocabulary/names.ts';
import type { Facts } from '../reading/facts.ts';
import { independentPeople } from '../rules/fixes/auditor.ts';
import type { Span } from '../syntax/span.ts';
import { involvedIn } from '../workspace/involvement.ts';
import { PEOPLE_KEY, processName } from '../workspace/keys.ts';
import { type Person, type Roster, rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import type { Offer } from './completion.ts';
import { MOST_OFFERS } from './directory.ts';
import { distinct, escaped } from './hover-markdown.ts';

/** The names that what is typed may stand for, no more than fill a list; all of them where they are few. */
function fitting<T>(list: readonly T[], all: number, typed: string, nameOf: (each: T) => string): readonly T[] {
  if (all <= MOST_OFFERS) return list;
  const wanted = typed.toLowerCase();
  return list.filter((each) => nameOf(each).toLowerCase().includes(wanted)).slice(0, MOST_OFFERS + 1);
}

/** All roles, then all people; in: the view, what is replaced, what of it is typed, and how a name is written there. */
export function nameOffers(view: View, span: Span, typed: string, write: (name: string) => string): readonly Offer[] {
  const roster = rosterOf(view);
  const all = roster.roles.length + roster.people.length;
  const people = fitting(roster.people, all, typed, ({ name }) => name);
  return [
    ...fitting(roster.roles, all, typed, (role) => role).map((role): Offer => {
      const holders = distinct(roster.holders(role, view.asOf)).filter((each) => each.as === 'holder');
      const names = holders.map(({ person }) => person.name);
      return plain('role', role, write, span, names.length === 0 ? 'role' : `role · ${names.join(', ')}`, '');
    }),
    ...people.map((person) => plain('person', person.name, write, span, rolesOf(person, roster, view), '')),
  ];
}

/**
 * Who may audit some processes: people without a part in any of them, auditors first, then roles that are not involved.
 * What keeps the others from it is told beside each.
 */
export function auditorOffers(
  processes: readonly Facts[],
  view: View,
  span: Span,
  typed: string,
  write: (name: string) => string,
): readonly Offer[] {
  const roster = rosterOf(view);
  const reasons = new Map<string, string>();
  const roles = new Set<string>();
  for (const process of processes) {
    for (const { person, role, hops } of involvedIn(process, view, roster, view.asOf)) {
      if (role !== null) roles.add(role);
      if (person !== null && !reasons.has(person.key))
        reasons.set(person.key, `${escaped(person.name)}: ${hops.map(({ message }) => escaped(message)).join('; ')}`);
    }
  }
  const [first, ...others] = processes;
  if (first === undefined) return [];
  const free = others.map((process) => new Set(independentPeople(process, view, view.asOf).map(({ key }) => key)));
  const people = independentPeople(first, view, view.asOf).filter(({ key }) => free.every((keys) => keys.has(key)));
  const left = [...reasons.values()];
  const why =
    left.length === 0
      ? ''
      : `Not offered, since they have a part in it:\n\n${left.map((each) => `- ${each}`).join('\n')}`;
  const named = processes.map((process) => processName(process) ?? process.path).join(', ');
  const all = people.length + roster.roles.length;
  return [
    ...fitting(people, all, typed, ({ name }) => name).map((person) =>
      plain('person', person.name, write, span, `no part in ${named} · ${rolesOf(person, roster, view)}`, why),
    ),
    ...fitting(roster.roles, all, typed, (role) => role)
      .filter(
        (role) =>
          !roles.has(termKey(role)) && roster.holders(role, view.asOf).every(({ person }) => !reasons.has(person.key)),
      )
      .map((role) => plain('role', role, write, span, `role · no part in ${named}`, why)),
  ];
}

/** What somebody holds, in words; kept until somebody comes, goes or takes another role, since a list shows them all again. */
function rolesOf(person: Person, roster: Roster, view: View): string {
  const { asOf } = view;
  const known = view.derive(PEOPLE_KEY, `roles in words on ${asOf}`, () => new Map<string, string>());
  const words = known.get(person.key) ?? inWords(person, roster, asOf);
  known.set(person.key, words);
  return words;
}

function inWords(person: Person, roster: Roster, day: Day): string {
  const held = distinct(roster.held(person, day)).filter((each) => each.as === 'holder');
  const names = held.map(({ roleName }) => roleName);
  return names.length === 0 ? 'person' : `person · ${names.join(', ')}`;
}

function plain(
  sort: Offer['sort'],
  name: string,
  write: (name: string) => string,
  span: Span,
  detail: string,
  documentation: string,
): Offer {
  return { sort, label: name, text: write(name), span, detail, documentation };
}
