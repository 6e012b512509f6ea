/** The rule `competence.self-assessed-only`: everybody rated themselves, and nobody else looked. */
import { fieldOf, givenField } from '../../reading/facts.ts';
import { namesOf, rosterOf } from '../../workspace/people.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'competence.self-assessed-only',
  title: 'Competence assessed by oneself only',
  why: 'A self-assessment is a good beginning. As the only one it says little: people tend to rate themselves too high or too low, and it is hard to admit a gap alone.',
  remedy:
    'Let a second person look at the levels, such as the line manager or an experienced colleague, and name them.',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: matrix.md
# Competence matrix

| Person | Competence | Required | Actual | Assessed by |
                                            ^^^^^^^^^^^ [competence.self-assessed-only]
| --- | --- | --- | --- | --- |
| Ada Quill | Risk assessment | 3 | 3 | Ada Quill |
| Bo Lind | Cause analysis | 3 | 3 | Bo Lind |
`,
    good: `--- file: matrix.md
# Competence matrix

| Person | Competence | Required | Actual | Assessed by |
| --- | --- | --- | --- | --- |
| Ada Quill | Risk assessment | 3 | 3 | Ada Quill, Carla Mond |
| Bo Lind | Cause analysis | 3 | 3 | Bo Lind |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view, lexicon }) {
    const assessed = facts.records.flatMap((record) => {
      const assessor = record.kind === 'competence' ? givenField(record, 'assessor') : null;
      return assessor === null ? [] : [{ record, assessor }];
    });
    const [first] = assessed;
    if (first === undefined) return;
    // Somebody is named for the document as a whole.
    const overall = fieldOf(facts, 'assessor');
    if (overall !== null && overall.state !== 'empty') return;
    const roster = rosterOf(view);
    for (const { record, assessor } of assessed) {
      const people = namesOf(fieldOf(record, 'person')).map((name) => roster.person(name)?.key ?? null);
      const others = namesOf(assessor).filter((name) => !isSelf(name.text));
      if (others.some((name) => !people.includes(roster.person(name)?.key ?? ''))) return;
      if (people.length === 0 && others.length > 0) return;
    }
    yield {
      span: first.assessor.labelSpan ?? documentSpan(facts),
      message: 'All levels here were assessed by the people themselves; a second look would give them more weight.',
      about: 'assessor',
      fixes: facts.kinds.includes('competence-matrix')
        ? [documentToFillIn(facts, 'assessor', 'a second assessor', lexicon)]
        : [],
    };
  },
});

const SELF =
  /^(?:self|self[- ]assess(?:ed|ment)|self[- ]rating|oneself|selbst|selbsteinschätzung|selbstbewertung|eigene einschätzung)$/i;

function isSelf(name: string): boolean {
  return SELF.test(name.trim());
}
