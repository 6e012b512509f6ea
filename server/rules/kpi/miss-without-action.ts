/** The rule `kpi.miss-without-action`: a target was missed, and nothing says what is done about it. */

import type { DateValue } from '../../model/value.ts';
import { foldWords } from '../../model/vocabulary/folding.ts';
import { dayIn, type Facts, type FieldFact, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { aboutTerms, kindKey } from '../../workspace/keys.ts';
import type { Located, View } from '../../workspace/view.ts';
import { isBefore } from '../due.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { isSetAside } from '../life.ts';
import { isMissed, targetOf } from '../measure-results.ts';
import { measureName, measuresIn, periodOf, type Result, resultsNamed } from '../measures.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'kpi.miss-without-action',
  title: 'Missed target without an action',
  why: 'Measuring is there for acting. Where a result is worse than its target, auditors ask what was done about it: an action, an improvement, a nonconformity, or a decision that nothing is needed, with the reason.',
  remedy: 'Say what is done beside the result, or put it into the improvement register under the name of the measure.',
  pitfall: 1,
  clauses: { '2005': ['4.4'], '2011': ['4.5.5'], '2018': ['10.1', '10.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: report.md
# Service report October 2026

| KPI | Target | Result | Action |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | 5 % | |
  ^^^^^^^^^^^^^^ [kpi.miss-without-action] 5 % instead of ≤ 3 %
  💡 Add the action, to be filled in
`,
    good: `--- file: report.md
# Service report October 2026

| KPI | Target | Result | Action |
| --- | --- | --- | --- |
| Failed changes | ≤ 3 % | 5 % | IMP-012: second pair of eyes on each plan |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    for (const miss of missesIn(facts, view)) {
      if (isActedOn(miss, view)) continue;
      const { record, target, value, name, period } = miss;
      const values = {
        title: `Bring ${name} back to its target: ${value.raw} instead of ${target?.raw ?? 'the target'}`,
        source: `${miss.names[0] ?? name}${period === null ? '' : `, ${period.iso}`}`,
        target: target?.raw ?? '',
        baseline: value.raw,
      };
      yield {
        span: record.headSpan,
        message: `${name} missed its target${target === null ? '' : `: ${value.raw} instead of ${target.raw}`}, and nothing says what is done about it. Possible nonconformity.`,
        about: miss.names[0] ?? name,
        related:
          target !== null && miss.targetPath !== facts.path
            ? [{ path: miss.targetPath, span: target.span, message: 'The target.' }]
            : [],
        fixes: [
          ...(record.kind === 'kpi-result' ? [toFillIn(facts, record, 'action', 'the action', lexicon)] : []),
          ...improvementFix(values, view, lexicon),
        ],
      };
    }
  },
});

interface Miss {
  readonly facts: Facts;
  readonly record: RecordFact;
  readonly name: string;
  /** What the measure goes by: id and name. */
  readonly names: readonly string[];
  readonly target: FieldFact | null;
  readonly targetPath: string;
  readonly value: FieldFact;
  readonly period: DateValue | null;
  /** Results of the same measure and period anywhere, this one included. */
  readonly same: readonly Result[];
}

/** The missed targets of a document: only the newest result of each measure anywhere, and one place for each. */
function* missesIn(facts: Facts, view: View): Iterable<Miss> {
  const newest = new Map<string, RecordFact>();
  for (const record of facts.records) {
    const kpi = record.kind === 'kpi-result' ? givenField(record, 'kpi') : null;
    if (kpi === null || givenField(record, 'value') === null) continue;
    const before = newest.get(kpi.raw);
    const [last, own] = [before, record].map((each) =>
      each === undefined ? '' : (periodOf({ facts, record: each })?.last ?? ''),
    );
    if (before === undefined || (own ?? '') >= (last ?? '')) newest.set(kpi.raw, record);
  }
  for (const record of newest.values()) {
    const kpi = givenField(record, 'kpi');
    const value = givenField(record, 'value');
    if (kpi === null || value === null) continue;
    const said = fieldOf(record, 'status');
    let target = givenField(record, 'target');
    // Looking a measure up costs more than looking at its own row.
    if (target !== null && isMissed(targetOf(target, null), value, said) === false) continue;
    const definitions = definitionsOf(kpi, view);
    const direction = definitions.map((each) => givenField(each.record, 'direction')).find((each) => each !== null);
    const defined = definitions.find((each) => givenField(each.record, 'target') !== null);
    const own = target !== null;
    target ??= defined === undefined ? null : givenField(defined.record, 'target');
    if (isMissed(targetOf(target, direction ?? null), value, said) !== true) continue;
    const names = [
      ...new Set([kpi.raw, ...definitions.flatMap((each) => [each.record.id ?? '', each.record.name])]),
    ].filter((name) => name !== '');
    const period = periodOf({ facts, record });
    const results = resultsNamed(names, view);
    if (results.some((each) => period !== null && each.period !== null && isBefore(period.last, each.period.last)))
      continue;
    const same = results.filter(
      (each) => each.period?.iso === period?.iso && givenField(each.record, 'value') !== null,
    );
    if (same.some((each) => each.facts.path < facts.path)) continue;
    const [definition] = definitions;
    yield {
      facts,
      record,
      name: definition === undefined ? kpi.raw : measureName(definition.record),
      names,
      target,
      targetPath: own || defined === undefined ? facts.path : defined.facts.path,
      value,
      period,
      same,
    };
  }
  for (const record of measuresIn(facts)) {
    const value = givenField(record, 'result');
    const target = givenField(record, 'target');
    if (value === null || isMissed(targetOf(target, fieldOf(record, 'direction')), value, null) !== true) continue;
    const names = [record.id ?? '', record.name].filter((name) => name !== '');
    if (resultsNamed(names, view).length > 0) continue;
    const period = givenField(record, 'period') === null ? null : periodOf({ facts, record });
    yield { facts, record, name: measureName(record), names, target, targetPath: facts.path, value, period, same: [] };
  }
}

function definitionsOf(kpi: FieldFact, view: View): readonly Located[] {
  const names = [...aboutTerms(kpi)];
  const byId = names.flatMap((name) =>
    view.identified(name).flatMap(({ facts, record }) => (record?.kind === 'kpi' ? [{ facts, record }] : [])),
  );
  return byId.length > 0 ? byId : view.recordsAbout('kpi', 'name', { names });
}

/** Kinds of records in which somebody takes care of something. */
const FOLLOW_UPS = ['improvement', 'nonconformity', 'corrective-action', 'problem', 'action'];

/** Sections of a report that say what is done, or why a target was missed. */
const ANSWERING: ReadonlySet<string> = new Set(['actions', 'breaches']);
/** A lead of this length was cut off: what it says further on is not known. */
const CUT_OFF = 390;

function isActedOn(miss: Miss, view: View): boolean {
  const answered = [...miss.same.map((each) => each.record), miss.record].some((record) => {
    const action = fieldOf(record, 'action');
    return (
      action !== null &&
      (action.state === 'given' ||
        action.state === 'placeholder' ||
        (action.state === 'not-applicable' && action.reason !== null))
    );
  });
  if (answered) return true;
  const terms = miss.names.map((name) => ` ${foldWords(name).join(' ')} `);
  const speaks = (text: string): boolean => terms.some((term) => text.includes(term));
  const told = [miss.facts, ...miss.same.map((each) => each.facts)].some((facts) =>
    view
      .whole(facts)
      .sections.some(
        (section) =>
          section.names.some((name) => ANSWERING.has(name)) &&
          (section.lead.length >= CUT_OFF || speaks(` ${foldWords(section.lead).join(' ')} `)),
      ),
  );
  if (told) return true;
  return FOLLOW_UPS.some((kind) => {
    const located = view.records(kind);
    const texts = view.derive(kindKey(kind), 'what is taken care of', () => located.map(wordsOf));
    return texts.some(
      ({ text, day }) => speaks(text) && (day === null || miss.period === null || !isBefore(day, miss.period.first)),
    );
  });
}

function wordsOf({ record }: Located): { readonly text: string; readonly day: string | null } {
  const days = ['raised', 'opened', 'date'].map((name) => dayIn(fieldOf(record, name), 'last'));
  return {
    text: ` ${record.fields.map((field) => foldWords(field.raw).join(' ')).join(' ')} `,
    day: days.find((day) => day !== null) ?? null,
  };
}

function improvementFix(values: Readonly<Record<string, string>>, view: View, lexicon: Lexicon): readonly Fix[] {
  const register = view.documents('improvement-register').find((facts) => !isSetAside(facts));
  if (register === undefined) return [];
  const { title = '', ...others } = values;
  // One register heads its entries with a title, another only describes them.
  const titled = view
    .whole(register)
    .records.some((record) => record.kind === 'improvement' && fieldOf(record, 'title') !== null);
  return [
    addRecordFix(
      `Add an improvement to “${register.title?.text ?? register.path}”`,
      register.path,
      'improvement',
      { [titled ? 'title' : 'description']: title, ...others },
      lexicon,
    ),
  ];
}
