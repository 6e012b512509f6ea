/** The words of inline content as a person reads them, with what a value needs beside them: its links and its place. */
import { type FlatText, flatten, wordsOf } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { Inline } from '../syntax/tree.ts';
import { resolveLink } from './links.ts';

const COMMENT = /^<!--/;
const LINE_BREAK = /^<br\s*\/?>$/i;

/**
 * The raw value that inline content stands for.
 * In: the document's text and path, the inlines, the span they fill. Out: words without markup; but where raw HTML such as
 * `<enter role>` is all there is, the source itself, since that is how placeholders are written.
 */
export function valueWords(text: string, children: readonly Inline[], span: Span): string {
  const words = wordsOf(children).trim();
  if (words !== '' || children.length === 0) return words;
  const source = children
    .filter((child) => !(child.type === 'html' && (COMMENT.test(child.value) || LINE_BREAK.test(child.value))))
    .map((child) => text.slice(child.span.start, child.span.end))
    .join('')
    .trim();
  return source !== '' && span.start <= span.end ? source : '';
}

/** Workspace paths of the relative links inside inline content. */
export function linksIn(path: string, children: readonly Inline[]): readonly string[] {
  // Hardly any value has one.
  if (!children.some((child) => 'children' in child)) return NONE;
  return children.flatMap((child): readonly string[] => {
    if (!('children' in child)) return NONE;
    const target = child.type === 'link' ? resolveLink(path, child.url).path : null;
    const inside = linksIn(path, child.children);
    return target === null ? inside : [target, ...inside];
  });
}

const NONE: readonly string[] = [];

/** Inline content as flat text with its way back to the source, code left out as blanks. */
export function proseOf(children: readonly Inline[]): FlatText {
  return flatten(children, 'blank');
}
