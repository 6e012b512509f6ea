/** The rule `mr.overdue`: the next review by top management is later than its interval or its planned day allows. */
import { addDays, addInterval } from '../../model/vocabulary/dates.ts';
import { fieldOf } from '../../reading/facts.ts';
import { isBefore, isOverdueSince } from '../due.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { knownReviews, latestReview, nextReviewDay, reviewInterval } from '../management-reviews.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'mr.overdue',
  title: 'Management review overdue',
  why: 'Reviews by top management take place at planned intervals. When one is left out, risks, complaints and missed targets wait for a decision, and an auditor sees a plan that nobody keeps.',
  remedy:
    'Hold the review and keep its minutes. Where it did take place, put its minutes here with their date. Where another interval was decided, declare it in the minutes or the configuration.',
  pitfall: 7,
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  severity: 'error',
  examples: {
    bad: `--- file: review.md
# Management review 2025

**Date:** 2025-06-12
          ^^^^^^^^^^ [mr.overdue] 2026-06-12
          💡 Create minutes of the next management review
**Review interval:** yearly
`,
    good: `--- file: review.md
# Management review 2026

**Date:** 2026-06-12
**Review interval:** yearly
`,
  },
  on: 'records',
  kinds: ['management-review'],
  *check({ facts, record, view, lexicon }) {
    const latest = latestReview(view);
    if (latest === null || latest.record !== record || latest.facts !== facts) return;
    const grace = view.threshold('review-delay');
    const declared = reviewInterval(view);
    const planned = nextReviewDay(latest);
    const tooLate = declared !== null && isOverdueSince(latest.day, declared.interval, view.asOf, grace);
    const passed = planned !== null && isBefore(addDays(planned, Math.round(grace)), view.asOf);
    if (!tooLate && !passed) return;
    const due = passed ? planned : addInterval(latest.day, declared?.interval ?? 'P12M');
    const prepared = knownReviews(view).find(
      ({ facts: other, record: each }) =>
        other !== facts && each.form === 'document' && fieldOf(each, 'date')?.state !== 'given',
    );
    const field = fieldOf(record, 'date');
    const path = `${facts.path.slice(0, facts.path.lastIndexOf('/') + 1)}next-management-review.md`;
    yield {
      span: field?.span ?? record.headSpan,
      message: `The last management review was on ${latest.day}, and the next was due by ${due}: possible nonconformity.${prepared === undefined ? '' : ' The minutes that are prepared have no date yet.'}`,
      about: 'next management review',
      related: [
        ...(prepared === undefined
          ? []
          : [{ path: prepared.facts.path, span: prepared.record.headSpan, message: 'The minutes that are prepared.' }]),
      ],
      fixes:
        prepared !== undefined || view.exists(path)
          ? []
          : [
              createDocumentFix(
                'Create minutes of the next management review',
                path,
                'management-review-minutes',
                { title: 'Management review', date: 'YYYY-MM-DD' },
                lexicon,
              ),
            ],
    };
  },
});
