/** The rule `raci.two-accountable`: an activity that several roles answer for. */
import { termKey } from '../../model/vocabulary/names.ts';
import { type Facts, fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import { contains } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import { namesOf } from '../../workspace/people.ts';
import { keepAccountable } from '../../writing/keep-accountable.ts';
import { recordFix } from '../fixes/one-document.ts';
import { isSetAside } from '../life.ts';
import { isMatrixRow } from '../raci-rows.ts';
import { isOutsideParty } from '../role-wording.ts';
import { rule } from '../rule.ts';

const CHOICES = 4;

export default rule({
  id: 'raci.two-accountable',
  title: 'Activity that several roles answer for',
  why: 'Where two roles answer for the same activity, each may wait for the other, and in a dispute nobody decides. An auditor asks who has the last word.',
  remedy:
    'Keep A for one role and mark the others R or C. A committee counts as one; where two activities stand in one row, split the row.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '3.3'], '2011': ['4.5.2', '4.1.3'], '2018': ['5.3', '6.3', '4.4'] },
  severity: 'warning',
  examples: {
    bad: `--- file: raci.md
# RACI matrix

| Activity | Change Manager | Operations Director | System Engineer |
| --- | --- | --- | --- |
| Approve | A | A | C |
  ^^^^^^^ [raci.two-accountable] Change Manager and Operations Director
  💡 Let Operations Director have the last word, and the others do the work
| Deploy | A | I | R |
`,
    good: `--- file: raci.md
# RACI matrix

| Activity | Change Manager | Operations Director | System Engineer |
| --- | --- | --- | --- |
| Approve | R | A | C |
| Deploy | A | I | R |
`,
  },
  on: 'records',
  kinds: ['raci-row'],
  *check({ facts, record, lexicon }) {
    if (isSetAside(facts)) return;
    const names = new Map<string, string>();
    for (const { text, note } of namesOf(fieldOf(record, 'accountable'))) {
      // Provider and supplier each answer for their own part, and a deputy only stands in.
      if (isOutsideParty(text) || /deputy|stellv|backup|substitute/i.test(`${text} ${note ?? ''}`)) continue;
      names.set(termKey(text), text);
    }
    if (names.size < 2) return;
    const all = [...names.values()];
    const last = all.pop() ?? '';
    yield {
      span: record.headSpan,
      message: `${all.join(', ')} and ${last} are all accountable for ${record.name === '' ? 'this activity' : `"${record.name}"`}. One role should have the last word.`,
      about: `${record.section ?? ''} ${record.name}`,
      fixes: lastWords(facts, record, lexicon),
    };
  },
});

/** One role of those marked keeps the last word; which one is for a human to decide. */
function lastWords(facts: Facts, record: RecordFact, lexicon: Lexicon): readonly Fix[] {
  const field = givenField(record, 'accountable');
  const roles = namesOf(field).map(({ text }) => text);
  // Ticks stand in a row for each role, and names may be written with more beside them than can be put back.
  const ticked = facts.names.some(({ place, span }) => place === 'raci' && contains(record.span, span));
  const plain = roles.join() === field?.raw.split(/\s*[;,]\s*/).join() && field.links.length === 0;
  // In other letters than RACI's, those who lose the last word contribute, agree or drive: that is for a human to say.
  const other = isMatrixRow(record) && (field?.label !== 'A' || (fieldOf(record, 'responsible')?.label ?? 'R') !== 'R');
  if (ticked || other || !plain || roles.length > CHOICES) return [];
  return roles.map((role) =>
    recordFix(`Let ${role} have the last word, and the others do the work`, facts, record, (here, now) =>
      keepAccountable(
        here,
        now,
        role,
        roles.filter((other) => other !== role),
        lexicon,
      ),
    ),
  );
}
