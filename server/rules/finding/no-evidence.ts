/** The rule `finding.no-evidence`: an audit finding that does not say what the auditor saw. */

import { findingGrade } from '../../model/vocabulary/grades.ts';
import { fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { columnGaps } from '../column-gaps.ts';
import { rule, type Subject } from '../rule.ts';

export default rule({
  id: 'finding.no-evidence',
  title: 'Audit finding without evidence',
  why: 'A finding is as good as its evidence: which records were seen, how many of how many. Without it the auditee cannot check it, and nobody can show that the audit was objective.',
  remedy: 'Name the records, samples or observations, or link to them.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: report.md
# Audit report IA-2026-01

| No. | Finding | Grade | Clause | Evidence |
| --- | --- | --- | --- | --- |
| F-1 | Back-out not tested | major | 8.5.1.3 | |
  ^^^ [finding.no-evidence]
  💡 Add the evidence, to be filled in
`,
    good: `--- file: report.md
# Audit report IA-2026-01

| No. | Finding | Grade | Clause | Evidence |
| --- | --- | --- | --- | --- |
| F-1 | Back-out not tested | major | 8.5.1.3 | CHG-71 and CHG-83, 2 of 20 |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const { facts } = subject;
    const bare = facts.records.filter((record) => record.kind === 'audit-finding' && isBare(record, subject));
    yield* columnGaps(subject, bare, {
      field: 'evidence',
      called: 'the evidence',
      unnamed: 'This finding',
      lacks: 'the evidence is not given. Say what was seen.',
      neither: 'No evidence here either.',
    });
  },
});

function isBare(record: RecordFact, { facts, view }: Subject): boolean {
  const grade = givenField(record, 'grade');
  // Praise needs no proof; an observation does.
  if (grade !== null && findingGrade(grade.raw) === 'positive') return false;
  if (isTouched(fieldOf(record, 'evidence'))) return false;
  // A link is evidence by reference, and so is a nonconformity of which the entry keeps it.
  if (record.fields.some((field) => field.field !== 'audit' && field.field !== 'process' && field.links.length > 0))
    return false;
  if (facts.sections.some((section) => /\b(?:evidence|nachweise?)\b/i.test(section.title))) return false;
  const words = [record.id ?? '', ...(givenField(record, 'action')?.raw.split(/[\s,;()[\]]+/) ?? [])];
  return !words.some(
    (word) =>
      /\d/.test(word) &&
      view
        .identified(word)
        .some(
          (twin) =>
            twin.record !== null && twin.record.kind === 'nonconformity' && isTouched(fieldOf(twin.record, 'evidence')),
        ),
  );
}
