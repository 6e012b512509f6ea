/** The rule `process.unused`: a process that has long been in force, and that nothing shows at work. */
import { isEventDriven } from '../../model/process-areas.ts';
import { dayIn, fieldOf } from '../../reading/facts.ts';
import { processName } from '../../workspace/keys.ts';
import { isOverdueSince } from '../due.ts';
import { isIndexPage } from '../life.ts';
import { isHeldElsewhere, lastSeen } from '../process-evidence.ts';
import { isInForce } from '../process-parts.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'process.unused',
  title: 'Process that nothing shows at work',
  why: 'Some processes exist on paper only. Auditors take the date since which a process is in force and ask what it has done since; a year without a record, a result, a review or an audit is an answer too.',
  remedy:
    'Link the records, reports or audits that show it at work, name the tool that holds them, or set its status back if it is not in use yet.',
  pitfall: 2,
  clauses: { '2005': ['4.2', '4.3'], '2011': ['4.5.3', '4.5.4.1'], '2018': ['8.1', '9.1'] },
  severity: 'warning',
  completeness: true,
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: problem.md
# Problem management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ [process.unused] since 2024-03-01

**Status:** Approved  
**Effective:** 2024-03-01
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: problem.md
# Problem management process

**Status:** Approved  
**Effective:** 2024-03-01

--- file: problems.md
# Problem records

| ID | Problem | Opened | Cause | Status |
| --- | --- | --- | --- | --- |
| PRB-1 | Mail stops at night | 2026-05-02 | Full disk | Closed |
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view }) {
    const since = dayIn(fieldOf(facts, 'effective'), 'first') ?? dayIn(fieldOf(facts, 'approved'), 'first');
    if (since === null || isIndexPage(facts) || !isInForce(facts)) return;
    const interval = `P${view.threshold('evidence-freshness')}M`;
    // A new process has had no time yet; one for disasters and major incidents may have nothing to do.
    if (!isOverdueSince(since, interval, view.asOf) || isEventDriven(processName(facts) ?? '')) return;
    if (isHeldElsewhere(facts)) return;
    const seen = lastSeen(facts, view);
    if (seen !== null && !isOverdueSince(seen, interval, view.asOf)) return;
    const field = fieldOf(facts, 'effective') ?? fieldOf(facts, 'approved');
    yield {
      span: documentSpan(facts),
      message: `This process is in force since ${since}, but ${seen === null ? 'no dated record, result, review or audit shows' : `nothing after ${seen} shows`} it at work: possible nonconformity.`,
      about: 'use',
      related: field === null ? [] : [{ path: facts.path, span: field.span, message: 'In force since.' }],
    };
  },
});
