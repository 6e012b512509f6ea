/** The rule `process.no-owner`: a process that nobody answers for. */
import { fieldOf } from '../../reading/facts.ts';
import { ownerFixes } from '../fixes/owner.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'process.no-owner',
  title: 'Process without an owner',
  why: 'A process that nobody answers for is not kept up, not measured and not improved. Auditors ask for the process owner first, and every edition wants responsibilities for the processes assigned.',
  remedy:
    'Name the person or role that answers for the process, in the same place where the document carries its other data.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['5.3'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.no-owner]

| Version | Status |
| --- | --- |
| 1.0 | Approved |
`,
    good: `--- file: change.md
# Change management process

**Process owner:** Change Manager  
**Version:** 1.0
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    const owner = fieldOf(facts, 'owner');
    // A placeholder is reported once, by doc.placeholder (settled point 2); "not applicable" is somebody's decision.
    if (owner !== null && owner.state !== 'empty') return;
    yield {
      span: owner?.labelSpan ?? documentSpan(facts),
      message: 'This process names no owner: possible nonconformity. Say which person or role answers for it.',
      about: 'owner',
      fixes: ownerFixes(facts, view, lexicon),
    };
  },
});
