/** The rule `scope.service-not-in-scope`: a live service that the scope statement neither takes in nor leaves out. */
import { namesService } from '../../model/vocabulary/service-names.ts';
import { fieldOf, givenField, isTouched } from '../../reading/facts.ts';
import { scopeItemFixes } from '../fixes/scope-item.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';
import { documentSpan } from '../run.ts';
import { catalogueOf, coverOf, isLiveForCustomers, type Scope, scopesOf } from '../scope-cover.ts';

export default rule({
  id: 'scope.service-not-in-scope',
  title: 'Live service that the scope does not speak of',
  why: 'Services grow, and the scope stays behind. A service that customers use and that the scope names neither as covered nor as left out is a surprise waiting for the next audit; widening a certificate is agreed with the certification body.',
  remedy: 'Add the service to the scope statement, or list it there as left out, with the reason.',
  pitfall: 6,
  clauses: { '2005': ['4.1', '6.1'], '2011': ['4.5.1', '6.1'], '2018': ['4.3', '8.2.4'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: scope.md
# Scope statement

## Services in scope

- Managed hosting

--- file: catalogue.md
# Service catalogue

| Service | Status | Customers | SLA |
| --- | --- | --- | --- |
| Managed hosting | live | Quarry Ltd | SLA-01 |
| Video meetings | live | Quarry Ltd | SLA-02 |
  ^^^^^^^^^^^^^^ [scope.service-not-in-scope] Video meetings
  💡 Add “Video meetings” to the scope statement
`,
    good: `--- file: scope.md
# Scope statement

## Services in scope

- Managed hosting

## Out of scope

- Video meetings: bought as they are

--- file: catalogue.md
# Service catalogue

| Service | Status | Customers | SLA |
| --- | --- | --- | --- |
| Managed hosting | live | Quarry Ltd | SLA-01 |
| Video meetings | live | Quarry Ltd | SLA-02 |
`,
  },
  on: 'documents',
  kinds: ['service-catalogue', 'sla'],
  *check({ facts, view, lexicon }) {
    const scopes = scopesOf(view).filter((scope) => scope.included.length > 0 && !scope.takesAll);
    const [scope] = scopes;
    if (scope === undefined) return;
    const catalogue = catalogueOf(view);
    // A scope that speaks in other words than the whole catalogue cannot be compared with it.
    if (!catalogue.some(({ record }) => scopes.some((each) => coverOf(each, record) !== null))) return;
    const related = [
      {
        path: scope.facts.path,
        span: scope.included[0]?.span ?? documentSpan(scope.facts),
        message: 'The services in scope.',
      },
    ];
    if (facts.kinds.includes('service-catalogue'))
      for (const record of facts.records) {
        if (record.kind !== 'service' || record.name === '' || isTouched(fieldOf(record, 'in_scope'))) continue;
        if (!isLiveForCustomers(facts, record, lexicon) || isCovered(scopes, record)) continue;
        yield {
          span: record.headSpan,
          message: `${record.name} is live, and the scope statement neither takes it in nor leaves it out: possible nonconformity.`,
          about: record.id ?? record.name,
          related,
          fixes: [
            ...scopeItemFixes(scope, record.name, record.id, lexicon),
            toFillIn(facts, record, 'in_scope', 'whether it is in scope', lexicon),
          ],
        };
      }
    if (!facts.kinds.includes('sla')) return;
    const service = givenField(facts, 'service');
    if (service === null || service.shape === 'section' || service.value?.type !== 'reference') return;
    for (const name of service.value.targets) {
      // What the catalogue has is said there.
      if (
        catalogue.some(
          ({ record }) => namesService(name, record.name, record.id) || namesService(record.name, name, null),
        )
      )
        continue;
      const named = { ...stub(name), fields: [] };
      if (isCovered(scopes, named)) continue;
      yield {
        span: service.span,
        message: `This agreement covers “${name}”, which the scope statement neither takes in nor leaves out: possible nonconformity.`,
        about: name,
        related,
        fixes: scopeItemFixes(scope, name, null, lexicon),
      };
    }
  },
});

type Service = Parameters<typeof coverOf>[1];

const isCovered = (scopes: readonly Scope[], service: Service): boolean =>
  scopes.some((scope) => coverOf(scope, service) !== null);

/** A service that only an agreement names. */
function stub(name: string): Service {
  const nowhere = { start: 0, end: 0 };
  return { kind: 'service', id: null, name, span: nowhere, headSpan: nowhere, form: 'row', fields: [], section: null };
}
