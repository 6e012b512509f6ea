/** The rule `role.overload`: one person who owns more processes than one can look after. */

import type { Facts } from '../../reading/facts.ts';
import { fieldOf } from '../../reading/facts.ts';
import type { Place } from '../../workspace/finding.ts';
import { processName } from '../../workspace/keys.ts';
import { namesOf, type Person, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { isAskedToBeComplete, isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

const SHOWN = 8;

interface Load {
  readonly person: Person;
  readonly processes: Facts[];
}

export default rule({
  id: 'role.overload',
  title: 'One person owns many processes',
  why: 'Service management is a way of working beside the daily business. Somebody who owns many processes has little time for each, and the system stands or falls with one person.',
  remedy: 'Give some of the processes to others, or set the threshold `owned-processes` higher where this is meant.',
  pitfall: 4,
  clauses: { '2005': ['3.3', '4.2'], '2011': ['4.1.1', '4.5.3'], '2018': ['5.1', '5.3'] },
  severity: 'information',
  examples: {
    bad: `--- file: clausewright.yaml
edition: "2018"
thresholds:
  owned-processes: 2
--- file: people.md
# People register

| Name | E-mail |
| --- | --- |
| Ada Quill | ada@example.com |
  ^^^^^^^^^ [role.overload] Ada Quill owns 3 processes
| Ben Thorn | ben@example.com |
| Cid Marsh | cid@example.com |
--- file: change.md
# Change management process

**Process owner:** Ada Quill
--- file: incident.md
# Incident management process

**Process owner:** Ada Quill
--- file: problem.md
# Problem management process

**Process owner:** Ada Quill
`,
    good: `--- file: clausewright.yaml
edition: "2018"
thresholds:
  owned-processes: 2
--- file: people.md
# People register

| Name | E-mail |
| --- | --- |
| Ada Quill | ada@example.com |
| Ben Thorn | ben@example.com |
| Cid Marsh | cid@example.com |
--- file: change.md
# Change management process

**Process owner:** Ada Quill
--- file: incident.md
# Incident management process

**Process owner:** Ben Thorn
--- file: problem.md
# Problem management process

**Process owner:** Ada Quill
`,
  },
  on: 'workspace',
  *check(view) {
    if (!view.loaded) return;
    const roster = rosterOf(view);
    const processes = view
      .documents('process-description')
      .filter((facts) => isAskedToBeComplete(facts) && !isIndexPage(facts));
    const most = Math.round(view.threshold('owned-processes'));
    if (processes.length <= most) return;
    const loads = new Map<string, Load>();
    for (const facts of processes)
      for (const person of ownersOf(facts, view)) {
        const load = loads.get(person.key) ?? { person, processes: [] };
        load.processes.push(facts);
        loads.set(person.key, load);
      }
    // In a small organization everybody carries much; only who carries twice the share of the others stands out.
    const share = processes.length / Math.max(1, roster.people.length);
    for (const { person, processes: owned } of loads.values()) {
      if (owned.length <= most || owned.length <= 2 * share) continue;
      const place = placeOf(person, view) ?? workspacePlace(view, ['people-register']);
      if (place === null) continue;
      yield {
        path: place.path,
        span: place.span,
        message: `${person.name} owns ${owned.length} processes, more than ${most}. Is there time to look after each of them?`,
        about: person.key,
        related: owned.slice(0, SHOWN).map((facts) => ({
          path: facts.path,
          span: fieldOf(facts, 'owner')?.span ?? { start: 0, end: 0 },
          message: `${processName(facts) ?? facts.path} is one of them.`,
        })),
      };
    }
  },
});

/** The people who own a process today: named outright, or as holders of the role that does. */
function ownersOf(facts: Facts, view: View): readonly Person[] {
  const roster = rosterOf(view);
  const found = new Map<string, Person>();
  for (const name of namesOf(fieldOf(facts, 'owner'))) {
    const people = roster.isRole(name.text)
      ? roster
          .holders(name.text, view.asOf)
          .filter((holding) => holding.as === 'holder')
          .map((holding) => holding.person)
      : [roster.person(name)].filter((person) => person !== null);
    // Of a role that several hold, nobody owns the process alone; one holder may be named in several documents.
    const [first] = people;
    if (first !== undefined && people.every((person) => person.key === first.key) && roster.knows(first))
      found.set(first.key, first);
  }
  return [...found.values()];
}

/** Where the person is described, so that the finding stands beside the name. */
function placeOf(person: Person, view: View): Place | null {
  const roster = rosterOf(view);
  const entry = view
    .people()
    .find(
      ({ record }) =>
        record.kind === 'person' && roster.person({ text: record.name, email: null, handle: null })?.key === person.key,
    );
  return entry === undefined ? null : { path: entry.facts.path, span: entry.record.headSpan };
}
