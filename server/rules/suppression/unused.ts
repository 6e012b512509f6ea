/** The rule `suppression.unused`: a comment that accepts a gap which is not there. */
import { removeComment, removeRule, wordsOf } from '../fixes/suppression-comments.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'suppression.unused',
  title: 'Accepted gap that is not there',
  why: 'A comment that accepts nothing would hide the gap when it comes back, and makes the list of accepted gaps longer than it is.',
  remedy: 'Remove the comment, or move it to the line above the gap.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'information',
  examples: {
    bad: `--- file: notes.md
<!-- clausewright-ignore link.broken: The page is still to come. -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [suppression.unused]
💡 Remove the comment
Nothing is linked here.
`,
    good: `--- file: notes.md
<!-- clausewright-ignore link.broken: The page is still to come. -->
See the [calendar](calendar.md).
`,
  },
  on: 'findings',
  *check({ path, view, suppressions, known, inForce }) {
    // A finding may still come from a document that was not read yet.
    if (!view.loaded) return;
    for (const { fact, meets } of suppressions) {
      const idle = fact.rules.filter(({ id }) => known.includes(id) && inForce(id) && !meets.has(id));
      const written = wordsOf(fact);
      const all = idle.length === fact.rules.length;
      for (const { id, span } of all ? idle.slice(0, 1) : idle)
        yield {
          span: all ? fact.span : span,
          message: `${all ? idle.map((each) => each.id).join(', ') : id} has nothing to say here, so there is nothing to accept.`,
          about: all ? idle.map((each) => each.id).join(' ') : id,
          fixes: [all ? removeComment(path, fact, written) : removeRule(path, fact, written, id)],
        };
    }
  },
});
