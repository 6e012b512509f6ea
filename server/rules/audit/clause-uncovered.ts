/** The rule `audit.clause-uncovered`: a programme that is planned by clauses, and leaves some of them out. */
import { clauses, isUnder } from '../../model/catalogue.ts';
import { type Facts, givenField, type RecordFact } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { contains } from '../../syntax/span.ts';
import type { View } from '../../workspace/view.ts';
import { auditsOfCycle, coverageOf } from '../audit-coverage.ts';
import { currentProgrammes } from '../audit-programmes.ts';
import { addRecordsFix } from '../fixes/add-record.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'audit.clause-uncovered',
  title: 'Clause that no audit covers',
  why: 'Audits have to show conformity with the whole standard. Where the programme gives clauses, those that no audit of the cycle names are a gap in its plan.',
  remedy: 'Add the clauses to the audits that look at them anyway, or plan an audit of them.',
  pitfall: 2,
  clauses: { '2005': ['4.3'], '2011': ['4.5.4.2'], '2018': ['9.2.2'] },
  severity: 'information',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: audit-programme.md
# Audit programme 2026
  ^^^^^^^^^^^^^^^^^^^^ [audit.clause-uncovered] 9.3, 9.4

| Audit no. | Clauses | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | 4, 5, 6, 7, 8, 9.1, 9.2 | 2026-12-15 | Bruno Vale |
| AUD-2 | 10 | 2026-12-16 | Bruno Vale |
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: audit-programme.md
# Audit programme 2026

| Audit no. | Clauses | Planned date | Auditor |
| --- | --- | --- | --- |
| AUD-1 | 4, 5, 6, 7, 8, 9 | 2026-12-15 | Bruno Vale |
| AUD-2 | 10 | 2026-12-16 | Bruno Vale |
`,
  },
  on: 'workspace',
  *check(view) {
    const programme = currentProgrammes(view).find((each) => each.audits.length > 0);
    if (programme === undefined) return;
    const audits = auditsOfCycle(view);
    const planned = programme.audits;
    // Only where every audit gives its clauses can anybody tell which are left out.
    if (planned.some((audit) => givenField(audit, 'standard') === null) || coverageOf(audits, view).all) return;
    const covered = new Set<string>();
    for (const { facts, record } of audits)
      for (const reference of view.whole(facts).clauses) {
        const inside = record.form === 'document' || contains(record.span, reference.span);
        if (!inside || (reference.edition ?? view.edition) !== view.edition) continue;
        covered.add(reference.clause);
      }
    // A bare chapter number is no reference in running text, but it is one in a column of clauses.
    for (const { facts, record } of audits)
      for (const item of clausesOf(record))
        if (/^\d{1,2}(?:\.\d{1,2})*$/.test(item) && !isForeign(facts, view)) covered.add(item);
    if (covered.size === 0) return;
    const missing = clauses(view.edition)
      .filter(({ number }) => number.split('.').length === 2 && Number(number.split('.')[0]) >= FIRST[view.edition])
      .filter(
        ({ number }) => ![...covered].some((each) => each === number || isUnder(number, each) || isUnder(each, number)),
      );
    if (missing.length === 0) return;
    const numbers = missing.map(({ number }) => number);
    yield {
      path: programme.facts.path,
      span: documentSpan(programme.facts),
      message: `No audit of the cycle covers ${numbers.length === 1 ? 'clause' : 'the clauses'} ${numbers.join(', ')}.`,
      about: numbers.join(','),
      fixes: [
        addRecordsFix(
          `Add an audit of ${numbers.length === 1 ? 'this clause' : 'these clauses'}`,
          programme.facts.path,
          'audit',
          [{ standard: numbers.join(', '), date: 'TBD', auditor: 'TBD', criteria: 'TBD', scope: 'TBD' }],
          lexiconFor(view.configuration),
        ),
      ],
    };
  },
});

/** Are the clauses of a document those of another edition? */
function isForeign(facts: Facts, { edition }: View): boolean {
  return facts.clauses.some((reference) => reference.edition !== null && reference.edition !== edition);
}

/** The numbers of an audit's column of clauses, with all that lies between the ends of "4 to 7" or "8.2.1–8.2.4". */
function clausesOf(record: RecordFact): readonly string[] {
  const value = givenField(record, 'standard')?.value;
  if (value?.type !== 'clauses') return [];
  return value.clauses.flatMap((item) => {
    const range = /^(\d+(?:\.\d+)*)\s*(?:to|until|through|bis|–|—|-)\s*(\d+(?:\.\d+)*)$/i.exec(item);
    if (range === null) return [item];
    const [from, to] = [(range[1] ?? '').split('.'), (range[2] ?? '').split('.')];
    const stem = from.slice(0, -1).join('.');
    const first = Number(from.at(-1));
    const last = Number(to.at(-1));
    if (stem !== to.slice(0, -1).join('.') || last < first || last - first > 20) return [item];
    return Array.from({ length: last - first + 1 }, (_, i) => `${stem === '' ? '' : `${stem}.`}${first + i}`);
  });
}

/** The first chapter with requirements. */
const FIRST = { '2005': 3, '2011': 4, '2018': 4 } as const;
