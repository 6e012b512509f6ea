/** The rule `audit.repeat-open-finding`: what an earlier audit found is still open, and no audit that is planned looks at it. */
import { needsAction } from '../../model/vocabulary/grades.ts';
import { dayIn, type Facts, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { processesIn } from '../../workspace/involvement.ts';
import type { Located, View } from '../../workspace/view.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { accountsOf, auditName, isHeld, stateOfAudit } from '../audit-accounts.ts';
import { currentProgrammes } from '../audit-programmes.ts';
import { auditedIn } from '../audited.ts';
import { isBefore } from '../due.ts';
import { recordFix } from '../fixes/one-document.ts';
import { isSetAside } from '../life.ts';
import { entryName, isClosed } from '../nonconformities.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'audit.repeat-open-finding',
  title: 'Open finding that the next audit leaves out',
  why: 'A programme has to take the results of earlier audits into account. Where a finding is still open and no planned audit looks at its process or names it, nobody will see whether it was dealt with.',
  remedy:
    'Name the finding in the next audit, in its scope or under “Previous result”, or plan an audit of its process.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: change.md
# Change management process

**Owner:** Ada Quill

--- file: problem.md
# Problem management process

**Owner:** Ada Quill

--- file: nonconformities.md
# Nonconformity log

| No. | Date | Source | Process | Description | Grade | Cause | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| NC-4 | 2026-09-17 | Audit AUD-1 | Change management | Back-out not tested | major | not asked for | open |

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Held on | Auditor |
| --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-09-10 | 2026-09-10 | Bruno Vale |
| AUD-2 | Problem management | 2026-12-16 | | Bruno Vale |
  ^^^^^ [audit.repeat-open-finding] NC-4
  💡 Name NC-4 in AUD-2
`,
    good: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: change.md
# Change management process

**Owner:** Ada Quill

--- file: problem.md
# Problem management process

**Owner:** Ada Quill

--- file: nonconformities.md
# Nonconformity log

| No. | Date | Source | Process | Description | Grade | Cause | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| NC-4 | 2026-09-17 | Audit AUD-1 | Change management | Back-out not tested | major | not asked for | open |

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Held on | Auditor | Previous result |
| --- | --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-09-10 | 2026-09-10 | Bruno Vale | none |
| AUD-2 | Problem management | 2026-12-16 | | Bruno Vale | follow up NC-4 |
`,
  },
  on: 'workspace',
  *check(view) {
    const planned = currentProgrammes(view).flatMap(({ facts, audits }) =>
      audits.filter((record) => isAhead(record, view)).map((record) => ({ facts, record })),
    );
    const next = planned.reduce<Located | null>(
      (first, each) => (first === null || dayOf(each.record) < dayOf(first.record) ? each : first),
      null,
    );
    if (next === null) return;
    const looked = new Set(planned.flatMap(({ record }) => auditedIn(record, view).map((process) => process.path)));
    // An audit whose processes cannot be told may well look at it.
    if (planned.some(({ record }) => auditedIn(record, view).length === 0)) return;
    for (const open of openFindings(view)) {
      if (open.processes.some((path) => looked.has(path)) || open.processes.length === 0) continue;
      const { record } = open;
      const id = record.id ?? '';
      if (isMentioned(id, planned, view)) continue;
      yield {
        path: next.facts.path,
        span: next.record.headSpan,
        message: `${id} of an earlier audit is still open, and no planned audit looks at its process or names it. Follow it up in the next one, ${auditName(next.record)}.`,
        about: `${id} open`,
        related: [{ path: open.facts.path, span: record.headSpan, message: `Still open: ${entryName(record, id)}` }],
        fixes: [nameIn(next, id, view)],
      };
    }
  },
});

const dayOf = (record: RecordFact): string => dayIn(fieldOf(record, 'date'), 'first') ?? '9999-12-31';

function isAhead(record: RecordFact, view: View): boolean {
  const day = dayIn(fieldOf(record, 'date'), 'last');
  return day !== null && !isBefore(day, view.asOf) && !isHeld(record, view.asOf) && stateOfAudit(record) !== 'on-hold';
}

interface Open extends Located {
  readonly processes: readonly string[];
}

/** Nonconformities from audits, and findings of reports that say themselves that they are open; each with the processes it is about. */
function openFindings(view: View): readonly Open[] {
  const found: Open[] = [];
  const take = (facts: Facts, record: RecordFact): void => {
    if (record.id === null || isSetAside(facts) || isClosed(record)) return;
    const grade = givenField(record, 'grade');
    if (grade !== null && !needsAction(grade.raw)) return;
    found.push({ facts, record, processes: processesIn(fieldOf(record, 'process'), view).map((each) => each.path) });
  };
  const audits = new Set(view.records('audit').flatMap(({ record }) => record.id?.toLowerCase() ?? []));
  for (const { facts, record } of view.records('nonconformity')) {
    const source = givenField(record, 'source')?.raw ?? '';
    const fromAudit =
      /\baudit/i.test(source) ||
      source
        .toLowerCase()
        .split(/[\s,;()]+/)
        .some((word) => audits.has(word));
    if (fromAudit) take(facts, record);
  }
  // Without a status a finding of a report says nothing of how it stands today.
  for (const { facts, record } of view.records('audit-finding'))
    if (givenField(record, 'status') !== null && !isHandedOn(record, view)) take(facts, record);
  return found;
}

/** A finding of which a nonconformity was made is followed up there. */
function isHandedOn(record: RecordFact, view: View): boolean {
  const words = givenField(record, 'action')?.raw.split(/[\s,;()[\]]+/) ?? [];
  return words.some(
    (word) => /\d/.test(word) && view.identified(word).some((twin) => twin.record?.kind === 'nonconformity'),
  );
}

/** Do the planned audits, their programme or their plans name the finding, in a field or in the first words of a section? */
function isMentioned(id: string, planned: readonly Located[], view: View): boolean {
  const word = new RegExp(`(?<![\\p{L}\\p{N}-])${id.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu');
  const says = (facts: Facts): boolean =>
    facts.metadata.some((field) => word.test(field.raw)) || facts.sections.some((section) => word.test(section.lead));
  return planned.some(
    ({ facts, record }) =>
      record.fields.some((field) => word.test(field.raw)) ||
      says(facts) ||
      accountsOf(record, facts, view).some((twin) => twin.facts.kinds.includes('audit-plan') && says(twin.facts)),
  );
}

function nameIn(next: Located, id: string, view: View): Fix {
  const { facts, record } = next;
  const lexicon = lexiconFor(view.configuration);
  return recordFix(`Name ${id} in ${record.id ?? 'the next audit'}`, facts, record, (here, now) => {
    const before = givenField(now, 'previous')?.raw ?? '';
    const value = before === '' ? `follow up ${id}` : `${before}; follow up ${id}`;
    return setRecordField(here, now, 'previous', value, lexicon);
  });
}
