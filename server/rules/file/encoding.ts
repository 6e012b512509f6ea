/** The rule `file.encoding`: document that is not UTF-8. */
import { readingProblems } from '../reading-problems.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'file.encoding',
  title: 'Document that is not UTF-8',
  why: 'Bytes that are no UTF-8 are replaced while reading, so names and words there may not be recognised.',
  remedy: 'Save the document as UTF-8.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'error',
  examples: {
    bad: `--- file: notes.md
# Gesch�ftsprozess
`,
    good: `--- file: notes.md
# Geschäftsprozess
`,
  },
  on: 'documents',
  kinds: 'all',
  check: (subject) => readingProblems(subject, 'encoding'),
});
