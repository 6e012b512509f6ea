/** How an organization improves: which documents say it, and which of the activities they cover. */
import { areasInHeading, areasInTitle } from '../model/process-areas.ts';
import {
  IMPROVEMENT_ACTIVITIES,
  type ImprovementActivity,
  improvementActivities,
} from '../model/vocabulary/improvement-activities.ts';
import { termKey } from '../model/vocabulary/names.ts';
import type { Facts, SectionFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { processName } from '../workspace/keys.ts';
import type { View } from '../workspace/view.ts';
import { isSetAside } from './life.ts';

/** The first words of a section are kept; where they fill all the room, nobody can say here what follows. */
const CUT_OFF = 395;

/** Signs that may follow the last cell of a table: a bar and line breaks. */
const ROW_END = 8;

/** What a process is for, works on and borders on names activities without saying that they are done. */
const NO_ACTIVITY: ReadonlySet<string> = new Set([
  'objective',
  'scope',
  'policies',
  'triggers',
  'inputs',
  'interfaces',
  'definitions',
]);

const SAYS_HOW: ReadonlySet<string> = new Set([
  'process-description',
  'procedure',
  'work-instruction',
  'policy',
  'plan',
  'guideline',
]);

/** Does the title say that the document tells how improvements are made? */
export function isImprovementProcess(facts: Facts): boolean {
  const leading = facts.kinds[0];
  const title = processName(facts) ?? '';
  if (leading === undefined) return areasInHeading(title).includes('improvement');
  return SAYS_HOW.has(leading) && areasInTitle(title).includes('improvement');
}

/** Does a document of the workspace, a part of one, or an entry of a register that says where it is kept, tell how improvements are made? */
export function isImprovementDescribed(view: View, lexicon: Lexicon): boolean {
  const candidates = [...view.treating('improvement'), ...view.documents('service-management-plan')];
  return candidates.some((facts) => {
    if (isSetAside(facts)) return false;
    if (isImprovementProcess(facts)) return true;
    const { sections, links, records } = view.whole(facts);
    return (
      sections.some((section) => isImprovementSection(section) && coversAll(facts, section)) ||
      links.some((link) => link.external && areasInHeading(link.text).includes('improvement')) ||
      records.some(
        (record) =>
          record.kind === 'document-entry' &&
          areasInHeading(record.name).includes('improvement') &&
          !namesKind(record.name, 'improvement-register', lexicon),
      )
    );
  });
}

const isImprovementSection = (section: SectionFact): boolean =>
  section.level > 1 && areasInTitle(section.title).includes('improvement');

/** Is the text of one section enough: does it speak of all four activities, or go on beyond what is kept of it? */
function coversAll(facts: Facts, section: SectionFact): boolean {
  return activitiesMissing([{ facts, within: section }]).length === 0;
}

/** A document, or one section of it, in which to look for the activities. */
export interface Part {
  readonly facts: Facts;
  readonly within: SectionFact | null;
}

/** The activities of which none of the parts speaks, in the order in which they follow each other; none where a part goes on beyond what is kept of it. */
export function activitiesMissing(parts: readonly Part[]): readonly ImprovementActivity[] {
  const found = new Set<ImprovementActivity>();
  for (const { facts, within } of parts) {
    const inside = (start: number): boolean =>
      within === null || (within.span.start <= start && start < within.span.end);
    for (const section of facts.sections) {
      // The title names the thing, "Management of improvements", not what is done.
      if (section.level === 1 || !inside(section.headingSpan.start)) continue;
      if (section.names.length > 0 && section.names.every((name) => NO_ACTIVITY.has(name))) continue;
      if (section.lead.length >= CUT_OFF && !hasSteps(facts, section) && !isListOfImprovements(facts, section))
        return [];
      const words = section === within ? section.lead : `${section.title}\n${section.lead}`;
      for (const activity of improvementActivities(words)) found.add(activity);
    }
    for (const record of facts.records) {
      if (record.kind !== 'step' || !inside(record.span.start)) continue;
      for (const field of record.fields)
        if (field.field === 'action' || field.field === 'record')
          for (const activity of improvementActivities(field.raw)) found.add(activity);
    }
  }
  return IMPROVEMENT_ACTIVITIES.filter((activity) => !found.has(activity));
}

/** Steps are read to their end, however long the list is. */
function hasSteps(facts: Facts, { span }: SectionFact): boolean {
  return facts.records.some(
    (record) => record.kind === 'step' && span.start <= record.span.start && record.span.start < span.end,
  );
}

/** Entries of the register say what is improved, not how: where nothing but them goes on beyond what is kept, all words are known. */
function isListOfImprovements(facts: Facts, { headingSpan, span }: SectionFact): boolean {
  const entries = facts.records.filter(
    (record) => record.kind === 'improvement' && span.start <= record.span.start && record.span.end <= span.end,
  );
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return false;
  return first.span.start - headingSpan.end < CUT_OFF && span.end - last.span.end <= ROW_END;
}

/** Does a text name documents of a kind: "the improvement register", "CSI register (Jira)"? */
export function namesKind(text: string, kind: string, lexicon: Lexicon): boolean {
  const words = ` ${termKey(text)} `;
  return lexicon.titlePhrases.some(
    (each) => each.kind === kind && each.phrase.includes(' ') && words.includes(` ${each.phrase} `),
  );
}
