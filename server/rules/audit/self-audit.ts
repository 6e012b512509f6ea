/** The rule `audit.self-audit`: somebody audits work that they answer for, run or perform themselves. */
import type { Severity } from '../../model/configuration.ts';
import type { Day } from '../../model/value.ts';
import { termKey } from '../../model/vocabulary/names.ts';
import { isOfCertifier } from '../../model/vocabulary/parties.ts';
import { type Facts, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Related } from '../../workspace/finding.ts';
import { type Involvement, involvedIn, type Part, processesIn } from '../../workspace/involvement.ts';
import { processName } from '../../workspace/keys.ts';
import { namesOf, type Person, type Roster, rosterOf } from '../../workspace/people.ts';
import { reportingLines, tieBetween } from '../../workspace/reporting-lines.ts';
import type { View } from '../../workspace/view.ts';
import { isHeld } from '../audit-accounts.ts';
import { type Auditor, auditDay, auditedIn, auditorsOf, nameSpan } from '../audited.ts';
import { auditorFixes } from '../fixes/auditor.ts';
import { independenceFix } from '../fixes/independence-measure.ts';
import { measureFor } from '../independence-measures.ts';
import { type Draft, rule } from '../rule.ts';

const WORDS: Readonly<Record<Part, string>> = {
  owner: 'owns',
  manager: 'manages',
  deputy: 'is the deputy in',
  accountable: 'is accountable in',
  responsible: 'is responsible for work in',
  performer: 'carries out work in',
  author: 'wrote the description of',
};

export default rule({
  id: 'audit.self-audit',
  title: 'Auditor audits own work',
  why: 'An audit convinces only when the auditor is impartial. The 2005 and 2011 editions say outright that nobody audits their own work; the 2018 edition asks for auditors and audits that are objective and impartial. An auditor who owns, manages or performs the audited process, also through a role, is neither, and a certification auditor will say so.',
  remedy:
    'Choose an auditor with no part in the process, or let a second auditor cover this process and say so in a row of its own. Where nobody else can do it, arrange what keeps the audit impartial, and record it under `independence` in clausewright.yaml: the person, the process, the measure, and until when it holds.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  examples: {
    bad: `--- file: change.md
# Change management process

**Process owner:** Change Manager

--- file: roles/change-manager.md
# Role: Change Manager

**Holder:** Ada Quill

## Responsibilities

Runs the change process.

--- file: audit-plan.md
# Audit plan AUD-2026-02

| Field | Value |
| --- | --- |
| Audit ID | AUD-2026-02 |
| Process | [Change management](change.md) |
| Auditor | Ada Quill |
            ^^^^^^^^^ [audit.self-audit] owns
| Criteria | ISO/IEC 20000-1:2018 |
| Scope | All changes since January |
| Date | 2026-10-05 |
`,
    good: `--- file: change.md
# Change management process

**Process owner:** Change Manager

--- file: roles/change-manager.md
# Role: Change Manager

**Holder:** Ada Quill

## Responsibilities

Runs the change process.

--- file: audit-plan.md
# Audit plan AUD-2026-02

| Field | Value |
| --- | --- |
| Audit ID | AUD-2026-02 |
| Process | [Change management](change.md) |
| Auditor | Bruno Vale |
| Criteria | ISO/IEC 20000-1:2018 |
| Scope | All changes since January |
| Date | 2026-10-05 |
`,
  },
  on: 'records',
  kinds: ['audit'],
  *check({ facts, record, view }) {
    // A certification body answers for its auditors; who is called like somebody here is not therefore the same person.
    const names = auditorsOf(record, facts).filter(({ name }) => !isOfCertifier(name.note ?? ''));
    const processes = auditedIn(record, view).filter((process) => !isCoveredByRow(facts, record, process, view));
    const roster = rosterOf(view);
    const day = auditDay(record, view);
    const involved = processes.map((process) => ({ process, involvements: involvedIn(process, view, roster, day) }));

    for (const { process, involvements } of involved) {
      const conflicts = names.map((auditor) => ({
        auditor,
        conflict: conflictOf(auditor.name, involvements, roster, day),
      }));
      // Several auditors for several processes: whoever is free of conflict may have covered this one.
      if (processes.length > 1 && names.length > 1 && conflicts.some(({ conflict }) => conflict === null)) continue;
      for (const { auditor, conflict } of conflicts) {
        if (isSaidElsewhere(facts, record, auditor.name.text, view)) continue;
        const one: Case = { facts, record, auditor, process, view, roster, day };
        if (conflict !== null) yield* conflictDraft(one, conflict);
        // Whoever shares the audit with somebody farther away is not alone with the neighbour's work.
        else if (names.length === 1) yield* tieDraft(one, involvements);
      }
    }
  },
});

interface Conflict {
  readonly involvement: Involvement;
  /** From the auditor's name to the person or role, where the auditor is named by a role. */
  readonly hops: readonly Related[];
  /** True where the auditor is named by the very role that is involved. */
  readonly byRole: boolean;
}

/** The weightiest conflict of one auditor with those involved; null where there is none, or nobody can say who is meant. */
function conflictOf(
  name: { readonly text: string; readonly email: string | null; readonly handle: string | null },
  involvements: readonly Involvement[],
  roster: Roster,
  day: Day,
): Conflict | null {
  if (roster.isRole(name.text)) {
    const role = termKey(name.text);
    const holders = roster.holders(name.text, day);
    for (const involvement of involvements) {
      if (involvement.role === role) return { involvement, hops: [], byRole: true };
      const holding = holders.find((each) => each.person.key === involvement.person?.key);
      if (holding !== undefined)
        return {
          involvement,
          hops: [{ ...holding.place, message: `${holding.person.name} holds the role ${holding.roleName}` }],
          byRole: false,
        };
    }
    return null;
  }
  const person = roster.person(name);
  if (person === null) return null;
  const involvement = involvements.find((each) => each.person?.key === person.key);
  return involvement === undefined ? null : { involvement, hops: [], byRole: false };
}

/** A plan or report whose table names an auditor for this very process has said who audits it. */
function isCoveredByRow(facts: Facts, record: RecordFact, process: Facts, view: View): boolean {
  if (record.form !== 'document') return false;
  return facts.records.some(
    (row) =>
      row.kind === 'audit' &&
      row.form !== 'document' &&
      namesOf(fieldOf(row, 'auditor')).length > 0 &&
      processesIn(fieldOf(row, 'process'), view).some((each) => each.path === process.path),
  );
}

const ORDER: readonly string[] = ['audit-report', 'audit-plan', 'audit-programme'];

/** One audit, one finding: the report speaks before the plan, the plan before the programme's row. */
function isSaidElsewhere(facts: Facts, record: RecordFact, auditor: string, view: View): boolean {
  if (record.id === null) return false;
  const rank = (each: Facts): number => {
    const at = ORDER.findIndex((kind) => each.kinds.includes(kind));
    return at < 0 ? ORDER.length : at;
  };
  return view
    .identified(record.id)
    .some(
      (other: { readonly facts: Facts; readonly record: RecordFact | null }) =>
        rank(other.facts) < rank(facts) && auditsNaming(view.whole(other.facts), auditor, record.id ?? ''),
    );
}

function auditsNaming(facts: Facts, auditor: string, id: string): boolean {
  return facts.records.some(
    (record) =>
      record.kind === 'audit' &&
      record.id === id &&
      auditorsOf(record, facts).some(({ name }) => termKey(name.text) === termKey(auditor)),
  );
}

interface Case {
  readonly facts: Facts;
  readonly record: RecordFact;
  readonly auditor: Auditor;
  readonly process: Facts;
  readonly view: View;
  readonly roster: Roster;
  readonly day: Day;
}

function* conflictDraft(c: Case, { involvement, byRole, hops }: Conflict): Iterable<Draft> {
  const shown = c.auditor.name.text;
  const measure = measureFor(shown, personOf(c), c.process, c.view, c.roster, c.day);
  if (measure !== null && measure.measure !== null) return;
  const through = involvement.role !== null && !byRole ? ' through a role' : '';
  const severity: Severity = involvement.part === 'author' ? 'warning' : 'error';
  const said = `${shown} audits “${titleOf(c.process)}” and ${WORDS[involvement.part]} it${through}`;
  const { path } = c.view.configuration;
  if (measure !== null && path !== null) {
    // A measure that somebody began to record is asked for where it has to be filled in; until then it does not count.
    yield {
      path,
      span: { start: measure.start, end: measure.end },
      severity,
      message: `${said}: possible nonconformity. The independence measure that was begun here does not say yet what was arranged, and does not count before.`,
      about: aboutOf(c),
      related: [
        { path: c.facts.path, span: nameSpan(c.auditor), message: `${shown} is named as the auditor` },
        ...hops,
        ...involvement.hops,
      ],
    };
    return;
  }
  yield {
    span: nameSpan(c.auditor),
    severity,
    message: `${said}: possible nonconformity, an auditor has to be impartial.`,
    about: aboutOf(c),
    related: [...hops, ...involvement.hops],
    fixes: [
      // Another name on an audit that took place would be made-up evidence; only one that is still ahead can be given away.
      ...(c.facts.kinds.includes('audit-report') || isHeld(c.record, c.view.asOf)
        ? []
        : auditorFixes(c.facts, c.record, c.auditor.auditor, shown, c.process, c.view, c.day)),
      independenceFix(shown, processName(c.process) ?? c.process.path, c.view),
    ],
  };
}

/** One team, one line manager: nothing that a clause speaks of, and yet worth a thought. */
function* tieDraft(c: Case, involvements: readonly Involvement[]): Iterable<Draft> {
  const person = personOf(c);
  if (person === null) return;
  const lines = reportingLines(c.view, c.roster);
  const titles = new Set(c.view.configuration.topManagement.map(termKey));
  const isTop = (each: Person): boolean => c.roster.held(each, c.day).some((holding) => titles.has(holding.role));
  for (const { part, person: other } of involvements) {
    if ((part !== 'owner' && part !== 'manager') || other === null) continue;
    const tie = tieBetween(person, other, lines, isTop);
    if (tie === null || measureFor(c.auditor.name.text, person, c.process, c.view, c.roster, c.day)?.measure) continue;
    yield {
      span: nameSpan(c.auditor),
      severity: 'information',
      message: `${c.auditor.name.text} audits “${titleOf(c.process)}”, and ${tie.message}. Somebody farther away is easier to call impartial.`,
      about: aboutOf(c),
      related: [tie],
    };
    return;
  }
}

function personOf({ auditor, roster }: Case): Person | null {
  return roster.isRole(auditor.name.text) ? null : roster.person(auditor.name);
}

const titleOf = (process: Facts): string => process.title?.text ?? process.path;

const aboutOf = ({ record, auditor, process }: Case): string =>
  `${record.id ?? record.name}\u0001${auditor.name.text}\u0001${process.path}`;
