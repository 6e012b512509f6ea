/** Topics of a review with a customer: which the minutes speak of, as a section, a line, a row or an item. */
import { type Facts, type FieldFact, fieldOf } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';

/** What the yearly review has to cover: section names of service review minutes, and what to call them. */
export const YEARLY_TOPICS: ReadonlyMap<string, string> = new Map([
  ['scope-changes', 'changes to scope'],
  ['sla-changes', 'changes to the SLA'],
  ['contract-changes', 'changes to the contract'],
  ['business-needs', 'business needs'],
]);

/** What an interim meeting has to cover. */
export const INTERIM_TOPICS: ReadonlyMap<string, string> = new Map([
  ['performance', 'performance'],
  ['achievements', 'achievements'],
  ['issues', 'issues'],
  ['actions', 'action plans'],
]);

const KIND = 'service-review-minutes';

/** One topic of the minutes, with what they say of it. */
export interface Topic {
  /** Section names that it answers to. */
  readonly names: readonly string[];
  /** What came of it; null where it stands as a heading, whose words are in the section. */
  readonly said: FieldFact | null;
  readonly words: string;
  readonly given: boolean;
}

/** The topics that minutes of a service review speak of; in: the document and the lexicon. */
export function topicsOf(facts: Facts, lexicon: Lexicon): readonly Topic[] {
  const found: Topic[] = facts.sections
    .filter((section) => section.level > 1 && section.names.length > 0)
    .map((section) => ({ names: section.names, said: null, words: section.lead, given: section.state === 'given' }));
  for (const record of facts.records) {
    if (record.kind !== 'review-input') continue;
    const input = fieldOf(record, 'input');
    const names = input?.state === 'given' ? lexicon.sectionNames(KIND, input.raw) : [];
    const said = fieldOf(record, 'seen') ?? fieldOf(record, 'conclusion');
    if (names.length > 0) found.push({ names, said, words: said?.raw ?? '', given: said?.state === 'given' });
  }
  for (const field of facts.metadata) {
    const names = lexicon.sectionNames(KIND, field.label);
    if (field.shape !== 'section' && names.length > 0)
      found.push({ names, said: field, words: field.raw, given: field.state === 'given' });
  }
  if (facts.records.some((record) => record.kind === 'action'))
    found.push({ names: ['actions'], said: null, words: '', given: true });
  if (facts.records.some((record) => record.kind === 'kpi-result'))
    found.push({ names: ['performance'], said: null, words: '', given: true });
  return found;
}

/** Which of the topics the minutes do not speak of at all; in: the document, topics by section name, the lexicon. */
export function missingTopics(facts: Facts, topics: ReadonlyMap<string, string>, lexicon: Lexicon): readonly string[] {
  const spoken = new Set(topicsOf(facts, lexicon).flatMap((topic) => topic.names));
  return [...topics.keys()].filter((name) => !spoken.has(name));
}
