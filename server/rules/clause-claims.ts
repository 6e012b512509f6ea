/** Clause references that count as claims about ISO/IEC 20000-1, each with the edition that it is held against. */
import type { Edition } from '../model/catalogue.ts';
import { OUR_STANDARD, UNSTATED } from '../reading/clause-references.ts';
import type { ClauseFact, Facts } from '../reading/facts.ts';
import type { View } from '../workspace/view.ts';

export interface Claim {
  readonly fact: ClauseFact;
  readonly edition: Edition;
  /** False where nothing in the document says that ISO/IEC 20000-1 is meant. */
  readonly ours: boolean;
}

/**
 * The references to hold against the catalogue.
 * A reference without a standard counts only where the workspace is set up for ISO/IEC 20000-1, and only as a claim: in
 * metadata, a table or a heading, or in a document that cites no other standard.
 */
export function clauseClaims(facts: Facts, view: View): readonly Claim[] {
  const others = facts.clauses.some((fact) => fact.standard !== OUR_STANDARD && fact.standard !== UNSTATED);
  return facts.clauses.flatMap((fact): readonly Claim[] => {
    const edition = fact.edition ?? view.edition;
    // The terms and definitions are numbered one by one, deeper than any catalogue of clauses goes.
    if (new RegExp(`^${edition === '2005' ? '2' : '3'}\\.`).test(fact.clause)) return [];
    if (fact.standard === OUR_STANDARD) return [{ fact, edition, ours: true }];
    if (fact.standard !== UNSTATED || view.configuration.path === null) return [];
    return fact.place !== 'prose' || !others ? [{ fact, edition, ours: false }] : [];
  });
}
