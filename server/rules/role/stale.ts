/** The rule `role.stale`: a role description whose review is past due. */
import { dayIn, fieldOf } from '../../reading/facts.ts';
import { isBefore } from '../due.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'role.stale',
  title: 'Role description whose review is past due',
  why: 'Roles are to be defined and kept up. A description that was to be looked at by a day that has passed may tell of another organization than the one that works today.',
  remedy: 'Review the description with the holder of the role, and enter the day of the review and of the next one.',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.1.3', '4.4.2'], '2018': ['5.3', '7.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: roles/change-manager.md
# Role description: Change Manager

**Next review:** 2026-03-31
                 ^^^^^^^^^^ [role.stale] 2026-03-31
                 💡 Renew it, the date left open
`,
    good: `--- file: roles/change-manager.md
# Role description: Change Manager

**Next review:** 2027-03-31
`,
  },
  on: 'documents',
  kinds: ['role-description'],
  *check({ facts, view, lexicon }) {
    // Where the last review and an interval are given, the reader works out the next.
    const next = fieldOf(facts, 'next_review');
    const due = dayIn(next, 'last');
    const reviewed = dayIn(fieldOf(facts, 'reviewed'), 'last');
    if (next === null || due === null || !isBefore(due, view.asOf)) return;
    // A review that was held on the day or after it has answered the date, whoever forgot to set the next one.
    if (reviewed !== null && !isBefore(reviewed, due)) return;
    yield {
      span: next.span,
      message: `This role description was to be reviewed by ${due}, and nothing says that it was. Review it, and set the next date.`,
      about: 'review',
      // The day on which somebody looked at it is theirs to say, and so is the next one.
      fixes: [
        next.shape === 'computed'
          ? documentToFillIn(facts, 'next_review', 'the next review', lexicon)
          : sayInstead('Renew it, the date left open', facts.path, null, 'next_review', 'TBD', lexicon),
      ],
    };
  },
});
