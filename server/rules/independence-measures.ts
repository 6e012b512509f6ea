/** Independence measures: what the configuration records for somebody who audits a process in spite of a part in it. */
import type { IndependenceMeasure } from '../model/configuration.ts';
import type { Day } from '../model/value.ts';
import { compareDays } from '../model/vocabulary/dates.ts';
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import type { Facts } from '../reading/facts.ts';
import type { Person, Roster } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';

/**
 * The measure that is recorded for an auditor and a process, on the day of the audit.
 * In: the auditor as written, the person or null where a role is named, the process. Out: one that counts before one that is
 * still to be filled in; null where there is none, or it no longer holds on that day.
 */
export function measureFor(
  written: string,
  person: Person | null,
  process: Facts,
  view: View,
  roster: Roster,
  day: Day,
): IndependenceMeasure | null {
  const fitting = view.configuration.independence.filter(
    (measure) =>
      (measure.until === null || compareDays(day, measure.until) <= 0) &&
      isFor(measure.person, written, person, roster, day) &&
      (measure.process === process.path || view.processes(measure.process).some((each) => each.path === process.path)),
  );
  return fitting.find((each) => each.measure !== null) ?? fitting[0] ?? null;
}

function isFor(named: string, written: string, person: Person | null, roster: Roster, day: Day): boolean {
  if (roster.isRole(named)) {
    if (termKey(named) === termKey(written)) return true;
    return person !== null && roster.holders(named, day).some((each) => each.person.key === person.key);
  }
  if (person === null) return nameKey(named) === nameKey(written);
  return roster.person({ text: named, email: named.includes('@') ? named : null, handle: null })?.key === person.key;
}
