/** Missing sections, inserted at their places in the order of the kind, with prompts in place of content. */
import { CONTROL_SECTIONS } from '../model/control.ts';
import type { SectionDescription } from '../model/kind.ts';
import type { SectionFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import type { Heading, MarkdownTree } from '../syntax/tree.ts';
import { continuedNumber, type NewNumber } from './heading-numbers.ts';
import { blankBefore, headingOf, headingStyle, headingText } from './heading-style.ts';
import { keepsMetadata, keepsRecords, keepsSections, reread } from './proof.ts';
import { languageOfSections, promptComment, sectionTitle } from './section-words.ts';
import { lineEndOf, lineStop, type WritingSource } from './source.ts';

/**
 * Inserts sections that a document lacks.
 * In: the document, its kind, canonical names of sections, the lexicon. Out: the edits, in the file's heading style and language, with the
 * kind's prompt as a comment below each heading, so that each still counts as empty; null where nothing is missing, a name is
 * unknown, or the document would not be read the same afterwards.
 */
export function insertSections(
  source: WritingSource,
  kind: string,
  names: readonly string[],
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const { tree, facts } = source;
  const described = lexicon.kind(kind)?.sections ?? [];
  const order = [
    ...described,
    ...CONTROL_SECTIONS.filter((section) => !described.some((each) => each.name === section.name)),
  ];
  const standing = new Set(facts.sections.flatMap((section) => section.names));
  const missing = order.filter((section) => names.includes(section.name) && !standing.has(section.name));
  if (
    tree.format !== 'markdown' ||
    missing.length === 0 ||
    names.some((name) => !order.some((section) => section.name === name))
  )
    return null;
  for (const numbered of [true, false]) {
    for (const placement of ['fitting', 'before-last'] as const) {
      const edits = sectionEdits(source, tree, kind, missing, order, lexicon, placement, numbered);
      if (edits !== null && proved(source, edits, missing, lexicon)) return edits;
    }
  }
  return null;
}

/** Where a section goes: behind a sibling, before one, or at the end. */
interface Slot {
  readonly at: number;
  readonly side: 'after' | 'before';
  /** How many of the siblings stand before it. */
  readonly index: number;
}

function sectionEdits(
  source: WritingSource,
  tree: MarkdownTree,
  kind: string,
  missing: readonly SectionDescription[],
  order: readonly SectionDescription[],
  lexicon: Lexicon,
  placement: 'fitting' | 'before-last',
  numbered: boolean,
): readonly TextEdit[] | null {
  const { facts } = source;
  const text = tree.text;
  const lineEnd = lineEndOf(text);
  const level = siblingLevel(facts.sections, kind, lexicon);
  const siblings = facts.sections.filter((section) => section.level === level);
  const headings = siblings.flatMap((section) => headingOf(tree, section) ?? []);
  const all = facts.sections.flatMap((section) => headingOf(tree, section) ?? []);
  if (headings.length !== siblings.length) return null;
  const style = headingStyle(text, level, headings, all);
  const language = languageOfSections(siblings);
  const groups = new Map<string, { slot: Slot; sections: SectionDescription[] }>();
  for (const section of missing) {
    const slot =
      placement === 'fitting' ? slotOf(text, section, order, siblings, headings) : lastSlot(siblings, headings);
    if (slot === null) return null;
    const group = groups.get(`${slot.at}${slot.side}`) ?? { slot, sections: [] };
    group.sections.push(section);
    groups.set(`${slot.at}${slot.side}`, group);
  }
  const ordered = [...groups.values()].sort((a, b) => a.slot.index - b.slot.index);
  const numbers = numbered
    ? continuedNumber(
        source,
        headings,
        ordered.map(({ slot, sections }) => ({ index: slot.index, count: sections.length })),
      )
    : null;
  if (numbered && numbers === null) return null;
  const edits: TextEdit[] = [...(numbers?.renumbered ?? [])];
  ordered.forEach(({ slot, sections }, i) => {
    const written = sections.map((section, n) =>
      sectionText(
        source,
        headingText(style, numberAt(numbers, i, n), sectionTitle(section, kind, language, lexicon), lineEnd),
        promptComment(section, language),
        lineEnd,
      ),
    );
    edits.push(placed(text, slot, written.join(lineEnd + lineEnd), lineEnd));
  });
  return edits;
}

const numberAt = (numbers: NewNumber | null, group: number, n: number): string => numbers?.added[group]?.[n] ?? '';

function placed(text: string, slot: Slot, body: string, lineEnd: string): TextEdit {
  const where = span(slot.at, slot.at);
  if (slot.side === 'before')
    return { span: where, text: `${blankBefore(text, slot.at) ? '' : lineEnd}${body}${lineEnd}${lineEnd}` };
  return { span: where, text: text.trim() === '' ? `${body}${lineEnd}` : `${lineEnd}${lineEnd}${body}` };
}

/** A heading and its prompt; MDX knows no HTML comments, so there the heading stands alone. */
function sectionText(source: WritingSource, heading: string, prompt: string, lineEnd: string): string {
  return /\.mdx$/i.test(source.facts.path) ? heading : `${heading}${lineEnd}${lineEnd}${prompt}`;
}

/** The level at which the kind's sections stand in this document: that of most of them, else one below the title. */
export function siblingLevel(sections: readonly SectionFact[], kind: string, lexicon: Lexicon): number {
  const own = sections.filter(
    (section, i) => !(i === 0 && section.level === 1) && lexicon.sectionNames(kind, section.title).length > 0,
  );
  const counts = new Map<number, number>();
  for (const section of own) counts.set(section.level, (counts.get(section.level) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  if (most !== undefined) return most;
  const below = sections.slice(sections[0]?.level === 1 ? 1 : 0).map((section) => section.level);
  return below.length > 0 ? Math.min(...below) : 2;
}

/** Sections that any document may have at its head; they say nothing about where the others go. */
const ANYWHERE: ReadonlySet<string> = new Set(['control', 'definitions', 'history', 'references']);

function slotOf(
  text: string,
  section: SectionDescription,
  order: readonly SectionDescription[],
  siblings: readonly SectionFact[],
  headings: readonly Heading[],
): Slot | null {
  const at = order.findIndex((each) => each.name === section.name);
  const rankOf = (each: SectionFact): number =>
    Math.max(
      ...each.names
        .filter((name) => !ANYWHERE.has(name))
        .map((name) => order.findIndex((other) => other.name === name)),
      -1,
    );
  const ranks = siblings.map(rankOf);
  let best = -1;
  ranks.forEach((rank, i) => {
    if (rank >= 0 && rank < at && rank >= (ranks[best] ?? -1)) best = i;
  });
  if (best >= 0) return behind(text, siblings, best);
  const later = ranks.findIndex((rank) => rank > at);
  if (later >= 0) return before(headings, later);
  // Nothing of the kind stands here yet: at the end, but before history, references and the like.
  let tail = siblings.length;
  while (tail > 0 && siblings[tail - 1]?.names.some((name) => ANYWHERE.has(name)) === true) tail -= 1;
  if (tail > 0 && tail < siblings.length) return before(headings, tail);
  const end = text.trimEnd().length;
  return {
    at: siblings.length === 0 || tail === 0 ? end : (behind(text, siblings, siblings.length - 1)?.at ?? end),
    side: 'after',
    index: siblings.length,
  };
}

function behind(text: string, siblings: readonly SectionFact[], index: number): Slot | null {
  const section = siblings[index];
  if (section === undefined) return null;
  const stop = lineStop(text, section.span.end);
  const at = text.slice(section.span.end, stop).trim() === '' ? stop : section.span.end;
  return { at, side: 'after', index: index + 1 };
}

function before(headings: readonly Heading[], index: number): Slot | null {
  const heading = headings[index];
  return heading === undefined ? null : { at: heading.span.start, side: 'before', index };
}

/** Before the last section, where metadata at the foot would otherwise be cut off from it. */
function lastSlot(siblings: readonly SectionFact[], headings: readonly Heading[]): Slot | null {
  return siblings.length < 2 ? null : before(headings, siblings.length - 1);
}

function proved(
  source: WritingSource,
  edits: readonly TextEdit[],
  missing: readonly SectionDescription[],
  lexicon: Lexicon,
): boolean {
  const before = source.facts;
  const after = reread(source, edits, lexicon);
  if (after === null || after.sections.length !== before.sections.length + missing.length) return false;
  const empty = missing.every(({ name }) =>
    after.sections.some((section) => section.names.includes(name) && section.state === 'empty'),
  );
  const renumbered = edits.some((edit) => edit.span.end > edit.span.start);
  return (
    empty &&
    before.kinds.every((kind) => after.kinds.includes(kind)) &&
    (renumbered ||
      keepsSections(before, after, (section) =>
        edits.some((edit) => section.start < edit.span.start && edit.span.start < section.end),
      )) &&
    keepsMetadata(before, after, new Set()) &&
    keepsRecords(before, after, () => null) &&
    before.clauses.length === after.clauses.length
  );
}
