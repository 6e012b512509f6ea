/** Fields that the body of a document gives: below the head by labels of the kind's own, and by sections of a field's name. */
import { contains } from '../syntax/span.ts';
import type { Block } from '../syntax/tree.ts';
import type { FieldFact, LinkFact, SectionFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { blockPairs } from './metadata.ts';
import type { Section } from './sections.ts';

/** Below the head, only labels that are the kind's own count: an "Owner" there mostly belongs to something else. */
export function ownPairs(
  path: string,
  text: string,
  block: Block,
  number: number,
  kinds: readonly string[],
  yields: string | null,
  lexicon: Lexicon,
): readonly FieldFact[] {
  if (
    yields === null ||
    (block.type !== 'table' && block.type !== 'paragraph' && block.type !== 'list' && block.type !== 'html')
  )
    return [];
  return blockPairs(path, text, block, number, lexicon, 2).flatMap((pair) => {
    const field = kinds.map((kind) => lexicon.field(kind, pair.label)).find((each) => each !== null) ?? null;
    const own =
      field !== null &&
      kinds.some((kind) => lexicon.kind(kind)?.fields.some((each) => each.name === field.name) === true);
    return field !== null && own ? [fieldFact(field, pair)] : [];
  });
}

/** A section answers the field of its name: `## Scope` gives `scope`; in: the sections, their facts, all links, the kinds. */
export function sectionAnswers(
  sections: readonly Section[],
  facts: readonly SectionFact[],
  links: readonly LinkFact[],
  kinds: readonly string[],
  lexicon: Lexicon,
): readonly FieldFact[] {
  if (kinds.length === 0) return [];
  return facts.flatMap((fact, i) =>
    fact.names.flatMap((name): readonly FieldFact[] => {
      const own = kinds.flatMap((kind) => lexicon.kind(kind)?.fields.find((field) => field.name === name) ?? [])[0];
      const section = sections[i];
      if (own === undefined || section === undefined) return [];
      const body = section.all[0];
      const last = section.all[section.all.length - 1];
      const span =
        body === undefined || last === undefined
          ? { start: fact.span.end, end: fact.span.end }
          : { start: body.span.start, end: last.span.end };
      const made = fieldFact(own, {
        label: fact.title,
        labelSpan: fact.headingSpan,
        raw: fact.lead,
        span,
        links: links.flatMap((link) => (contains(span, link.linkSpan) ? (link.path ?? []) : [])),
        shape: 'section',
      });
      return [{ ...made, state: fact.state, value: fact.state === 'given' ? made.value : null }];
    }),
  );
}
