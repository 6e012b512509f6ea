/** The rule `objective.no-policy-link`: objectives that follow from nothing. */
import { type Facts, fieldOf, isTouched } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { setMetadata } from '../fixes/to-fill-in.ts';
import { isIndexPage, isSetAside } from '../life.ts';
import { says } from '../process-parts.ts';
import { type Draft, rule } from '../rule.ts';
import { documentSpan } from '../run.ts';

const NAMED = 3;
/** Kinds of documents that say what is wanted: policies, requirements, agreements, plans and the objectives above. */
const WANTED =
  /(?:^|-)policy$|^(?:service-management-objectives|service-management-plan|service-requirements|sla|scope-statement|interested-parties-register|customer-register)$/;

export default rule({
  id: 'objective.no-policy-link',
  title: 'Objective without a policy or requirement behind it',
  why: 'Objectives are set in line with the policy and with what customers require. Where nothing says from what an objective follows, nobody notices when the policy changes and the objective does not.',
  remedy: 'Say which policy, agreement or requirement the objective serves, in a column or in the text above.',
  pitfall: 1,
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['6.2.1', '8.1'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: objectives.md
# Service management objectives

| ID | Objective | Target | Owner |
| --- | --- | --- | --- |
| OBJ-1 | Answer in time | ≥ 95 % | Jane Doe |
  ^^^^^ [objective.no-policy-link] OBJ-1
`,
    good: `--- file: objectives.md
# Service management objectives

| ID | Objective | Target | Owner | Policy |
| --- | --- | --- | --- | --- |
| OBJ-1 | Answer in time | ≥ 95 % | Jane Doe | Principle 2 |
`,
  },
  on: 'documents',
  kinds: ['process-description', 'service-management-objectives'],
  *check({ facts, view, lexicon }) {
    if (isIndexPage(facts) || isTouched(fieldOf(facts, 'policy')) || leadsToWhatIsWanted(facts, view)) return;
    if (facts.kinds[0] === 'process-description') yield* ofProcess(facts, view);
    else yield* ofList(facts, view, lexicon);
  },
});

/** The objective of a process: only one that is there can follow from something. */
function* ofProcess(facts: Facts, view: View): Iterable<Draft> {
  const objective = fieldOf(facts, 'objective');
  if (objective?.state !== 'given' || says(facts, 'policies') || namesObjective(objective.raw, view)) return;
  yield {
    span:
      objective.labelSpan ??
      facts.sections.find(({ names }) => names.includes('objective'))?.headingSpan ??
      documentSpan(facts),
    message: 'Nothing says which policy, agreement or requirement the objective of this process serves.',
    about: 'objective',
  };
}

function* ofList(facts: Facts, view: View, lexicon: Lexicon): Iterable<Draft> {
  // "From policy to objectives": a section says it for all of them.
  if (says(facts, 'purpose')) return;
  const without = facts.records.filter(
    (record) =>
      record.kind === 'objective' &&
      !isTouched(fieldOf(record, 'policy')) &&
      !record.fields.some((field) => NAMES_SOURCE.test(field.raw)),
  );
  const [first, ...others] = without;
  if (first === undefined) return;
  const names = without.slice(0, NAMED).map((record) => record.id ?? `“${record.name}”`);
  yield {
    span: first.headSpan,
    message: `Nothing says which policy or requirement ${names.join(', ')}${without.length > NAMED ? ` and ${without.length - NAMED} more` : ''} ${without.length === 1 ? 'serves' : 'serve'}.`,
    about: 'objectives',
    related: others.map((record) => ({ path: facts.path, span: record.headSpan, message: record.id ?? record.name })),
    fixes: policyFixes(facts, view, lexicon),
  };
}

/** One value that names its source itself: "Keep what we promise (policy principle 1)". */
const NAMES_SOURCE = /\b(?:polic(?:y|ies)|sla|requirements?|agreements?|leitlinie|politik|anforderung(?:en)?)\b/i;

function leadsToWhatIsWanted(facts: Facts, view: View): boolean {
  return facts.links.some(({ path }) => {
    const other = path === null || path === facts.path ? null : view.facts(path);
    return other?.kinds.some((kind) => WANTED.test(kind)) === true;
  });
}

/** Does the objective of a process name one of the service management objectives, by its id? */
function namesObjective(raw: string, view: View): boolean {
  const ids = raw.match(/\b[A-Z]{1,6}[-_ ]?\d[\w-]*/g) ?? [];
  return (
    NAMES_SOURCE.test(raw) || ids.some((id) => view.identified(id).some(({ record }) => record?.kind === 'objective'))
  );
}

function policyFixes(facts: Facts, view: View, lexicon: Lexicon): readonly Fix[] {
  return view
    .documents('service-management-policy')
    .filter((policy) => !isSetAside(policy))
    .slice(0, 1)
    .map((policy) => {
      const title = policy.title?.text ?? policy.path;
      return setMetadata(`Say that they follow from the ${title}`, facts.path, 'policy', title, lexicon);
    });
}
