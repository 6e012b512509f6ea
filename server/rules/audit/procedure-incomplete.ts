/** The rule `audit.procedure-incomplete`: an audit procedure that lacks criteria, scope, frequency or methods. */
import { isAuditProcedure, procedureSays } from '../audit-programmes.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.procedure-incomplete',
  title: 'Audit procedure without criteria, scope, frequency or methods',
  why: 'The editions of 2005 and 2011 name four things that the procedure for audits has to define: criteria, scope, frequency and methods. The edition of 2018 asks for no such procedure.',
  remedy: 'Add what the message names, each under its heading.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'] },
  severity: { '2005': 'error', '2011': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2011
--- file: internal-audit.md
# Internal audit procedure
  ^^^^^^^^^^^^^^^^^^^^^^^^ [audit.procedure-incomplete] Frequency, Methods
  💡 Insert the missing sections: Frequency, Methods

**Document type:** audit-procedure

## Criteria

The standard and our own process descriptions.

## Scope

All processes of the SMS.
`,
    good: `--- file: clausewright.yaml
edition: 2011
--- file: internal-audit.md
# Internal audit procedure

**Document type:** audit-procedure

## Criteria and scope

The standard and our own process descriptions, for all processes of the SMS.

## Frequency and methods

Each process once a year, by interviews and samples.
`,
  },
  on: 'documents',
  kinds: ['audit-procedure', 'procedure'],
  *check({ facts, view, lexicon }) {
    if (!isAuditProcedure(facts, lexicon) || isIndexPage(facts)) return;
    const missing = FOUR.filter(({ name }) => !procedureSays(facts, name, lexicon));
    // Programmes that carry it are where the procedure may send its readers.
    const links = facts.links.flatMap((link) => (link.path === null ? [] : (view.facts(link.path) ?? [])));
    const programme = links.find((each) => each.kinds.includes('audit-programme'));
    const open = missing.filter(
      ({ name }) =>
        !(
          programme !== undefined &&
          (name === 'frequency' || name === 'method') &&
          procedureSays(programme, name, lexicon)
        ),
    );
    if (open.length === 0) return;
    const names = open.map(({ title }) => title).join(', ');
    const own = facts.kinds[0] === 'audit-procedure' && facts.format === 'markdown';
    yield {
      span: documentSpan(facts),
      message: `This audit procedure does not define: ${names}. Possible nonconformity; add what is missing.`,
      about: open.map(({ name }) => name).join(','),
      fixes: own
        ? [
            insertSectionsFix(
              open.length === 1 ? `Insert the section “${names}”` : `Insert the missing sections: ${names}`,
              facts.path,
              'audit-procedure',
              open.map(({ name }) => name),
              lexicon,
            ),
          ]
        : [],
    };
  },
});

const FOUR = [
  { name: 'criteria', title: 'Criteria' },
  { name: 'scope', title: 'Scope' },
  { name: 'frequency', title: 'Frequency' },
  { name: 'method', title: 'Methods' },
] as const;
