/** The rule `improvement.process-incomplete`: the process for improvement leaves out one of its activities. */
import type { ImprovementActivity } from '../../model/vocabulary/improvement-activities.ts';
import type { Facts, SectionFact } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { activitiesMissing, isImprovementProcess } from '../improvement-process.ts';
import { isIndexPage, isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const QUESTIONS: Readonly<Record<ImprovementActivity, string>> = {
  identify: 'how improvements are identified and recorded',
  measure: 'how their effect is measured',
  report: 'to whom they are reported',
  manage: 'how they are decided and carried out',
};

export default rule({
  id: 'improvement.process-incomplete',
  title: 'Improvement process leaves out an activity',
  why: 'Improvements are to be identified, managed, measured and reported. A process that stops at collecting ideas, or never looks at the effect, does not lead to improvement.',
  remedy:
    'Add the missing activity, or link the procedure in which it stands. A sentence is enough: who does it, and when.',
  pitfall: 7,
  clauses: { '2005': ['4.4.2'], '2011': ['4.5.5.1', '4.5.5.2'], '2018': ['7.5.4', '10.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: improvement.md
# Continual improvement process
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [improvement.process-incomplete] to whom they are reported

**Version:** 1.0

## Activities

1. The SMS manager records each suggestion.
2. The head of operations approves or rejects it.
3. The owner carries it out and compares the result with the target.
`,
    good: `--- file: improvement.md
# Continual improvement process

**Version:** 1.0

## Activities

1. The SMS manager records each suggestion.
2. The head of operations approves or rejects it.
3. The owner carries it out and compares the result with the target.
4. The SMS manager reports to the management review.
`,
  },
  on: 'documents',
  kinds: ['process-description', 'procedure'],
  *check({ facts, view, lexicon }) {
    const [leading] = facts.kinds;
    if ((leading !== 'process-description' && leading !== 'procedure') || !isImprovementProcess(facts)) return;
    if (isIndexPage(facts) || (leading === 'procedure' && hasProcess(view))) return;
    const activities = facts.sections.filter((section) => section.names.includes('activities'));
    // An empty section waits for its answer, and a picture cannot be read here.
    if (activities.some((section) => section.state !== 'given' || isPicture(facts, section))) return;
    const missing = activitiesMissing(
      [facts, ...saidElsewhere(facts, view)].map((each) => ({ facts: each, within: null })),
    );
    if (missing.length === 0) return;
    yield {
      span: documentSpan(facts),
      message: `This ${leading === 'procedure' ? 'procedure' : 'process'} does not say ${listed(missing.map((each) => QUESTIONS[each]))}.`,
      about: missing.join(' '),
      fixes:
        activities.length > 0 || leading === 'procedure'
          ? []
          : [
              insertSectionsFix(
                'Insert the section “Activities”',
                facts.path,
                'process-description',
                ['activities'],
                lexicon,
              ),
            ],
    };
  },
});

function isPicture(facts: Facts, { span }: SectionFact): boolean {
  return facts.links.some((link) => link.image && span.start <= link.linkSpan.start && link.linkSpan.end <= span.end);
}

function hasProcess(view: View): boolean {
  return view
    .treating('improvement')
    .some((facts) => facts.kinds[0] === 'process-description' && isImprovementProcess(facts) && !isSetAside(facts));
}

/** What the process links to answers for it: its procedures, the register with its rules, the plan. */
function saidElsewhere(facts: Facts, view: View): readonly Facts[] {
  const paths = new Set(facts.links.flatMap((link) => link.path ?? []));
  paths.delete(facts.path);
  return [...paths].flatMap((path) => {
    const linked = view.facts(path);
    const kind = linked?.kinds[0];
    return linked !== null && (kind === 'procedure' || kind === 'work-instruction' || kind === 'improvement-register')
      ? [linked]
      : [];
  });
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
