/** The rule `mr.top-management-absent`: a management review in which nobody of top management took part. */
import { attendanceOf } from '../attendance.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { heldOn } from '../management-reviews.ts';
import { rule } from '../rule.ts';
import { isTopManagement } from '../top-management.ts';

export default rule({
  id: 'mr.top-management-absent',
  title: 'Management review without top management',
  why: 'The review is a duty of top management: those who can decide on resources, policy and scope. A meeting of specialists prepares it, but does not replace it.',
  remedy:
    'Name who of top management took part, with the function. Where the title here is another one, list it under `top-management` in `clausewright.yaml`. Where nobody did, the review is still to be held.',
  pitfall: 7,
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  severity: { '2005': 'warning', '2011': 'error', '2018': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Management review 2026

**Date:** 2026-09-29  
**Attendees:** Ada Quill (SMS Manager), Bruno Vale (Change Manager)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [mr.top-management-absent]
`,
    good: `--- file: review.md
# Management review 2026

**Date:** 2026-09-29  
**Attendees:** Cora Finch (Managing Director), Ada Quill (SMS Manager)
`,
  },
  on: 'records',
  kinds: ['management-review'],
  *check({ facts, record, view, lexicon }) {
    const day = heldOn(record, view.asOf);
    if (day === null) return;
    const attendance = attendanceOf(facts, record);
    if (!attendance.whole || (attendance.said && attendance.people.length === 0)) return;
    if (attendance.people.some((each) => isTopManagement(each, view, day) !== false)) return;
    // A row of a list of reviews without a column for it leaves the attendees to the minutes.
    if (!attendance.said && record.form !== 'document') return;
    yield {
      span: attendance.span ?? record.headSpan,
      message: attendance.said
        ? 'Nobody among the attendees is told to be of top management: possible nonconformity.'
        : 'The minutes do not say who took part, so that nothing shows the part of top management: possible nonconformity.',
      about: 'top management',
      fixes: attendance.said
        ? []
        : facts.format === 'yaml'
          ? [toFillIn(facts, record, 'attendees', 'the attendees', lexicon)]
          : [
              insertSectionsFix(
                'Insert the section “Attendees”',
                facts.path,
                'management-review-minutes',
                ['attendees'],
                lexicon,
              ),
            ],
    };
  },
});
