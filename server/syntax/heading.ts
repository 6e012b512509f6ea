/** Finishes a heading: its words, their place, and the `{#id}` that may stand behind them. */
import { plainText } from './inline-text.ts';
import type { Span } from './span.ts';
import type { Heading, Inline } from './tree.ts';

const HEADING_ID = /[ \t]*\{:?[ \t]*#([^\s{}]+)[^{}]*\}[ \t]*$/;

/** In: a heading's depth, span, style and inlines. Out: the heading; an `{#id}` at its end is its id, not its words. */
export function toHeading(depth: Heading['depth'], span: Span, setext: boolean, inlines: readonly Inline[]): Heading {
  let children = inlines;
  let id: string | null = null;
  const last = inlines.at(-1);
  const match = last?.type === 'text' && last.value.endsWith('}') ? HEADING_ID.exec(last.value) : null;
  if (last?.type === 'text' && match && last.value.length === last.span.end - last.span.start) {
    id = match[1] ?? null;
    const value = last.value.slice(0, match.index);
    const rest = children.slice(0, -1);
    const cut: Inline = { type: 'text', span: { start: last.span.start, end: last.span.start + match.index }, value };
    children = value === '' ? rest : [...rest, cut];
  }
  const first = children[0];
  const empty = id === null ? span.end : (last?.span.start ?? span.end);
  return {
    type: 'heading',
    span,
    depth,
    setext,
    children,
    text: plainText(children),
    textSpan: { start: first?.span.start ?? empty, end: children.at(-1)?.span.end ?? empty },
    id,
  };
}
