/** The rule `scope.service-not-in-catalogue`: a service that is in scope, and that the service catalogue does not have. */
import { headOf, namesService, serviceKey } from '../../model/vocabulary/service-names.ts';
import { givenField } from '../../reading/facts.ts';
import type { View } from '../../workspace/view.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';
import { catalogueOf, isOneService, means, scopeOf } from '../scope-cover.ts';

/** What an entry has to say, to be filled in; a table takes what it has columns for. */
const ROOM = { description: 'TBD', outcome: 'TBD', owner: 'TBD', status: 'TBD', sla: 'TBD' };

export default rule({
  id: 'scope.service-not-in-catalogue',
  title: 'Service in scope that the catalogue does not have',
  why: 'The catalogue describes each service of the system to those who use it. A service that is in scope and has no entry there is promised to the auditor, and described to nobody.',
  remedy:
    'Add the service to the catalogue, or take it out of the scope. Where both mean the same service, use the same name or its id.',
  pitfall: 6,
  clauses: { '2005': ['6.1'], '2011': ['6.1'], '2018': ['8.2.4'] },
  severity: { '2005': 'warning', '2011': 'warning', '2018': 'error' },
  completeness: true,
  examples: {
    bad: `--- file: scope.md
# Scope statement

## Services in scope

- Managed hosting
- Video meetings
  ^^^^^^^^^^^^^^ [scope.service-not-in-catalogue] Video meetings
  💡 Add “Video meetings” to the service catalogue

--- file: catalogue.md
# Service catalogue

| Service | Status | Customers | SLA |
| --- | --- | --- | --- |
| Managed hosting | live | Quarry Ltd | SLA-01 |
`,
    good: `--- file: scope.md
# Scope statement

## Services in scope

- Managed hosting
- Video meetings

--- file: catalogue.md
# Service catalogue

| Service | Status | Customers | SLA |
| --- | --- | --- | --- |
| Managed hosting | live | Quarry Ltd | SLA-01 |
| Video meetings | live | Quarry Ltd | SLA-02 |
`,
  },
  on: 'documents',
  kinds: ['scope-statement'],
  *check({ facts, view, lexicon }) {
    const catalogue = catalogueOf(view);
    const scope = scopeOf(facts, view);
    const keys = new Set(catalogue.map(({ record }) => serviceKey(record.name)));
    const meant = (item: (typeof scope.included)[number]): boolean =>
      keys.has(serviceKey(item.words)) || catalogue.some(({ record }) => means(item, record));
    // A scope that speaks in other words than the whole catalogue cannot be compared with it.
    if (!scope.included.some(meant)) return;
    const [first] = catalogue;
    const home = catalogue.find(({ record }) => record.form !== 'document')?.facts.path ?? null;
    for (const item of scope.included) {
      if (!isOneService(item) || meant(item)) continue;
      const name = headOf(item.words);
      if (view.edition === '2005' && isAgreed(name, view)) continue;
      yield {
        span: item.span,
        message: `“${name}” is in scope, and the service catalogue does not have it: possible nonconformity.`,
        about: name,
        related:
          first === undefined
            ? []
            : [{ path: first.facts.path, span: documentSpan(first.facts), message: 'The service catalogue.' }],
        fixes:
          home === null
            ? []
            : [
                addRecordFix(
                  `Add “${name}” to the service catalogue`,
                  home,
                  'service',
                  { name, ...ROOM, ...(item.id === null ? {} : { id: item.id }) },
                  lexicon,
                ),
              ],
      };
    }
  },
});

/** In 2005 it is enough that an agreement has the service. */
function isAgreed(name: string, view: View): boolean {
  return view.documents('sla').some((sla) => {
    const service = givenField(sla, 'service');
    return service !== null && namesService(service.raw, name, null);
  });
}
