/** The rule `finding.not-communicated`: a grave finding of which nobody can see who was told. */
import { findingGrade } from '../../model/vocabulary/grades.ts';
import { nameKey } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { involvedIn, processesIn } from '../../workspace/involvement.ts';
import { namesOf, rosterOf } from '../../workspace/people.ts';
import { isAuditDocument } from '../audit-accounts.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { entryName } from '../nonconformities.ts';
import { rule, type Subject } from '../rule.ts';

export default rule({
  id: 'finding.not-communicated',
  title: 'Grave finding that nobody was told of',
  why: 'Results of audits have to reach those who manage what was audited; the editions of 2005 and 2011 say so of significant findings in particular. A major finding in a report without a distribution reached nobody, as far as anyone can see.',
  remedy: 'Add the distribution of the report, or say at the finding who was told and when.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: report.md
# Audit report IA-2026-01

## Findings

| No. | Finding | Grade | Clause | Evidence |
| --- | --- | --- | --- | --- |
| F-1 | Back-out not tested | major | 8.5.1.3 | CHG-71 |
  ^^^ [finding.not-communicated]
  💡 Insert the section “Distribution”
`,
    good: `--- file: report.md
# Audit report IA-2026-01

## Findings

| No. | Finding | Grade | Clause | Evidence |
| --- | --- | --- | --- | --- |
| F-1 | Back-out not tested | major | 8.5.1.3 | CHG-71 |

## Distribution

Ada Quill and the managing director, on 2026-03-14.
`,
  },
  on: 'documents',
  kinds: 'all',
  *check(subject) {
    const { facts, lexicon } = subject;
    const grave = facts.records.filter((record) => record.kind === 'audit-finding' && isGrave(record));
    const [first] = grave;
    if (first === undefined || isDistributed(facts)) return;
    const untold = grave.filter((record) => !isTold(record, subject));
    for (const record of untold.slice(0, 1)) {
      const report = facts.kinds.includes('audit-report') && facts.format === 'markdown';
      yield {
        span: record.headSpan,
        message: `${entryName(record, 'This finding')} is graded ${givenField(record, 'grade')?.raw ?? 'major'}, and nothing says who was told of it: possible nonconformity. Add the distribution of the report.`,
        about: `${record.id ?? record.name} communicated`,
        related: untold
          .slice(1)
          .map((each) => ({ path: facts.path, span: each.headSpan, message: 'Nor who was told of this one.' })),
        fixes: report
          ? [
              insertSectionsFix(
                'Insert the section “Distribution”',
                facts.path,
                'audit-report',
                ['recipients'],
                lexicon,
              ),
              ...(untold.length === 1 ? [toFillIn(facts, record, 'communicated', 'who was told', lexicon)] : []),
            ]
          : untold.length === 1
            ? [toFillIn(facts, record, 'communicated', 'who was told', lexicon)]
            : [],
      };
    }
  },
});

function isGrave(record: RecordFact): boolean {
  const grade = givenField(record, 'grade');
  return grade !== null && findingGrade(grade.raw) === 'major';
}

const RECIPIENTS = ['recipients', 'distribution', 'communicated'];

/** Does the report say to whom it goes: as a field, on its cover page, or under a heading? */
function isDistributed(facts: Facts): boolean {
  return (
    facts.metadata.some((field) => RECIPIENTS.includes(field.field) && field.state !== 'empty') ||
    facts.sections.some((section) => section.names.includes('recipients'))
  );
}

function isTold(record: RecordFact, { facts, view }: Subject): boolean {
  if (isTouched(fieldOf(record, 'communicated'))) return true;
  // The nonconformity that was made of it, the audit that it belongs to, and the audit's own report may say it.
  const words = [
    ...(givenField(record, 'action')?.raw.split(/[\s,;()[\]]+/) ?? []),
    ...(givenField(record, 'audit')?.raw.split(/[\s,;()[\]]+/) ?? []),
    facts.records.find((each) => each.kind === 'audit' && each.form === 'document')?.id ?? '',
  ];
  for (const word of words.filter((each) => /\d/.test(each)))
    for (const twin of view.identified(word)) {
      if (twin.record !== null && RECIPIENTS.some((name) => isTouched(fieldOf(twin.record ?? record, name))))
        return true;
      if (
        twin.facts.path !== facts.path &&
        twin.record === null &&
        isAuditDocument(twin.facts) &&
        isDistributed(twin.facts)
      )
        return true;
    }
  return attended(record, { facts, view });
}

/** Whoever answers for the process sat in the closing meeting, or was asked in the audit, and so was told. */
function attended(record: RecordFact, { facts, view }: Pick<Subject, 'facts' | 'view'>): boolean {
  const present = new Set<string>();
  for (const holder of [
    facts.metadata,
    ...facts.records.filter((each) => each.kind === 'audit').map((each) => each.fields),
  ])
    for (const field of holder)
      if (field.field === 'auditee') for (const name of namesOf(field)) present.add(nameKey(name.text));
  const lists = facts.sections.filter((section) => section.names.includes('auditee')).map((section) => section.lead);
  const isThere = (name: string): boolean => present.has(nameKey(name)) || lists.some((lead) => lead.includes(name));
  if (namesOf(fieldOf(record, 'owner')).some((name) => isThere(name.text))) return true;
  const named = fieldOf(record, 'process') ?? fieldOf(facts, 'process');
  const roster = rosterOf(view);
  return processesIn(named, view).some((process) =>
    involvedIn(process, view, roster, view.asOf).some(
      ({ part, person }) => (part === 'owner' || part === 'manager') && person !== null && isThere(person.name),
    ),
  );
}
