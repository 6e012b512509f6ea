/** Numbers of headings: continued for a new one, and the later ones moved on where that changes nothing else. */
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import type { Heading } from '../syntax/tree.ts';
import { HEADING_NUMBER } from './heading-style.ts';
import type { WritingSource } from './source.ts';

export interface NewNumber {
  /** Numbers of the new headings by group, with what follows the number; empty where they get none. */
  readonly added: readonly (readonly string[])[];
  /** Edits of the numbers of later siblings. */
  readonly renumbered: readonly TextEdit[];
}

/**
 * Numbers for groups of new headings.
 * In: the document, the siblings in order, and for each group how many siblings stand before it and how many it adds.
 * Out: no numbers where the siblings have none; null where they are numbered but moving them on is not safe.
 */
export function continuedNumber(
  source: WritingSource,
  siblings: readonly Heading[],
  groups: readonly { readonly index: number; readonly count: number }[],
): NewNumber | null {
  const parts = siblings.map((heading) => HEADING_NUMBER.exec(heading.text));
  const unnumbered: NewNumber = { added: [], renumbered: [] };
  if (parts.filter((part) => part !== null).length < 2) return unnumbered;
  const first = parts[0];
  const consistent = parts.every(
    (part, i) =>
      part !== null && part[1] === first?.[1] && part[3] === first?.[3] && Number(part[2]) === Number(first?.[2]) + i,
  );
  if (!consistent || first === undefined || first === null) return null;
  const [, parent = '', start = '1', mark = '', gap = ' '] = first;
  const from = Math.min(...groups.map((group) => group.index));
  const moved = siblings.slice(from);
  if (moved.length > 0 && !canMove(source, moved)) return null;
  const number = (at: number): string => `${parent}${Number(start) + at}${mark}`;
  let shift = 0;
  const added = groups.map(({ index, count }) => {
    const own = Array.from({ length: count }, (_, n) => `${number(index + shift + n)}${gap}`);
    shift += count;
    return own;
  });
  const renumbered = siblings.flatMap((heading, i): readonly TextEdit[] => {
    const ahead = groups.filter((group) => group.index <= i).reduce((sum, group) => sum + group.count, 0);
    const old = number(i);
    const at = heading.textSpan.start;
    return ahead === 0 ? [] : [{ span: span(at, at + old.length), text: number(i + ahead) }];
  });
  const text = source.tree.text;
  return renumbered.every((edit) => HEADING_NUMBER.test(`${text.slice(edit.span.start, edit.span.end)} x`))
    ? { added, renumbered }
    : null;
}

/** Nothing in the document counts on the numbers: no numbered subsections, no links to the headings, no "section 4" in the text. */
function canMove(source: WritingSource, moved: readonly Heading[]): boolean {
  const { facts, tree } = source;
  const starts = new Set(moved.map((heading) => heading.span.start));
  const sections = facts.sections.filter((section) => [...starts].some((start) => section.span.start === start));
  const inside = facts.sections.filter((section) =>
    sections.some((each) => each.span.start < section.span.start && section.span.end <= each.span.end),
  );
  if (inside.some((section) => HEADING_NUMBER.test(section.title))) return false;
  const slugs = new Set(sections.map((section) => section.slug));
  if (facts.links.some((link) => link.path === facts.path && link.anchor !== null && slugs.has(link.anchor)))
    return false;
  return !/\b(?:sections?|chapters?|see|abschnitt|kapitel|siehe)\s+§?\s*\d/i.test(tree.text);
}
