/** The rule `kpi.result-without-target`: results that are compared with nothing. */

import { fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { aboutTerms } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { allToFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

const NAMED = 3;

export default rule({
  id: 'kpi.result-without-target',
  title: 'Result without a target',
  why: 'A result is evidence of a capable process only beside the value that was planned. Auditors read both side by side.',
  remedy: 'Put the target beside the result, or define the measure with its target in the catalogue of measures.',
  pitfall: 7,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['8.1', '9.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: report.md
# Service report October 2026

| KPI | Result | Trend |
| --- | --- | --- |
| Failed changes | 2 % | better |
  ^^^^^^^^^^^^^^ [kpi.result-without-target] Failed changes
  💡 Add the target, to be filled in
`,
    good: `--- file: report.md
# Service report October 2026

| KPI | Target | Result | Trend |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | 2 % | better |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const without = new Map<string, RecordFact[]>();
    for (const record of facts.records) {
      const kpi = record.kind === 'kpi-result' ? givenField(record, 'kpi') : null;
      if (kpi === null || !isTouched(fieldOf(record, 'value')) || isTouched(fieldOf(record, 'target'))) continue;
      // Volumes are counted for planning; nobody has to reach them.
      const home = record.section === null ? [] : lexicon.sectionNames('service-report', record.section);
      if (home.includes('workload') || isDefined(record, view)) continue;
      const list = without.get(kpi.raw);
      if (list === undefined) without.set(kpi.raw, [record]);
      else list.push(record);
    }
    // Of the values of one measure, the newest stands for its row.
    const rows = [...without.values()].flatMap((records) => records.at(-1) ?? []);
    const [first, ...others] = rows;
    if (first === undefined) return;
    const names = rows.slice(0, NAMED).map((record) => givenField(record, 'kpi')?.raw ?? record.name);
    yield {
      span: first.headSpan,
      message: `Nothing says which value had to be reached: ${names.join(', ')}${rows.length > NAMED ? ` and ${rows.length - NAMED} more` : ''}. Possible nonconformity.`,
      about: 'results',
      related: others.map((record) => ({ path: facts.path, span: record.headSpan, message: record.name })),
      fixes: [allToFillIn(facts, rows, 'target', 'the target', lexicon)],
    };
  },
});

/** Is the measure defined or promised somewhere? What its definition lacks is that document's gap. */
function isDefined(record: RecordFact, view: View): boolean {
  const kpi = fieldOf(record, 'kpi');
  if (kpi === null) return false;
  const names = [...aboutTerms(kpi)];
  return (
    names.some((name) => view.identified(name).some((each) => each.record?.kind === 'kpi')) ||
    view.recordsAbout('kpi', 'name', { names, paths: kpi.links }).length > 0 ||
    view.recordsAbout('sla-target', 'measure', { names }).length > 0
  );
}
