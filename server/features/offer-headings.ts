/** Offers of headings: the sections that the document's kind has and the document lacks, in the style of its other headings. */
import type { Edition } from '../model/catalogue.ts';
import { CONTROL_SECTIONS } from '../model/control.ts';
import type { SectionDescription } from '../model/kind.ts';
import type { Facts, SectionFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { Span } from '../syntax/span.ts';
import type { MarkdownTree } from '../syntax/tree.ts';
import { HEADING_NUMBER, headingOf, headingStyle, headingText } from '../writing/heading-style.ts';
import { snippetText } from '../writing/holes.ts';
import { siblingLevel } from '../writing/insert-section.ts';
import { languageOfSections, sectionTitle } from '../writing/section-words.ts';
import { sectionPieces } from '../writing/template.ts';
import type { Offer } from './completion.ts';
import { askedBy, labelHelp } from './offer-labels.ts';

/**
 * Missing headings, those that belong at the cursor first.
 * In: what is replaced, what of a heading is typed (null on a blank line, where the section's prompt comes too), and the document.
 */
export function headingOffers(
  place: { readonly span: Span; readonly typed: string | null },
  facts: Facts,
  tree: MarkdownTree,
  lexicon: Lexicon,
  edition: Edition,
): readonly Offer[] {
  const [kind] = facts.kinds;
  if (kind === undefined) return [];
  const { span } = place;
  const own = lexicon.kind(kind)?.sections ?? [];
  const order = [...own, ...CONTROL_SECTIONS.filter(({ name }) => !own.some((each) => each.name === name))];
  const others = facts.sections.filter(
    ({ headingSpan }) => headingSpan.end < span.start || span.end < headingSpan.start,
  );
  const standing = new Set(others.flatMap(({ names }) => names));
  const level = siblingLevel(others, kind, lexicon);
  // Below the title there is no place for a section at its own level.
  if (place.typed !== null && /^#\s/.test(place.typed) && level !== 1) return [];
  const siblings = others.filter((section) => section.level === level);
  const blocks = siblings.flatMap((section) => headingOf(tree, section) ?? []);
  const all = others.flatMap((section) => headingOf(tree, section) ?? []);
  const style = { ...headingStyle(tree.text, level, blocks, all), setext: false };
  const language = languageOfSections(siblings);
  const number = numberAt(siblings, span.start);
  const typed = /^#*\s*/.exec(place.typed ?? '')?.[0] ?? '';
  return sorted(order, standing, siblings, span.start).map((section): Offer => {
    const title = sectionTitle(section, kind, language, lexicon);
    const heading = headingText(style, number, title, '\n');
    const pieces = sectionPieces(heading, section, language);
    const whole = place.typed === null;
    return {
      sort: 'heading',
      label: whole ? heading : title,
      // What is typed may have more or fewer marks than the document's other headings.
      filter: whole ? title : `${typed}${title}`,
      text: whole ? pieces.map((piece) => (typeof piece === 'string' ? piece : piece.prompt)).join('') : heading,
      ...(whole ? { snippet: snippetText(pieces) } : {}),
      span,
      detail: askedBy(section, edition) ?? (own.includes(section) ? 'section' : 'section of any document'),
      documentation: labelHelp(section, edition, language),
    };
  });
}

/** Sections between the one before the cursor and the one behind it come first, then all others, each in the kind's order. */
function sorted(
  order: readonly SectionDescription[],
  standing: ReadonlySet<string>,
  siblings: readonly SectionFact[],
  at: number,
): readonly SectionDescription[] {
  const rank = (section: SectionFact): number =>
    Math.max(-1, ...section.names.map((name) => order.findIndex((each) => each.name === name)));
  const ranks = (sections: readonly SectionFact[]): readonly number[] => sections.map(rank).filter((each) => each >= 0);
  const from = Math.max(-1, ...ranks(siblings.filter(({ headingSpan }) => headingSpan.start < at)).slice(-1));
  const to = Math.min(order.length, ...ranks(siblings.filter(({ headingSpan }) => headingSpan.start > at)).slice(0, 1));
  const open = order.filter(({ name }) => !standing.has(name));
  const fits = (section: SectionDescription): boolean => {
    const index = order.indexOf(section);
    return from < index && index < to;
  };
  return [...open.filter(fits), ...open.filter((section) => !fits(section))];
}

/** The number that a new heading gets where its siblings are numbered: one more than the one before it. */
function numberAt(siblings: readonly SectionFact[], at: number): string {
  const numbered = siblings.filter(({ title }) => HEADING_NUMBER.test(title));
  if (numbered.length < 2 || numbered.length < siblings.length) return '';
  const before = siblings.findLast(({ headingSpan }) => headingSpan.start < at);
  const match = HEADING_NUMBER.exec((before ?? siblings[0])?.title ?? '');
  if (match === null) return '';
  const [, parent = '', number = '0', mark = '', gap = ' '] = match;
  return `${parent}${before === undefined ? number : Number(number) + 1}${mark}${gap}`;
}
