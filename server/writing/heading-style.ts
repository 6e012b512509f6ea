/** How a document writes its headings: marks, level, capitals and numbers, for a new one beside the others. */
import type { SectionFact } from '../reading/facts.ts';
import { contains } from '../syntax/span.ts';
import type { Heading, MarkdownTree } from '../syntax/tree.ts';
import { lineStart } from './source.ts';

export interface HeadingStyle {
  readonly level: number;
  readonly setext: boolean;
  /** Between the opening marks and the words. */
  readonly gap: string;
  /** Hashes behind the words too. */
  readonly closed: boolean;
  readonly titleCase: boolean;
}

/** A heading's own number: `3.`, `3.2`, `§ 4`. */
export const HEADING_NUMBER = /^((?:\d{1,2}\.)*)(\d{1,2})([.)]?)(\s+)(?=\S)/;

/** The heading block of a section. */
export function headingOf(tree: MarkdownTree, section: SectionFact): Heading | null {
  const found = tree.blocks.find((block) => block.type === 'heading' && contains(block.span, section.headingSpan));
  return found?.type === 'heading' ? found : null;
}

/** The style of the headings of one level; in: the text, the level, and the headings that a new one stands among. */
export function headingStyle(
  text: string,
  level: number,
  siblings: readonly Heading[],
  others: readonly Heading[],
): HeadingStyle {
  const models = siblings.length > 0 ? siblings : others;
  const setext = level <= 2 && models.length > 0 && models.every((heading) => heading.setext);
  const atx = models.filter((heading) => !heading.setext);
  const closed =
    atx.length > 0 && atx.every((heading) => /\s#+\s*$/.test(text.slice(heading.textSpan.end, heading.span.end)));
  const first = atx[0];
  const gap =
    first === undefined ? ' ' : (/^#+([ \t]+)/.exec(text.slice(first.span.start, first.span.end))?.[1] ?? ' ');
  const several = models.filter((heading) => /\S\s+\S/.test(heading.text.replace(HEADING_NUMBER, '')));
  const titleCase =
    several.length > 0 &&
    several.every((heading) =>
      heading.text
        .replace(HEADING_NUMBER, '')
        .split(/\s+/)
        .every((word) => !/^\p{Ll}/u.test(word) || SMALL.has(word)),
    ) &&
    several.some((heading) => /\s\p{Lu}\p{Ll}/u.test(heading.text.replace(HEADING_NUMBER, '')));
  return { level, setext, gap, closed, titleCase };
}

const SMALL: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'into',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** Writes a heading; in: its style, number (with its dot and blank, or empty), title and the line end. */
export function headingText(style: HeadingStyle, number: string, title: string, lineEnd: string): string {
  const cased = style.titleCase
    ? title
        .split(' ')
        .map((word, i) => (i > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
        .join(' ')
    : title;
  const words = `${number}${cased}`;
  if (style.setext) return `${words}${lineEnd}${(style.level === 1 ? '=' : '-').repeat(Math.max(words.length, 3))}`;
  const marks = '#'.repeat(style.level);
  return `${marks}${style.gap}${words}${style.closed ? ` ${marks}` : ''}`;
}

/** Is the line before an offset blank, or is there none? */
export function blankBefore(text: string, at: number): boolean {
  const start = lineStart(text, at);
  return start === 0 || text.slice(lineStart(text, start - 1), start).trim() === '';
}
