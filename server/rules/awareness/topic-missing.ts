/** The rule `awareness.topic-missing`: the briefings so far leave out something that people are to be aware of. */
import { AWARENESS_TOPICS, type AwarenessTopic, awarenessTopics } from '../../model/vocabulary/awareness-topics.ts';
import { fieldOf } from '../../reading/facts.ts';
import { lexiconFor } from '../../reading/lexicon.ts';
import { addRecordFix } from '../fixes/add-record.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

const NAMES: Readonly<Record<AwarenessTopic, string>> = {
  policy: 'the policy',
  objectives: 'the objectives',
  services: 'the services',
  contribution: 'the own contribution',
  implications: 'what it means not to conform',
};

export default rule({
  id: 'awareness.topic-missing',
  title: 'Topic that no awareness briefing mentions',
  why: 'The 2018 edition names what people are to be aware of: the policy, the objectives, the services they work for, what they add, and what it means not to conform. The earlier editions name the objectives and the own contribution. A topic that no briefing lists may well have been told, but nothing shows it.',
  remedy: 'Add the topic to the next briefing, or to the entry of the one in which it was told.',
  pitfall: 3,
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.3'] },
  severity: 'information',
  absence: true,
  examples: {
    bad: `--- file: clausewright.yaml
edition: 2018
--- file: awareness.md
# Awareness records

| Date | Topics | Attendees | Form |
| --- | --- | --- | --- |
| 2026-01-27 | Policy, objectives, services, own contribution | All staff | Town hall |
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ [awareness.topic-missing] what it means not to conform
`,
    good: `--- file: clausewright.yaml
edition: 2018
--- file: awareness.md
# Awareness records

| Date | Topics | Attendees | Form |
| --- | --- | --- | --- |
| 2026-01-27 | Policy, objectives, services, own contribution | All staff | Town hall |
| 2026-02-24 | Implications of nonconformity | All staff | Mail |
`,
  },
  on: 'workspace',
  *check(view) {
    const briefings = view.records('awareness').filter(({ facts }) => !isSetAside(facts));
    const told = new Set<AwarenessTopic>();
    let place: { readonly path: string; readonly span: { readonly start: number; readonly end: number } } | null = null;
    for (const { facts, record } of briefings) {
      const topics = fieldOf(record, 'topics');
      // What is told stands in the slides, or is still to be filled in, or in a section of its own.
      if (topics === null || topics.state !== 'given') return;
      if (
        view
          .whole(facts)
          .links.some(({ linkSpan }) => topics.span.start <= linkSpan.start && linkSpan.end <= topics.span.end)
      )
        return;
      const said = awarenessTopics(topics.raw);
      if (said === null) return;
      for (const topic of said) told.add(topic);
      place ??= { path: facts.path, span: topics.span };
    }
    const missing = AWARENESS_TOPICS[view.edition].filter((topic) => !told.has(topic));
    // Where not one topic is recognised, the words are others than ours.
    if (place === null || told.size === 0 || missing.length === 0) return;
    yield {
      ...place,
      message: `No awareness briefing mentions ${missing.map((topic) => NAMES[topic]).join(', ')}.`,
      about: 'topics',
      fixes: [
        addRecordFix(
          'Add a briefing on this, to be filled in',
          place.path,
          'awareness',
          { date: 'TBD', topics: missing.map((topic) => NAMES[topic]).join(', '), attendees: 'TBD' },
          lexiconFor(view.configuration),
        ),
      ],
    };
  },
});
