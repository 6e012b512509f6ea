/** The rule `plan.unlinked-set`: several service management plans that do not know of each other. */
import { documentStatus, isLive } from '../../model/vocabulary/statuses.ts';
import { type Facts, givenField } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import type { View } from '../../workspace/view.ts';
import { sayInstead } from '../fixes/same-value.ts';
import { languageOf } from '../language-of.ts';
import { isAskedToBeComplete } from '../life.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

export default rule({
  id: 'plan.unlinked-set',
  title: 'Service management plans that do not know of each other',
  why: 'Several plans may take the place of one large plan, as many as are useful. Somebody who reads one of them has to find the others, or what they agree on drifts apart.',
  remedy: 'Say in each plan of which one it is part, or write a page that lists them all.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['6.3'] },
  severity: 'information',
  examples: {
    bad: `--- file: a.md
# Service management plan: Hosting

**Version:** 1.0
--- file: b.md
# Service management plan: Workplace
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [plan.unlinked-set] a.md
  💡 Say that this plan is part of a.md
  💡 Say that a.md is part of this plan

**Version:** 1.0
`,
    good: `--- file: a.md
# Service management plan: Hosting

**Version:** 1.0
--- file: b.md
# Service management plan: Workplace

**Version:** 1.0  
**Parent plan:** [Service management plan: Hosting](a.md)
`,
  },
  on: 'workspace',
  *check(view) {
    const plans = plansInForce(view);
    const last = plans.at(-1);
    if (last === undefined || plans.length < 2 || areTied(plans, view)) return;
    const others = plans.slice(0, -1);
    const lexicon = lexiconFor(view.configuration);
    const [first] = others;
    yield {
      path: last.path,
      span: documentSpan(last),
      message: `There are ${plans.length} service management plans, and none refers to another or to a common one: ${others.map((facts) => facts.path).join(', ')} and this one.`,
      about: 'plans',
      related: others.map((facts) => ({
        path: facts.path,
        span: documentSpan(facts),
        message: `"${facts.title?.text ?? facts.path}" is one of them.`,
      })),
      fixes:
        first === undefined || others.length > 1
          ? []
          : [
              sayInstead(
                `Say that this plan is part of ${first.path}`,
                last.path,
                null,
                'parent',
                named(first),
                lexicon,
              ),
              sayInstead(
                `Say that ${first.path} is part of this plan`,
                first.path,
                null,
                'parent',
                named(last),
                lexicon,
              ),
            ],
    };
  },
});

function named(facts: Facts): string {
  return givenField(facts, 'id')?.raw ?? facts.title?.text ?? facts.path;
}

/** Plans of service management as a whole, one language and the latest year each; project, capacity and continuity plans are other kinds. */
function plansInForce(view: View): readonly Facts[] {
  const live = view.documents('service-management-plan').filter((facts) => {
    const status = givenField(facts, 'status');
    return (
      facts.kinds[0] === 'service-management-plan' &&
      isAskedToBeComplete(facts) &&
      (status === null || isLive(documentStatus(status.raw)))
    );
  });
  const language = live[0] === undefined ? '' : languageOf(live[0].path);
  const years = live.flatMap((facts) => yearOf(facts) ?? []);
  const latest = [...years].sort().at(-1) ?? null;
  return live.filter((facts) => {
    const year = yearOf(facts);
    return languageOf(facts.path) === language && (year === null || year === latest);
  });
}

function yearOf(facts: Facts): string | null {
  const words = `${givenField(facts, 'period')?.raw ?? ''} ${facts.title?.text ?? ''} ${facts.path}`;
  return /\b(?:19|20)\d{2}\b/.exec(words)?.[0] ?? null;
}

/** Does any of them refer to another, or to a parent; or does one page lead to two of them? */
function areTied(plans: readonly Facts[], view: View): boolean {
  const paths = new Set(plans.map((facts) => facts.path));
  if (plans.some((facts) => givenField(facts, 'parent') !== null)) return true;
  const leading = new Map<string, number>();
  for (const facts of plans)
    for (const other of view.linking(facts.path)) {
      if (paths.has(other.path) && other.path !== facts.path) return true;
      leading.set(other.path, (leading.get(other.path) ?? 0) + 1);
    }
  if ([...leading.values()].some((count) => count >= 2)) return true;
  return plans.some((facts) =>
    facts.metadata.some((field) => field.links.some((path) => path !== facts.path && paths.has(path))),
  );
}
