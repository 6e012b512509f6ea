/** One audit stands in several places: a row of the programme, the plan, the report. What one of them says holds for all. */
import type { Day } from '../model/value.ts';
import { addInterval, compareDays } from '../model/vocabulary/dates.ts';
import { itemStatus } from '../model/vocabulary/statuses.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from '../reading/facts.ts';
import type { View } from '../workspace/view.ts';
import type { RecordSubject } from './rule.ts';

const PARTICULARS = [
  'id',
  'process',
  'date',
  'held',
  'period',
  'auditor',
  'auditee',
  'criteria',
  'scope',
  'report_date',
];

/** Tells whether a record is one audit that this document accounts for, rather than a mention, a timetable line or a page about audits. */
export function isAudit({ facts, record }: RecordSubject): boolean {
  if (stateOfAudit(record) === 'rejected') return false;
  const planned = facts.kinds.includes('audit-plan') || facts.kinds.includes('audit-report');
  if (record.form !== 'document') {
    // Rows of a plan or report are its timetable; rows in minutes and other reports speak of audits kept elsewhere.
    return !planned && (facts.kinds.length === 0 || facts.kinds.includes('audit-programme'));
  }
  const declared = facts.kindFrom === 'type' || facts.kindFrom === 'id' || facts.kindFrom === 'configuration';
  return (
    declared ||
    facts.records.some((each) => each.kind === 'audit-finding') ||
    PARTICULARS.some((name) => given(fieldOf(record, name)))
  );
}

/** Is the audit so far ahead that its details may be open: a row of a programme, dated well ahead and not said to be under way? */
export function isFarAhead(record: RecordFact, view: View): boolean {
  if (record.form === 'document') return false;
  const status = stateOfAudit(record);
  if (
    status === 'held' ||
    status === 'done' ||
    status === 'closed' ||
    status === 'in-progress' ||
    given(fieldOf(record, 'held'))
  )
    return false;
  const planned = fieldOf(record, 'date');
  const date = planned?.value;
  // "H1 2027", "spring", "yearly": nobody can say that it is near, unless it names a year that is over.
  if (planned?.state === 'given' && date?.type !== 'date') {
    const years = planned.raw.match(/\b(?:19|20)\d{2}\b/g) ?? [];
    return years.length === 0 || years.some((year) => year >= view.asOf.slice(0, 4));
  }
  const days = Math.round(view.threshold('audit-preparation'));
  return date?.type === 'date' && (date.ambiguous || compareDays(date.last, addInterval(view.asOf, `P${days}D`)) > 0);
}

/** Did the audit take place already? */
export function isHeld(record: RecordFact, asOf: Day): boolean {
  const status = stateOfAudit(record);
  if (status === 'held' || status === 'done' || status === 'closed') return true;
  const held = fieldOf(record, 'held')?.value;
  return held?.type === 'date' && !held.ambiguous && compareDays(held.first, asOf) <= 0;
}

/**
 * Does any account of the audit say this, or hold a place for it: the record itself, its document, the same audit in the
 * programme, plan or report, or the programme that it belongs to?
 */
export function isSaid(names: readonly string[], { facts, record, view }: RecordSubject): boolean {
  const said = (holder: Parameters<typeof fieldOf>[0]): boolean =>
    ('metadata' in holder ? holder.metadata : holder.fields).some(
      (field) => names.includes(field.field) && field.state !== 'empty',
    );
  const saidBy = (document: Facts): boolean =>
    said(document) || document.sections.some((section) => section.names.some((name) => names.includes(name)));
  if (said(record) || saidBy(facts)) return true;
  if (record.form === 'document' && facts.records.some((row) => row.kind === 'audit' && said(row))) return true;
  for (const twin of accountsOf(record, facts, view)) {
    if (twin.record !== null && said(twin.record)) return true;
    if (twin.facts.path !== facts.path && isAuditDocument(twin.facts) && saidBy(twin.facts)) return true;
  }
  return false;
}

/** Where else an audit is accounted for: entries and documents under its id, and documents that it links to. */
export function accountsOf(
  record: RecordFact,
  facts: Facts,
  view: View,
): readonly { readonly facts: Facts; readonly record: RecordFact | null }[] {
  const found: { facts: Facts; record: RecordFact | null }[] = [];
  if (record.id !== null) {
    for (const each of view.identified(record.id)) {
      if (each.record === null ? isAuditDocument(each.facts) : each.record.kind === 'audit' && each.record !== record)
        found.push(each);
    }
  }
  const links = new Set([
    ...record.fields.flatMap((field) => field.links),
    ...(record.form === 'document' ? facts.links.flatMap((link) => link.path ?? []) : []),
  ]);
  for (const path of links) {
    const linked = path === facts.path ? null : view.facts(path);
    if (linked !== null && isAuditDocument(linked)) found.push({ facts: linked, record: null });
  }
  return found;
}

/** Is this a programme, plan or report of audits? */
export function isAuditDocument(facts: Facts): boolean {
  return facts.kinds.some((kind) => kind === 'audit-programme' || kind === 'audit-plan' || kind === 'audit-report');
}

/** What the status of an audit says; null where it says nothing. */
export function stateOfAudit(record: RecordFact): ReturnType<typeof itemStatus> {
  const status = fieldOf(record, 'status');
  return status?.state === 'given' ? itemStatus(status.raw) : null;
}

function given(field: FieldFact | null): boolean {
  return field !== null && field.state === 'given';
}

/** What to call an audit in a message: its id, else its name. */
export function auditName(record: RecordFact): string {
  const name = record.id ?? record.name;
  return name === '' ? 'This audit' : /^audit/i.test(name) ? name : `Audit ${name}`;
}
