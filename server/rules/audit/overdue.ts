/** The rule `audit.overdue`: an audit whose planned day is past, and nothing says that it was held. */
import { dayIn, fieldOf, isTouched, type RecordFact } from '../../reading/facts.ts';
import { accountsOf, auditName, isAudit, isHeld, stateOfAudit } from '../audit-accounts.ts';
import { isHeldElsewhere, isInProgramme, isReported } from '../audit-reports.ts';
import { isPast } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { type RecordSubject, rule } from '../rule.ts';

export default rule({
  id: 'audit.overdue',
  title: 'Planned audit that nobody says was held',
  why: 'A programme is only worth what is kept of it. An audit whose day has passed without a word, neither held nor moved nor called off, is one of the first things that a certification auditor sees.',
  remedy:
    'Enter when it was held and link the report, or move it to another day, or call it off with the reason. Reports may be filed some days later (`thresholds: audit-overdue` in clausewright.yaml).',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.1', '9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor | Held on |
| --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-06-15 | Bruno Vale | |
                              ^^^^^^^^^^ [audit.overdue] AUD-1
                              💡 Add the day it was held, to be filled in
`,
    good: `--- file: clausewright.yaml
as-of: 2026-11-01
--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Planned date | Auditor | Held on |
| --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-06-15 | Bruno Vale | 2026-06-17 |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const { facts, lexicon } = subject;
    const told = new Set<string>();
    for (const record of facts.records) {
      if (record.kind !== 'audit' || !isOverdue({ ...subject, record })) continue;
      // A joint audit has a row for each process, and is late once.
      const key = record.id ?? `${record.span.start}`;
      if (told.has(key)) continue;
      told.add(key);
      const date = fieldOf(record, 'date');
      if (date === null) continue;
      const others = facts.records.filter(
        (each) =>
          each !== record &&
          record.id !== null &&
          each.kind === 'audit' &&
          each.id === record.id &&
          isOverdue({ ...subject, record: each }),
      );
      yield {
        span: date.span,
        message: `${auditName(record)} was planned for ${dayIn(date, 'last') ?? date.raw}, and nothing says that it was held: possible nonconformity. Enter when it was held, or move it.`,
        about: `${record.id ?? record.name} overdue`,
        related: others.map((each) => ({ path: facts.path, span: each.headSpan, message: 'The same audit.' })),
        fixes: others.length > 0 ? [] : [toFillIn(facts, record, 'held', 'the day it was held', lexicon)],
      };
    }
  },
});

function isOverdue(one: RecordSubject): boolean {
  const { facts, record, view } = one;
  const date = fieldOf(record, 'date');
  if (date === null || !isPast(date, view.asOf, view.threshold('audit-overdue'))) return false;
  if (!isAudit(one) || facts.kinds.includes('audit-report')) return false;
  const state = stateOfAudit(record);
  // Put off, or being carried out: somebody has said how it stands.
  if (state === 'on-hold' || state === 'in-progress' || isHeld(record, view.asOf) || isTouched(fieldOf(record, 'held')))
    return false;
  if (isInProgramme(one) || isHeldElsewhere(one) || isMoved(one, view.asOf)) return false;
  return !isReported(one);
}

/** The plan, or another entry, gives a day that is not past yet. */
function isMoved({ facts, record, view }: RecordSubject, asOf: string): boolean {
  const isLater = (other: RecordFact): boolean => {
    const day = dayIn(fieldOf(other, 'date'), 'last');
    return day !== null && day >= asOf;
  };
  return accountsOf(record, facts, view).some((twin) =>
    twin.record !== null
      ? isLater(twin.record)
      : twin.facts.path !== facts.path &&
        twin.facts.records.some((each) => each.kind === 'audit' && each.id === record.id && isLater(each)),
  );
}
