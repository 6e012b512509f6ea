/** The rule `person.no-awareness`: somebody holds a role, and nothing shows that they were told what it is part of. */

import { awarenessTopics } from '../../model/vocabulary/awareness-topics.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { isBody, looksLikePerson } from '../../model/vocabulary/role-words.ts';
import { type Facts, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { namesOf, type Roster, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { isSetAside } from '../life.ts';
import { type RoleHolder, roleHolders } from '../people-in-roles.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

export default rule({
  id: 'person.no-awareness',
  title: 'Role holder who was in no awareness briefing',
  why: 'Everybody is to know what the policy and the objectives are, and what their own work adds to them. The standard asks for the awareness, not for a record of it; a short record is the simplest way to show it.',
  remedy:
    'Enter the next briefing with its date, topics and attendees; a group, an attendance list or the report of an e-learning tool is enough. Or write the day into the people register.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.3'] },
  severity: { '2005': 'information', '2011': 'warning', '2018': 'warning' },
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: roles.md
# Role register

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Assesses changes | Ada Quill |
| Problem Manager | Finds causes | Bo Lind |
                                   ^^^^^^^ [person.no-awareness] Bo Lind
  💡 Add a briefing of Bo Lind, to be filled in

--- file: awareness.md
# Awareness records

| Date | Topics | Attendees | Form |
| --- | --- | --- | --- |
| 2026-01-27 | Policy, objectives | Ada Quill | Town hall |
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: roles.md
# Role register

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Assesses changes | Ada Quill |
| Problem Manager | Finds causes | Bo Lind |

--- file: awareness.md
# Awareness records

| Date | Topics | Attendees | Form |
| --- | --- | --- | --- |
| 2026-01-27 | Policy, objectives | All staff | Town hall |
`,
  },
  on: 'workspace',
  *check(view) {
    const roster = rosterOf(view);
    const briefings = view.records('awareness').filter(({ facts }) => !isSetAside(facts));
    const told = new Set<string>();
    const groups = new Set<string>();
    for (const { facts, record } of briefings) if (!takeAttendees(facts, record, roster, told, groups, view)) return;
    // A page on awareness that names nobody: who was there stands elsewhere.
    if (told.size + groups.size === 0 && view.documents('awareness-record').some((facts) => !isSetAside(facts))) return;
    for (const { record } of view.records('training'))
      if (awarenessTopics(givenField(record, 'subject')?.raw ?? '') === null)
        for (const name of namesOf(fieldOf(record, 'person'))) told.add(roster.person(name)?.key ?? '');
    const holders = roleHolders(view, roster);
    const unaware = holders.filter((holder) => !told.has(holder.person.key) && !wasTold(holder, groups));
    const [first] = unaware;
    if (first === undefined) return;
    const lexicon = lexiconFor(view.configuration);
    if (unaware.length === holders.length && holders.length > 1) {
      const place = workspacePlace(view, ['people-register', 'role-description']) ?? first.place;
      yield {
        ...place,
        message:
          'Nothing here shows that people were made aware of the policy, the objectives and their own part in them.',
        about: 'awareness',
        fixes:
          briefings.length > 0
            ? []
            : [
                createDocumentFix(
                  'Create an awareness record',
                  newPath(view, 'awareness-record', 'Awareness record', 'people'),
                  'awareness-record',
                  { title: 'Awareness record' },
                  lexicon,
                ),
              ],
      };
      return;
    }
    const home = briefings[0]?.facts.path;
    for (const { person, place } of unaware)
      yield {
        ...place,
        message: `Nothing shows that ${person.name} was made aware of the policy, the objectives and their own part in them.`,
        about: person.key,
        fixes:
          home === undefined
            ? []
            : [
                addRecordFix(
                  `Add a briefing of ${person.name}, to be filled in`,
                  home,
                  'awareness',
                  { date: 'TBD', topics: 'TBD', attendees: person.name },
                  lexicon,
                ),
              ],
      };
  },
});

const EVERYBODY =
  /^(?:all|every|whole|entire|company|organi[sz]ation|staff|employees|team|alle|gesamte|belegschaft|jeder)/i;

/**
 * Takes the attendees of a briefing: people, holders of a role, teams. Out: false where it may have reached everybody:
 * all staff, a list elsewhere, a group that nobody here knows.
 */
function takeAttendees(
  facts: Facts,
  record: RecordFact,
  roster: Roster,
  told: Set<string>,
  groups: Set<string>,
  view: View,
): boolean {
  const attendees = fieldOf(record, 'attendees');
  if (attendees === null || attendees.state === 'empty') return true;
  const { span } = attendees;
  if (view.whole(facts).links.some(({ linkSpan }) => span.start <= linkSpan.start && linkSpan.end <= span.end))
    return false;
  const names = namesOf(attendees);
  if (names.length === 0 || EVERYBODY.test(attendees.raw.trim()) || /\d{2,}|https?:/.test(attendees.raw)) return false;
  const takeHolders = (role: string): void => {
    for (const holding of roster.holders(role, view.asOf)) told.add(holding.person.key);
  };
  for (const name of names) {
    if (EVERYBODY.test(name.text) || EVERYBODY.test(name.note ?? '')) return false;
    if (roster.isRole(name.text)) {
      takeHolders(name.text);
      continue;
    }
    // "Bo Lind, Service Desk Manager" may be one person or two.
    if (name.note !== null && roster.isRole(name.note)) takeHolders(name.note);
    const person = roster.person(name);
    if (person === null) return false;
    if (roster.knows(person)) told.add(person.key);
    else if (isBody(name.text) || !looksLikePerson(name.text)) groups.add(termKey(name.text));
  }
  return true;
}

/** By the people register's own date, or as one of a team; a team that the register does not know may be any. */
function wasTold({ entries }: RoleHolder, groups: ReadonlySet<string>): boolean {
  if (entries.some((entry) => isTouched(fieldOf(entry, 'awareness')))) return true;
  if (groups.size === 0) return false;
  const teams = entries.flatMap((entry) => givenField(entry, 'department')?.raw ?? []);
  return teams.length === 0 || teams.some((team) => groups.has(termKey(team)));
}
