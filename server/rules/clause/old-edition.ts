/** The rule `clause.old-edition`: a reference to a withdrawn edition, where the workspace works to a later one. */
import { clause, corresponding, type Edition } from '../../model/catalogue.ts';
import { isEvidence } from '../../model/evidence-kinds.ts';
import { OUR_STANDARD } from '../../reading/clause-references.ts';
import type { ClauseFact, Facts } from '../../reading/facts.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import { contains } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

const CHOICES = 5;
const SHOWN = 8;
/** In prose, a number of the edition in force so near is what the old one became. */
const NEAR = 120;
/** Headings of sections that tell of editions on purpose. */
const TELLS_OF_EDITIONS =
  /\b(?:migrat\w*|correspond\w*|mapping|concordance|cross[- ]?references?|change ?log|previous editions?|former editions?|earlier editions?|gap analysis|what(?:'s| is) new|transition (?:from|to)|comparison|zuordnung|gegenüberstellung|historie|umstellung)\b|\b2005\b|\b2011\b/i;

export default rule({
  id: 'clause.old-edition',
  title: 'Reference to a withdrawn edition',
  why: 'Clause numbers moved with each edition. Readers who look up the old number in the edition in force find another subject, and the matrix of requirements counts the reference for nothing.',
  remedy:
    'Rewrite the reference for the edition in force. Where one clause became several, choose the one that is meant.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'information',
  examples: {
    bad: `--- file: clausewright.yaml
edition: "2018"
--- file: change.md
# Change rules

Answers ISO/IEC 20000-1:2011, clause 6.2.
                                     ^^^ [clause.old-edition] 9.4
                                     💡 Rewrite for 2018: 9.4 (Service reporting)
`,
    good: `--- file: clausewright.yaml
edition: "2018"
--- file: change.md
# Change rules

Answers ISO/IEC 20000-1:2018, clause 9.4.
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    // Reports and minutes tell of the edition of their day.
    if (isSetAside(facts) || (facts.kinds[0] !== undefined && isEvidence(facts.kinds[0]))) return;
    const old = facts.clauses.filter(
      (fact) =>
        fact.standard === OUR_STANDARD &&
        fact.edition !== null &&
        fact.edition < view.edition &&
        clause(fact.edition, fact.clause) !== null &&
        !tellsOfEditions(fact, facts, view.edition),
    );
    for (const group of groupsOf(old)) {
      const [first] = group;
      if (first === undefined || first.edition === null) continue;
      const { edition } = first;
      const became = group.map((fact) => ({ fact, now: successors(edition, fact.clause, view.edition) }));
      const told = [...new Map(became.map((each) => [each.fact.clause, each])).values()]
        .slice(0, SHOWN)
        .map(({ fact, now }) => `${fact.clause} ${saysNow(now.clauses)}`);
      yield {
        span: first.span,
        message: `The edition of ${edition} is withdrawn, and the one of ${view.edition} is in force here: ${told.join('; ')}.`,
        about: `${edition} ${group.map((fact) => fact.clause).join(' ')}`,
        related: group.slice(1, SHOWN).map((fact) => ({
          path: facts.path,
          span: fact.span,
          message: `Clause ${fact.clause} of ${edition}.`,
        })),
        fixes: rewrites(facts, became, view.edition),
      };
    }
  },
});

/** References that share one statement of the edition; those that take it from the document are one group. */
function groupsOf(old: readonly ClauseFact[]): readonly (readonly ClauseFact[])[] {
  const groups = new Map<string, ClauseFact[]>();
  for (const fact of old) {
    const key = fact.editionSpan === undefined ? `document ${fact.edition}` : `${fact.editionSpan.start}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(fact);
  }
  return [...groups.values()];
}

/** Does it stand in a history, a migration, or beside the number that it became? */
function tellsOfEditions(fact: ClauseFact, facts: Facts, edition: Edition): boolean {
  const around = facts.sections.filter((section) => contains(section.span, fact.span));
  if (around.some((section) => section.names.includes('history') || TELLS_OF_EDITIONS.test(section.title))) return true;
  const inner = around.at(-1);
  return facts.clauses.some(
    (other) =>
      other.standard === OUR_STANDARD &&
      other.edition === edition &&
      (fact.place === 'table'
        ? other.place === 'table' && (inner === undefined || contains(inner.span, other.span))
        : Math.abs(other.span.start - fact.span.start) < NEAR),
  );
}

interface Successors {
  readonly clauses: readonly string[];
  /** True where one number stands for one number. */
  readonly exact: boolean;
}

function successors(from: Edition, number: string, to: Edition): Successors {
  const entries = corresponding(from, number, to);
  const exact = entries.find((entry) => entry.exact && entry.clauses.length === 1);
  if (exact !== undefined) return { clauses: exact.clauses, exact: true };
  return { clauses: [...new Set(entries.flatMap((entry) => entry.clauses))], exact: false };
}

function saysNow(clauses: readonly string[]): string {
  if (clauses.length === 0) return 'has no successor';
  return clauses.length === 1 ? `is now ${clauses[0]}` : `is now treated in ${clauses.slice(0, CHOICES).join(', ')}`;
}

/** One number is rewritten as it is, or as what is chosen; a list only where each number has one successor. */
function rewrites(
  facts: Facts,
  became: readonly { readonly fact: ClauseFact; readonly now: Successors }[],
  to: Edition,
): readonly Fix[] {
  const year = became[0]?.fact.editionSpan;
  const from = became[0]?.fact.edition ?? null;
  if (year === undefined || from === null) return [];
  const rewrite = (title: string, numbers: readonly string[]): Fix =>
    documentFix(title, facts.path, ({ tree }) => {
      if (tree.text.slice(year.start, year.end) !== from) return null;
      const edits: TextEdit[] = [{ span: year, text: to }];
      for (const [i, { fact }] of became.entries()) {
        const number = numbers[i];
        if (number === undefined || tree.text.slice(fact.span.start, fact.span.end) !== fact.clause) return null;
        edits.push({ span: fact.span, text: number });
      }
      return edits.toSorted((a, b) => a.span.start - b.span.start);
    });
  const named = (number: string): string => `${number} (${clause(to, number)?.title ?? ''})`;
  const [only] = became;
  if (became.length === 1 && only !== undefined)
    return only.now.clauses.slice(0, CHOICES).map((number) => rewrite(`Rewrite for ${to}: ${named(number)}`, [number]));
  if (!became.every(({ now }) => now.exact)) return [];
  const numbers = became.map(({ now }) => now.clauses[0] ?? '');
  return [rewrite(`Rewrite for ${to}: ${numbers.join(', ')}`, numbers)];
}
