/** The rule `audit.no-criteria`: an audit that does not say what it measures against. */
import { fieldOf } from '../../reading/facts.ts';
import { auditName, isAudit, isFarAhead, isHeld, isSaid } from '../audit-accounts.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'audit.no-criteria',
  title: 'Audit without criteria',
  why: 'An audit compares evidence with criteria: the standard, a policy, a procedure, a contract. Without them a finding is only an opinion. Criteria are to be defined for each audit.',
  remedy:
    'Name the standard with its clauses, or the policies and procedures, in the audit or once for the whole programme.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: audit-plan.md
# Audit plan IA-2026-01
  ^^^^^^^^^^^^^^^^^^^^^ [audit.no-criteria]
  💡 Insert the section “Criteria”

**Process:** Change management  
**Date:** 2026-03-12  
**Auditor:** Bruno Vale  
**Scope:** Changes since January
`,
    good: `--- file: audit-plan.md
# Audit plan IA-2026-01

**Process:** Change management  
**Date:** 2026-03-12  
**Auditor:** Bruno Vale  
**Scope:** Changes since January  
**Criteria:** ISO/IEC 20000-1:2018, clause 8.5.1
`,
  },
  on: 'records',
  kinds: ['audit'],
  *check(subject) {
    const { facts, record, view, lexicon } = subject;
    if (!isAudit(subject) || isFarAhead(record, view)) return;
    // The clauses audited are criteria, unless there is a column of its own for them that was left empty.
    const column = record.form !== 'document' && fieldOf(record, 'criteria') !== null;
    if (isSaid(column ? ['criteria'] : ['criteria', 'standard'], subject)) return;
    // A row without such a column leaves it to the plan, until the audit has been held and no plan says it.
    if (record.form !== 'document' && !column && !isHeld(record, view.asOf)) return;
    const kind = facts.kinds.find((each) => each === 'audit-plan' || each === 'audit-report');
    yield {
      span: record.headSpan,
      message: `${auditName(record)} does not say against which criteria it is made: possible nonconformity.`,
      about: `${record.id ?? record.name} criteria`,
      fixes:
        kind === undefined || record.form !== 'document' || facts.format === 'yaml'
          ? [toFillIn(facts, record, 'criteria', 'the criteria', lexicon)]
          : [insertSectionsFix('Insert the section “Criteria”', facts.path, kind, ['criteria'], lexicon)],
    };
  },
});
