/** The rule `audit.programme-missing`: a management system in which nobody has planned any internal audit. */
import { fieldOf } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { isKeptElsewhere, programmesOf } from '../audit-programmes.ts';
import { newProgrammeFix } from '../fixes/new-programme.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

export default rule({
  id: 'audit.programme-missing',
  title: 'No audit programme',
  why: 'All editions want internal audits that are planned as a programme, not done as the occasion arises. Without a programme nobody can show that every process and every clause has its turn.',
  remedy:
    'Create an audit programme: which processes are audited when, how often, by whom and why. Where a group keeps it, list it in the document register or link to it from the audit procedure.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.1', '9.2.2'] },
  severity: 'error',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: internal-audit.md
# Internal audit procedure
  ^^^^^^^^^^^^^^^^^^^^^^^^ [audit.programme-missing]
  💡 Create an audit programme

**Document type:** audit-procedure  
**Owner:** SMS Manager
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: internal-audit.md
# Internal audit procedure

**Document type:** audit-procedure  
**Owner:** SMS Manager

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale |
`,
  },
  on: 'workspace',
  *check(view) {
    const lexicon = lexiconFor(view.configuration);
    if (programmesOf(view).length > 0) return;
    // Audits that are planned in another document, such as the service management plan, are a programme by another name.
    const planned = view
      .records('audit')
      .some(
        ({ facts, record }) =>
          record.form !== 'document' &&
          !facts.kinds.includes('audit-plan') &&
          !facts.kinds.includes('audit-report') &&
          !isSetAside(facts) &&
          fieldOf(record, 'date') !== null,
      );
    if (planned || isKeptElsewhere('audit-programme', view, lexicon)) return;
    const place = workspacePlace(view, ['audit-procedure', 'service-management-plan', 'document-register']);
    if (place === null) return;
    yield {
      ...place,
      message: 'No audit programme is to be found here: possible nonconformity. Plan which processes are audited when.',
      about: 'audit programme',
      fixes: [newProgrammeFix('Create an audit programme', null, view, lexicon)],
    };
  },
});
