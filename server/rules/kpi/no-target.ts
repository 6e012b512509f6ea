/** The rule `kpi.no-target`: a measure of which nobody can say whether its value is good. */

import { parseTarget } from '../../model/vocabulary/targets.ts';
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { measureGaps } from '../measure-gaps.ts';
import { MEASURE_HOMES, resultsOf } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.no-target',
  title: 'Measure without a target',
  why: 'Measuring shows that a process reaches its objective only where somebody said beforehand what is to be reached. Auditors compare each result with its target.',
  remedy:
    'Say what has to be reached, with comparator and unit: “≥ 95 %”. Where a value is only watched, say so with the reason.',
  pitfall: 1,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['9.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Source |
| --- | --- | --- | --- |
| Failed changes | | monthly | Ticket tool |
  ^^^^^^^^^^^^^^ [kpi.no-target] “Failed changes”
  💡 Add the target, to be filled in
| Emergency changes | ≤ 5 % | monthly | Ticket tool |
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Source |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | Ticket tool |
| Emergency changes | ≤ 5 % | monthly | Ticket tool |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check(subject) {
    yield* measureGaps(subject, {
      field: 'target',
      answers: ['target'],
      called: 'the target',
      lacks: 'has no target',
      lack: 'have no target',
      end: ': possible nonconformity.',
      // "At least 95 % solved in time" is name and target in one; a report may say the target beside the result.
      also: (entries) =>
        entries.some(({ record }) => isTarget(record.name)) ||
        resultsOf(entries, subject.view).some(({ record }) => isTouched(fieldOf(record, 'target'))),
    });
  },
});

/** "Solved within 4 h" says what is counted; "at least 95 % …" and "below 4 h" say what has to be reached. */
function isTarget(name: string): boolean {
  const target = parseTarget(name);
  return target !== null && target.comparator !== null && (target.comparator !== '<=' || target.unit === '%');
}
