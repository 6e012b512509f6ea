/** What the readers could not take in, as findings: at its place, with what was still read. */
import type { Facts } from '../reading/facts.ts';
import type { Problem } from '../syntax/tree.ts';
import type { Draft } from './rule.ts';

/** The reading problems of one sort; in: the facts and the sort. Out: one draft a problem. */
export function* readingProblems(facts: Facts, kind: Problem['kind']): Iterable<Draft> {
  for (const problem of facts.problems) {
    if (problem.kind === kind) yield { span: problem.span, message: problem.message, about: problem.message };
  }
}
