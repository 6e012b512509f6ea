/** The rule `audit.no-method`: audits of which nobody says how evidence is gathered. */
import { type Facts, fieldOf, isTouched } from '../../reading/facts.ts';
import { isAudit, isFarAhead, isSaid } from '../audit-accounts.ts';
import { auditProceduresOf, isOver, procedureSays, programmeOf } from '../audit-programmes.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { isIndexPage } from '../life.ts';
import { rule, type Subject } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.no-method',
  title: 'Audit programme without methods',
  why: 'How evidence is gathered, by interviews, samples, observation or records, has to be settled beforehand. Otherwise each auditor looks at something else, and results cannot be compared.',
  remedy:
    'Say in the programme, once for all audits or in a column, by which methods they are made; the audit procedure may say it where the programme links to it.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.no-method]
  💡 Insert the section “Methods”

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale |
`,
    good: `--- file: audit-programme.md
# Audit programme 2026

**Methods:** interviews and samples of records

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale |
`,
  },
  on: 'documents',
  kinds: ['audit-programme', 'audit-plan', 'audit-report'],
  *check(subject) {
    const { facts, view, lexicon } = subject;
    const kind = facts.kinds.find(
      (each) => each === 'audit-programme' || each === 'audit-plan' || each === 'audit-report',
    );
    if (kind === undefined || isIndexPage(facts)) return;
    if (kind === 'audit-programme' ? isSaidByProgramme(facts, subject) : isSaidByAudit(subject)) return;
    const linked = new Set(facts.links.map((link) => link.path));
    const elsewhere = auditProceduresOf(view, lexicon).some(
      (procedure) =>
        (view.edition !== '2018' || linked.has(procedure.path)) && procedureSays(procedure, 'method', lexicon),
    );
    if (elsewhere) return;
    yield {
      span: documentSpan(facts),
      message:
        kind === 'audit-programme'
          ? 'This audit programme does not say by which methods its audits are made. Name them once for all, or for each audit.'
          : 'Neither this audit nor its programme or procedure says by which methods it is made.',
      about: 'method',
      fixes: [
        ...(facts.format === 'markdown'
          ? [
              insertSectionsFix(
                kind === 'audit-programme' ? 'Insert the section “Methods”' : 'Insert the section “Method”',
                facts.path,
                kind,
                ['method'],
                lexicon,
              ),
            ]
          : []),
        documentToFillIn(facts, 'method', 'the methods', lexicon),
      ],
    };
  },
});

function isSaidByProgramme(facts: Facts, { view }: Subject): boolean {
  const programme = programmeOf(facts);
  return (
    isOver(programme, view.asOf) ||
    isTouched(fieldOf(facts, 'method')) ||
    facts.sections.some((section) => section.names.includes('method')) ||
    programme.audits.some((audit) => isTouched(fieldOf(audit, 'method')))
  );
}

/** Under the edition of 2018 methods are a matter of the programme; before, each audit has them, of its own or from there. */
function isSaidByAudit(subject: Subject): boolean {
  if (subject.view.edition === '2018') return true;
  const record = subject.facts.records.find((each) => each.kind === 'audit' && each.form === 'document');
  if (record === undefined) return true;
  const one = { ...subject, record };
  // Where there is a programme, one finding there asks for all its audits.
  return (
    !isAudit(one) ||
    isFarAhead(record, subject.view) ||
    isSaid(['method'], one) ||
    subject.view.documents('audit-programme').length > 0
  );
}
