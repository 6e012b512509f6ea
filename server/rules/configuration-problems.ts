/** What is wrong with the configuration file, as findings on it, with the nearest right word to take instead. */
import type { ConfigurationProblem } from '../model/configuration.ts';
import type { View } from '../workspace/view.ts';
import { replaceText } from './fixes/replace-text.ts';
import type { Draft } from './rule.ts';

/** The problems of one rule; in: the view and the rule's id. Out: one draft a problem, on the configuration's path. */
export function* configurationProblems(view: View, rule: ConfigurationProblem['rule']): Iterable<Draft> {
  const { path, problems } = view.configuration;
  if (path === null) return;
  for (const problem of problems) {
    if (problem.rule !== rule) continue;
    const span = { start: problem.start, end: problem.end };
    yield {
      span,
      path,
      message: problem.message,
      about: problem.message,
      fixes:
        problem.nearest === null
          ? []
          : [replaceText(`Replace with “${problem.nearest}”`, path, span, null, problem.nearest)],
    };
  }
}
