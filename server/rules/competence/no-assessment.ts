/** The rule `competence.no-assessment`: somebody holds a role, and nobody has looked how well they can do what it asks for. */
import { addDays } from '../../model/vocabulary/dates.ts';
import { type Facts, fieldOf, givenField, isTouched, type RecordFact } from '../../reading/facts.ts';
import { namesOf, type Roster, rosterOf } from '../../workspace/people.ts';
import type { View } from '../../workspace/view.ts';
import { isBefore } from '../due.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'competence.no-assessment',
  title: 'Role holder whose level nobody has assessed',
  why: 'Competence and training needs are to be reviewed and managed. Where the required level is set and the held one is left open, nobody can tell whether there is a need.',
  remedy:
    'Let somebody who knows the work assess the level, with the date; or link the appraisal where it is kept, such as in the HR system.',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual |
| --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | |
                               ^^^^^^^^^^^^^^^ [competence.no-assessment] Ada Quill
  💡 Add the level, to be filled in
`,
    good: `--- file: matrix.md
# Competence matrix

| Person | Role | Competence | Required | Actual |
| --- | --- | --- | --- | --- |
| Ada Quill | Change Manager | Risk assessment | 3 | 3 |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const open = new Map<string, { readonly name: string; readonly records: RecordFact[] }>();
    for (const record of facts.records) {
      if (record.kind !== 'competence' || !isUnassessed(record, facts)) continue;
      const roster = rosterOf(view);
      for (const written of namesOf(fieldOf(record, 'person'))) {
        const person = roster.isRole(written.text) ? null : roster.person(written);
        if (person === null || !holdsForLong(person, record, roster, view)) continue;
        const entry = open.get(person.key) ?? { name: written.text, records: [] };
        entry.records.push(record);
        open.set(person.key, entry);
      }
    }
    for (const [key, { name, records }] of open) {
      const [first, ...others] = records;
      if (first === undefined) continue;
      const what = records.flatMap((record) => givenField(record, 'competence')?.raw ?? []).join(', ');
      yield {
        span: first.headSpan,
        message: `No level is assessed for ${name}${what === '' ? '' : `: ${what}`}.`,
        about: key,
        related: others.map((record) => ({ path: facts.path, span: record.headSpan, message: 'Not assessed either.' })),
        fixes: others.length > 0 ? [] : [toFillIn(facts, first, 'actual', 'the level', lexicon)],
      };
    }
  },
});

/** A required level and none that is held; evidence, an appraisal or a link is an answer of another kind. */
function isUnassessed(record: RecordFact, facts: Facts): boolean {
  if (isTouched(fieldOf(record, 'actual')) || isTouched(fieldOf(record, 'evidence'))) return false;
  if (fieldOf(record, 'actual') === null && givenField(record, 'required') === null) return false;
  return !facts.links.some(
    ({ linkSpan }) =>
      record.span.start <= linkSpan.start && linkSpan.end <= record.span.end && isAppraisal(record, linkSpan),
  );
}

/** A link in any other cell than the person's and the role's leads to where the appraisal is. */
function isAppraisal(record: RecordFact, link: { readonly start: number; readonly end: number }): boolean {
  return !['person', 'role', 'competence'].some((name) => {
    const field = fieldOf(record, name);
    return field !== null && field.span.start <= link.start && link.end <= field.span.end;
  });
}

/** Does the person hold a role, and not only since yesterday? */
function holdsForLong(person: Parameters<Roster['held']>[0], record: RecordFact, roster: Roster, view: View): boolean {
  const held = roster.held(person, view.asOf);
  if (held.length === 0)
    return !roster.knows(person) && (givenField(record, 'role') !== null || givenField(record, 'required') !== null);
  const latest = addDays(view.asOf, -Math.round(view.threshold('probation')));
  return held.some((holding) => holding.from === null || isBefore(holding.from, latest));
}
