/** Fixes that add an owner in the document's own style, with the roles and people that the workspace knows to choose from. */
import { termKey } from '../../model/vocabulary/names.ts';
import type { Facts } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { PEOPLE_KEY } from '../../workspace/keys.ts';
import { rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { documentToFillIn, setMetadata } from './to-fill-in.ts';

const CHOICES = 6;

/** The fixes for a missing owner: likely roles first, then other roles, then people, and room for somebody else. */
export function ownerFixes(facts: Facts, view: View, lexicon: Lexicon): readonly Fix[] {
  const roster = rosterOf(view);
  const subject = new Set(
    termKey(facts.title?.text ?? '')
      .split(' ')
      .filter((word) => word.length > 3 && word !== 'process' && word !== 'management'),
  );
  const byWord = view.derive(PEOPLE_KEY, 'roles by the words of their names', () => rolesByWord(roster.roles));
  const likeness = new Map<string, number>();
  for (const word of subject)
    for (const role of byWord.get(word) ?? []) likeness.set(role, (likeness.get(role) ?? 0) + 1);
  const like = roster.roles.filter((role) => likeness.has(role));
  like.sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
  const roles = [...like, ...roster.roles.filter((role) => !likeness.has(role)).slice(0, CHOICES)];
  const known = [...roles, ...roster.people.map((person) => person.name)].slice(0, CHOICES);
  return [
    ...known.map((name) => setMetadata(`Add the owner: ${name}`, facts.path, 'owner', name, lexicon)),
    documentToFillIn(facts, 'owner', 'the owner', lexicon),
  ];
}

function rolesByWord(roles: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const role of roles)
    for (const word of termKey(role).split(' ')) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [role]);
      else list.push(role);
    }
  return found;
}
