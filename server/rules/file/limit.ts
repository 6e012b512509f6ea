/** The rule `file.limit`: document not read as a whole. */
import { readingProblems } from '../reading-problems.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'file.limit',
  title: 'Document not read as a whole',
  why: 'Very large or deeply nested documents are read only up to a limit, so that the editor stays quick. What stands beyond it is not checked, and nobody should take silence there for conformity.',
  remedy: 'Split the document, or raise the limit under `limits` in clausewright.yaml.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'error',
  examples: {
    bad: `--- file: notes.md
# Notes
^^^^^^^ [file.limit] nested

${'> '.repeat(70)}Quoted and quoted again.
`,
    good: `--- file: notes.md
# Notes

> > Quoted and quoted again.
`,
  },
  on: 'documents',
  kinds: 'all',
  check: (subject) => readingProblems(subject, 'limit'),
});
