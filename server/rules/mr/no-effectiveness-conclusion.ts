/** The rule `mr.no-effectiveness-conclusion`: a management review that does not say whether the system works. */
import { concludesOnEffectiveness } from '../../model/vocabulary/review-words.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { heldOn } from '../management-reviews.ts';
import { conclusionsOf } from '../review-conclusions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'mr.no-effectiveness-conclusion',
  title: 'Management review without a conclusion on effectiveness',
  why: 'A review is there to tell whether the system still suits the organization and brings what it is meant to bring. Minutes that list figures and end without a judgement leave that question open.',
  remedy:
    'Write down what the review concludes: is the system effectively implemented and maintained, and does it remain suitable and adequate? Say so too where it does not.',
  pitfall: 7,
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Management review 2026
  ^^^^^^^^^^^^^^^^^^^^^^ [mr.no-effectiveness-conclusion]
  💡 Insert the section “Conclusion”

**Date:** 2026-09-29
`,
    good: `--- file: review.md
# Management review 2026

**Date:** 2026-09-29

## Conclusion

The system remains suitable, adequate and effective.
`,
  },
  on: 'records',
  kinds: ['management-review'],
  *check({ facts, record, view, lexicon }) {
    if (record.form !== 'document' || facts.format === 'yaml' || heldOn(record, view.asOf) === null) return;
    const conclusions = conclusionsOf(facts, view);
    if (conclusions.waiting || conclusions.texts.some(concludesOnEffectiveness)) return;
    yield {
      span: conclusions.field?.labelSpan ?? record.headSpan,
      message: conclusions.given
        ? 'The conclusion does not say in so many words whether the system is suitable, adequate and effective.'
        : 'The minutes do not conclude whether the system is suitable, adequate and effective: possible nonconformity.',
      about: 'effectiveness',
      // Other words may well say it.
      severity: conclusions.given ? 'information' : 'warning',
      fixes: conclusions.given
        ? []
        : [
            insertSectionsFix(
              'Insert the section “Conclusion”',
              facts.path,
              'management-review-minutes',
              ['conclusion'],
              lexicon,
            ),
          ],
    };
  },
});
