/** The rule `competence.no-gaps-anywhere`: a matrix in which nobody has anything left to learn. */
import { nameKey } from '../../model/vocabulary/names.ts';
import { fieldOf, isTouched } from '../../reading/facts.ts';
import { namesOf } from '../../workspace/people.ts';
import { isBelow, statedGap } from '../competence-gaps.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'competence.no-gaps-anywhere',
  title: 'Competence matrix without a single gap',
  why: 'A mature team may well have no gap. More often a matrix without any tells that the levels were set to fit, and an auditor will look closer.',
  remedy:
    'Look at the levels together once more, and ask what will be needed next year. If there is truly no gap, nothing needs to be done.',
  pitfall: 5,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.2'] },
  severity: 'information',
  completeness: true,
  presets: ['strict'],
  examples: {
    bad: `--- file: clausewright.yaml
preset: strict
--- file: matrix.md
# Competence matrix
  ^^^^^^^^^^^^^^^^^ [competence.no-gaps-anywhere] 5 people

| Person | Competence | Required | Actual |
| --- | --- | --- | --- |
| Ada Quill | Risk assessment | 3 | 3 |
| Bo Lind | Cause analysis | 3 | 4 |
| Carla Mond | Accounting | 3 | 3 |
| Dan Reed | Auditing | 2 | 3 |
| Eva Holt | Leadership | 3 | 3 |
`,
    good: `--- file: clausewright.yaml
preset: strict
--- file: matrix.md
# Competence matrix

| Person | Competence | Required | Actual |
| --- | --- | --- | --- |
| Ada Quill | Risk assessment | 3 | 3 |
| Bo Lind | Cause analysis | 3 | 4 |
| Carla Mond | Accounting | 3 | 3 |
| Dan Reed | Auditing | 2 | 3 |
| Eva Holt | Leadership | 3 | 2 |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts, view }) {
    const people = new Set<string>();
    for (const record of facts.records) {
      if (record.kind !== 'competence') continue;
      const below = isBelow(record);
      if (below === true || statedGap(record) === 'gap' || isTouched(fieldOf(record, 'action'))) return;
      if (below === false) for (const name of namesOf(fieldOf(record, 'person'))) people.add(nameKey(name.text));
    }
    if (people.size < view.threshold('competence-people')) return;
    yield {
      span: documentSpan(facts),
      message: `This matrix lists ${people.size} people and not a single gap; a second look may be worth while.`,
      about: 'gaps',
    };
  },
});
