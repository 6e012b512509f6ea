/** The rule `ca.overdue`: a corrective action whose day is past, and nothing says that it is done. */
import { dayIn, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { isPast } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { isSetAside } from '../life.ts';
import { actionsFor, entryName, isClosed, nonconformitiesIn, stateOf } from '../nonconformities.ts';
import { rule, type Subject } from '../rule.ts';

export default rule({
  id: 'ca.overdue',
  title: 'Corrective action overdue',
  why: 'An action that passes its day unnoticed tells an auditor that nobody follows up. Moving the day with a reason is fine; silence is not.',
  remedy: 'Enter when it was done, or agree on another day and say why.',
  pitfall: 2,
  clauses: { '2005': ['4.3', '4.4.1'], '2011': ['4.5.4.2', '4.5.5.1'], '2018': ['10.1.1', '10.1.2'] },
  severity: 'warning',
  examples: {
    bad: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: actions.md
# Corrective action log

| No. | Nonconformity | Action | Owner | Due | Done |
| --- | --- | --- | --- | --- | --- |
| CA-1 | NC-1 | Set a reminder | Ada Quill | 2026-09-30 | |
                                             ^^^^^^^^^^ [ca.overdue] CA-1
                                             💡 Add the day it was done, to be filled in
`,
    good: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: actions.md
# Corrective action log

| No. | Nonconformity | Action | Owner | Due | Done |
| --- | --- | --- | --- | --- | --- |
| CA-1 | NC-1 | Set a reminder | Ada Quill | 2026-11-30 | |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const { facts, view, lexicon } = subject;
    if (isSetAside(facts)) return;
    for (const record of dueIn(subject)) {
      const due = fieldOf(record, 'due');
      if (due === null || !isPast(due, view.asOf)) continue;
      const [done, called] =
        record.kind === 'corrective-action' ? ['done', 'the day it was done'] : ['closed', 'the day it was closed'];
      if (isTouched(fieldOf(record, done)) || isClosed(record) || isSetBack(record)) continue;
      if (isDoneElsewhere(record, subject)) continue;
      yield {
        span: due.span,
        message: `${entryName(record, 'This action')} was due on ${dayIn(due, 'last') ?? due.raw}, and nothing says that it is done. Enter when it was done, or agree on another day.`,
        about: `${record.id ?? record.name} overdue`,
        fixes: [toFillIn(facts, record, done, called, lexicon)],
      };
    }
  },
});

/** Corrective actions, and nonconformities and findings that keep the day of their action themselves. */
function dueIn(subject: Subject): readonly RecordFact[] {
  const { facts } = subject;
  const kept = nonconformitiesIn(subject).filter((record) => actionsFor({ ...subject, record }).length === 0);
  return [
    ...facts.records.filter((record) => record.kind === 'corrective-action'),
    ...kept,
    ...facts.records.filter((record) => record.kind === 'audit-finding' && !isHandedOn(record, subject)),
  ];
}

/** A finding whose action is kept in a log of its own is late there. */
function isHandedOn(record: RecordFact, { view }: Subject): boolean {
  const words = givenField(record, 'action')?.raw.split(/[\s,;()[\]]+/) ?? [];
  return words.some(
    (word) =>
      /\d/.test(word) &&
      view
        .identified(word)
        .some((twin) => twin.record?.kind === 'nonconformity' || twin.record?.kind === 'corrective-action'),
  );
}

/** Put off or turned down: somebody has decided about the day. */
function isSetBack(record: RecordFact): boolean {
  const state = stateOf(record);
  return state === 'on-hold' || state === 'rejected';
}

/** Another entry of the same id says that it is done. */
function isDoneElsewhere(record: RecordFact, { view }: Subject): boolean {
  if (record.id === null) return false;
  return view
    .identified(record.id)
    .some(
      (twin) =>
        twin.record !== null && twin.record !== record && twin.record.kind === record.kind && isClosed(twin.record),
    );
}
