/** The rule `person.no-competence-record`: somebody holds a role, and nothing shows that they are able to fill it. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { namesOf, type Roster, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { namesKind } from '../improvement-process.ts';
import { isAskedToBeComplete, isSetAside } from '../life.ts';
import { isEmployedElsewhere, roleHolders } from '../people-in-roles.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

const RECORDS = ['competence-matrix', 'training-record'];

export default rule({
  id: 'person.no-competence-record',
  title: 'Role holder without any evidence of competence',
  why: 'Records of education, training, skills and experience are to be kept as evidence of competence. For somebody who holds a role of the service management system and appears in none, there is nothing to show.',
  remedy:
    'Enter them in the competence matrix or the training records, or name their competences in the people register. A link to the HR system is enough; nobody needs to copy personal data.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: { '2005': 'information', '2011': 'error', '2018': 'error' },
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
                                   ^^^^^^^ [person.no-competence-record] Bo Lind
  💡 Add Bo Lind to the competence matrix, to be filled in

--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual | Evidence |
| --- | --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 3 | TR-05 |
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: roles.md
# Role register

| Role | Responsibilities | Holder |
| --- | --- | --- |
| Change Manager | Assesses changes | Ada Quill |
| Problem Manager | Finds causes | Bo Lind |

--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual | Evidence |
| --- | --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 3 | TR-05 |
| Bo Lind | Problem Manager | Cause analysis | 3 | 3 | TR-02 |
`,
  },
  on: 'workspace',
  *check(view) {
    const roster = rosterOf(view);
    const shown = peopleWithEvidence(view, roster);
    const lacking = roleHolders(view, roster).filter(
      (holder) =>
        !shown.has(holder.person.key) &&
        !holder.entries.some((entry) => isTouched(fieldOf(entry, 'competences'))) &&
        !isEmployedElsewhere(holder, view),
    );
    if (lacking.length === 0) return;
    const lexicon = lexiconFor(view.configuration);
    if (shown.size === 0) {
      if (isKeptElsewhere(view)) return;
      const place = workspacePlace(view, ['people-register', 'role-description']);
      if (place === null) return;
      yield {
        ...place,
        message:
          'No records show the competence of those who hold roles, and no document says where they are kept: possible nonconformity.',
        about: 'competence',
        related: lacking
          .slice(0, 5)
          .map(({ person, place: at }) => ({ ...at, message: `${person.name} holds a role.` })),
        fixes: [
          createDocumentFix(
            'Create a competence matrix',
            newPath(view, 'competence-matrix', 'Competence matrix', 'people'),
            'competence-matrix',
            { title: 'Competence matrix' },
            lexicon,
          ),
        ],
      };
      return;
    }
    const home = view.records('competence').find(({ facts }) => isAskedToBeComplete(facts))?.facts.path;
    for (const { person, holdings, place } of lacking) {
      const role = holdings[0]?.roleName ?? '';
      yield {
        ...place,
        message: `${person.name} holds the role ${role}, and nothing shows their competence: possible nonconformity. A link to the HR system is enough.`,
        about: person.key,
        fixes:
          home === undefined
            ? []
            : [
                addRecordFix(
                  `Add ${person.name} to the competence matrix, to be filled in`,
                  home,
                  'competence',
                  { person: person.name, role, competence: 'TBD', actual: 'TBD', evidence: 'TBD' },
                  lexicon,
                ),
              ],
      };
    }
  },
});

/** Those whom a competence or training record names with anything to show; a level that is open is asked for by competence.no-assessment. */
function peopleWithEvidence(view: View, roster: Roster): ReadonlySet<string> {
  const found = new Set<string>();
  for (const kind of ['competence', 'training'])
    for (const { facts, record } of view.records(kind)) {
      if (!isAskedToBeComplete(facts)) continue;
      if (
        kind === 'competence' &&
        !['evidence', 'actual', 'assessed', 'gap', 'required'].some((name) => isTouched(fieldOf(record, name)))
      )
        continue;
      for (const name of namesOf(fieldOf(record, 'person'))) {
        const person = roster.person(name);
        if (person !== null) found.add(person.key);
      }
    }
  return found;
}

/** A matrix or training record without people's names, or an entry of the document register: the records are where it says. */
function isKeptElsewhere(view: View): boolean {
  if (RECORDS.some((kind) => view.documents(kind).some((facts) => !isSetAside(facts)))) return true;
  const lexicon = lexiconFor(view.configuration);
  return view
    .records('document-entry')
    .some(({ record }) =>
      RECORDS.some((kind) => namesKind(`${record.name} ${fieldOf(record, 'type')?.raw ?? ''}`, kind, lexicon)),
    );
}
