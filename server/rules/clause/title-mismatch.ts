/** The rule `clause.title-mismatch`: the words beside a clause number are the title of another clause. */
import { bestTitle, clause, EDITIONS, type Edition, isUnder, titleFit } from '../../model/catalogue.ts';
import type { Fix } from '../../workspace/finding.ts';
import { clauseClaims } from '../clause-claims.ts';
import { replaceText } from '../fixes/replace-text.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

/** How well words have to fit another title, and how badly their own number's, before they contradict it. */
const FITS = 0.7;
const CLEARLY_BETTER = 0.35;

export default rule({
  id: 'clause.title-mismatch',
  title: 'Clause number and title that do not belong together',
  why: 'Either the number or the words are wrong, and the reader cannot tell which. In a matrix of requirements it means that one clause is answered twice and another not at all.',
  remedy: 'Put the number or the words right. Your own translation of a title is fine.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'warning',
  examples: {
    bad: `--- file: capacity.md
# Capacity planning

See ISO/IEC 20000-1:2018, clause 8.7 - Capacity management.
                                 ^^^ [clause.title-mismatch] 8.4.3
                                 💡 Replace the number with 8.4.3
                                 💡 Replace the words with “Service assurance”
`,
    good: `--- file: capacity.md
# Capacity planning

See ISO/IEC 20000-1:2018, clause 8.4.3 - Capacity management.
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    if (isSetAside(facts)) return;
    for (const { fact, edition } of clauseClaims(facts, view)) {
      const own = clause(edition, fact.clause);
      if (own === null || fact.words === null || fact.wordsSpan === null) continue;
      const words = titlePart(edition, fact.clause, fact.words);
      const fit = titleFit(edition, fact.clause, words);
      const fitting = bestTitle(edition, words).filter((each) => each.fit >= FITS && each.fit - fit >= CLEARLY_BETTER);
      const best = fitting[0];
      if (best === undefined || best.clause.number === fact.clause) continue;
      // Under its number in another edition the title is right: without an edition stated or configured, that one may be meant.
      const fromOther =
        fact.edition === null
          ? EDITIONS.find((other) => other !== edition && titleFit(other, fact.clause, words) >= FITS)
          : undefined;
      if (fromOther !== undefined && view.configuration.path === null) continue;
      const related = fitting.some(
        (each) => isUnder(each.clause.number, fact.clause) || isUnder(fact.clause, each.clause.number),
      );
      const place = { start: fact.wordsSpan.start, end: fact.wordsSpan.start + words.length };
      const fixes: Fix[] = fitting
        .slice(0, 2)
        .map((each) =>
          replaceText(
            `Replace the number with ${each.clause.number}`,
            facts.path,
            fact.span,
            fact.clause,
            each.clause.number,
          ),
        );
      yield {
        span: fact.span,
        message: `"${words}" is the title of ${best.clause.number}; clause ${fact.clause} of ISO/IEC 20000-1:${edition} is "${own.title}".${fromOther === undefined ? '' : ` In the edition of ${fromOther} it has that number.`}`,
        about: `${edition} ${fact.clause} ${words}`,
        // The wider clause named for the narrower one is loose, not wrong.
        severity: related ? 'information' : 'warning',
        fixes: [...fixes, replaceText(`Replace the words with “${own.title}”`, facts.path, place, words, own.title)],
      };
    }
  },
});

/** The title among the words: all of them ("Monitoring, measurement, …"), or those before a comma where they fit any title better. */
function titlePart(edition: Edition, number: string, words: string): string {
  const before = words.replace(/,.*$/s, '');
  const best = (text: string): number =>
    Math.max(titleFit(edition, number, text), bestTitle(edition, text)[0]?.fit ?? 0);
  return before !== words && best(before) > best(words) ? before : words;
}
