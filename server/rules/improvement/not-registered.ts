/** The rule `improvement.not-registered`: an audit or review named an improvement, and the register does not know it. */

import { isEvidence } from '../../model/evidence-kinds.ts';
import { findingGrade } from '../../model/vocabulary/grades.ts';
import { type Facts, type FieldFact, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Change, Fix } from '../../workspace/finding.ts';
import { addRecord } from '../../writing/add-record.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { nextId } from '../fixes/next-id.ts';
import { recordAgain } from '../fixes/record-again.ts';
import { namesKind } from '../improvement-process.ts';
import { isTakenUp, type KeptImprovements, keptImprovements, namesId } from '../improvement-sources.ts';
import { improvementState } from '../improvement-state.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'improvement.not-registered',
  title: 'Improvement that the register does not know',
  why: 'Suggestions from audits, reviews and reports are to be recorded with all others, so that they are assessed and ranked beside them. What stands only in a report is forgotten with it.',
  remedy:
    'Enter it in the improvement register with its source, and write the entry’s id beside the suggestion. Where it will not be taken up, say so with the reason.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.2'], '2018': ['10.2'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: report.md
# Audit report AUD-7

| No. | Finding | Grade | Evidence | Action |
| --- | --- | --- | --- | --- |
| F-2 | Each report is laid out differently | Opportunity for improvement | three reports | |
  ^^^ [improvement.not-registered] F-2
  💡 Add F-2 to the improvement register

--- file: improvements.md
# Improvement register

| ID | Improvement | Source | Benefit | Priority | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | Faster restore | Staff | Less downtime | High | New |
`,
    good: `--- file: report.md
# Audit report AUD-7

| No. | Finding | Grade | Evidence | Action |
| --- | --- | --- | --- | --- |
| F-2 | Each report is laid out differently | Opportunity for improvement | three reports | |

--- file: improvements.md
# Improvement register

| ID | Improvement | Source | Benefit | Priority | Status |
| --- | --- | --- | --- | --- | --- |
| IMP-004 | One template for all reports | Audit AUD-7, F-2 | Less work | High | New |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const marked = facts.records.filter((record) => isMarked(facts, record));
    if (marked.length === 0) return;
    const kept = keptImprovements(view);
    // Without a register there is nothing to enter it in: improvement.register-missing speaks of that.
    const { register } = kept;
    if (register === null || register.path === facts.path) return;
    const recordIds = marked.flatMap((record) => record.id?.trim().toLowerCase() ?? []);
    for (const record of marked) {
      if (saysWhere(facts, record, kept, lexicon)) continue;
      if (isTakenUp(facts, record, idsOf(facts, record), recordIds, kept)) continue;
      const called = record.id ?? (record.name.length > 60 ? `${record.name.slice(0, 57)}…` : record.name);
      if (called === '') continue;
      yield {
        span: record.headSpan,
        message:
          record.kind === 'audit-finding'
            ? `${called} is an opportunity for improvement, but the improvement register does not know it.`
            : `${called} is called an improvement here, but the improvement register does not know it.`,
        about: record.id ?? record.name,
        severity: record.kind === 'audit-finding' ? 'warning' : 'information',
        related: [{ path: register.path, span: { start: 0, end: 0 }, message: 'The improvement register.' }],
        fixes: [enter(facts, record, called, kept, lexicon)],
      };
    }
  },
});

/** Only what is marked as such: a finding graded as an opportunity, and an entry of a list of improvements in minutes or a report. */
function isMarked(facts: Facts, record: RecordFact): boolean {
  if (record.kind === 'audit-finding') {
    const grade = givenField(record, 'grade');
    return grade !== null && findingGrade(grade.raw) === 'ofi';
  }
  return (
    record.kind === 'improvement' &&
    facts.kinds[0] !== undefined &&
    isEvidence(facts.kinds[0]) &&
    improvementState(record) !== 'rejected'
  );
}

const TICKET = /\b[A-Z][A-Z\d]+-\d+|#\d+|https?:\/\//;
const FOLLOWED = ['action', 'evidence', 'follow_up'];

/** A link, a ticket, an id, "see the register", "not taken up, because": it says where it went. */
function saysWhere(facts: Facts, record: RecordFact, kept: KeptImprovements, lexicon: Lexicon): boolean {
  const status = record.kind === 'audit-finding' ? givenField(record, 'status') : null;
  if (status !== null && improvementState(record) === 'rejected') return true;
  for (const name of FOLLOWED) {
    const field = fieldOf(record, name);
    if (field === null || field.state === 'empty') continue;
    // The evidence of a finding is what the auditor saw, not where it went.
    if (name === 'evidence' && record.kind === 'audit-finding') continue;
    if (field.state !== 'given' || holdsLink(facts, field) || TICKET.test(field.raw)) return true;
    if (namesKind(field.raw, 'improvement-register', lexicon)) return true;
    if (
      kept.entries.some((entry) => entry.id !== null && namesId(field.raw.toLowerCase(), entry.id.trim().toLowerCase()))
    )
      return true;
  }
  return false;
}

function holdsLink(facts: Facts, { span }: FieldFact): boolean {
  return facts.links.some(({ linkSpan }) => span.start <= linkSpan.start && linkSpan.end <= span.end);
}

/** What others call the document, or the audit that it reports. */
function idsOf(facts: Facts, record: RecordFact): readonly string[] {
  const named = [
    givenField(facts, 'id')?.raw,
    givenField(facts, 'audit')?.raw,
    givenField(record, 'audit')?.raw,
    ...facts.records.filter((each) => each.form === 'document').map((each) => each.id),
    facts.title?.text.match(/[A-Z]{2,6}-[\w-]*\d[\w-]*/)?.[0],
  ];
  return [...new Set(named.flatMap((id) => (id == null || id.trim() === '' ? [] : id.trim().toLowerCase())))];
}

/** Enters it in the register with its source, and the entry's id beside it where a place for that is empty. */
function enter(
  facts: Facts,
  record: RecordFact,
  called: string,
  { register }: KeptImprovements,
  lexicon: Lexicon,
): Fix {
  const path = register?.path ?? '';
  const id = nextId(register?.ids ?? []);
  const source = [idsOf(facts, record)[0]?.toUpperCase() ?? facts.title?.text ?? facts.path, record.id]
    .filter((each) => each !== null)
    .join(', ');
  const words = givenField(record, 'description')?.raw ?? givenField(record, 'title')?.raw ?? record.name;
  return {
    title: `Add ${called} to the improvement register`,
    safe: false,
    reads: [path, facts.path],
    changes: (sourceOf) => {
      const home = sourceOf(path);
      const here = sourceOf(facts.path);
      const now = recordAgain(here, record);
      if (home === null || here === null || now === null) return null;
      const entry = { ...(id === null ? {} : { id }), title: words, description: words, source, status: 'New' };
      const edits =
        addRecord(home, 'improvement', entry, lexicon) ??
        addRecord(home, 'improvement', { ...(id === null ? {} : { id }), title: words, description: words }, lexicon);
      if (edits === null) return null;
      const changes: Change[] = [{ type: 'edit', path, edits }];
      const back = fieldOf(now, 'action');
      const backEdits =
        id === null || back === null || back.state !== 'empty'
          ? null
          : setRecordField(here, now, 'action', id, lexicon);
      if (backEdits !== null) changes.push({ type: 'edit', path: facts.path, edits: backEdits });
      return changes;
    },
  };
}
