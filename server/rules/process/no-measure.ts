/** The rule `process.no-measure`: a process of which nobody can tell whether it works. */

import type { Edition } from '../../model/catalogue.ts';
import { processTerms } from '../../model/vocabulary/process-terms.ts';
import { type Facts, fieldOf } from '../../reading/facts.ts';
import { kindKey, processName } from '../../workspace/keys.ts';
import type { Located, View } from '../../workspace/view.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const AGREEMENT: Readonly<Record<Edition, string>> = { '2005': '4.3', '2011': '4.5.4.1', '2018': '9.1' };

export default rule({
  id: 'process.no-measure',
  title: 'Process without a measure',
  why: 'Every edition asks for processes to be monitored and, where it makes sense, measured. Without a measure nobody can show that the process reaches its objective, nor that a change made it better.',
  remedy:
    'Add a section “Measures” with at least one measure, its target, source and interval; or name the process in the catalogue of measures and link to it. Monitoring without figures is fine where its method is named.',
  pitfall: 1,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.1'], '2018': ['8.1', '9.1'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.no-measure]
  💡 Insert the section “Measures”

**Version:** 1.0
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0

--- file: kpis.md
# KPI catalogue

| KPI | Process | Target | Frequency |
| --- | --- | --- | --- |
| Failed changes | Change management | ≤ 3 % | monthly |
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    const measures = fieldOf(facts, 'measures');
    if ((measures !== null && measures.state !== 'empty') || isIndexPage(facts)) return;
    // A heading with nothing below it waits for its answer: doc.placeholder says so.
    if (facts.sections.some((section) => section.names.includes('measures'))) return;
    if (facts.records.some((record) => record.kind === 'kpi' || record.kind === 'kpi-result')) return;
    if (facts.links.some((link) => link.path !== null && isAboutMeasures(view.facts(link.path)))) return;
    if (view.linking(facts.path).some((other) => isAboutMeasures(view.whole(other)))) return;
    if (isMeasuredElsewhere(facts, view)) return;
    const catalogue = view.documents('kpi-definition')[0];
    const where = AGREEMENT[view.edition];
    yield {
      span: measures?.labelSpan ?? documentSpan(facts),
      message:
        catalogue === undefined
          ? `This process has no measure, and none elsewhere names it: possible nonconformity with clause ${where}.`
          : 'This process has no measure and does not link to one, and the catalogue of measures does not name it.',
      about: 'measure',
      severity: catalogue === undefined ? 'error' : 'warning',
      related:
        catalogue === undefined
          ? []
          : [{ path: catalogue.path, span: documentSpan(catalogue), message: 'The catalogue of measures.' }],
      fixes: [
        insertSectionsFix('Insert the section “Measures”', facts.path, 'process-description', ['measures'], lexicon),
      ],
    };
  },
});

function isAboutMeasures(facts: Facts | null): boolean {
  return (
    facts !== null &&
    (facts.kinds.includes('kpi-definition') ||
      (facts.kinds[0] !== 'process-description' && facts.records.some((record) => record.kind === 'kpi')))
  );
}

/** Does a measure anywhere name this process: in its own field, or by the heading or title that it stands under? */
function isMeasuredElsewhere(facts: Facts, view: View): boolean {
  const name = processName(facts);
  const terms = name === null ? [] : processTerms(name);
  const catalogues = view.documents('kpi-definition');
  const sources = [
    ...['kpi', 'kpi-result'].map((kind) => {
      const located = view.records(kind);
      return view.derive(kindKey(kind), 'measured processes', () => namedByRecords(located));
    }),
    view.derive(kindKey('kpi-definition'), 'measured processes by title', () => namedByCatalogues(catalogues)),
  ];
  return sources.some((named) => named.has(facts.path) || terms.some((term) => named.has(term)));
}

/** Terms of processes, and paths of their descriptions, that records of measures name. */
function namedByRecords(located: readonly Located[]): ReadonlySet<string> {
  const named = new Set<string>();
  const add = (words: string): void => {
    for (const term of processTerms(words)) named.add(term);
  };
  for (const { facts, record } of located) {
    // The measures of another process say nothing of this one.
    if (facts.kinds[0] === 'process-description') continue;
    const process = fieldOf(record, 'process');
    if (process !== null && process.state === 'given') {
      for (const part of process.raw.split(/\s*[,;]\s*/)) add(part);
      for (const link of process.links) named.add(link);
    } else if (record.section !== null) add(record.section);
  }
  return named;
}

function namedByCatalogues(catalogues: readonly Facts[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const facts of catalogues) {
    const process = fieldOf(facts, 'process');
    const words =
      process !== null && process.state === 'given'
        ? process.raw
        : (facts.title?.text.replace(/\b(?:kpis?|measures?|metrics?)\b/gi, ' ').trim() ?? '');
    for (const term of processTerms(words)) named.add(term);
  }
  return named;
}
