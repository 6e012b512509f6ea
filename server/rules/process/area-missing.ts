/** The rule `process.area-missing`: areas of the edition for which nobody can read how they are run. */
import { type ProcessArea, processAreas } from '../../model/process-areas.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { createDocumentFix } from '../fixes/create-document.ts';
import { newPath } from '../fixes/new-path.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';
import { workspacePlace } from '../workspace-place.ts';

/** So many are named one by one; of more, a reader wants to know how many there are. */
const NAMED = 8;
const CREATED = 5;

export default rule({
  id: 'process.area-missing',
  title: 'Process area without a process',
  why: 'Each edition treats a fixed set of process areas. Auditors go through them one by one and ask which process covers each; an area that no document speaks of is the first gap they find.',
  remedy:
    'Describe the missing area: in a process of its own, in a section of another one, or by an entry in the document register that says where its description is kept. One document may cover several areas.',
  pitfall: 2,
  clauses: {
    '2005': ['5', '6', '7', '8', '9', '10'],
    '2011': ['5', '6', '7', '8', '9'],
    '2018': ['7.5.4', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7'],
  },
  severity: 'warning',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2005
--- file: plan.md
# Service management plan
  ^^^^^^^^^^^^^^^^^^^^^^^ [process.area-missing] Problem management (8.3)
  💡 Create the process description “Problem management”

## Service level management
## Service reporting
## Service continuity and availability
## Budgeting and accounting
## Capacity management
## Information security
## Business relationship management
## Supplier management
## Incident management
## Configuration management
## Change management
## Release management
`,
    good: `--- file: clausewright.yaml
edition: 2005
--- file: plan.md
# Service management plan

## Service level management
## Service reporting
## Service continuity and availability
## Budgeting and accounting
## Capacity management
## Information security
## Business relationship management
## Supplier management
## Incident and problem management
## Configuration management
## Change management
## Release management
`,
  },
  on: 'workspace',
  *check(view) {
    const missing = processAreas(view.edition).filter((area) => area.isProcess && !isTreated(area, view));
    const place = missing.length === 0 ? null : workspacePlace(view, ['document-register', 'service-management-plan']);
    if (place === null) return;
    const named = missing.slice(0, NAMED).map((area) => `${area.title} (${clauseOf(area, view)})`);
    const more = missing.length - named.length;
    yield {
      ...place,
      message: `No document says how ${missing.length === 1 ? 'this area is' : 'these areas are'} run: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Possible nonconformity.`,
      about: 'areas',
      ...(view.configuration.complete ? { severity: 'error' as const } : {}),
      clauses: { [view.edition]: missing.flatMap((area) => area.clauses[view.edition] ?? []) },
      fixes: missing.slice(0, CREATED).map((area) => describe(area, view)),
    };
  },
});

function isTreated(area: ProcessArea, view: View): boolean {
  return view.treating(area.name).some((facts) => !isSetAside(facts));
}

const clauseOf = (area: ProcessArea, view: View): string => area.clauses[view.edition]?.[0] ?? '';

function describe(area: ProcessArea, view: View): Fix {
  return createDocumentFix(
    `Create the process description “${area.title}”`,
    newPath(view, 'process-description', area.title, 'processes'),
    'process-description',
    { title: `${area.title} process` },
    lexiconFor(view.configuration),
  );
}
