/** What the readers could not take in, as findings: at its place, with what was still read. */
import type { Problem } from '../syntax/tree.ts';
import { raiseLimitFix } from './fixes/raise-limit.ts';
import type { Draft, Subject } from './rule.ts';

/** The reading problems of one sort; in: the document and the sort. Out: one draft a problem. */
export function* readingProblems({ facts, view }: Subject, kind: Problem['kind']): Iterable<Draft> {
  for (const problem of facts.problems) {
    if (problem.kind !== kind) continue;
    const { span, message, needs } = problem;
    yield { span, message, about: message, fixes: needs === undefined ? [] : [raiseLimitFix(needs, view)] };
  }
}
