/** Whom an owner field means: the people and roles that it names, widened so that a role and its holder are one. */
import { looksLikeRole } from '../model/vocabulary/role-words.ts';
import type { FieldFact } from '../reading/facts.ts';
import { namesOf, rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import { roleCore } from './role-wording.ts';

export interface Identity {
  /** Keys of people and cores of roles. */
  readonly keys: ReadonlySet<string>;
  /** Whether any of the keys are people's, and any are roles': only like can be held against like. */
  readonly people: boolean;
  readonly roles: boolean;
}

/** Whom a field names; null where it names nobody, or a name that may be several people's. */
export function identityOf(field: FieldFact | null, view: View): Identity | null {
  const names = namesOf(field);
  if (names.length === 0) return null;
  const roster = rosterOf(view);
  const keys = new Set<string>();
  let people = false;
  let roles = false;
  for (const name of names) {
    if (roster.isRole(name.text) || looksLikeRole(name.text)) {
      keys.add(`role ${roleCore(name.text)}`);
      roles = true;
      for (const holding of roster.holders(name.text, view.asOf)) {
        keys.add(`person ${holding.person.key}`);
        people = true;
      }
      continue;
    }
    const person = roster.person(name);
    if (person === null) return null;
    keys.add(`person ${person.key}`);
    people = true;
    for (const holding of roster.held(person, view.asOf)) {
      keys.add(`role ${roleCore(holding.roleName)}`);
      roles = true;
    }
    if (name.note !== null && looksLikeRole(name.note)) {
      keys.add(`role ${roleCore(name.note)}`);
      roles = true;
    }
  }
  return { keys, people, roles };
}

/** Do two fields name others altogether? False where that cannot be told: a person here, and there a role whose holder is not known. */
export function contradict(a: Identity, b: Identity): boolean {
  if ([...a.keys].some((key) => b.keys.has(key))) return false;
  return (a.people && b.people) || (a.roles && b.roles);
}
