/** The rule `raci.no-accountable`: an activity that many work on and nobody answers for. */
import { fieldOf, givenField } from '../../reading/facts.ts';
import type { Fix } from '../../workspace/finding.ts';
import { namesOf } from '../../workspace/people.ts';
import { recordFix } from '../fixes/one-document.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { isMatrixRow } from '../raci-rows.ts';
import { isOutsideParty } from '../role-wording.ts';
import { type RecordSubject, rule } from '../rule.ts';

export default rule({
  id: 'raci.no-accountable',
  title: 'Activity that nobody answers for',
  why: 'In a matrix of responsibilities, one role answers for each activity. Where none does, everybody works and nobody decides, and an auditor cannot see who has the authority.',
  remedy: 'Mark one role as accountable: A, or A/R where the same role also does the work.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '3.3'], '2011': ['4.5.2', '4.1.3'], '2018': ['5.3', '6.3', '4.4'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: raci.md
# RACI matrix

| Activity | Change Manager | System Engineer |
| --- | --- | --- |
| Assess | A/R | C |
| Deploy | I | R |
  ^^^^^^ [raci.no-accountable] Deploy
  💡 Let System Engineer, who does the work, answer for it too (A/R)
`,
    good: `--- file: raci.md
# RACI matrix

| Activity | Change Manager | System Engineer |
| --- | --- | --- |
| Assess | A/R | C |
| Deploy | A | R |
`,
  },
  on: 'records',
  kinds: ['raci-row'],
  *check(subject) {
    const { facts, record, lexicon } = subject;
    const accountable = fieldOf(record, 'accountable');
    // A placeholder waits for its answer; "not applicable" is one.
    if (accountable !== null && accountable.state !== 'empty') return;
    const doers = namesOf(fieldOf(record, 'responsible')).map(({ text }) => text);
    // An empty row is still to be filled in; what an outside party does, it answers for under its contract.
    if (doers.length === 0 || doers.some(isOutsideParty)) return;
    // A table that never says A uses other letters: who is responsible, supports or is told.
    const letter = letterOf(subject);
    if (!isMatrixRow(record) ? accountable === null : letter === null) return;
    const name = record.name === '' ? 'This activity' : `"${record.name}"`;
    yield {
      span: record.headSpan,
      message: `${name} has somebody who does it, but nobody who answers for it (${isMatrixRow(record) ? letter : 'A'}). Say who has the last word.`,
      about: `${record.section ?? ''} ${record.name}`,
      fixes: isMatrixRow(record)
        ? letter === 'A'
          ? promote(subject, doers)
          : []
        : [toFillIn(facts, record, 'accountable', 'who is accountable', lexicon)],
    };
  },
});

/** The letter by which other rows of the document say who is accountable: A, or the D of RAPID; null where none says so. */
function letterOf({ facts }: RecordSubject): string | null {
  for (const each of facts.records) {
    const field = each.kind === 'raci-row' ? givenField(each, 'accountable') : null;
    if (field !== null) return field.label.length === 1 ? field.label : 'A';
  }
  return null;
}

/** Where one role alone does the work, it may answer for it too. */
function promote({ facts, record }: RecordSubject, doers: readonly string[]): readonly Fix[] {
  const [only] = doers;
  // Only where R does the work do the letters stand for what A/R says.
  if (only === undefined || doers.length > 1 || fieldOf(record, 'responsible')?.label !== 'R') return [];
  return [
    recordFix(`Let ${only}, who does the work, answer for it too (A/R)`, facts, record, (here, now) => {
      const cell = fieldOf(now, 'responsible');
      if (cell === null) return null;
      const words = here.tree.text.slice(cell.span.start, cell.span.end);
      const letter = /R/.exec(words);
      if (letter === null) return null;
      const at = cell.span.start + letter.index;
      return [{ span: { start: at, end: at + 1 }, text: 'A/R' }];
    }),
  ];
}
