/** The rule `mr.no-conformity-conclusion`: a management review that does not say whether the system conforms. */
import { concludesOnConformity } from '../../model/vocabulary/review-words.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { heldOn } from '../management-reviews.ts';
import { conclusionsOf } from '../review-conclusions.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'mr.no-conformity-conclusion',
  title: 'Management review without a conclusion on conformity',
  why: 'The 2005 edition asks reviews to find out whether service management conforms to the plan and to the standard. Later editions put that question to internal audits, whose results the review looks at; saying what they come to is good practice.',
  remedy:
    'Write down what the review concludes: does the system conform to the service management plan and to the standard, and where does it not? A link to the audit report that says so is enough.',
  pitfall: 7,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.3'], '2018': ['9.2.1', '9.3'] },
  severity: { '2005': 'error', '2011': 'information', '2018': 'information' },
  completeness: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2005
--- file: review.md
# Management review 2026
  ^^^^^^^^^^^^^^^^^^^^^^ [mr.no-conformity-conclusion] possible nonconformity
  💡 Insert the section “Conclusion”

**Date:** 2026-09-29
`,
    good: `--- file: clausewright.yaml
edition: 2005
--- file: review.md
# Management review 2026

**Date:** 2026-09-29

## Conclusion

The system conforms to the service management plan and to the standard.
`,
  },
  on: 'records',
  kinds: ['management-review'],
  *check({ facts, record, view, lexicon }) {
    if (record.form !== 'document' || facts.format === 'yaml' || heldOn(record, view.asOf) === null) return;
    const conclusions = conclusionsOf(facts, view);
    if (conclusions.waiting || conclusions.linksAudit || conclusions.texts.some(concludesOnConformity)) return;
    const asked = view.edition === '2005' ? ': possible nonconformity' : '';
    yield {
      span: conclusions.field?.labelSpan ?? record.headSpan,
      message: conclusions.given
        ? `The conclusion does not say whether service management conforms to the plan and to the standard${asked}.`
        : `The minutes do not conclude whether service management conforms to the plan and to the standard${asked}.`,
      about: 'conformity',
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
