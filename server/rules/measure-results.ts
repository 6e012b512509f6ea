/** What the results of a measure show: how many there are, how old the newest is, and whether a target was missed. */
import type { Day, TargetValue } from '../model/value.ts';
import { addInterval } from '../model/vocabulary/dates.ts';
import { meets, parseMeasuredResult, parseTargets } from '../model/vocabulary/targets.ts';
import { type Facts, type FieldFact, fieldOf, givenField, isTouched, type RecordFact } from '../reading/facts.ts';
import type { Located, View } from '../workspace/view.ts';
import { isBefore } from './due.ts';
import {
  entriesOf,
  frequencyOf,
  isShownElsewhere,
  measuredSince,
  measuresIn,
  periodOf,
  type Result,
  resultsOf,
} from './measures.ts';

/** A measure where it is defined, with all that is known of its results. */
export interface Account {
  readonly record: RecordFact;
  readonly entries: readonly Located[];
  /** Results that say something, be it a placeholder; oldest first. */
  readonly results: readonly Result[];
  /** How often it is measured; null where nobody says it. */
  readonly interval: string | null;
}

/** A year: what a measure gets whose interval nobody says. */
const UNKNOWN_INTERVAL = 'P12M';

/**
 * The measures that a document defines first, and of which results may be asked: not what is shown by a dashboard, and not what
 * is newer than so many of its intervals.
 */
export function* accountsIn(facts: Facts, view: View, intervals: number): Iterable<Account> {
  for (const record of measuresIn(facts)) {
    const entries = entriesOf(facts, record, view);
    if (entries[0]?.record !== record || isShownElsewhere(entries, view)) continue;
    const interval = frequencyOf(entries);
    const since = measuredSince(entries);
    if (since !== null && isBefore(view.asOf, after(since, interval ?? UNKNOWN_INTERVAL, intervals))) continue;
    const own = entries
      .filter((entry) => isTouched(fieldOf(entry.record, 'result')))
      .map((entry) => ({ ...entry, period: givenField(entry.record, 'period') === null ? null : periodOf(entry) }));
    const told = resultsOf(entries, view).filter((result) => isTouched(fieldOf(result.record, 'value')));
    yield { record, entries, results: [...own, ...told], interval };
  }
}

function after(day: Day, interval: string, times: number): Day {
  let end = day;
  for (let i = 0; i < times; i++) end = addInterval(end, interval);
  return end;
}

/** The target of a field where it is one and has a direction; a higher or lower "is better" gives it one. */
export function targetOf(field: FieldFact | null, direction: FieldFact | null): TargetValue | null {
  const target = field?.state === 'given' && field.value?.type === 'target' ? field.value : null;
  // "P1: 1 h / P2: 4 h" is met or missed case by case.
  if (target === null || field === null || parseTargets(field.raw).length > 1) return null;
  if (target.comparator !== null) return target;
  const better = direction?.value?.type === 'enumeration' ? direction.value.value : null;
  return better === 'higher'
    ? { ...target, comparator: '>=' }
    : better === 'lower'
      ? { ...target, comparator: '<=' }
      : null;
}

/** Was the target missed? Null where nobody can tell: no direction, other units, no number; what the row itself says comes first. */
export function isMissed(target: TargetValue | null, value: FieldFact | null, said: FieldFact | null): boolean | null {
  const status = said?.state === 'given' && said.value?.type === 'enumeration' ? said.value : null;
  if (status?.known === true) return status.value === 'missed' ? true : status.value === 'met' ? false : null;
  const actual = value?.state === 'given' ? parseMeasuredResult(value.raw) : null;
  const met = target === null || actual === null ? null : meets(target, actual);
  return met === null ? null : !met;
}
