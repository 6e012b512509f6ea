/** Turns remark's phrasing nodes into our inlines. */
import type { PhrasingContent } from 'mdast';
import { imageDestination, linkDestination } from './destinations.ts';
import { LIMITS } from './limits.ts';
import type { Span } from './span.ts';
import { textPieces } from './text-pieces.ts';
import type { Inline } from './tree.ts';

/** In: remark's nodes, the source that their offsets count in, and its offset in the document. Out: our inlines. */
export function toInlines(nodes: readonly PhrasingContent[], source: string, base: number, depth = 0): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text') {
      for (const piece of textPieces(source, start, end, node.value, base)) inlines.push(piece);
    } else {
      const inline = toInline(node, start, end, source, base, depth);
      if (inline) inlines.push(inline);
    }
  }
  return inlines;
}

function toInline(
  node: Exclude<PhrasingContent, { type: 'text' }>,
  start: number,
  end: number,
  source: string,
  base: number,
  depth: number,
): Inline | null {
  const span: Span = { start: base + start, end: base + end };
  // Nobody writes emphasis in emphasis that often; what is cut off here stays readable as source.
  const below = (children: readonly PhrasingContent[]): Inline[] =>
    depth < LIMITS.nesting
      ? toInlines(children, source, base, depth + 1)
      : [{ type: 'text', span, value: source.slice(start, end) }];
  switch (node.type) {
    case 'inlineCode':
      return { type: 'code', span, value: node.value };
    case 'html':
      return { type: 'html', span, value: node.value };
    case 'break':
      return { type: 'break', span: { start: base + start, end: base + breakEnd(source, start, end) } };
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { type: node.type, span, children: below(node.children) };
    case 'link': {
      const children = below(node.children);
      const urlSpan = shifted(linkUrlSpan(source, start, end, node.children.at(-1)?.position?.end.offset), base);
      return { type: 'link', span, url: node.url, urlSpan, children };
    }
    case 'image': {
      const urlSpan = shifted(imageDestination(source, start, end), base);
      return { type: 'image', span, url: node.url, urlSpan, alt: node.alt ?? '' };
    }
    case 'linkReference':
      return { type: 'linkReference', span, identifier: node.identifier, children: below(node.children) };
    case 'imageReference':
      return {
        type: 'imageReference',
        span,
        identifier: node.identifier,
        children: altText(node.alt ?? '', source, start, span),
      };
    case 'footnoteReference':
      return { type: 'footnoteReference', span, identifier: node.identifier, children: [] };
    default:
      return null;
  }
}

/** A break ends with its line; remark sometimes counts the indentation of the next one to it. */
function breakEnd(source: string, start: number, end: number): number {
  const at = /[\r\n]/.exec(source.slice(start, end))?.index;
  if (at === undefined) return end;
  return start + at + (source.startsWith('\r\n', start + at) ? 2 : 1);
}

function linkUrlSpan(source: string, start: number, end: number, childrenEnd: number | undefined): Span {
  const opening = source.charAt(start);
  if (opening === '<') return { start: start + 1, end: end - 1 };
  if (opening !== '[') return { start, end };
  return linkDestination(source, childrenEnd ?? start + 1, end);
}

function altText(alt: string, source: string, start: number, span: Span): Inline[] {
  if (alt === '') return [];
  const from = span.start + 2;
  const at = source.startsWith(alt, start + 2) ? { start: from, end: from + alt.length } : span;
  return [{ type: 'text', span: at, value: alt }];
}

function shifted({ start, end }: Span, base: number): Span {
  return { start: base + start, end: base + end };
}
