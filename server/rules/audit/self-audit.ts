/** The rule `audit.self-audit`: somebody audits work that they answer for, run or perform themselves. */
import type { Severity } from '../../model/configuration.ts';
import type { Day, NameValue } from '../../model/value.ts';
import { nameKey, termKey } from '../../model/vocabulary/names.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from '../../reading/facts.ts';
import type { Related } from '../../workspace/finding.ts';
import { type Involvement, involvedIn, type Part, processesIn } from '../../workspace/involvement.ts';
import { namesOf, type Roster, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { isHeld } from '../audit-accounts.ts';
import { auditorFixes } from '../fixes/auditor.ts';
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
    'Choose an auditor with no part in the process, or let a second auditor cover this process and say so in a row of its own.',
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
    const names = auditorsOf(record);
    if (names.length === 0) return;
    const processes = auditedIn(record, view).filter((process) => !isCoveredByRow(facts, record, process, view));
    if (processes.length === 0) return;
    const roster = rosterOf(view);
    const day = auditDay(record, view);
    const involved = processes.map((process) => ({ process, involvements: involvedIn(process, view, roster, day) }));

    for (const { process, involvements } of involved) {
      const conflicts = names.map((each) => ({ ...each, conflict: conflictOf(each.name, involvements, roster, day) }));
      // Several auditors for several processes: whoever is free of conflict may have covered this one.
      if (processes.length > 1 && names.length > 1 && conflicts.some(({ conflict }) => conflict === null)) continue;
      for (const { name, auditor, conflict } of conflicts) {
        if (conflict === null || isSaidElsewhere(facts, record, name.text, view)) continue;
        yield draftOf({
          facts,
          record,
          auditor,
          process,
          conflict,
          view,
          day,
          shown: name.text,
          at: { offset: name.offset, length: name.length },
        });
      }
    }
  },
});

/** All auditors, the lead auditor and the team alike, each once. */
function auditorsOf(record: RecordFact): readonly { readonly name: NameValue; readonly auditor: FieldFact }[] {
  const found = new Map<string, { name: NameValue; auditor: FieldFact }>();
  for (const auditor of record.fields)
    if (auditor.field === 'auditor')
      for (const name of namesOf(auditor)) {
        const key = nameKey(name.text);
        if (!found.has(key)) found.set(key, { name, auditor });
      }
  return [...found.values()];
}

const LEFT_OUT = /\b(?:except|exclud|without|not|other than|ohne|außer|ausgenommen|nicht)/i;
const AUDIT_OF =
  /^(?:(?:internal|internes|interne)\s+)?(?:auditbericht|auditplan|audit(?:\s*(?:report|plan))?)\s*(?:[:–—-]|(?:of|on|des|der|zum|zur)\b)?\s*/i;

/** The processes that are audited: those that the record names as such; where it names none, those that its scope or its name spells out. */
function auditedIn(record: RecordFact, view: View): readonly Facts[] {
  const named = fieldOf(record, 'process');
  if (named !== null && named.state !== 'empty') return processesIn(named, view);
  const scope = fieldOf(record, 'scope');
  const found = new Map<string, Facts>();
  const take = (words: string): void => {
    for (const facts of view.processes(words)) found.set(facts.path, facts);
  };
  if (scope?.state === 'given' && !LEFT_OUT.test(scope.raw)) for (const part of scope.raw.split(/[,;\n]/)) take(part);
  if (found.size === 0)
    for (const words of [fieldOf(record, 'title')?.raw ?? '', record.name]) take(words.replace(AUDIT_OF, ''));
  return [...found.values()];
}

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

/** The day that counts: when it was held, else when it is planned, else today. */
function auditDay(record: RecordFact, view: View): Day {
  for (const name of ['held', 'date']) {
    const value = fieldOf(record, name)?.value;
    if (value?.type === 'date' && !value.ambiguous) return value.last;
  }
  return view.asOf;
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
        rank(other.facts) < rank(facts) && auditsNaming(other.facts, auditor, record.id ?? ''),
    );
}

function auditsNaming(facts: Facts, auditor: string, id: string): boolean {
  return facts.records.some(
    (record) =>
      record.kind === 'audit' &&
      record.id === id &&
      auditorsOf(record).some(({ name }) => termKey(name.text) === termKey(auditor)),
  );
}

interface Case {
  readonly facts: Facts;
  readonly record: RecordFact;
  readonly auditor: FieldFact;
  readonly process: Facts;
  readonly conflict: Conflict;
  readonly view: View;
  readonly day: Day;
  readonly shown: string;
  readonly at: { readonly offset: number; readonly length: number };
}

function draftOf(c: Case): Draft {
  const { involvement, byRole, hops } = c.conflict;
  const name = c.process.title?.text ?? c.process.path;
  const through = involvement.role !== null && !byRole ? ' through a role' : '';
  const severity: Severity = involvement.part === 'author' ? 'warning' : 'error';
  const exact = c.auditor.span.end - c.auditor.span.start === c.auditor.raw.length;
  const span = exact
    ? { start: c.auditor.span.start + c.at.offset, end: c.auditor.span.start + c.at.offset + c.at.length }
    : c.auditor.span;
  return {
    span,
    severity,
    message: `${c.shown} audits “${name}” and ${WORDS[involvement.part]} it${through}: possible nonconformity, an auditor has to be impartial.`,
    about: `${c.record.id ?? c.record.name}\u0001${c.shown}\u0001${c.process.path}`,
    related: [...hops, ...involvement.hops],
    // Another name on an audit that took place would be made-up evidence; only one that is still ahead can be given away.
    fixes:
      c.facts.kinds.includes('audit-report') || isHeld(c.record, c.view.asOf)
        ? []
        : auditorFixes(c.facts, c.record, c.auditor, c.shown, c.process, c.view, c.day),
  };
}
