/** Sections: the outline of a Markdown document, with what each section answers and how its content stands. */

import type { State } from '../model/value.ts';
import { stateOf } from '../model/vocabulary/placeholders.ts';
import { plainText } from '../syntax/inline-text.ts';
import { span } from '../syntax/span.ts';
import type { Block, Heading, ListItem } from '../syntax/tree.ts';
import type { SectionFact } from './facts.ts';
import type { Lexicon } from './lexicon.ts';

/** A section with the blocks that stand in it, while its document is being read. */
export interface Section {
  readonly heading: Heading;
  readonly slug: string;
  /** The sections of document control that the heading names, whatever the document's kind. */
  readonly control: readonly string[];
  /** Blocks up to the next heading of any level. */
  readonly own: readonly Block[];
  /** Blocks of the whole section, its subsections and their headings included. */
  readonly all: readonly Block[];
}

/** Cuts top-level blocks into sections; in: blocks, what anchors each heading, the lexicon; out: the blocks before the first heading, and the sections. */
export function cutSections(
  blocks: readonly Block[],
  slugOf: (heading: Heading) => string,
  lexicon: Lexicon,
): { readonly lead: readonly Block[]; readonly sections: readonly Section[] } {
  const at: number[] = [];
  for (const [i, block] of blocks.entries()) if (block.type === 'heading') at.push(i);
  const sections = at.map((start, n): Section => {
    const heading = blocks[start] as Heading;
    const next = at[n + 1] ?? blocks.length;
    let after = n + 1;
    while (after < at.length && (blocks[at[after] as number] as Heading).depth > heading.depth) after += 1;
    const own = blocks.slice(start + 1, next);
    return {
      heading,
      slug: slugOf(heading),
      control: lexicon.sectionNames(null, heading.text),
      own,
      all: after === n + 1 ? own : blocks.slice(start + 1, at[after] ?? blocks.length),
    };
  });
  return { lead: blocks.slice(0, at[0] ?? blocks.length), sections };
}

const LEAD_LENGTH = 400;
/** As much as is kept of a section of which rules ask what it says. */
const WHOLE_LENGTH = 4000;

/** The words of a block as running text; in: the block, and how many characters are enough of a list or table. */
export function blockWords(block: Block, enough = Number.POSITIVE_INFINITY): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children);
    case 'list':
      return joined(block.items, itemWords, enough);
    case 'table':
      return joined(block.rows, ({ cells }) => cells.map((cell) => plainText(cell.children)).join(' '), enough);
    case 'quote':
    case 'footnote':
      return block.children.map((child) => blockWords(child)).join('\n');
    case 'code':
      return block.value;
    case 'html':
      return block.value
        .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
        .replace(/<[^>]*>/g, ' ')
        .trim();
    default:
      return '';
  }
}

function itemWords({ children }: ListItem): string {
  return children.map((child) => blockWords(child)).join(' ');
}

/** Parts line by line, until their words are enough. */
function joined<T>(parts: readonly T[], words: (part: T) => string, enough: number): string {
  let all = '';
  for (const [i, part] of parts.entries()) {
    all = i === 0 ? words(part) : `${all}\n${words(part)}`;
    if (all.length > enough && all.trim().length > enough) break;
  }
  return all;
}

/** How the blocks of a document stand: each counts in every section around it, and is looked at once. */
export type Standings = Map<Block, Standing>;

/** The section as a fact under the kind that its document is of; in: the section, the kinds, the lexicon, the document's blocks as far as they are known. */
export function sectionFact(
  section: Section,
  kinds: readonly string[],
  lexicon: Lexicon,
  standings: Standings,
): SectionFact {
  const { heading } = section;
  const names = namesUnder(section, kinds, lexicon);
  const whole =
    names.length > 0 &&
    kinds.some((kind) => lexicon.kind(kind)?.sections.some((each) => each.whole === true && names.includes(each.name)));
  const { state, lead: first, tabular } = contentState(section.all, heading.depth === 1, whole, standings);
  // Minutes without headings say it all under their title.
  const asked = heading.depth === 1 && kinds.some((kind) => lexicon.kind(kind)?.sections.some((each) => each.whole));
  const own = asked ? contentState(section.own, true, true, standings).lead : '';
  const lead = own === '' ? first : own;
  const last = section.all[section.all.length - 1];
  return {
    title: heading.text,
    names,
    level: heading.depth,
    headingSpan: heading.textSpan,
    span: span(heading.span.start, Math.max(heading.span.end, last?.span.end ?? 0)),
    state,
    lead,
    tabular,
    slug: section.slug,
  };
}

/** The sections of some kinds that a heading names. */
function namesUnder(section: Section, kinds: readonly string[], lexicon: Lexicon): readonly string[] {
  const [kind, ...others] = kinds;
  if (kind === undefined) return section.control;
  const first = lexicon.sectionNames(kind, section.heading.text);
  if (others.length === 0) return first;
  return [...new Set([first, ...others.map((other) => lexicon.sectionNames(other, section.heading.text))].flat())];
}

export interface Standing {
  readonly words: string;
  readonly state: State;
}

/** Longer words are prose, and say something. */
const PROSE = 200;

const wordsState = (words: string): State => (words.length <= PROSE ? stateOf(words).state : 'given');

/** The words of what a table or list answers by: its cells below the header, its items. */
function* partsOf(block: Block): Iterable<string> {
  if (block.type === 'list') for (const item of block.items) yield itemWords(item).trim();
  if (block.type !== 'table') return;
  for (const row of block.rows.slice(1)) for (const cell of row.cells) yield plainText(cell.children);
}

/** Tables and lists answer by any of their parts: "< 4 h" in one cell and "> 95 %" in the next are no bracket of a template. */
function partsState(block: Block, words: string): State {
  if (block.type !== 'table' && block.type !== 'list') return wordsState(words);
  const states = new Set<State>();
  for (const part of partsOf(block)) {
    if (part === '') continue;
    const state = wordsState(part);
    if (state === 'given') return state;
    states.add(state);
  }
  // Column heads above nothing but empty cells are a form that waits to be filled in.
  if (states.size === 0) return block.type === 'table' && block.rows.length > 1 ? 'placeholder' : wordsState(words);
  return states.has('not-applicable') ? 'not-applicable' : 'placeholder';
}

function standingOf(block: Block, standings: Standings): Standing {
  const known = standings.get(block);
  if (known !== undefined) return known;
  const words = blockWords(block, LEAD_LENGTH).trim();
  const standing: Standing = {
    words: words.slice(0, LEAD_LENGTH),
    state: words === '' ? 'empty' : partsState(block, words),
  };
  standings.set(block, standing);
  return standing;
}

function isKeyLines(words: string): boolean {
  return words.split('\n').every((line) => /^[\p{L}\d /().&-]{2,40}:(?:\s|$)/u.test(line.trim()));
}

type Content = Pick<SectionFact, 'state' | 'lead' | 'tabular'>;

/** Headings alone are no content; a handful of placeholder words is a form that nobody has filled in. */
function contentState(blocks: readonly Block[], title: boolean, whole: boolean, standings: Standings): Content {
  let lead = '';
  let tabular = false;
  /** Below the title, the document's data may come first: what it is about stands behind. */
  let leading = true;
  let answers = 0;
  let placeholders = 0;
  let reasoned = false;
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'rule' || block.type === 'definition') continue;
    const { words, state } = standingOf(block, standings);
    if (words === '') {
      // A paragraph without words holds an image, which is an answer too.
      if (block.type === 'paragraph') answers += 1;
      continue;
    }
    if (leading) {
      lead = whole ? blockWords(block).trim().slice(0, WHOLE_LENGTH) : words;
      tabular = block.type === 'table';
      leading = lead === '' || (title && (tabular || isKeyLines(lead)));
    } else if (whole && lead.length < WHOLE_LENGTH)
      lead = `${lead}\n${blockWords(block).trim()}`.slice(0, WHOLE_LENGTH);
    if (state === 'placeholder') placeholders += 1;
    else if (state === 'not-applicable') reasoned = true;
    else if (state === 'given') answers += 1;
  }
  if (answers > 0) return { state: 'given', lead, tabular };
  if (reasoned) return { state: 'not-applicable', lead, tabular };
  return { state: placeholders > 0 ? 'placeholder' : 'empty', lead, tabular };
}
