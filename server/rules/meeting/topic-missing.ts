/** The rule `meeting.topic-missing`: minutes of an interim meeting that leave out performance, achievements, issues or actions. */
import { givenField } from '../../reading/facts.ts';
import { isInterim } from '../customer-reviews.ts';
import { insertSectionsFix } from '../fixes/sections.ts';
import { heldOn } from '../management-reviews.ts';
import { INTERIM_TOPICS, missingTopics } from '../review-topics.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'meeting.topic-missing',
  title: 'Interim meeting with a customer that leaves a topic out',
  why: 'Interim meetings are there for performance, achievements, issues and action plans. A meeting that only lists tickets leaves the customer with the problems and without the plan.',
  remedy: 'Add the missing topics, with what was said, or “none”.',
  pitfall: 6,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  severity: 'information',
  completeness: true,
  examples: {
    bad: `--- file: review.md
# Service review: Quarry Ltd
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ [meeting.topic-missing] achievements
  💡 Insert the missing topic

**Customer:** Quarry Ltd  
**Date:** 2026-09-15  
**Kind of meeting:** interim

| Topic | Result |
| --- | --- |
| Performance against SLA | all targets met |
| Issues | none |
| Actions | none |
`,
    good: `--- file: review.md
# Service review: Quarry Ltd

**Customer:** Quarry Ltd  
**Date:** 2026-09-15  
**Kind of meeting:** interim

| Topic | Result |
| --- | --- |
| Performance against SLA | all targets met |
| Achievements | moved in without interruption |
| Issues | none |
| Actions | none |
`,
  },
  on: 'records',
  kinds: ['service-review'],
  *check({ facts, record, view, lexicon }) {
    if (record.form !== 'document' || facts.format === 'yaml' || heldOn(record, view.asOf) === null) return;
    if (givenField(record, 'review_kind') === null || !isInterim(record)) return;
    const missing = missingTopics(facts, INTERIM_TOPICS, lexicon);
    if (missing.length === 0) return;
    yield {
      span: record.headSpan,
      message: `The minutes of this interim meeting do not speak of ${missing.map((name) => INTERIM_TOPICS.get(name) ?? name).join(', ')}.`,
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
