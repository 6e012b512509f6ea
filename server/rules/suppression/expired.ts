/** The rule `suppression.expired`: a gap that was accepted until a day which has passed. */
import { endToFillIn, removeComment, wordsOf } from '../fixes/suppression-comments.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'suppression.expired',
  title: 'Acceptance that has run out',
  why: 'The organization decided to live with a gap until a day. The day has passed, so somebody has to decide anew; until then the finding is back.',
  remedy: 'Close the gap and remove the comment, or have the acceptance renewed and write down the new day.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'warning',
  examples: {
    bad: `--- file: notes.md
<!-- clausewright-ignore link.broken until 2026-09-30: The page is still to come. -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [suppression.expired]
💡 Renew it, the date left open
See the [calendar](calendar.md).
`,
    good: `--- file: notes.md
<!-- clausewright-ignore link.broken until 2027-01-31: The page is still to come. -->
See the [calendar](calendar.md).
`,
  },
  on: 'findings',
  *check({ path, view, suppressions, entries }) {
    for (const { fact, meets } of suppressions) {
      const { until } = fact;
      // Where there is nothing to accept, the comment is only unused; without a reason it never held.
      if (until === null || meets.size === 0 || fact.reason === null) continue;
      if (until !== 'unclear' && until >= view.asOf) continue;
      const ids = [...meets.keys()].join(', ');
      const written = wordsOf(fact);
      yield {
        span: fact.span,
        message:
          until === 'unclear'
            ? `It is not said until which day ${ids} is accepted, so the finding stays. Write a day such as 2027-01-31.`
            : `${ids} was accepted until ${until}; that has run out, and the finding is back.`,
        about: ids,
        fixes: [...(until === 'unclear' ? [] : [endToFillIn(path, fact, written)]), removeComment(path, fact, written)],
      };
    }
    for (const { rule: id, files, about, reason, until, start, end } of entries) {
      if (reason === null || until === null || until >= view.asOf) continue;
      yield {
        span: { start, end },
        message: `${id} was accepted until ${until}; that has run out, and accepts nothing any more. Renew it, or remove the entry.`,
        about: [id, ...files, ...about].join(' '),
      };
    }
  },
});
