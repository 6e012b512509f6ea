/** The rule `audit.no-importance-basis`: an audit programme that does not say why these audits, and this often. */
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { isOver, programmeOf } from '../audit-programmes.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.no-importance-basis',
  title: 'Audit programme without the importance of the processes',
  why: 'A programme has to take into account how important the audited processes and areas are, and how they stand. Otherwise the risky process is audited as seldom as the harmless one, and nobody can say why.',
  remedy:
    'Say in a section “Basis of planning”, or in a column of the audits, what the choice rests on: importance, risk, changes, earlier results. “All processes are equally important” is an answer too.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.no-importance-basis]
  💡 Insert the section “Basis of planning”

| Audit no. | Process | Date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale |
`,
    good: `--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Process | Date | Auditor | Importance |
| --- | --- | --- | --- | --- |
| AUD-1 | Change management | 2026-12-01 | Bruno Vale | high: many failed changes |
`,
  },
  on: 'documents',
  kinds: ['audit-programme'],
  *check({ facts, view, lexicon }) {
    const programme = programmeOf(facts);
    if (isOver(programme, view.asOf) || isIndexPage(facts)) return;
    if (isTouched(fieldOf(facts, 'importance'))) return;
    if (facts.sections.some((section) => section.names.includes('importance'))) return;
    const silent = programme.audits.filter((audit) => !isTouched(fieldOf(audit, 'importance')));
    if (silent.length === 0 && programme.audits.length > 0) return;
    const [first] = silent;
    const some = first !== undefined && silent.length < programme.audits.length;
    yield {
      span: some ? first.headSpan : documentSpan(facts),
      message: some
        ? `Nothing says how important ${silent.length === 1 ? 'the process of this audit is' : `the processes of this audit and ${silent.length - 1} more are`}, as it does for the others.`
        : 'This audit programme does not say on which importance of the processes its choice rests. Name it, or say that all are equally important.',
      about: 'importance',
      related: some
        ? silent.slice(1).map((audit) => ({ path: facts.path, span: audit.headSpan, message: 'Nor here.' }))
        : [],
      fixes: [
        ...(facts.format === 'markdown'
          ? [
              insertSectionsFix(
                'Insert the section “Basis of planning”',
                facts.path,
                'audit-programme',
                ['importance'],
                lexicon,
              ),
            ]
          : []),
        documentToFillIn(facts, 'importance', 'the basis of planning', lexicon),
      ],
    };
  },
});
