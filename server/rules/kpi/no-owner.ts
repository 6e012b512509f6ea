/** The rule `kpi.no-owner`: a measure that nobody answers for. */
import { measureGaps } from '../measure-gaps.ts';
import { MEASURE_HOMES } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.no-owner',
  title: 'Measure without an owner',
  why: 'Somebody has to take the measure and look at its value. No clause asks for an owner of each measure; measures that nobody owns are the first to lapse.',
  remedy:
    'Name who answers for the measure; the owner of the catalogue or of the process answers for all that stand in it.',
  pitfall: 7,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['9.1'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Owner |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | |
  ^^^^^^^^^^^^^^ [kpi.no-owner] “Failed changes”
  💡 Add the owner, to be filled in
| Emergency changes | ≤ 5 % | monthly | Change Manager |
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Owner |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | Change Manager |
| Emergency changes | ≤ 5 % | monthly | Change Manager |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check(subject) {
    yield* measureGaps(subject, {
      field: 'owner',
      answers: ['owner', 'evaluator'],
      called: 'the owner',
      lacks: 'names nobody who answers for it',
      lack: 'name nobody who answers for them',
      end: '.',
    });
  },
});
