/** The rule `review.change-not-controlled`: a review agreed to change scope, SLA or contract, and no change request follows. */
import { saysChanged } from '../../model/vocabulary/review-words.ts';
import { type Facts, fieldOf, givenField, isTouched } from '../../reading/facts.ts';
import type { Related } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { toFillIn } from '../fixes/to-fill-in.ts';
import { heldOn } from '../management-reviews.ts';
import { topicsOf, YEARLY_TOPICS } from '../review-topics.ts';
import { rule } from '../rule.ts';

const CONTROLLED = ['scope-changes', 'sla-changes', 'contract-changes'];
/** A reference into a register or tool: CHG-2026-118, RFC 12, #4711. */
const REFERENCE = /\b\p{Lu}{2,8}[-_ ]?(?:\d{2,4}[-_/])?\d{1,7}\b|#\d+/u;
const CHANGE_KINDS = ['change', 'change-record'];

export default rule({
  id: 'review.change-not-controlled',
  title: 'Agreed change without a change request',
  why: 'What provider and customer agree to change in scope, SLA or contract is a change like any other: its risk and cost are looked at, somebody approves it, and the document gets a new version. A sentence in the minutes alone is a change that nobody controls.',
  remedy: 'Raise a change request and name it in the minutes.',
  pitfall: 6,
  clauses: { '2005': ['6.1', '7.2'], '2011': ['6.1', '7.1', '9.2'], '2018': ['8.3.3', '8.5.1.2'] },
  severity: 'warning',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15

| Topic | Result |
| --- | --- |
| Changes to scope | no change |
| Changes to the SLA | maintenance window moved by one hour |
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [review.change-not-controlled] changes to the SLA
                       💡 Add the change request, to be filled in
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15

| Topic | Result |
| --- | --- |
| Changes to scope | no change |
| Changes to the SLA | maintenance window moved by one hour: CHG-2026-118 |
`,
  },
  on: 'records',
  kinds: ['service-review'],
  *check({ facts, record, view, lexicon }) {
    if (record.form !== 'document' || heldOn(record, view.asOf) === null) return;
    if (isTouched(fieldOf(record, 'change'))) return;
    const changed = topicsOf(facts, lexicon).filter(
      (topic) =>
        topic.given &&
        topic.names.length === 1 &&
        CONTROLLED.includes(topic.names[0] ?? '') &&
        saysChanged(topic.words) &&
        !REFERENCE.test(topic.words) &&
        (topic.said?.links.length ?? 0) === 0,
    );
    const [first, ...others] = changed;
    if (first === undefined || isFollowedUp(facts, view)) return;
    const place = (topic: (typeof changed)[number]): Related['span'] =>
      topic.said?.span ??
      facts.sections.find((section) => section.names === topic.names)?.headingSpan ??
      record.headSpan;
    const called = YEARLY_TOPICS.get(first.names[0] ?? '') ?? '';
    yield {
      span: place(first),
      message: `The minutes agree on ${called}, and name no change request for it: possible nonconformity.`,
      about: first.names[0] ?? '',
      related: others.map((topic) => ({ path: facts.path, span: place(topic), message: 'Agreed to change too.' })),
      fixes: [toFillIn(facts, record, 'change', 'the change request', lexicon)],
    };
  },
});

/** Does a change record name these minutes, or do they name one anywhere else, as among their actions? */
function isFollowedUp(facts: Facts, view: View): boolean {
  const isChange = (path: string): boolean =>
    view.facts(path)?.kinds.some((kind) => CHANGE_KINDS.includes(kind)) === true ||
    view.facts(path)?.records.some((record) => record.kind === 'change') === true;
  if (facts.links.some((link) => link.path !== null && link.path !== facts.path && isChange(link.path))) return true;
  if (view.linking(facts.path).some((other) => isChange(other.path))) return true;
  if (isNamedByChange(facts, view)) return true;
  const words = facts.records
    .filter((record) => record.kind === 'action')
    .flatMap((record) => ['description', 'status', 'result'].flatMap((name) => fieldOf(record, name)?.raw ?? []));
  const ids = words.flatMap((each) => each.match(new RegExp(REFERENCE.source, 'gu')) ?? []);
  return ids.some((id) => view.identified(id).some(({ record }) => record?.kind === 'change'));
}

/** A change record that gives these minutes as its reason or source, by their id. */
function isNamedByChange(facts: Facts, view: View): boolean {
  const id = givenField(facts, 'id')?.raw.trim().toLowerCase() ?? '';
  return (
    id !== '' &&
    view.records('change').some(({ record }) => record.fields.some((field) => field.raw.toLowerCase().includes(id)))
  );
}
