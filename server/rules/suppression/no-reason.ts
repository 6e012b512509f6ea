/** The rule `suppression.no-reason`: a gap that is to be accepted, without a word on why. */
import { reasonToFillIn, removeComment, wordsOf } from '../fixes/suppression-comments.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'suppression.no-reason',
  title: 'Gap accepted without a reason',
  why: 'A gap that somebody silenced without a word is what an auditor trusts least: nobody can tell a decision from a convenience. Until a reason is given, nothing is accepted and the finding stays.',
  remedy: 'Write behind the colon why the organization lives with the gap, or remove the comment. “TBD” is no reason.',
  pitfall: 'housekeeping',
  clauses: {},
  severity: 'warning',
  examples: {
    bad: `--- file: change.md
**Status:** approved
**Document type:** process description

<!-- clausewright-ignore process.no-objective, process.no-owner -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [suppression.no-reason]
💡 Add room for the reason
# Change management process

Changes are planned, assessed and approved.
`,
    good: `--- file: change.md
**Status:** approved
**Document type:** process description

<!-- clausewright-ignore process.no-objective, process.no-owner: Described by the parent company, whose process we run. -->
# Change management process

Changes are planned, assessed and approved.
`,
  },
  on: 'findings',
  *check({ path, suppressions, entries }) {
    for (const { fact, meets } of suppressions) {
      // Where there is nothing to accept, the comment is only unused.
      if (fact.reason !== null || meets.size === 0) continue;
      const ids = [...meets.keys()];
      const written = wordsOf(fact);
      yield {
        span: fact.span,
        message: fact.open
          ? `The reason for accepting ${ids.join(', ')} is still to be filled in; until then the finding stays.`
          : `No reason is given for accepting ${ids.join(', ')}, so the finding stays. Write it behind a colon.`,
        about: ids.join(' '),
        fixes: [...(fact.open ? [] : [reasonToFillIn(path, fact, written)]), removeComment(path, fact, written)],
      };
    }
    for (const { rule: id, files, about, reason, start, end } of entries) {
      if (reason !== null) continue;
      yield {
        span: { start, end },
        message: `No reason is given for accepting ${id}, so nothing is accepted. Add "reason".`,
        about: [id, ...files, ...about].join(' '),
      };
    }
  },
});
