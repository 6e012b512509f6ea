/** The rule `process.no-improvement-link`: a process that does not say how it gets better. */
import { insertSectionsFix } from '../fixes/sections.ts';
import { isIndexPage } from '../life.ts';
import { isImproved, isInForce } from '../process-parts.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'process.no-improvement-link',
  title: 'Process without a way to improvement',
  why: 'Acting on what was learned closes the circle. Where a process neither says how it is reviewed nor leads to the improvements, ideas and missed targets end nowhere.',
  remedy: 'Say how and how often the process is reviewed, and link to the improvement register or its process.',
  pitfall: 1,
  clauses: { '2005': ['4.4'], '2011': ['4.5.5'], '2018': ['8.3.3', '10.1', '10.2'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: change.md
# Change management process
  ^^^^^^^^^^^^^^^^^^^^^^^^^ [process.no-improvement-link]
  💡 Insert the section “Review and improvement”

**Version:** 1.0
`,
    good: `--- file: change.md
# Change management process

**Version:** 1.0

## Review and improvement

The owner reviews the process each year; ideas go to the improvement register.
`,
  },
  on: 'documents',
  kinds: ['process-description'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts) || !isInForce(facts) || isImproved(facts, view)) return;
    if (facts.sections.some(({ names }) => names.includes('improvement'))) return;
    yield {
      span: documentSpan(facts),
      message: 'This process does not say how it is reviewed and improved, and no improvement names it.',
      about: 'improvement',
      fixes: [
        insertSectionsFix(
          'Insert the section “Review and improvement”',
          facts.path,
          'process-description',
          ['improvement'],
          lexicon,
        ),
      ],
    };
  },
});
