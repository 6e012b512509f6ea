/** The rule `process.pdca-incomplete`: a process that stops short of the whole cycle of plan, do, check and act. */
import type { Facts } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { hasProcedures, hasSteps, isImproved, isInForce, isMeasured, says } from '../process-parts.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

interface Phase {
  readonly name: string;
  /** What is missing, in words. */
  readonly lacks: string;
  /** The section that a fix inserts. */
  readonly section: string;
  readonly isThere: (facts: Facts, view: View) => boolean;
}

const PHASES: readonly Phase[] = [
  {
    name: 'Plan',
    lacks: 'what it is to achieve',
    section: 'objective',
    isThere: (facts) =>
      ['objective', 'scope', 'policies', 'inputs'].some((name) => says(facts, name)) ||
      facts.records.some(({ kind }) => kind === 'objective'),
  },
  {
    name: 'Do',
    lacks: 'how it is carried out',
    section: 'activities',
    isThere: (facts, view) =>
      hasSteps(facts) ||
      ['activities', 'roles', 'tools', 'records'].some((name) => says(facts, name)) ||
      facts.records.some(({ kind }) => kind === 'raci-row') ||
      hasProcedures(facts, view),
  },
  { name: 'Check', lacks: 'how it is measured', section: 'measures', isThere: isMeasured },
  { name: 'Act', lacks: 'how it is improved', section: 'improvement', isThere: isImproved },
];

/** One missing phase is the gap that a rule of its own names; from two on, the cycle is broken. */
const AT_LEAST = 2;

export default rule({
  id: 'process.pdca-incomplete',
  title: 'Process that stops short of the cycle',
  why: 'Plan, do, check and act may be applied to every process. No edition asks for these words as headings; but a process that shows only one or two of the four is described, and not managed.',
  remedy: 'Add what is missing, under any heading: objective, activities, measures, review and improvement.',
  pitfall: 1,
  clauses: { '2005': ['4.1', '4.2', '4.3', '4.4'], '2011': ['4.5'], '2018': ['8.1', '9.1', '10.2'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.pdca-incomplete] Check (how it is measured) and Act (how it is improved)
  💡 Insert the missing sections

**Version:** 1.0

## Purpose

Changes reach users without disturbing them.

## Activities

1. Assess.
2. Approve.
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0

## Purpose

Changes reach users without disturbing them.

## Activities

1. Assess.
2. Approve.

## Monitoring

Failed changes are counted each month.

## Improvement

Ideas go to the improvement register.
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts) || !isInForce(facts)) return;
    // A heading with nothing below it waits for its answer: doc.placeholder says so.
    const begun = new Set(facts.sections.flatMap(({ names }) => names));
    const missing = PHASES.filter((phase) => !begun.has(phase.section) && !phase.isThere(facts, view));
    if (missing.length < AT_LEAST) return;
    const named = missing.map(({ name, lacks }) => `${name} (${lacks})`);
    yield {
      span: documentSpan(facts),
      message: `This process does not show ${named.slice(0, -1).join(', ')} and ${named.at(-1)}.`,
      about: 'cycle',
      fixes: [
        insertSectionsFix(
          'Insert the missing sections',
          facts.path,
          'process-description',
          missing.map(({ section }) => section),
          lexicon,
        ),
      ],
    };
  },
});
