/** The rule `audit.procedure-missing`: no procedure says how internal audits are planned and carried out. */
import { lexiconFor } from '../../reading/lexicon.ts';
import { auditProceduresOf, isKeptElsewhere } from '../audit-programmes.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

export default rule({
  id: 'audit.procedure-missing',
  title: 'No audit procedure',
  why: 'The editions of 2005 and 2011 want criteria, scope, frequency and methods of audits defined in a procedure. The edition of 2018 leaves that to the audit programme and asks for no procedure.',
  remedy: 'Create an audit procedure with these four, with the choice of auditors and with who does what.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'] },
  severity: { '2005': 'error', '2011': 'error' },
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2011
--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.procedure-missing]
  💡 Create an audit procedure

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale |
`,
    good: `--- file: clausewright.yaml
edition: 2011
--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale |

--- file: internal-audit.md
# Internal audit procedure
`,
  },
  on: 'workspace',
  *check(view) {
    const lexicon = lexiconFor(view.configuration);
    if (auditProceduresOf(view, lexicon).length > 0 || isKeptElsewhere('audit-procedure', view, lexicon)) return;
    // A process "Internal audit" with its steps is a procedure by another name.
    const described = view
      .processes('Internal audit')
      .some((facts) => view.whole(facts).records.some((record) => record.kind === 'step'));
    const place = described ? null : workspacePlace(view, ['audit-programme', 'document-register']);
    if (place === null) return;
    const title = 'Internal audit procedure';
    yield {
      ...place,
      message:
        'No procedure for internal audits is to be found here: possible nonconformity. Write down criteria, scope, frequency and methods.',
      about: 'audit procedure',
      fixes: [
        createDocumentFix(
          'Create an audit procedure',
          newPath(view, 'procedure', title, 'procedures'),
          'audit-procedure',
          { title },
          lexicon,
        ),
      ],
    };
  },
});
