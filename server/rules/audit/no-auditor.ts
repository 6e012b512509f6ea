/** The rule `audit.no-auditor`: an audit of which nobody knows who carries it out. */
import { auditName, isAudit, isFarAhead, isHeld, isSaid } from '../audit-accounts.ts';
import { assignAuditorFixes } from '../fixes/auditor.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'audit.no-auditor',
  title: 'Audit without an auditor',
  why: 'Auditors have to be chosen so that they are objective and impartial. Without a name nobody can tell whether they were, and the result convinces nobody.',
  remedy:
    'Name the auditor in the row, plan or report. A row of the programme may leave it open until 90 days before the audit (`thresholds: audit-preparation` in clausewright.yaml).',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: audit-report.md
# Audit report IA-2026-01
  ^^^^^^^^^^^^^^^^^^^^^^^ [audit.no-auditor]

**Process:** Change management  
**Date held:** 2026-03-12  
**Scope:** Changes since January  
**Criteria:** ISO/IEC 20000-1:2018, 8.5.1
`,
    good: `--- file: audit-report.md
# Audit report IA-2026-01

**Process:** Change management  
**Date held:** 2026-03-12  
**Auditor:** Bruno Vale  
**Scope:** Changes since January  
**Criteria:** ISO/IEC 20000-1:2018, 8.5.1
`,
  },
  on: 'records',
  kinds: ['audit'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    if (!isAudit(subject) || isFarAhead(record, view) || isSaid(['auditor'], subject)) return;
    const kind = facts.kinds.find((each) => each === 'audit-plan' || each === 'audit-report');
    // Who audited is a fact once the audit was held; until then it is a choice.
    const choices =
      isHeld(record, view.asOf) || kind === 'audit-report' ? [] : assignAuditorFixes(facts, record, view, lexicon);
    yield {
      span: record.headSpan,
      message: `${auditName(record)} names no auditor: possible nonconformity. Say who audits.`,
      about: `${record.id ?? record.name} auditor`,
      fixes:
        kind === undefined || record.form !== 'document' || facts.format === 'yaml'
          ? [...choices, toFillIn(facts, record, 'auditor', 'the auditor', lexicon)]
          : [...choices, insertSectionsFix('Insert the section “Audit team”', facts.path, kind, ['auditor'], lexicon)],
    };
  },
});
