/** The rule `audit.auditor-unknown`: an auditor who stands in no register of people. */
import { lexiconFor } from '../../reading/lexicon.ts';
import { rosterOf } from '../../workspace/people.ts';
import { nameSpan } from '../audited.ts';
import { auditorsAtWork } from '../auditors.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'audit.auditor-unknown',
  title: 'Auditor who is in no register',
  why: 'Whether an auditor is impartial can only be told of somebody whose roles are known. A name that stands in no register of people, role description or competence matrix may be a slip of the pen, too.',
  remedy:
    'Add the person to the register of people, put the name right, or say that the auditor is external: “Cleo Marsh (external)”.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'information',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: people.yaml
type: people-register
people:
  - {name: Ada Quill, roles: Change Manager}

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-15 | Bruno Vale |
                                           ^^^^^^^^^^ [audit.auditor-unknown]
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: people.yaml
type: people-register
people:
  - {name: Ada Quill, roles: Change Manager}
  - {name: Bruno Vale, roles: Internal Auditor}

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-15 | Bruno Vale |
`,
  },
  on: 'workspace',
  *check(view) {
    const roster = rosterOf(view);
    // Where nobody keeps a register, everybody would be unknown.
    if (!view.people().some(({ record }) => record.kind === 'person')) return;
    const lexicon = lexiconFor(view.configuration);
    const registers = view.documents('people-register').filter((facts) => !isSetAside(facts));
    const others = [...view.records('competence'), ...view.records('training')];
    const elsewhere = new Set(
      others.flatMap(({ record }) => {
        const name = record.fields.find((field) => field.field === 'person');
        return name?.value?.type === 'names' ? name.value.names.flatMap((each) => roster.person(each)?.key ?? []) : [];
      }),
    );
    for (const { facts, person, auditor } of auditorsAtWork(view, roster)) {
      if (roster.knows(person) || elsewhere.has(person.key)) continue;
      yield {
        path: facts.path,
        span: nameSpan(auditor),
        message: `${auditor.name.text} audits, but stands in no register of people. Add the person, or say that the auditor is external.`,
        about: auditor.name.text,
        fixes: registers
          .slice(0, 1)
          .map((register) =>
            addRecordFix(
              `Add ${auditor.name.text} to “${register.title?.text ?? register.path}”`,
              register.path,
              'person',
              { name: auditor.name.text },
              lexicon,
            ),
          ),
      };
    }
  },
});
