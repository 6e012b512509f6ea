/** The rule `kpi.no-result`: a measure without a result for the last period. */
import type { Day } from '../../model/value.ts';
import { fieldOf } from '../../reading/facts.ts';
import { isOverdueSince } from '../due.ts';
import { resultRows } from '../fixes/results-table.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { accountsIn } from '../measure-results.ts';
import { MEASURE_HOMES, measureName } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.no-result',
  title: 'Measure without a recent result',
  why: 'Measures have to show that the process is able to reach what was planned, now and not two years ago. Auditors ask for the result of the last period.',
  remedy: 'Add the result of the last period, link to the dashboard that shows it, or change how often it is measured.',
  pitfall: 7,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['8.1', '9.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Result | Period |
| --- | --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | 2 % | March 2026 |
  ^^^^^^^^^^^^^^ [kpi.no-result] “Failed changes”
`,
    good: `--- file: kpis.md
# KPI catalogue

| KPI | Target | Frequency | Result | Period |
| --- | --- | --- | --- | --- |
| Failed changes | ≤ 3 % | monthly | 2 % | September 2026 |
`,
  },
  on: 'documents',
  kinds: MEASURE_HOMES,
  *check({ facts, view, lexicon }) {
    for (const { record, entries, results, interval } of accountsIn(facts, view, 1)) {
      const about = record.id ?? record.name;
      if (results.length === 0) {
        // No column for the result: where else it might be is the question of kpi.never-reported.
        if (fieldOf(record, 'result')?.state !== 'empty') continue;
        yield {
          span: record.headSpan,
          message: `${measureName(record)} has no result: possible nonconformity.`,
          about,
          fixes: [toFillIn(facts, record, 'result', 'the result', lexicon)],
        };
        continue;
      }
      const days = results.map(({ period }) => period?.last ?? null);
      // A result without a period may be of any time.
      if (interval === null || days.includes(null)) continue;
      const newest = days
        .filter((day): day is Day => day !== null)
        .sort()
        .at(-1);
      if (newest === undefined || !isOverdueSince(newest, interval, view.asOf, view.threshold('measure-result')))
        continue;
      const last = results.find(({ period }) => period?.last === newest);
      yield {
        span: record.headSpan,
        message: `${measureName(record)} has no result since ${newest}, though it is to be measured more often: possible nonconformity.`,
        about,
        related:
          last === undefined || entries.some((entry) => entry.record === last.record)
            ? []
            : [{ path: last.facts.path, span: last.record.headSpan, message: 'The last result.' }],
        fixes: resultRows('Add a row for the next result, to be filled in', facts, about, 1, lexicon),
      };
    }
  },
});
