/** The rule `improvement.all-same-priority`: a register in which everything is equally urgent. */

import { isEvidence } from '../../model/evidence-kinds.ts';
import { foldWords } from '../../model/vocabulary/folding.ts';
import { parsePriority } from '../../model/vocabulary/priorities.ts';
import { givenField } from '../../reading/facts.ts';
import { improvementState } from '../improvement-state.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'improvement.all-same-priority',
  title: 'All improvements have the same priority',
  why: 'A priority tells what comes first. Where all entries have the same one, nothing does, and an auditor will ask whether the improvements were prioritized at all.',
  remedy: 'Look at the entries side by side and rank them by the criteria of the register.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: improvements.md
# Improvement register

| ID | Improvement | Benefit | Priority | Status |
                               ^^^^^^^^ [improvement.all-same-priority] 10
| --- | --- | --- | --- | --- |
| IMP-01 | Faster restore | Less downtime | High | Open |
| IMP-02 | Clearer invoices | Fewer calls | High | Open |
| IMP-03 | Self-service for resets | Fewer calls | High | Open |
| IMP-04 | Second line on Mondays | Shorter waits | High | Open |
| IMP-05 | One report template | Less work | High | Open |
| IMP-06 | Key box for night staff | Remote hands in time | High | Open |
| IMP-07 | Review dates for articles | Trust | High | Open |
| IMP-08 | Chat on the portal | Shorter waits | High | Open |
| IMP-09 | Energy figures in reports | Asked for | High | Open |
| IMP-10 | Spare switches | Less downtime | High | Open |
`,
    good: `--- file: improvements.md
# Improvement register

| ID | Improvement | Benefit | Priority | Status |
| --- | --- | --- | --- | --- |
| IMP-01 | Faster restore | Less downtime | High | Open |
| IMP-02 | Clearer invoices | Fewer calls | Low | Open |
| IMP-03 | Self-service for resets | Fewer calls | High | Open |
| IMP-04 | Second line on Mondays | Shorter waits | Medium | Open |
| IMP-05 | One report template | Less work | Low | Open |
| IMP-06 | Key box for night staff | Remote hands in time | High | Open |
| IMP-07 | Review dates for articles | Trust | Low | Open |
| IMP-08 | Chat on the portal | Shorter waits | Low | Open |
| IMP-09 | Energy figures in reports | Asked for | Low | Open |
| IMP-10 | Spare switches | Less downtime | High | Open |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    if (facts.kinds[0] !== undefined && isEvidence(facts.kinds[0])) return;
    const priorities = facts.records.flatMap((record) =>
      record.kind === 'improvement' && improvementState(record) !== 'rejected'
        ? (givenField(record, 'priority') ?? [])
        : [],
    );
    const [first] = priorities;
    if (first === undefined || priorities.length < view.threshold('improvements-to-compare')) return;
    const rank = rankOf(first.raw);
    if (priorities.some((priority) => rankOf(priority.raw) !== rank)) return;
    yield {
      span: first.labelSpan ?? documentSpan(facts),
      message: `All ${priorities.length} improvements here have the priority “${first.raw}”, so that none comes first.`,
      about: 'priority',
    };
  },
});

/** "High" and "2 - High" are one rank; words of a house scale are compared as words. */
function rankOf(raw: string): string {
  const priority = parsePriority(raw);
  return priority === null ? foldWords(raw).join(' ') : `${priority.level ?? ''}/${priority.score ?? ''}`;
}
