/** The rule `config.no-match`: a glob of the configuration that no file answers to. */
import { globMatcher } from '../../model/glob.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'config.no-match',
  title: 'Glob in the configuration that matches nothing',
  why: 'A folder that was renamed leaves its glob behind: its files are then checked as something else, or not at all.',
  remedy: 'Write the glob for where the files are now, relative to the configuration, or remove it.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'information',
  examples: {
    bad: `--- file: clausewright.yaml
kinds:
  audit/**: audit-report
  ^^^^^^^^ [config.no-match]
--- file: audits/2026-03.md
# Change management, March
`,
    good: `--- file: clausewright.yaml
kinds:
  audits/**: audit-report
--- file: audits/2026-03.md
# Change management, March
`,
  },
  on: 'workspace',
  *check(view) {
    const { path, globs } = view.configuration;
    if (path === null || globs.length === 0 || !view.loaded) return;
    const paths = view.paths();
    for (const { glob, start, end } of globs) {
      if (glob.startsWith('!')) continue;
      const matches = globMatcher([glob]);
      if (paths.some((each) => matches(each))) continue;
      yield { span: { start, end }, path, message: `No file here matches "${glob}".`, about: glob };
    }
  },
});
