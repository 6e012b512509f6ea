/** Records that stand as the items of a list: the attendees of a meeting, the services of a scope, the topics of a review. */
import type { KindDescription } from '../model/kind.ts';
import { wordsOf } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { List, ListItem } from '../syntax/tree.ts';
import type { RecordFact, SectionFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { recordOf } from './record.ts';
import type { Section } from './sections.ts';
import { linksIn } from './words.ts';

/**
 * Reads the lists that hold a record an item.
 * In: the document's path, its sections with their facts, and its kinds. Out: records in the order of the text: each item
 * below a section whose description says of which kind its items are, and, in minutes, each item that begins with the
 * name of a topic.
 */
export function listRecords(
  path: string,
  sections: readonly Section[],
  facts: readonly SectionFact[],
  kinds: readonly KindDescription[],
  lexicon: Lexicon,
): readonly RecordFact[] {
  const found: RecordFact[] = [];
  if (kinds.length === 0) return found;
  sections.forEach((section, i) => {
    if (!section.own.some((block) => block.type === 'list')) return;
    const names = facts[i]?.names ?? [];
    const described = kinds.flatMap((kind) => kind.sections.filter((each) => names.includes(each.name)));
    const items = described.flatMap((each) => each.items ?? [])[0] ?? null;
    for (const block of section.own) {
      if (block.type !== 'list') continue;
      if (items !== null)
        found.push(...block.items.flatMap((item) => itemRecord(path, item, items, section.heading.text, lexicon)));
      else found.push(...topics(path, block, kinds, section.heading.text, lexicon));
    }
  });
  return found;
}

function itemRecord(
  path: string,
  item: ListItem,
  kind: string,
  section: string,
  lexicon: Lexicon,
): readonly RecordFact[] {
  const words = saidIn(path, item);
  const field = lexicon.fieldNamed(kind, 'name');
  if (words === null || field === null) return [];
  const name = fieldFact(field, { ...words, label: field.title, labelSpan: null, shape: 'row' });
  return [recordOf(kind, [name], item.span, 'item', section)];
}

/** "- Changes to scope: no change": the item says under its label what came of the topic. */
function topics(
  path: string,
  list: List,
  kinds: readonly KindDescription[],
  section: string,
  lexicon: Lexicon,
): readonly RecordFact[] {
  const carrying = kinds.filter((kind) => kind.carries?.includes('review-input'));
  if (carrying.length === 0) return [];
  const [input, seen] = ['input', 'seen'].map((name) => lexicon.fieldNamed('review-input', name));
  if (input == null || seen == null) return [];
  const found = list.items.flatMap((item) => {
    const words = saidIn(path, item);
    const colon = words?.raw.indexOf(':') ?? -1;
    if (words === null || colon <= 0) return [];
    const label = words.raw.slice(0, colon).trim();
    if (!carrying.some((kind) => isTopic(kind.name, label, lexicon))) return [];
    const shared = { labelSpan: null, shape: 'row', links: words.links } as const;
    const rest = words.raw.slice(colon + 1).trim();
    return [
      recordOf(
        'review-input',
        [
          fieldFact(input, { ...shared, raw: label, label: input.title, span: words.span }),
          fieldFact(seen, { ...shared, raw: rest, label: seen.title, span: words.span }),
        ],
        item.span,
        'item',
        section,
      ),
    ];
  });
  // One such item among many others is a sentence that holds a colon.
  return found.length * 2 >= list.items.length ? found : [];
}

function isTopic(kind: string, label: string, lexicon: Lexicon): boolean {
  return label.length <= 80 && lexicon.sectionNames(kind, label).some((name) => name !== 'control');
}

function saidIn(
  path: string,
  item: ListItem,
): { readonly raw: string; readonly span: Span; readonly links: readonly string[] } | null {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return null;
  const raw = wordsOf(first.children).trim();
  return raw === '' ? null : { raw, span: first.span, links: linksIn(path, first.children) };
}
