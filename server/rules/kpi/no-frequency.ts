/** The rule `kpi.no-frequency`: a measure of which nobody knows when it is next due. */

import { type FieldFact, fieldOf } from '../../reading/facts.ts';
import { measureGaps } from '../measure-gaps.ts';
import { MEASURE_HOMES } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.no-frequency',
  title: 'Measure without a frequency',
  why: 'Monitoring is to be planned: what is measured, and when. A measure without an interval is taken when somebody thinks of it, and a missing result is noticed by nobody.',
  remedy:
    'Say how often it is measured, for each measure, or once for all of them above the table or in the head of the catalogue.',
  pitfall: 1,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['9.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Source |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | | Ticket tool |
  ^^^^^^^^^^^^^^ [kpi.no-frequency] “Failed changes”
  💡 Add how often it is measured, to be filled in
| Emergency changes | ≤ 5 % | monthly | Ticket tool |
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Source |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | quarterly | Ticket tool |
| Emergency changes | ≤ 5 % | monthly | Ticket tool |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check(subject) {
    yield* measureGaps(subject, {
      field: 'frequency',
      answers: ['frequency', 'period'],
      called: 'how often it is measured',
      lacks: 'does not say how often it is measured',
      lack: 'do not say how often they are measured',
      end: ': possible nonconformity.',
      // "≤ 3 % per month" says it too.
      also: (entries) => entries.some(({ record }) => hasPeriod(fieldOf(record, 'target'))),
    });
  },
});

function hasPeriod(target: FieldFact | null): boolean {
  return target?.value?.type === 'target' && target.value.period !== null;
}
