/** Top management: who of those who took part in a meeting is of it, as far as the documents tell. */
import type { Day } from '../model/value.ts';
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import { looksLikeRole } from '../model/vocabulary/role-words.ts';
import { soundsLikeTopManagement } from '../model/vocabulary/top-management.ts';
import { rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import type { Attendant } from './attendance.ts';

/** Is somebody of top management on a day? Null where the documents do not tell. */
export function isTopManagement(attendant: Attendant, view: View, day: Day): boolean | null {
  const roster = rosterOf(view);
  if (isTitle(attendant.text, view) || (attendant.function !== null && isTitle(attendant.function, view))) return true;
  const person = roster.person(attendant);
  const held = person === null ? [] : roster.held(person, day);
  if (person !== null && (isTitle(person.name, view) || held.some((holding) => isTitle(holding.roleName, view))))
    return true;
  // A role that took part stands for whoever holds it.
  const holders = roster.holders(attendant.text, day).filter((holding) => holding.as === 'holder');
  if (holders.some((holding) => roster.held(holding.person, day).some((each) => isTitle(each.roleName, view))))
    return true;
  if (attendant.function !== null || held.length > 0 || looksLikeRole(attendant.text)) return false;
  return null;
}

/** Is it a title of top management, or the name of one of its people, by the configuration or by the common words? */
function isTitle(words: string, view: View): boolean {
  const own = view.configuration.topManagement;
  return (
    own.some((each) => termKey(each) === termKey(words) || nameKey(each) === nameKey(words)) ||
    soundsLikeTopManagement(words)
  );
}
