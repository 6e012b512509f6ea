/** The rule `kpi.no-source`: a measure of which nobody knows where its value comes from. */
import { measureGaps } from '../measure-gaps.ts';
import { MEASURE_HOMES } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.no-source',
  title: 'Measure without a source',
  why: 'A value that nobody can trace is no evidence. Auditors ask to see where a figure comes from and want to arrive at the same one.',
  remedy: 'Name the tool, register or survey that the data come from, for each measure, or once for all of them.',
  pitfall: 1,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['9.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Source |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | |
  ^^^^^^^^^^^^^^ [kpi.no-source] “Failed changes”
  💡 Add the source, to be filled in
| Emergency changes | ≤ 5 % | monthly | Ticket tool |
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Source |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | Change records |
| Emergency changes | ≤ 5 % | monthly | Ticket tool |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check(subject) {
    yield* measureGaps(subject, {
      field: 'source',
      // "Query of the ticket tool at month end" says how and from what.
      answers: ['source', 'method'],
      called: 'the source',
      lacks: 'does not say where its data come from',
      lack: 'do not say where their data come from',
      end: ': possible nonconformity.',
    });
  },
});
