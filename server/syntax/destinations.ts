/** Finds where the destination of a link, an image or a definition stands in the source. */
import type { Span } from './span.ts';

/** In: the source, the end of the link's label content and of the link. Out: the destination without its brackets. */
export function linkDestination(source: string, labelEnd: number, end: number): Span {
  const open = source.indexOf('](', labelEnd);
  return open < 0 || open >= end ? { start: end, end } : destinationAt(source, open + 2, end);
}

/** In: the source and the span of an image. Out: its destination; brackets in the description are counted. */
export function imageDestination(source: string, start: number, end: number): Span {
  let depth = 0;
  for (let at = start + 1; at < end; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '[') depth += 1;
    else if (char === ']') {
      depth -= 1;
      if (depth === 0 && source.charAt(at + 1) === '(') return destinationAt(source, at + 2, end);
    }
  }
  const open = source.lastIndexOf('](', end);
  return open > start ? destinationAt(source, open + 2, end) : { start: end, end };
}

/** In: the source and the span of a link definition. Out: its destination. */
export function definitionDestination(source: string, start: number, end: number): Span {
  const close = labelClose(source, start, end);
  return destinationAt(source, Math.min(close + 2, end), end);
}

/** In: the source and the span of a link or footnote definition. Out: its label as written, on one line. */
export function definitionLabel(source: string, start: number, end: number): string {
  const from = source.indexOf('[', start) + 1;
  return source.slice(from, labelClose(source, start, end)).replace(/[ \t]*[\r\n]+[ \t>]*/g, ' ');
}

function labelClose(source: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') at += 1;
    else if (char === ']') return at;
  }
  return end;
}

function destinationAt(source: string, from: number, end: number): Span {
  let start = from;
  // A destination may stand on the next line of a quote.
  while (start < end && /[\s>]/.test(source.charAt(start))) start += 1;
  if (source.charAt(start) === '<') {
    let at = start + 1;
    while (at < end && source.charAt(at) !== '>') at += source.charAt(at) === '\\' ? 2 : 1;
    return { start: Math.min(start + 1, end), end: Math.min(at, end) };
  }
  let depth = 0;
  let at = start;
  for (; at < end; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') at += 1;
    else if (/[\s\0]/.test(char)) break;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return { start: Math.min(start, end), end: Math.min(at, end) };
}
