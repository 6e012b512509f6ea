/** The rule `process.no-objective`: a process that does not say what it is to achieve. */
import { fieldOf, type SectionFact } from '../../reading/facts.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const OBJECTIVE_WORDS: ReadonlySet<string> = new Set([
  'purpose',
  'objective',
  'objectives',
  'aim',
  'aims',
  'goal',
  'goals',
  'ziel',
  'ziele',
  'zweck',
]);

const OPENING =
  /^(?:[\d.\s]*)(?:introduction|overview|general|background|about|summary|einleitung|einführung|überblick|allgemeines)\b/i;

/** The words under the title, or under a heading such as "Introduction". */
function isOpening(section: SectionFact): boolean {
  return section.level === 1 || OPENING.test(section.title);
}

function speaksOfObjective(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => OBJECTIVE_WORDS.has(word));
}

export default rule({
  id: 'process.no-objective',
  title: 'Process without an objective',
  why: 'Whether a process works can only be judged against what it is to achieve. Planning asks for objectives in line with policy and customer requirements; auditors look for one in each process.',
  remedy:
    'Say in a sentence or two what the process achieves and for whom, under “Purpose”, “Objectives” or the like, or link to the list of objectives.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['6.2.1', '8.1'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.no-objective]
  💡 Insert the section “Purpose and objectives”

**Version:** 1.0

## Activities

Assess, approve, carry out and review each change.
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0

## Purpose

Changes reach users without disturbing them.
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    const objective = fieldOf(facts, 'objective');
    if ((objective !== null && objective.state !== 'empty') || isIndexPage(facts)) return;
    // A heading with nothing below it waits for its answer: doc.placeholder says so.
    if (facts.sections.some((section) => section.names.includes('objective'))) return;
    if (facts.records.some((record) => record.kind === 'objective')) return;
    if (facts.sections.some((section) => isOpening(section) && speaksOfObjective(section.lead))) return;
    if (
      facts.links.some(
        (link) => link.path !== null && view.facts(link.path)?.kinds.includes('service-management-objectives') === true,
      )
    )
      return;
    yield {
      span: objective?.labelSpan ?? documentSpan(facts),
      message: 'This process does not say what it is to achieve: possible nonconformity.',
      about: 'objective',
      fixes: [
        insertSectionsFix(
          'Insert the section “Purpose and objectives”',
          facts.path,
          'process-description',
          ['objective'],
          lexicon,
        ),
      ],
    };
  },
});
