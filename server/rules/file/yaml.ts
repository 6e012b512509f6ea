/** The rule `file.yaml`: YAML that cannot be read. */
import { isPutAway } from '../../workspace/set-aside.ts';
import { readingProblems } from '../reading-problems.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'file.yaml',
  title: 'YAML that cannot be read',
  why: 'What stands behind a mistake in YAML is read only in part or not at all, so checks are silent about it and the report counts too little. An auditor who opens the register sees the same gap.',
  remedy: 'Put the line right that the message names; until then, only what could still be read is checked.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'error',
  examples: {
    bad: `--- file: improvements.yaml
improvements:
  - id: IMP-001
    title: "Shorter hand-over
           ^^^^^^^^^^^^^^^^^^ [file.yaml] never closed
    status: open
`,
    good: `--- file: improvements.yaml
improvements:
  - id: IMP-001
    title: "Shorter hand-over"
    status: open
`,
  },
  on: 'documents',
  kinds: 'all',
  // Templates are YAML only once their marks are replaced, and what is put away is not put right any more.
  check: (subject) => (isPutAway(subject.facts.path) ? [] : readingProblems(subject, 'yaml')),
});
