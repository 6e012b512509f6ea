/** What is due when: passed days with their grace, and intervals with the place that declares them. */
import type { IntervalName } from '../model/thresholds.ts';
import type { Day } from '../model/value.ts';
import { addDays, addInterval, compareDays } from '../model/vocabulary/dates.ts';
import { dayIn, type FieldFact } from '../reading/facts.ts';
import type { View } from '../workspace/view.ts';

/**
 * Has the day of a date field passed?
 * In: the field, the day that checks are made for, and days of grace. Out: false too where it is not given, no date, or ambiguous;
 * of a month, quarter or year the last day counts.
 */
export function isPast(field: FieldFact | null, asOf: Day, grace = 0): boolean {
  const day = dayIn(field, 'last');
  return day !== null && isBefore(addDays(day, Math.round(grace)), asOf);
}

/** Is a day before another? */
export function isBefore(day: Day, other: Day): boolean {
  return compareDays(day, other) < 0;
}

/** An interval that somebody declared, and the field that declares it (null: the configuration). */
export interface Declared {
  /** ISO 8601 duration. */
  readonly interval: string;
  readonly field: FieldFact | null;
}

/**
 * The interval that holds: of the fields, in the order of their weight, the first that gives one; else the configuration's.
 * Null where nobody declares one; "regularly" and the like declare none.
 */
export function declaredInterval(
  fields: readonly (FieldFact | null)[],
  name: IntervalName | null,
  view: View,
): Declared | null {
  for (const field of fields)
    if (field?.state === 'given' && field.value?.type === 'interval' && field.value.iso !== null)
      return { interval: field.value.iso, field };
  const interval = name === null ? undefined : view.configuration.intervals[name];
  return interval === undefined ? null : { interval, field: null };
}

/** Is more than an interval, and its grace in days, over since a day? */
export function isOverdueSince(day: Day, interval: string, asOf: Day, grace = 0): boolean {
  return isBefore(addDays(addInterval(day, interval), Math.round(grace)), asOf);
}
