/** Nonconformities: which entries answer for one, and what they, their other entries and their corrective actions say together. */

import { isEvidence } from '../model/evidence-kinds.ts';
import { needsAction } from '../model/vocabulary/grades.ts';
import { type ItemStatus, isSettled, itemStatus } from '../model/vocabulary/statuses.ts';
import { dayIn, type Facts, fieldOf, givenField, isTouched, type RecordFact } from '../reading/facts.ts';
import type { Located } from '../workspace/view.ts';
import { isOverdueSince } from './due.ts';
import { isSetAside } from './life.ts';
import type { RecordSubject, Subject } from './rule.ts';

/** Fields of which at least one is given where a whole document is one nonconformity, and not a page about them. */
const PARTICULARS = ['description', 'source', 'grade', 'evidence', 'correction', 'cause', 'raised', 'process'];

/** The nonconformities that a document answers for: not those that it only mentions, nor observations, nor what was rejected. */
export function nonconformitiesIn(subject: Subject): readonly RecordFact[] {
  const { facts } = subject;
  if (!isKeptIn(facts)) return [];
  return facts.records.filter(
    (record) =>
      record.kind === 'nonconformity' &&
      (record.form !== 'document' || PARTICULARS.some((name) => isTouched(fieldOf(record, name)))) &&
      weighs(record) &&
      stateOf(record) !== 'rejected' &&
      !isNew({ ...subject, record }) &&
      !hasOwnDocument({ ...subject, record }),
  );
}

/** Minutes and reports only speak of what a register, a record of its own or the audit report keeps. */
function isKeptIn(facts: Facts): boolean {
  const kind = facts.kinds[0];
  return (
    kind === undefined ||
    !isEvidence(kind) ||
    kind === 'nonconformity-record' ||
    kind === 'corrective-action-record' ||
    kind === 'audit-report'
  );
}

/** Observations, opportunities and praise need no action; where nobody graded it, it counts. */
function weighs(record: RecordFact): boolean {
  const grade = givenField(record, 'grade');
  return grade === null || needsAction(grade.raw);
}

/** Where an entry stands: what its status says; closed where only a closing day is given. */
export function stateOf(record: RecordFact): ItemStatus | null {
  const status = givenField(record, 'status');
  if (status !== null) return itemStatus(status.raw);
  return dayIn(fieldOf(record, 'closed'), 'first') !== null || dayIn(fieldOf(record, 'done'), 'first') !== null
    ? 'closed'
    : null;
}

/** Is nothing more to be done for it? */
export function isClosed(record: RecordFact): boolean {
  return isSettled(stateOf(record)) || dayIn(fieldOf(record, 'closed'), 'first') !== null;
}

/** "New" exempts for a while only: nobody has looked at it yet. */
function isNew({ record, view }: RecordSubject): boolean {
  if (stateOf(record) !== 'new') return false;
  const raised = dayIn(fieldOf(record, 'raised'), 'last');
  return raised === null || !isOverdueSince(raised, 'P0D', view.asOf, view.threshold('nonconformity-new'));
}

/** A row beside a document of its own is only the way there. */
function hasOwnDocument({ facts, record, view }: RecordSubject): boolean {
  return (
    record.form !== 'document' &&
    record.id !== null &&
    view
      .identified(record.id)
      .some(
        (twin) =>
          twin.facts.path !== facts.path &&
          twin.facts.kinds.includes('nonconformity-record') &&
          !isSetAside(twin.facts) &&
          (twin.record === null || twin.record.form === 'document'),
      )
  );
}

/** The corrective actions that answer a nonconformity: those that name it, that it names, and those in its own document. */
export function actionsFor({ facts, record, view }: RecordSubject): readonly Located[] {
  const found = new Map<RecordFact, Located>();
  const take = (each: Located): void => {
    if (each.record !== record) found.set(each.record, each);
  };
  const names = [record.id, record.form === 'document' ? (givenField(facts, 'id')?.raw ?? null) : null];
  const called = {
    names: names.filter((name) => name !== null),
    paths: record.form === 'document' ? [facts.path] : [],
  };
  for (const each of view.recordsAbout('corrective-action', 'nonconformity', called)) take(each);
  for (const word of givenField(record, 'action')?.raw.split(/[\s,;()[\]]+/) ?? [])
    if (/\d/.test(word))
      for (const twin of view.identified(word))
        if (twin.record?.kind === 'corrective-action') take({ facts: twin.facts, record: twin.record });
  for (const each of facts.records)
    if (
      (each.kind === 'action' || each.kind === 'corrective-action') &&
      each.form !== 'document' &&
      (record.form === 'document' || (record.span.start < each.span.start && each.span.end <= record.span.end))
    )
      take({ facts, record: each });
  return [...found.values()];
}

/** Does the nonconformity say this, in this entry, in another of the same id, in its document or in its corrective actions? */
export function isSaidOf(name: string, subject: RecordSubject): boolean {
  const { facts, record, view } = subject;
  if (isTouched(fieldOf(record, name))) return true;
  if (record.form === 'document' && facts.sections.some((section) => section.names.includes(name))) return true;
  if (record.id !== null)
    for (const twin of view.identified(record.id))
      if (
        twin.record !== null &&
        (twin.record.kind === 'nonconformity' || twin.record.kind === 'audit-finding') &&
        isTouched(fieldOf(twin.record, name))
      )
        return true;
  return actionsFor(subject).some((action) => isTouched(fieldOf(action.record, name)));
}

/** What to call it in a message. */
export function entryName(record: RecordFact, otherwise: string): string {
  const name = record.id ?? record.name;
  return name === '' ? otherwise : name.length > 60 ? `${name.slice(0, 57)}…` : name;
}
