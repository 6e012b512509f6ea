/** The rule `mr.interval-undeclared`: nobody has said how often top management reviews the system. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { isIntervalPlanned, knownReviews, latestReview, reviewInterval } from '../management-reviews.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'mr.interval-undeclared',
  title: 'Management review without a declared interval',
  why: 'Reviews are to take place at planned intervals. The standard sets no number of months: the organization declares its own, and is then measured by it.',
  remedy:
    'Say how often reviews take place: “Review interval: yearly” in the minutes, a row of the communication plan, or `intervals: {management-review: P12M}` in `clausewright.yaml`. “Regularly” is no interval.',
  pitfall: 7,
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Management review 2026
  ^^^^^^^^^^^^^^^^^^^^^^ [mr.interval-undeclared]
  💡 Add the review interval, to be filled in

**Date:** 2026-09-29
`,
    good: `--- file: review.md
# Management review 2026

**Date:** 2026-09-29
**Review interval:** every 12 months
`,
  },
  on: 'records',
  kinds: ['management-review'],
  *check({ facts, record, view, lexicon }) {
    const latest = latestReview(view);
    if (latest === null || latest.record !== record || latest.facts !== facts) return;
    if (reviewInterval(view) !== null || isIntervalPlanned(view)) return;
    const field = fieldOf(record, 'interval');
    const vague = field?.value?.type === 'interval';
    // Whatever stands there otherwise is a placeholder, a reason, or words that nobody here can read.
    if (!vague && knownReviews(view).some((each) => isTouched(fieldOf(each.record, 'interval')))) return;
    yield {
      span: vague ? field.span : record.headSpan,
      message: vague
        ? `“${field.raw}” says no interval by which management reviews are held: possible nonconformity. Name one, such as yearly.`
        : 'Nothing says how often management reviews are held: possible nonconformity.',
      about: 'interval of management reviews',
      fixes: vague ? [] : [toFillIn(facts, record, 'interval', 'the review interval', lexicon)],
    };
  },
});
