/** The rule `audit.auditor-competence-missing`: an internal auditor of whom nothing shows that they can audit. */
import { fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { namesOf, rosterOf } from '../../workspace/people.ts';
import { nameSpan } from '../audited.ts';
import { auditorsAtWork } from '../auditors.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { isSetAside } from '../life.ts';
import { isEmployedElsewhere } from '../people-in-roles.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'audit.auditor-competence-missing',
  title: 'Auditor without recorded competence in auditing',
  why: 'People who do work that the management system depends on have to be competent, and auditing is such work. A certification auditor asks each internal auditor for training or experience.',
  remedy:
    'Enter the auditor’s training or qualification in auditing in the competence matrix or the training records, with its evidence.',
  pitfall: 2,
  clauses: { '2005': ['3.3', '4.3'], '2011': ['4.4.2', '4.5.4.2'], '2018': ['7.2', '9.2.2'] },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: competences.md
# Competence matrix

| Person | Role | Competence | Required level | Actual level | Evidence |
| --- | --- | --- | --- | --- | --- |
| Ada Quill | Internal Auditor | Auditing | 3 | 3 | Course 2024 |
| Bruno Vale | Change Manager | Change management | 3 | 3 | Certificate 2022 |

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-15 | Ada Quill |
| AUD-2 | Problem management | 2026-12-16 | Bruno Vale |
                                            ^^^^^^^^^^ [audit.auditor-competence-missing]
                                            💡 Add auditing for Bruno Vale to “Competence matrix”, evidence to be filled in
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: competences.md
# Competence matrix

| Person | Role | Competence | Required level | Actual level | Evidence |
| --- | --- | --- | --- | --- | --- |
| Ada Quill | Internal Auditor | Auditing | 3 | 3 | Course 2024 |
| Bruno Vale | Change Manager | ISO 19011 | 3 | 3 | Course 2024 |

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-15 | Ada Quill |
| AUD-2 | Problem management | 2026-12-16 | Bruno Vale |
`,
  },
  on: 'workspace',
  *check(view) {
    const roster = rosterOf(view);
    const kept = [...view.records('competence'), ...view.records('training')].filter(({ facts }) => !isSetAside(facts));
    const people = view.people().filter(({ record }) => record.kind === 'person');
    const told = people.filter(({ record }) => givenField(record, 'competences') !== null);
    // Where no competences are kept at all, that is one gap, and not each auditor's.
    if (kept.length === 0 && told.length === 0) return;
    const able = new Set<string>();
    for (const { record } of kept) {
      if (!SAYS.some((name) => isOfAuditing(record, name))) continue;
      for (const name of namesOf(fieldOf(record, 'person'))) able.add(roster.person(name)?.key ?? '');
    }
    for (const { record } of told)
      if (isOfAuditing(record, 'competences'))
        able.add(
          roster.person({ text: record.name, email: givenField(record, 'email')?.raw ?? null, handle: null })?.key ??
            '',
        );
    // Whoever comes from outside brings the competence along; it is agreed in the contract.
    const outside = new Set(
      people
        .filter(
          ({ record }) =>
            isEmployedElsewhere({ entries: [record] }, view) ||
            /\bgroup\b/i.test(givenField(record, 'employer')?.raw ?? ''),
        )
        .map(
          ({ record }) =>
            roster.person({ text: record.name, email: givenField(record, 'email')?.raw ?? null, handle: null })?.key ??
            '',
        ),
    );
    const lexicon = lexiconFor(view.configuration);
    const matrices = view.documents('competence-matrix').filter((facts) => !isSetAside(facts));
    for (const { facts, person, auditor } of auditorsAtWork(view, roster)) {
      if (able.has(person.key) || outside.has(person.key)) continue;
      // Of somebody who stands in no register it is said that nobody knows them, and that is enough.
      if (people.length > 0 && !roster.knows(person)) continue;
      const name = auditor.name.text;
      yield {
        path: facts.path,
        span: nameSpan(auditor),
        message: `${name} audits, and no training or qualification in auditing is recorded. Enter it with its evidence.`,
        about: name,
        fixes: matrices
          .slice(0, 1)
          .map((matrix) =>
            addRecordFix(
              `Add auditing for ${name} to “${matrix.title?.text ?? matrix.path}”, evidence to be filled in`,
              matrix.path,
              'competence',
              { person: name, competence: 'Auditing', evidence: 'TBD' },
              lexicon,
            ),
          ),
      };
    }
  },
});

const SAYS = ['competence', 'role', 'evidence', 'subject', 'need'];

function isOfAuditing(record: RecordFact, name: string): boolean {
  const field = fieldOf(record, name);
  // The role alone is what the competence is needed for, except where a training answers that need.
  if (name === 'role' && record.kind !== 'training') return false;
  return field !== null && /audit|19011/i.test(field.raw);
}
