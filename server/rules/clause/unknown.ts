/** The rule `clause.unknown`: a reference to a clause that the edition does not have. */
import { clause, corresponding, EDITIONS, type Edition, nearestClauses } from '../../model/catalogue.ts';
import type { ClauseFact, Facts } from '../../reading/facts.ts';
import type { Fix } from '../../workspace/finding.ts';
import { clauseClaims } from '../clause-claims.ts';
import { replaceText } from '../fixes/replace-text.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

const CHOICES = 3;

export default rule({
  id: 'clause.unknown',
  title: 'Reference to a clause that does not exist',
  why: 'Clause numbers moved with each edition. A document that answers a clause which the edition does not have answers nothing, and the matrix of requirements shows a hole where it was meant to stand.',
  remedy: 'Take the number of the edition in force, or say which edition is meant.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'error',
  examples: {
    bad: `--- file: capacity.md
# Capacity planning

Answers ISO/IEC 20000-1:2018, clause 8.4.5 (Capacity management).
                                     ^^^^^ [clause.unknown] 8.4.5
                                     💡 Replace with 8.4.3 (Capacity management)
`,
    good: `--- file: capacity.md
# Capacity planning

Answers ISO/IEC 20000-1:2018, clause 8.4.3 (Capacity management).
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    if (isSetAside(facts)) return;
    for (const { fact, edition, ours } of clauseClaims(facts, view)) {
      if (clause(edition, fact.clause) !== null) continue;
      const others = EDITIONS.filter((other) => clause(other, fact.clause) !== null);
      const sure = ours && (fact.editionFrom === 'stated' || others.length === 0);
      const assumed =
        fact.edition !== null
          ? ''
          : view.configuration.path === null
            ? ' (assumed here)'
            : ' (the edition of this workspace)';
      const elsewhere = others.length === 0 ? '' : ` The number exists in the edition of ${others.join(' and ')}.`;
      yield {
        span: fact.span,
        message: `ISO/IEC 20000-1:${edition}${assumed} has no clause ${fact.clause}.${elsewhere}`,
        about: `${edition} ${fact.clause}`,
        severity: sure ? 'error' : 'warning',
        fixes: [
          ...numbers(facts, fact, edition, others),
          ...(fact.edition === null && fact.place !== 'metadata'
            ? others.map((other) => state(facts, fact, other))
            : []),
        ],
      };
    }
  },
});

/** The clauses that were probably meant: what the number of another edition became, then the nearest by number and words. */
function numbers(facts: Facts, fact: ClauseFact, edition: Edition, others: readonly Edition[]): readonly Fix[] {
  const entries = others
    .flatMap((other) => corresponding(other, fact.clause, edition))
    .filter((entry) => entry.clauses.length > 0);
  const moved = [...entries].sort((a, b) => Number(b.exact) - Number(a.exact)).flatMap((entry) => entry.clauses);
  const near = nearestClauses(edition, fact.clause, fact.words ?? '').map((each) => each.number);
  return [...new Set(moved.length > 0 ? moved : near)]
    .slice(0, CHOICES)
    .map((number) =>
      replaceText(
        `Replace with ${number} (${clause(edition, number)?.title ?? ''})`,
        facts.path,
        fact.span,
        fact.clause,
        number,
      ),
    );
}

function state(facts: Facts, fact: ClauseFact, edition: Edition): Fix {
  return replaceText(
    `State the edition: ISO/IEC 20000-1:${edition}`,
    facts.path,
    fact.span,
    fact.clause,
    `${fact.clause} of ISO/IEC 20000-1:${edition}`,
  );
}
