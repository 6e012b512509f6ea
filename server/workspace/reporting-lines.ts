/** Reporting lines: who leads whom and who works in which team, as people registers say it. */

import { termKey } from '../model/vocabulary/names.ts';
import { type FieldFact, fieldOf, givenField } from '../reading/facts.ts';
import type { Place, Related } from './finding.ts';
import { PEOPLE_KEY } from './keys.ts';
import { namesOf, type Person, type Roster } from './people.ts';
import { isInUse } from './set-aside.ts';
import type { Located, View } from './view.ts';

/** One entry on who leads somebody, and on the team that they work in. */
interface Line {
  readonly manager: Person | null;
  readonly team: string | null;
  readonly place: Place;
}

export type Lines = ReadonlyMap<string, Line>;

/** The reporting lines of the workspace, by the person's key; people in registers that are out of use are left out. */
export function reportingLines(view: View, roster: Roster): Lines {
  const located = view.people();
  return view.derive(PEOPLE_KEY, 'reporting lines', () => linesOf(located, roster));
}

function linesOf(located: readonly Located[], roster: Roster): Lines {
  const lines = new Map<string, Line>();
  for (const { facts, record } of located) {
    if (record.kind !== 'person' || record.name === '' || !isInUse(facts)) continue;
    const person = roster.person({ text: record.name, email: givenField(record, 'email')?.raw ?? null, handle: null });
    if (person === null || lines.has(person.key)) continue;
    const manager = managerOf(fieldOf(record, 'manager'), roster);
    const team = givenField(record, 'department');
    if (manager === null && team === null) continue;
    lines.set(person.key, {
      manager,
      team: team === null ? null : termKey(team.raw),
      place: { path: facts.path, span: record.headSpan },
    });
  }
  return lines;
}

function managerOf(field: FieldFact | null, roster: Roster): Person | null {
  const [name, ...others] = namesOf(field);
  return name === undefined || others.length > 0 || roster.isRole(name.text) ? null : roster.person(name);
}

/**
 * What ties two people beside the roles that they hold: one leads the other, they have one line manager, or one team.
 * In: the two, the reporting lines, and who counts as top management: audits are ordered from there, and in a small
 * organization everybody reports there. Out: the tie at its place; null where there is none.
 */
export function tieBetween(
  one: Person,
  other: Person,
  lines: Lines,
  isTop: (person: Person) => boolean,
): Related | null {
  if (one.key === other.key) return null;
  const mine = lines.get(one.key);
  const theirs = lines.get(other.key);
  const isHead = (person: Person): boolean => {
    const own = lines.get(person.key);
    return isTop(person) || (own !== undefined && own.manager === null);
  };
  if (mine?.manager?.key === other.key && !isHead(other))
    return { ...mine.place, message: `${other.name} is the line manager of ${one.name}` };
  if (theirs?.manager?.key === one.key && !isHead(one))
    return { ...theirs.place, message: `${one.name} is the line manager of ${other.name}` };
  if (mine === undefined || theirs === undefined) return null;
  const { manager } = mine;
  // Of a manager who stands in no register nobody can say whether they head the organization.
  if (manager !== null && manager.key === theirs.manager?.key && lines.has(manager.key) && !isHead(manager))
    return { ...mine.place, message: `${one.name} and ${other.name} report to ${manager.name}` };
  if (mine.team !== null && mine.team === theirs.team)
    return { ...mine.place, message: `${one.name} and ${other.name} work in one team` };
  return null;
}
