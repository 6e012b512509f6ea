/** Steps: the items of ordered and task lists in procedures, as records that name who acts. */
import { flatten, plainText } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { Block, List } from '../syntax/tree.ts';
import type { FieldFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { blockWords, type Section } from './sections.ts';
import { recordOf } from './tables.ts';

const LABELLED_ACTOR = /^\s*([\p{Lu}][\p{L}&/ -]{2,40}?)\s*:\s+\S/u;
/** "The Change Manager approves …": the run of capitalised words behind the article. */
const SUBJECT = /^\s*(?:The|Der|Die|Das)\s+((?:\p{Lu}[\p{L}-]*)(?:\s+(?:\p{Lu}[\p{L}-]*|of|and|for))*)\s+\p{Ll}/u;

/** Reads the steps of lists in sections that hold steps or activities; in: sections and the kinds of the document. */
export function readSteps(
  sections: readonly Section[],
  lead: readonly Block[],
  kinds: readonly string[],
  lexicon: Lexicon,
): readonly RecordFact[] {
  const found: RecordFact[] = [];
  const procedural = kinds.includes('procedure') || kinds.includes('work-instruction');
  const take = (blocks: readonly Block[], section: string | null): void => {
    for (const block of blocks)
      if (block.type === 'list' && (block.ordered || block.items.some((item) => item.checked !== null)))
        found.push(...listSteps(block, section, lexicon));
  };
  if (procedural) take(lead, null);
  for (const section of sections) {
    const names = kinds.flatMap((kind) => lexicon.sectionNames(kind, section.heading.text));
    const stepwise =
      names.some((name) => name === 'steps' || name === 'activities') ||
      /^(?:step|schritt)\s*\d/i.test(section.heading.text);
    if (
      stepwise ||
      (procedural && section.own.some((block) => block.type === 'list' && block.ordered && block.items.length >= 3))
    )
      take(section.own, section.heading.text);
  }
  return found;
}

function listSteps(list: List, section: string | null, lexicon: Lexicon): readonly RecordFact[] {
  return list.items.flatMap((item) => {
    const first = item.children[0];
    if (first === undefined) return [];
    const flat = first.type === 'paragraph' ? flatten(first.children, 'keep') : null;
    const words = (flat?.text ?? blockWords(first)).trim();
    if (words === '') return [];
    const fields: FieldFact[] = [];
    const action = lexicon.fieldNamed('step', 'action');
    if (action !== null)
      fields.push(
        fieldFact(action, {
          label: action.title,
          labelSpan: null,
          raw: words,
          span: first.span,
          links: [],
          shape: 'row',
        }),
      );
    const placeOf = (part: string): Span => {
      const at = flat === null ? -1 : flat.text.indexOf(part);
      return flat === null || at < 0 ? first.span : flat.spanOf(at, at + part.length);
    };
    const actor = actorOf(first, words);
    const actorField = lexicon.fieldNamed('step', 'actor');
    if (actor !== null && actorField !== null)
      fields.push(
        fieldFact(actorField, {
          label: actorField.title,
          labelSpan: null,
          raw: actor,
          span: placeOf(actor),
          links: [],
          shape: 'row',
        }),
      );
    return [recordOf('step', fields, item.span, 'item', section, words.slice(0, 80))];
  });
}

function actorOf(first: Block, words: string): string | null {
  if (first.type === 'paragraph' && first.children[0]?.type === 'strong') {
    const strong = plainText([first.children[0]]).trim();
    if (/:$/.test(strong) || /^\s*(?::|[–—-]\s)/.test(words.slice(strong.length))) return strong.replace(/\s*:$/, '');
  }
  const labelled = LABELLED_ACTOR.exec(words);
  if (labelled !== null && (labelled[1] ?? '').split(/\s+/).length <= 4) return labelled[1] ?? null;
  return SUBJECT.exec(words)?.[1] ?? null;
}
