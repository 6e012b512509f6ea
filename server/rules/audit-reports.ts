/** Reports of audits: which report tells of an audit, found by its id, by a link, or by process and day. */
import type { Day } from '../model/value.ts';
import { addDays } from '../model/vocabulary/dates.ts';
import { dayIn, type Facts, fieldOf, isTouched, type RecordFact } from '../reading/facts.ts';
import { calledProcess } from '../workspace/keys.ts';
import type { View } from '../workspace/view.ts';
import { accountsOf, isHeld } from './audit-accounts.ts';
import { auditedIn } from './audited.ts';
import { isBefore } from './due.ts';

interface One {
  readonly facts: Facts;
  readonly record: RecordFact;
  readonly view: View;
}

/** Is the audit reported: in this very document, by a reference of its entry, or in a report found by id, or by process and day? */
export function isReported(one: One): boolean {
  const { facts, record, view } = one;
  if (isReport(facts)) return true;
  if (['report', 'report_date'].some((name) => isTouched(fieldOf(record, name)))) return true;
  const linked = new Set(record.fields.flatMap((field) => field.links));
  for (const twin of accountsOf(record, facts, view)) {
    const own = twin.record?.id ?? null;
    const byId = record.id !== null && (twin.record !== null || !linked.has(twin.facts.path));
    if (isReport(twin.facts) && (byId || linked.has(twin.facts.path))) return own === null || own === record.id || byId;
    if (
      twin.record !== null &&
      ['report', 'report_date'].some((name) => isTouched(fieldOf(twin.record ?? record, name)))
    )
      return true;
  }
  return reportsNear(one).length > 0;
}

function isReport(facts: Facts): boolean {
  return facts.kinds.includes('audit-report');
}

/** Days before and after an audit's day in which a report without its id may be its report. */
const BEFORE = 62;
const AFTER = 183;

/** Reports of the same process, and where none is named any reports, from around the day of the audit. */
function reportsNear({ facts, record, view }: One): readonly Facts[] {
  const first = dayIn(fieldOf(record, 'held'), 'first') ?? dayIn(fieldOf(record, 'date'), 'first');
  const last = dayIn(fieldOf(record, 'held'), 'last') ?? dayIn(fieldOf(record, 'date'), 'last');
  if (first === null || last === null) return [];
  const from = addDays(first, -BEFORE);
  const to = addDays(last, AFTER);
  const fits = (report: Facts): boolean => {
    const own = view.whole(report).records.find((each) => each.kind === 'audit' && each.form === 'document');
    if (report.path === facts.path || (own?.id !== null && own?.id !== undefined && record.id !== null)) return false;
    const day = reportDay(report);
    return day !== null && !isBefore(day, from) && !isBefore(to, day);
  };
  const named = fieldOf(record, 'process');
  if (named === null || named.state !== 'given') return view.documents('audit-report').filter(fits);
  const processes = auditedIn(record, view);
  const called = processes.map(calledProcess);
  const terms = {
    names: [named.raw, ...called.flatMap((each) => each.names)],
    paths: processes.map((each) => each.path),
  };
  return view
    .recordsAbout('audit', 'process', terms)
    .map((each) => each.facts)
    .filter((report) => isReport(report) && fits(report));
}

/** The day on which a reported audit was held, else planned, else reported. */
export function reportDay(report: Facts): Day | null {
  const own = report.records.find((each) => each.kind === 'audit' && each.form === 'document');
  for (const name of ['held', 'date', 'report_date']) {
    const day = dayIn(own === undefined ? null : fieldOf(own, name), 'last') ?? dayIn(fieldOf(report, name), 'last');
    if (day !== null) return day;
  }
  return null;
}

/** Does another account of the audit say that it was held? */
export function isHeldElsewhere({ facts, record, view }: One): boolean {
  return accountsOf(record, facts, view).some(
    (twin) =>
      (twin.record !== null && isHeld(twin.record, view.asOf)) ||
      (twin.record === null &&
        twin.facts.path !== facts.path &&
        twin.facts.records.some((each) => each.kind === 'audit' && each.id === record.id && isHeld(each, view.asOf))),
  );
}

/** Does the programme have a row for this audit, so that what is late or missing is said there? */
export function isInProgramme({ facts, record, view }: One): boolean {
  return (
    record.id !== null &&
    !facts.kinds.includes('audit-programme') &&
    view
      .identified(record.id)
      .some(
        (twin) => twin.record !== null && twin.record.kind === 'audit' && twin.facts.kinds.includes('audit-programme'),
      )
  );
}
