/** The rule `kpi.no-trend`: a measure with too few results to see where it is going. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { resultRows } from '../fixes/results-table.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { accountsIn } from '../measure-results.ts';
import { MEASURE_HOMES, measureName, type Result } from '../measures.ts';
import { rule } from '../rule.ts';

/** From three points on, a direction can be seen. */
const POINTS = 3;

export default rule({
  id: 'kpi.no-trend',
  title: 'Measure without a trend',
  why: 'One value says where a process stands, a row of them whether it gets better or worse. Auditors like to see at least three.',
  remedy: 'Keep the results of earlier periods beside the newest one, or say the trend in the report.',
  pitfall: 7,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['8.1', '9.1'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Result |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | 2 % |
  ^^^^^^^^^^^^^^ [kpi.no-trend] “Failed changes”
  💡 Add rows for earlier results, to be filled in
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency |
| --- | --- | --- |
| Failed changes | ≤ 3 % | monthly |

## Results

| KPI | July 2026 | August 2026 | September 2026 |
| --- | --- | --- | --- |
| Failed changes | 4 % | 2 % | 2 % |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check({ facts, view, lexicon }) {
    for (const { record, entries, results } of accountsIn(facts, view, POINTS)) {
      // Catalogue and report may repeat one value; those of a period are one point.
      const points = new Set(results.map(({ period, record: each }) => period?.iso ?? each));
      const before = results.some((result) => isTouched(fieldOf(result.record, 'previous'))) ? 1 : 0;
      const baseline = entries.some((entry) => isTouched(fieldOf(entry.record, 'baseline'))) ? 1 : 0;
      const count = points.size + before + baseline;
      if (points.size === 0 || count >= POINTS) continue;
      const told = results.some(
        (result) =>
          isTouched(fieldOf(result.record, 'trend')) ||
          view
            .whole(result.facts)
            .sections.some((section) => section.names.includes('trends') && section.state !== 'empty'),
      );
      if (told) continue;
      yield {
        span: record.headSpan,
        message: `${measureName(record)} has ${count === 1 ? 'one value' : 'two values'} only, so that nobody sees where it is going.`,
        about: record.id ?? record.name,
        fixes: [
          ...trendFixes(results, lexicon),
          ...resultRows(
            'Add rows for earlier results, to be filled in',
            facts,
            record.id ?? record.name,
            POINTS - count,
            lexicon,
          ),
        ],
      };
    }
  },
});

/** Room for words on where it is going, beside the newest result; a table with the periods across has no place for them. */
function trendFixes(results: readonly Result[], lexicon: Lexicon): readonly Fix[] {
  const newest = results.at(-1);
  if (newest?.record.kind !== 'kpi-result' || newest.record.fields.some(({ labelSpan }) => labelSpan === null))
    return [];
  return [toFillIn(newest.facts, newest.record, 'trend', 'the trend', lexicon)];
}
