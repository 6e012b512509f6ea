/** The rule `review.topic-missing`: minutes of a yearly review that leave out what may have changed. */
import { fieldOf, givenField, type RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Located, View } from '../../workspace/view.ts';
import { customersIn } from '../customer-reviews.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { heldOn } from '../management-reviews.ts';
import { INTERIM_TOPICS, missingTopics, YEARLY_TOPICS } from '../review-topics.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'review.topic-missing',
  title: 'Yearly review with a customer that leaves a topic out',
  why: 'The 2005 edition has the yearly review discuss changes to the service scope, the SLA, the contract (where there is one) and the business needs. Later editions ask for the same in other places. “No change” is an answer; silence is none.',
  remedy: 'Add the missing topics, with what was said, or “no change”.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2', '8.3.3'] },
  severity: { '2005': 'error', '2011': 'information', '2018': 'information' },
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ [review.topic-missing] changes to the contract
  💡 Insert the missing topic

**Customer:** Quarry Ltd  
**Date:** 2026-09-15  
**Kind of meeting:** annual

| Topic | Result |
| --- | --- |
| Changes to scope | no change |
| Changes to the SLA | no change |
| Business needs | a new site in 2027 |
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15  
**Kind of meeting:** annual

| Topic | Result |
| --- | --- |
| Changes to scope | no change |
| Changes to the SLA | no change |
| Changes to the contract | no change |
| Business needs | a new site in 2027 |
`,
  },
  on: 'records',
  kinds: ['service-review'],
  *check({ facts, record, view, lexicon }) {
    if (record.form !== 'document' || facts.format === 'yaml' || heldOn(record, view.asOf) === null) return;
    const missing = missingTopics(facts, YEARLY_TOPICS, lexicon).filter(
      (name) => name !== 'contract-changes' || !isWithoutContract({ facts, record }, view),
    );
    if (missing.length === 0 || !isYearly(facts, record, missing.length, lexicon)) return;
    const called = missing.map((name) => YEARLY_TOPICS.get(name) ?? name);
    yield {
      span: record.headSpan,
      message: `The minutes of this yearly review do not speak of ${called.join(', ')}${view.edition === '2005' ? ': possible nonconformity' : ''}. Where nothing changed, say so.`,
      about: 'topics',
      fixes: [
        insertSectionsFix(
          missing.length === 1 ? 'Insert the missing topic' : `Insert the ${missing.length} missing topics`,
          facts.path,
          'service-review-minutes',
          missing,
          lexicon,
        ),
      ],
    };
  },
});

/** The yearly review calls itself so; where the minutes say no kind, having most of its topics shows it. */
function isYearly(facts: Located['facts'], record: RecordFact, missing: number, lexicon: Lexicon): boolean {
  const kind = givenField(record, 'review_kind');
  if (kind !== null) return kind.value?.type === 'enumeration' && kind.value.value === 'annual';
  const interim = missingTopics(facts, INTERIM_TOPICS, lexicon).length;
  return missing < YEARLY_TOPICS.size && (missing <= YEARLY_TOPICS.size / 2 || interim === INTERIM_TOPICS.size);
}

/** Between departments there is no contract, and a row that says "none" has answered. */
function isWithoutContract(meeting: Located, view: View): boolean {
  return customersIn(meeting, view).some(({ record }) => {
    const [side, contract] = [fieldOf(record, 'side'), fieldOf(record, 'contract')];
    if (contract?.state === 'not-applicable') return true;
    return side?.value?.type === 'enumeration' && side.value.value === 'internal' && contract?.state !== 'given';
  });
}
