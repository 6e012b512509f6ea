/** The rule `scope.stale`: services went live after the scope was last looked at, and it covers them in general words only. */

import type { Day } from '../../model/value.ts';
import { dayIn, type Facts, type FieldFact, fieldOf, isTouched } from '../../reading/facts.ts';
import { isBefore } from '../due.ts';
import { scopeItemFixes } from '../fixes/scope-item.ts';
import { documentToFillIn } from '../fixes/to-fill-in.ts';
import { rule } from '../rule.ts';
import { catalogueOf, coverOf, isLiveForCustomers, scopeOf } from '../scope-cover.ts';

/** Days on which somebody looked at the scope. */
const LOOKED_AT = ['approved', 'reviewed', 'effective'];

export default rule({
  id: 'scope.stale',
  title: 'Scope older than the newest service',
  why: 'A scope that covers services in general words covers what was there when it was approved. When a new service goes live, somebody has to look whether it is meant too.',
  remedy: 'Look at the scope again with the new service in mind, and write down the day; or name the service in it.',
  pitfall: 6,
  clauses: { '2005': ['4.1', '6.1'], '2011': ['4.5.1', '6.1'], '2018': ['4.3', '6.3'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: scope.md
# Scope statement

**Approval date:** 2025-03-01
                   ^^^^^^^^^^ [scope.stale] Web hosting

## Services in scope

- All hosting services

--- file: catalogue.md
# Service catalogue

| Service | Status | Live since | SLA |
| --- | --- | --- | --- |
| Web hosting | live | 2026-02-01 | SLA-01 |
`,
    good: `--- file: scope.md
# Scope statement

**Approval date:** 2026-03-01

## Services in scope

- All hosting services

--- file: catalogue.md
# Service catalogue

| Service | Status | Live since | SLA |
| --- | --- | --- | --- |
| Web hosting | live | 2026-02-01 | SLA-01 |
`,
  },
  on: 'documents',
  kinds: ['scope-statement'],
  *check({ facts, view, lexicon }) {
    // Somebody is at it: doc.placeholder asks for the day.
    if (fieldOf(facts, 'reviewed')?.state === 'placeholder') return;
    const looked = lastLook(facts, view.asOf);
    if (looked === null) return;
    const scope = scopeOf(facts, view);
    const newer = catalogueOf(view).flatMap(({ facts: catalogue, record }) => {
      const since = fieldOf(record, 'since');
      const day = dayIn(since, 'first');
      if (since === null || day === null || isBefore(view.asOf, day) || !isBefore(looked.day, day)) return [];
      if (!isLiveForCustomers(view.whole(catalogue), record, lexicon)) return [];
      // Named is known; left out is decided; not spoken of is another rule's.
      const inScope = fieldOf(record, 'in_scope');
      const covered = coverOf(scope, record);
      const general =
        covered === 'group' || (covered === null && inScope?.value?.type === 'yes-no' && inScope.value.yes);
      return general ? [{ path: catalogue.path, span: since.span, record, day }] : [];
    });
    const [newest] = [...newer].sort((a, b) => (isBefore(a.day, b.day) ? 1 : -1));
    if (newest === undefined) return;
    yield {
      span: looked.field.span,
      message: `The scope was last looked at on ${looked.day}, and ${newest.record.name} went live on ${newest.day}: does the scope still fit?`,
      about: 'newest service',
      related: newer.map(({ path, span, record }) => ({ path, span, message: `${record.name} went live later.` })),
      fixes: [
        ...scopeItemFixes(scope, newest.record.name, newest.record.id, lexicon),
        ...(isTouched(fieldOf(facts, 'reviewed'))
          ? []
          : [documentToFillIn(facts, 'reviewed', 'the day of the review', lexicon)]),
      ],
    };
  },
});

function lastLook(facts: Facts, asOf: Day): { readonly field: FieldFact; readonly day: Day } | null {
  let last: { field: FieldFact; day: Day } | null = null;
  for (const name of LOOKED_AT) {
    const field = fieldOf(facts, name);
    const day = dayIn(field, 'last');
    if (field === null || day === null || isBefore(asOf, day)) continue;
    if (last === null || isBefore(last.day, day)) last = { field, day };
  }
  return last;
}
