/** The rule `kpi.no-method`: a measure of which nobody knows how its value is found. */
import { measureGaps } from '../measure-gaps.ts';
import { MEASURE_HOMES } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.no-method',
  title: 'Measure without a method',
  why: 'Every edition asks for suitable methods of monitoring and measuring. Two people who measure the same thing have to come to the same value; without a formula or method they do not.',
  remedy:
    'Say how the value is found: a formula, or a method such as “monthly sample of ten tickets”. A method without figures is fine.',
  pitfall: 7,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['9.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Formula | Target | Frequency | Source |
| --- | --- | --- | --- | --- |
| Failed changes | | ≤ 3 % | monthly | Ticket tool |
  ^^^^^^^^^^^^^^ [kpi.no-method] “Failed changes”
  💡 Add the method, to be filled in
| Emergency changes | emergency changes / all changes | ≤ 5 % | monthly | Ticket tool |
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Formula | Target | Frequency | Source |
| --- | --- | --- | --- | --- |
| Failed changes | changes rolled back / all changes | ≤ 3 % | monthly | Ticket tool |
| Emergency changes | emergency changes / all changes | ≤ 5 % | monthly | Ticket tool |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check(subject) {
    yield* measureGaps(subject, {
      field: 'method',
      answers: ['method', 'formula'],
      called: 'the method',
      lacks: 'does not say how its value is found',
      lack: 'do not say how their values are found',
      end: ': possible nonconformity.',
    });
  },
});
