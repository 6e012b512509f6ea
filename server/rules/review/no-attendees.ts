/** The rule `review.no-attendees`: minutes of a service review that do not say who took part. */
import { attendanceOf } from '../attendance.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { heldOn } from '../management-reviews.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'review.no-attendees',
  title: 'Service review without attendees',
  why: 'A review is one only where provider and customer take part. Minutes without names cannot show that, nor who could agree to what was agreed.',
  remedy: 'List who took part, with function and side.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ [review.no-attendees]
  💡 Insert the section “Attendees”

**Customer:** Quarry Ltd  
**Date:** 2026-09-15
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15  
**Attendees:** Greta Finch, Pia Quarry (Quarry Ltd)
`,
  },
  on: 'records',
  kinds: ['service-review'],
  *check({ facts, record, view, lexicon }) {
    // A row of a list of reviews leaves the attendees to the minutes.
    if (record.form !== 'document' || heldOn(record, view.asOf) === null) return;
    if (attendanceOf(facts, record).said) return;
    yield {
      span: record.headSpan,
      // The edition of 2018 asks for the review, and not for who attends it.
      message: `The minutes do not say who took part in the review${view.edition === '2018' ? '. Name the attendees of both sides.' : ': possible nonconformity.'}`,
      about: 'attendees',
      fixes: [
        facts.format === 'yaml'
          ? toFillIn(facts, record, 'attendees', 'the attendees', lexicon)
          : insertSectionsFix(
              'Insert the section “Attendees”',
              facts.path,
              'service-review-minutes',
              ['attendees'],
              lexicon,
            ),
      ],
    };
  },
});
