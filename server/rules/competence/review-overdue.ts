/** The rule `competence.review-overdue`: competence and training needs were last looked at too long ago, or at no known time. */
import type { Day } from '../../model/value.ts';
import { compareDays } from '../../model/vocabulary/dates.ts';
import { dayIn, type Facts, type FieldFact, fieldOf, isTouched } from '../../reading/facts.ts';
import { declaredInterval, isBefore, isOverdueSince, isPast } from '../due.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const REVIEWED = ['assessed', 'reviewed'];
/** Whoever approved or changed the matrix has looked at it; but the day says little of the review of needs. */
const LOOKED_AT = ['approved', 'effective', 'updated', 'created', 'next_review'];

export default rule({
  id: 'competence.review-overdue',
  title: 'Competence not reviewed in time',
  why: 'Competence and training needs are to be reviewed and managed. Without a date nobody can tell when that was last done; where an interval is set and has passed, it was not done as planned.',
  remedy:
    'Review the levels and training needs, and write down the date. The interval may stand in the matrix (“Review interval”) or in `clausewright.yaml` (`intervals: competence-review`).',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: matrix.md
# Competence matrix

**Assessed on:** 2025-03-10  
                 ^^^^^^^^^^ [competence.review-overdue] 2025-03-10
**Review interval:** yearly

| Person | Competence | Required | Actual |
| --- | --- | --- | --- |
| Ada Quill | Risk assessment | 3 | 3 |
`,
    good: `--- file: matrix.md
# Competence matrix

**Assessed on:** 2026-03-10  
**Review interval:** yearly

| Person | Competence | Required | Actual |
| --- | --- | --- | --- |
| Ada Quill | Risk assessment | 3 | 3 |
`,
  },
  on: 'documents',
  kinds: ['competence-matrix'],
  *check({ facts, view, lexicon }) {
    const dated = datesOf(facts);
    const next = fieldOf(facts, 'next_review');
    // Somebody is at it: doc.placeholder asks for the day.
    if (next?.state === 'placeholder') return;
    const planned = next?.shape === 'computed' ? null : dayIn(next, 'last');
    const last = dated.reduce<Reviewed | null>(
      (latest, each) => (latest === null || compareDays(each.day, latest.day) > 0 ? each : latest),
      null,
    );
    if (next !== null && planned !== null && isPast(next, view.asOf)) {
      const seen = [last?.day ?? null, ...['approved', 'updated'].map((name) => dayIn(fieldOf(facts, name), 'last'))];
      if (seen.some((day) => day !== null && !isBefore(day, planned))) return;
      yield {
        span: next.span,
        message: `Competence was to be reviewed by ${planned}, and nothing says that it was. Review it, and set the next date.`,
        about: 'assessed',
        related: last === null ? [] : [{ path: facts.path, span: last.field.span, message: 'The last review.' }],
        fixes: [sayInstead('Renew it, the date left open', facts.path, null, 'next_review', 'TBD', lexicon)],
      };
      return;
    }
    if (last === null) {
      // A day that can be read in two ways, or one to be filled in, is a day nevertheless.
      if ([...REVIEWED, ...LOOKED_AT].some((name) => isTouched(fieldOf(facts, name)))) return;
      if (facts.records.some((record) => record.kind === 'competence' && isTouched(fieldOf(record, 'assessed'))))
        return;
      if (!facts.records.some((record) => record.kind === 'competence')) return;
      yield {
        span: documentSpan(facts),
        message: 'Nothing here says when competence was last assessed.',
        about: 'assessed',
        severity: view.edition === '2005' ? 'error' : 'warning',
        fixes: [documentToFillIn(facts, 'assessed', 'the date of the assessment', lexicon)],
      };
      return;
    }
    const declared = declaredInterval([fieldOf(facts, 'review_interval')], 'competence-review', view);
    if (declared === null || !isOverdueSince(last.day, declared.interval, view.asOf)) return;
    yield {
      span: last.field.span,
      message: `Competence was last reviewed on ${last.field.raw}, which is longer ago than the interval that is set.`,
      about: 'assessed',
      related:
        declared.field === null
          ? []
          : [{ path: facts.path, span: declared.field.span, message: 'The interval that is set.' }],
      fixes: planned === null ? [documentToFillIn(facts, 'next_review', 'the next review', lexicon)] : [],
    };
  },
});

interface Reviewed {
  readonly day: Day;
  readonly field: FieldFact;
}

/** The days on which somebody reviewed: the document's own, else the assessments in its entries. */
function datesOf(facts: Facts): readonly Reviewed[] {
  const fields = [
    ...REVIEWED.map((name) => fieldOf(facts, name)),
    ...facts.records.flatMap((record) => (record.kind === 'competence' ? [fieldOf(record, 'assessed')] : [])),
  ];
  return fields.flatMap((field) => {
    const day = dayIn(field, 'last');
    return field === null || day === null ? [] : [{ day, field }];
  });
}
