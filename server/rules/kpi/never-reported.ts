/** The rule `kpi.never-reported`: a measure that is defined, and that no report speaks of. */
import { fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { accountsIn } from '../measure-results.ts';
import { MEASURE_HOMES, measureName } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.never-reported',
  title: 'Measure that is never reported',
  why: 'A measure shows something only when its results reach somebody. Auditors take a defined measure and ask for its last results.',
  remedy:
    'Report the measure with the others, or link to the dashboard that shows it. Where nobody needs it any more, take it out of the catalogue.',
  pitfall: 1,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['9.1', '9.4'] },
  severity: 'warning',
  completeness: true,
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency |
| --- | --- | --- |
| Failed changes | ≤ 3 % | monthly |
| Emergency changes | ≤ 5 % | monthly |
  ^^^^^^^^^^^^^^^^^ [kpi.never-reported] “Emergency changes”
  💡 Add it to “Service report October 2026”, to be filled in
--- file: report.md
# Service report October 2026

| KPI | Target | Result |
| --- | --- | --- |
| Failed changes | ≤ 3 % | 2 % |
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency |
| --- | --- | --- |
| Failed changes | ≤ 3 % | monthly |
--- file: report.md
# Service report October 2026

| KPI | Target | Result |
| --- | --- | --- |
| Failed changes | ≤ 3 % | 2 % |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check({ facts, view, lexicon }) {
    for (const { record, entries, results } of accountsIn(facts, view, 1)) {
      // A column for the result that is empty: kpi.no-result asks to fill it.
      if (results.length > 0 || entries.some((entry) => fieldOf(entry.record, 'result') !== null)) continue;
      if (!areReportsKept(view)) return;
      yield {
        span: record.headSpan,
        message: `${measureName(record)} is defined, but no report says a result of it: possible nonconformity.`,
        about: record.id ?? record.name,
        fixes: reportFix(record, view, lexicon),
      };
    }
  },
});

/** Where no report at all is kept here, they are kept elsewhere, unless the organization says that everything is here. */
function areReportsKept(view: View): boolean {
  return (
    view.configuration.complete || view.documents('service-report').length > 0 || view.records('kpi-result').length > 0
  );
}

/** The newest report with a table of results takes one more row. */
function reportFix(record: RecordFact, view: View, lexicon: Lexicon): readonly Fix[] {
  const report = view
    .documents('service-report')
    .filter((each) => view.whole(each).records.some((other) => other.kind === 'kpi-result' && other.form === 'row'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .at(-1);
  if (report === undefined) return [];
  return [
    addRecordFix(
      `Add it to “${report.title?.text ?? report.path}”, to be filled in`,
      report.path,
      'kpi-result',
      { kpi: record.id ?? record.name, target: fieldOf(record, 'target')?.raw ?? '', value: 'TBD' },
      lexicon,
    ),
  ];
}
