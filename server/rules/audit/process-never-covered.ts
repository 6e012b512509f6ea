/** The rule `audit.process-never-covered`: processes at work that no audit of the cycle looks at. */
import { addInterval } from '../../model/vocabulary/dates.ts';
import { dayIn, type Facts, fieldOf, givenField } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { processName } from '../../workspace/keys.ts';
import { auditsOfCycle, coverageOf } from '../audit-coverage.ts';
import { currentProgrammes, type Programme } from '../audit-programmes.ts';
import { declaredInterval, isOverdueSince } from '../due.ts';
import { addRecordsFix } from '../fixes/add-record.ts';
import { openRow, processesAtWork } from '../fixes/new-programme.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.process-never-covered',
  title: 'Process that no audit looks at',
  why: 'Over the cycle of the programme every process has to have its turn, the important ones more often. A process that no audit names is one of which nobody knows whether it works.',
  remedy:
    'Plan an audit of each process that the message names. The cycle may take three years (`thresholds: audit-cycle` in clausewright.yaml).',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: change.md
# Change management process

**Owner:** Ada Quill

--- file: problem.md
# Problem management process

**Owner:** Ada Quill

--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.process-never-covered] Problem management process
  💡 Add a row for each missing process

| Audit no. | Process | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-15 | Bruno Vale |
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: change.md
# Change management process

**Owner:** Ada Quill

--- file: problem.md
# Problem management process

**Owner:** Ada Quill

--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-15 | Bruno Vale |
| AUD-2 | Problem management | 2026-12-16 | Bruno Vale |
`,
  },
  on: 'workspace',
  *check(view) {
    const programme = currentProgrammes(view).find((each) => each.audits.length > 0);
    if (programme === undefined) return;
    const audits = auditsOfCycle(view);
    const { paths, all, unknown, known } = coverageOf(audits, view);
    // Audits by clause or by department cover processes in a way that cannot be told from here.
    if (all || unknown >= known || audits.some(({ record }) => isByClause(record))) return;
    const declared =
      declaredInterval([fieldOf(programme.facts, 'frequency')], 'internal-audit', view)?.interval ?? 'P12M';
    const missing = processesAtWork(view).filter(
      (facts) => !paths.has(facts.path) && !isNew(facts, declared, view.asOf),
    );
    if (missing.length === 0) return;
    const lexicon = lexiconFor(view.configuration);
    const names = missing.map((facts) => processName(facts) ?? facts.path);
    yield {
      path: programme.facts.path,
      span: documentSpan(programme.facts),
      severity: spans(programme, Math.round(view.threshold('audit-cycle'))) ? 'error' : 'warning',
      message: `No audit of the cycle looks at: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}. Plan ${names.length === 1 ? 'one' : 'them'}.`,
      about: names.join(','),
      related: missing.map((facts) => ({
        path: facts.path,
        span: documentSpan(facts),
        message: 'Described here, and audited nowhere.',
      })),
      fixes: [
        addRecordsFix(
          'Add a row for each missing process',
          programme.facts.path,
          'audit',
          missing.map(openRow),
          lexicon,
        ),
      ],
    };
  },
});

type Audit = Programme['audits'][number];

/** An audit that is planned by clauses, and names no process. */
function isByClause(record: Audit): boolean {
  return (
    record.form !== 'document' && givenField(record, 'standard') !== null && givenField(record, 'process') === null
  );
}

/** In effect for less than one interval: its first audit is not due yet. A later version is no new process. */
function isNew(facts: Facts, interval: string, asOf: string): boolean {
  const version = givenField(facts, 'version');
  if (version !== null && !/^v?(?:0(?:\.\d+)*|1(?:\.0)*)$/i.test(version.raw.trim())) return false;
  const since = dayIn(fieldOf(facts, 'effective'), 'first');
  return since !== null && !isOverdueSince(since, interval, asOf);
}

/** Does the period of a programme take the whole cycle, so that no later one will make up for it? */
function spans({ from, to }: Programme, months: number): boolean {
  return from !== null && to !== null && addInterval(from, `P${months}M`) <= addInterval(to, 'P1D');
}
