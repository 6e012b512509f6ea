/** The rule `config.unknown-key`: a key of the configuration that nothing reads. */
import { configurationProblems } from '../configuration-problems.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'config.unknown-key',
  title: 'Unknown key in the configuration',
  why: 'A misspelt key in clausewright.yaml has no effect, and nobody notices.',
  remedy: 'Take the key that was meant, or remove it.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'warning',
  examples: {
    bad: `--- file: clausewright.yaml
editions: 2018
^^^^^^^^ [config.unknown-key]
💡 Replace with “edition”
`,
    good: `--- file: clausewright.yaml
edition: 2018
`,
  },
  on: 'workspace',
  check: (view) => configurationProblems(view, 'config.unknown-key'),
});
