/** The rule `audit.no-scope`: an audit that does not say what it covers. */
import { fieldOf } from '../../reading/facts.ts';
import { auditName, isAudit, isFarAhead, isHeld, isSaid } from '../audit-accounts.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'audit.no-scope',
  title: 'Audit without a scope',
  why: 'Without a scope nobody knows what an audit has shown, nor what it has left out. The scope is to be defined for each audit.',
  remedy: 'Say which processes, places and period are covered, in the audit or once for the whole programme.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: audit-plan.md
# Audit plan IA-2026-01
  ^^^^^^^^^^^^^^^^^^^^^ [audit.no-scope]
  💡 Insert the section “Scope”

**Process:** Change management  
**Date:** 2026-03-12  
**Auditor:** Bruno Vale  
**Criteria:** ISO/IEC 20000-1:2018, clause 8.5.1
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
    if (!isAudit(subject) || isFarAhead(record, view) || isSaid(['scope'], subject)) return;
    // A row without such a column leaves it to the plan, until the audit has been held; the process or clauses that it names are a scope then.
    if (
      record.form !== 'document' &&
      fieldOf(record, 'scope') === null &&
      (!isHeld(record, view.asOf) || isSaid(['process', 'standard'], subject))
    )
      return;
    const kind = facts.kinds.find((each) => each === 'audit-plan' || each === 'audit-report');
    yield {
      span: record.headSpan,
      message: `${auditName(record)} does not say what it covers: possible nonconformity.`,
      about: `${record.id ?? record.name} scope`,
      fixes:
        kind === undefined || record.form !== 'document' || facts.format === 'yaml'
          ? [toFillIn(facts, record, 'scope', 'the scope', lexicon)]
          : [insertSectionsFix('Insert the section “Scope”', facts.path, kind, ['scope'], lexicon)],
    };
  },
});
