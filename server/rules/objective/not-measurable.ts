/** The rule `objective.not-measurable`: an objective of which nobody can say afterwards whether it was reached. */
import { isCheckable } from '../../model/vocabulary/criteria.ts';
import { dayIn, fieldOf, givenField } from '../../reading/facts.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

/** Where a number, a date or a criterion may stand. */
const SAYING = ['target', 'measure', 'statement', 'evaluation', 'result', 'baseline'];

export default rule({
  id: 'objective.not-measurable',
  title: 'Objective that cannot be measured',
  why: 'Objectives are to be measurable where that is possible. “Better service” can be neither reached nor missed, so that nothing follows from it.',
  remedy: 'Give a number with its unit, a date, or a state that either is or is not: “certificate renewed”.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['6.2.1', '8.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: objectives.md
# Service management objectives

| ID | Objective | Target | Owner |
| --- | --- | --- | --- |
| OBJ-1 | Satisfied customers | better | Jane Doe |
  ^^^^^ [objective.not-measurable] OBJ-1
`,
    good: `--- file: objectives.md
# Service management objectives

| ID | Objective | Target | Owner |
| --- | --- | --- | --- |
| OBJ-1 | Satisfied customers | ≥ 4.2 of 5 points | Jane Doe |
`,
  },
  on: 'records',
  kinds: ['objective'],
  *check({ facts, record, view, lexicon }) {
    const target = fieldOf(record, 'target');
    // A placeholder is doc.placeholder's; "not applicable" with its reason is somebody's decision.
    if (target?.state === 'placeholder' || target?.state === 'not-applicable') return;
    if (dayIn(fieldOf(record, 'due'), 'last') !== null) return;
    const said = SAYING.flatMap((name) => givenField(record, name) ?? []);
    // A measure or a target that leads elsewhere is defined there.
    if (said.some((field) => isCheckable(field.raw) || field.links.length > 0)) return;
    const measure = givenField(record, 'measure');
    if (measure !== null && view.recordsAbout('kpi', 'name', { names: [measure.raw] }).length > 0) return;
    yield {
      span: record.headSpan,
      message: `${record.id ?? `“${record.name}”`} has no number, date or criterion by which one could tell that it is reached: possible nonconformity.`,
      about: record.id ?? record.name,
      fixes: target?.state === 'given' ? [] : [toFillIn(facts, record, 'target', 'the target', lexicon)],
    };
  },
});
