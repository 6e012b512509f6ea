/** The rule `nc.no-action`: a nonconformity of which nobody says what is done about it. */

import { needsAction } from '../../model/vocabulary/grades.ts';
import { dayIn, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { kindKey } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';
import { columnGaps } from '../column-gaps.ts';
import { isOverdueSince } from '../due.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { isSetAside } from '../life.ts';
import { actionsFor, isClosed, isSaidOf, nonconformitiesIn } from '../nonconformities.ts';
import { rule, type Subject } from '../rule.ts';

export default rule({
  id: 'nc.no-action',
  title: 'Nonconformity without corrective action',
  why: 'A nonconformity has to be dealt with so that it does not come back. An entry without an action shows that it was found, and that nothing followed.',
  remedy:
    'Name the corrective action or link to its entry in the action log. Where the cause need not be removed, say so and why: “not needed: single slip, corrected on the spot”.',
  pitfall: 2,
  clauses: { '2005': ['4.3', '4.4.1'], '2011': ['4.5.4.2', '4.5.5.1'], '2018': ['10.1.1', '10.1.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Status |
| --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | | open |
  ^^^^ [nc.no-action]
`,
    good: `--- file: nonconformities.md
# Nonconformity log

| No. | Date | Description | Correction | Cause | Action | Status |
| --- | --- | --- | --- | --- | --- | --- |
| NC-1 | 2026-05-04 | Report sent late | sent | no reminder | Put due dates into the shared calendar | open |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const open = [
      ...nonconformitiesIn(subject).filter(
        (record) => !isSaidOf('action', { ...subject, record }) && actionsFor({ ...subject, record }).length === 0,
      ),
      ...unansweredFindings(subject),
    ];
    yield* columnGaps(subject, open, {
      field: 'action',
      called: 'the corrective action',
      unnamed: 'This nonconformity',
      lacks:
        'no corrective action is named. Possible nonconformity; say what is done, or that nothing need be done, and why.',
      neither: 'No action here either.',
      more: (record) => (record.kind === 'nonconformity' ? logFixes(record, subject.view, subject.lexicon) : []),
    });
  },
});

/** Findings of a report that call for an action and lead to none, once there was time to agree on one. */
function unansweredFindings({ facts, view }: Subject): readonly RecordFact[] {
  if (!facts.kinds.includes('audit-report')) return [];
  const audit = facts.records.find((record) => record.kind === 'audit' && record.form === 'document');
  const answered =
    facts.sections.some((section) => section.names.includes('actions')) ||
    facts.records.some(
      (record) => record.kind === 'action' || record.kind === 'corrective-action' || record.kind === 'nonconformity',
    );
  const id = audit?.id?.toLowerCase() ?? null;
  if (answered || (id !== null && sourcesOf(view).has(id))) return [];
  const reported =
    dayIn(fieldOf(facts, 'report_date'), 'last') ??
    dayIn(fieldOf(facts, 'held'), 'last') ??
    dayIn(fieldOf(facts, 'date'), 'last');
  if (reported !== null && !isOverdueSince(reported, 'P0D', view.asOf, view.threshold('nonconformity-new'))) return [];
  return facts.records.filter((record) => {
    const grade = givenField(record, 'grade');
    return (
      record.kind === 'audit-finding' &&
      grade !== null &&
      needsAction(grade.raw) &&
      !isTouched(fieldOf(record, 'action')) &&
      !isClosed(record) &&
      !(record.id !== null && sourcesOf(view).has(record.id.toLowerCase()))
    );
  });
}

/** The ids that nonconformities name as their source. */
function sourcesOf(view: View): ReadonlySet<string> {
  const located = view.records('nonconformity');
  return view.derive(
    kindKey('nonconformity'),
    'sources',
    () =>
      new Set(
        located.flatMap(
          ({ record }) =>
            givenField(record, 'source')
              ?.raw.toLowerCase()
              .split(/[\s,;()]+/) ?? [],
        ),
      ),
  );
}

/** A new entry in the action log, with the nonconformity and its owner and nothing else made up. */
function logFixes(record: RecordFact, view: View, lexicon: Lexicon): readonly Fix[] {
  if (record.id === null) return [];
  const nonconformity = record.id;
  const owner = givenField(record, 'owner')?.raw ?? 'TBD';
  return view
    .documents('corrective-action-record')
    .filter(
      (log) =>
        !isSetAside(log) &&
        view.whole(log).records.some((each) => each.kind === 'corrective-action' && each.form !== 'document'),
    )
    .slice(0, 2)
    .map((log) =>
      addRecordFix(
        `Add a corrective action for ${nonconformity} to “${log.title?.text ?? log.path}”`,
        log.path,
        'corrective-action',
        { nonconformity, action: 'TBD', owner, due: 'TBD' },
        lexicon,
      ),
    );
}
