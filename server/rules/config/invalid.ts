/** The rule `config.invalid`: a value of the configuration that cannot be used. */
import { configurationProblems } from '../configuration-problems.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'config.invalid',
  title: 'Configuration value that cannot be used',
  why: 'A wrong value in clausewright.yaml is left at its default, so the folder is not checked the way its owner believes.',
  remedy: 'Take one of the values that the message names.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'error',
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2017
         ^^^^ [config.invalid] 2005, 2011, 2018
`,
    good: `--- file: clausewright.yaml
edition: 2018
`,
  },
  on: 'workspace',
  check: (view) => configurationProblems(view, 'config.invalid'),
});
