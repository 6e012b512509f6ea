/** The people of the service management system: who holds a defined role today, and where somebody would look for them. */
import { isOfOutside } from '../model/vocabulary/parties.ts';
import { isBody, looksLikeRole } from '../model/vocabulary/role-words.ts';
import { fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Place } from '../workspace/finding.ts';
import type { Holding, Person, Roster } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import { isAskedToBeComplete } from './life.ts';

/** One person who holds at least one defined role. */
export interface RoleHolder {
  readonly person: Person;
  readonly holdings: readonly Holding[];
  /** Their entries in people registers. */
  readonly entries: readonly RecordFact[];
  /** Their first entry, else where the role is given to them. */
  readonly place: Place;
}

/** Where roles of the own organization are given to people; an agreement or minutes name the other side's people too. */
const HOMES: ReadonlySet<string> = new Set([
  'people-register',
  'role-description',
  'raci',
  'process-description',
  'procedure',
  'service-management-plan',
  'plan',
  'policy',
]);

/** Everybody who holds a role that is defined here, in order of name; teams, and holders that only drafts name, are left out. */
export function roleHolders(view: View, roster: Roster): readonly RoleHolder[] {
  const entries = new Map<string, { readonly record: RecordFact; readonly place: Place }[]>();
  for (const { facts, record } of view.people()) {
    if (record.kind !== 'person' || record.name === '' || !isAskedToBeComplete(facts)) continue;
    const person = roster.person({
      text: record.name,
      email: givenField(record, 'email')?.raw ?? null,
      handle: givenField(record, 'handle')?.raw ?? null,
    });
    if (person === null) continue;
    const own = entries.get(person.key) ?? [];
    entries.set(person.key, own);
    own.push({ record, place: { path: facts.path, span: fieldOf(record, 'name')?.span ?? record.headSpan } });
  }
  return roster.people.flatMap((person) => {
    if (looksLikeRole(person.name) || isBody(person.name)) return [];
    const holdings = roster.held(person, view.asOf).filter((holding) => {
      const home = holding.as === 'holder' && roster.isRole(holding.roleName) ? view.facts(holding.place.path) : null;
      return home !== null && HOMES.has(home.kinds[0] ?? '') && isAskedToBeComplete(home);
    });
    const own = entries.get(person.key) ?? [];
    const place = own[0]?.place ?? holdings[0]?.place;
    return holdings.length === 0 || place === undefined
      ? []
      : [{ person, holdings, entries: own.map((entry) => entry.record), place }];
  });
}

const ELSEWHERE = /freelanc|agency|vendor|customer|kunde|leiharbeit/i;

/** Does somebody else employ them, who keeps the records of their competence? */
export function isEmployedElsewhere({ entries }: Pick<RoleHolder, 'entries'>, view: View): boolean {
  const organization = view.configuration.organization?.trim().toLowerCase() ?? null;
  return entries.some((entry) => {
    const employer = givenField(entry, 'employer')?.raw.trim();
    if (employer === undefined || /^intern/i.test(employer) || employer.toLowerCase() === organization) return false;
    return ELSEWHERE.test(employer) || isOfOutside(employer) || organization !== null;
  });
}
