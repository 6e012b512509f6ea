/** Fixes that add an owner in the document's own style, with the roles and people that the workspace knows to choose from. */
import { termKey } from '../../model/vocabulary/names.ts';
import type { Facts } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { setMetadata } from './to-fill-in.ts';

const CHOICES = 6;

/** The fixes for a missing owner: likely roles first, then other roles, then people. */
export function ownerFixes(facts: Facts, view: View, lexicon: Lexicon): readonly Fix[] {
  const roster = rosterOf(view);
  const subject = new Set(
    termKey(facts.title?.text ?? '')
      .split(' ')
      .filter((word) => word.length > 3 && word !== 'process' && word !== 'management'),
  );
  const likeness = (role: string): number =>
    termKey(role)
      .split(' ')
      .filter((word) => subject.has(word)).length;
  const roles = [...roster.roles].sort((a, b) => likeness(b) - likeness(a));
  return [...roles, ...roster.people.map((person) => person.name)]
    .slice(0, CHOICES)
    .map((name) => setMetadata(`Add the owner: ${name}`, facts.path, 'owner', name, lexicon));
}
