/** The rule `file.fence`: a code fence that is never closed and swallows what follows. */
import { readingProblems } from '../reading-problems.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'file.fence',
  title: 'Code fence that is never closed',
  why: 'Everything below an open code fence is code, for readers and for the checks: sections, tables and owners there count as absent, and nobody sees why.',
  remedy: 'Close the fence with a line of the same signs that opened it.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'warning',
  examples: {
    bad: `--- file: restart.md
# Restart the portal

\`\`\`sh
^^^^^ [file.fence] never closed
systemctl restart portal

## Records
`,
    good: `--- file: restart.md
# Restart the portal

\`\`\`sh
systemctl restart portal
\`\`\`

## Records
`,
  },
  on: 'documents',
  kinds: 'all',
  check: (subject) => readingProblems(subject, 'fence'),
});
