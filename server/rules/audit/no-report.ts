/** The rule `audit.no-report`: an audit that was held, and no report of it is there. */
import type { Day } from '../../model/value.ts';
import { dayIn, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import { auditName, isAudit, isHeld } from '../audit-accounts.ts';
import { isInProgramme, isReported } from '../audit-reports.ts';
import { isOverdueSince } from '../due.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { type RecordSubject, rule } from '../rule.ts';

export default rule({
  id: 'audit.no-report',
  title: 'Audit held without a report',
  why: 'The result of an audit has to reach those who manage what was audited, and has to be kept as evidence. An audit without a report might as well not have been held.',
  remedy:
    'Write the report and link it from the programme, or say in its row where it is. It may take some days (`thresholds: audit-report` in clausewright.yaml).',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Held on | Auditor | Report |
| --- | --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-06-15 | 2026-06-17 | Bruno Vale | |
  ^^^^^ [audit.no-report] AUD-1
  💡 Create the report of AUD-1
`,
    good: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Held on | Auditor | Report |
| --- | --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-06-15 | 2026-06-17 | Bruno Vale | [report](report.md) |

--- file: report.md
# Audit report AUD-1

**Audit ID:** AUD-1
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const { facts, view, lexicon } = subject;
    const told = new Set<string>();
    for (const record of facts.records) {
      if (record.kind !== 'audit' || !isUnreported({ ...subject, record })) continue;
      const key = record.id ?? `${record.span.start}`;
      if (told.has(key)) continue;
      told.add(key);
      const others = facts.records.filter(
        (each) =>
          each !== record &&
          record.id !== null &&
          each.kind === 'audit' &&
          each.id === record.id &&
          isUnreported({ ...subject, record: each }),
      );
      const title = `Audit report ${record.id ?? ''}`.trim();
      yield {
        span: record.headSpan,
        message: `${auditName(record)} was held on ${dayOf(record) ?? 'a day that is past'}, and no report of it is to be found: possible nonconformity. Write it, or say where it is.`,
        about: `${record.id ?? record.name} report`,
        related: others.map((each) => ({ path: facts.path, span: each.headSpan, message: 'The same audit.' })),
        fixes: [
          ...(record.id === null
            ? []
            : [
                createDocumentFix(
                  `Create the report of ${record.id}`,
                  newPath(view, 'audit-report', title, folderOf(facts.path)),
                  'audit-report',
                  { title, audit: record.id, ...known(record) },
                  lexicon,
                ),
              ]),
          ...(others.length > 0 ? [] : [toFillIn(facts, record, 'report', 'the report', lexicon)]),
        ],
      };
    }
  },
});

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** What the entry says already, for the head of its report. */
function known(record: RecordFact): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of ['process', 'auditor', 'held']) {
    const field = givenField(record, name);
    if (field !== null && field.links.length === 0) values[name] = field.raw;
  }
  return values;
}

/** When it was held: the day that is given, else the planned one. */
function dayOf(record: RecordFact): Day | null {
  return dayIn(fieldOf(record, 'held'), 'last') ?? dayIn(fieldOf(record, 'date'), 'last');
}

function isUnreported(one: RecordSubject): boolean {
  const { facts, record, view } = one;
  if (facts.kinds.includes('audit-report') || !isHeld(record, view.asOf) || !isAudit(one)) return false;
  const day = dayOf(record);
  if (day === null || !isOverdueSince(day, 'P0D', view.asOf, view.threshold('audit-report'))) return false;
  return !isInProgramme(one) && !isReported(one);
}
