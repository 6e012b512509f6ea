/** The rule `audit.no-frequency`: an audit programme that says neither when audits are held nor how often. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { auditProceduresOf, isOver, procedureSays, programmeOf } from '../audit-programmes.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.no-frequency',
  title: 'Audit programme without frequency or dates',
  why: 'The frequency of audits has to be set: in the procedure or the programme under the editions of 2005 and 2011, in the programme under that of 2018. A list of audits without dates and without an interval commits nobody.',
  remedy: 'Give each audit a planned date, or say how often each process is audited.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'error',
  completeness: true,
  examples: {
    bad: `--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.no-frequency]
  💡 Insert the section “Frequency”

| Audit no. | Process | Auditor |
| --- | --- | --- |
| AUD-1 | Change management | Bruno Vale |
`,
    good: `--- file: audit-programme.md
# Audit programme 2026

**Frequency:** every process once a year

| Audit no. | Process | Auditor |
| --- | --- | --- |
| AUD-1 | Change management | Bruno Vale |
`,
  },
  on: 'documents',
  kinds: ['audit-programme'],
  *check({ facts, view, lexicon }) {
    const programme = programmeOf(facts);
    if (isOver(programme, view.asOf) || isIndexPage(facts)) return;
    if (isTouched(fieldOf(facts, 'frequency'))) return;
    if (facts.sections.some((section) => section.names.includes('frequency'))) return;
    if (programme.audits.some((audit) => TIMES.some((name) => isTouched(fieldOf(audit, name))))) return;
    const linked = new Set(facts.links.map((link) => link.path));
    const elsewhere = auditProceduresOf(view, lexicon).some(
      (procedure) =>
        (view.edition !== '2018' || linked.has(procedure.path)) && procedureSays(procedure, 'frequency', lexicon),
    );
    if (elsewhere) return;
    yield {
      span: documentSpan(facts),
      message:
        'This audit programme says neither when nor how often audits are held: possible nonconformity. Give dates or a frequency.',
      about: 'frequency',
      fixes: [
        ...(facts.format === 'markdown'
          ? [insertSectionsFix('Insert the section “Frequency”', facts.path, 'audit-programme', ['frequency'], lexicon)]
          : []),
        documentToFillIn(facts, 'frequency', 'the frequency', lexicon),
      ],
    };
  },
});

const TIMES = ['frequency', 'date', 'held', 'period'];
