/** The rule `kpi.conflicting-target`: one measure with two different targets. */
import type { TargetValue } from '../../model/value.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { type FieldFact, givenField } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { calledProcess } from '../../workspace/keys.ts';
import type { Located, View } from '../../workspace/view.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { languageOf } from '../language-of.ts';
import { isAskedToBeComplete } from '../life.ts';
import { processCoreOf } from '../process-twins.ts';
import { rule } from '../rule.ts';

interface Claim extends Located {
  readonly name: string;
  readonly target: FieldFact;
  readonly value: TargetValue;
  /** What the process that it measures is called: by name, id and path; null where nothing says it. */
  readonly process: ReadonlySet<string> | null;
}

export default rule({
  id: 'kpi.conflicting-target',
  title: 'Measure with two different targets',
  why: 'Where the process says one target and the catalogue of measures another, a result can be a success and a failure at once, and an auditor cannot tell whether the process reaches what was planned.',
  remedy:
    'Settle the target, and say it in one place that the other refers to. Where two services have targets of their own, name the service beside each.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '4.3'], '2011': ['4.5.2', '4.5.4.1'], '2018': ['9.1', '6.3'] },
  severity: 'warning',
  examples: {
    bad: `--- file: change.md
# Change management process

## Measures

| Measure | Target | Frequency |
| --- | --- | --- |
| Failed changes | ≤ 5 % | monthly |
--- file: kpis.md
# KPI catalogue

| Measure | Process | Target | Frequency |
| --- | --- | --- | --- |
| Failed changes | Change management | ≤ 3 % | monthly |
                                       ^^^^^ [kpi.conflicting-target] change.md
                                       💡 Take the target ≤ 5 % here
                                       💡 Take the target ≤ 3 % in change.md
`,
    good: `--- file: change.md
# Change management process

## Measures

| Measure | Target | Frequency |
| --- | --- | --- |
| Failed changes | at most 3 % | monthly |
--- file: kpis.md
# KPI catalogue

| Measure | Process | Target | Frequency |
| --- | --- | --- | --- |
| Failed changes | Change management | ≤ 3 % | monthly |
`,
  },
  on: 'workspace',
  *check(view) {
    const lexicon = lexiconFor(view.configuration);
    for (const group of groupsOf(view)) {
      const last = group.at(-1);
      if (last === undefined) continue;
      const others = group.slice(0, -1).filter((each) => areOneMeasure(each, last) && differ(each.value, last.value));
      const first = others[0];
      if (first === undefined) continue;
      yield {
        path: last.facts.path,
        span: last.target.span,
        message: `The target of "${last.name}" is ${last.target.raw} here, and ${first.target.raw} in ${first.facts.path}.`,
        about: `${[...(last.process ?? [])][0] ?? ''} ${termKey(last.name)}`,
        related: others.map((each) => ({
          path: each.facts.path,
          span: each.target.span,
          message: `Here its target is ${each.target.raw}.`,
        })),
        fixes:
          others.length > 1
            ? []
            : [
                sayInstead(
                  `Take the target ${first.target.raw} here`,
                  last.facts.path,
                  last.record,
                  'target',
                  first.target.raw,
                  lexicon,
                ),
                sayInstead(
                  `Take the target ${last.target.raw} in ${first.facts.path}`,
                  first.facts.path,
                  first.record,
                  'target',
                  last.target.raw,
                  lexicon,
                ),
              ],
      };
    }
  },
});

/** The targets of measures of one name, in path order; a name that one document gives twice is that of several measures. */
function groupsOf(view: View): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const located of view.records('kpi')) {
    const { facts, record } = located;
    const target = givenField(record, 'target');
    const name = givenField(record, 'name')?.raw ?? '';
    if (target?.value?.type !== 'target' || name === '' || !isAskedToBeComplete(facts)) continue;
    const key = `${languageOf(facts.path)} ${termKey(name)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ ...located, name, target, value: target.value, process: processOf(located) });
  }
  return [...groups.values()].filter((group) => {
    const paths = group.map((each) => each.facts.path);
    return group.length > 1 && new Set(paths).size === paths.length;
  });
}

/** The process by the measure's own field, else by the description that it stands in. */
function processOf({ facts, record }: Located): ReadonlySet<string> | null {
  const own = givenField(record, 'process');
  if (own !== null) return new Set([processCoreOf(own.raw), own.raw.trim().toLowerCase(), ...own.links]);
  if (!facts.kinds.includes('process-description')) return null;
  const called = calledProcess(facts);
  return new Set([
    ...called.names.flatMap((name) => [processCoreOf(name), name.trim().toLowerCase()]),
    ...(called.paths ?? []),
  ]);
}

const SEPARATING = ['service', 'period', 'effective'];

/** Two of one name are one measure unless they are of two processes, services or periods, or of one word that anything may be called. */
function areOneMeasure(a: Claim, b: Claim): boolean {
  const { process } = b;
  if (a.process !== null && process !== null) {
    if (![...a.process].some((each) => each !== '' && process.has(each))) return false;
  } else if (!termKey(a.name).includes(' ')) return false;
  return SEPARATING.every((name) => {
    const [left, right] = [givenField(a.record, name), givenField(b.record, name)];
    return left === null && right === null
      ? true
      : left !== null && right !== null && termKey(left.raw) === termKey(right.raw);
  });
}

/** Do two targets contradict each other? Not where they are in units that cannot be compared, or one leaves the direction open. */
function differ(a: TargetValue, b: TargetValue): boolean {
  if (a.unit !== b.unit || (a.period !== null && b.period !== null && a.period !== b.period)) return false;
  if (a.number !== b.number) return true;
  return (
    a.comparator !== null &&
    b.comparator !== null &&
    a.comparator !== '=' &&
    b.comparator !== '=' &&
    a.comparator.charAt(0) !== b.comparator.charAt(0)
  );
}
