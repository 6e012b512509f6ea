/** The rule `suppression.unknown-rule`: a comment that accepts the findings of a rule that does not exist. */
import { nearest } from '../../model/nearest.ts';
import { replaceText } from '../fixes/replace-text.ts';
import { removeComment, removeRule, wordsOf } from '../fixes/suppression-comments.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'suppression.unknown-rule',
  title: 'Accepted finding of an unknown rule',
  why: 'A misspelt rule accepts nothing, and whoever wrote the comment believes that it does.',
  remedy: 'Write the rule as the Problems panel shows it, such as link.broken.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'warning',
  examples: {
    bad: `--- file: notes.md
<!-- clausewright-ignore link.brokn: The page is still to come. -->
                         ^^^^^^^^^^ [suppression.unknown-rule] link.broken
                         💡 Replace with “link.broken”
See the [calendar](calendar.md).
`,
    good: `--- file: notes.md
<!-- clausewright-ignore link.broken: The page is still to come. -->
See the [calendar](calendar.md).
`,
  },
  on: 'findings',
  *check({ path, suppressions, known }) {
    for (const { fact } of suppressions) {
      const written = wordsOf(fact);
      if (fact.rules.length === 0)
        yield {
          span: fact.span,
          message: 'This comment names no rule, so it accepts nothing. Name the rule, such as link.broken.',
          about: 'no rule',
          fixes: [removeComment(path, fact, written)],
        };
      for (const { id, span } of fact.rules) {
        if (known.includes(id)) continue;
        const near = nearest(id, known);
        yield {
          span,
          message: `There is no rule "${id}"${near === null ? '' : `; did you mean "${near}"?`}`,
          about: id,
          fixes: [
            ...(near === null ? [] : [replaceText(`Replace with “${near}”`, path, span, id, near)]),
            fact.rules.length > 1 ? removeRule(path, fact, written, id) : removeComment(path, fact, written),
          ],
        };
      }
    }
  },
});
