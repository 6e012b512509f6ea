/** Edits of a text by offset: the only way in which anything here changes a document. */
import type { Span } from './span.ts';

export interface TextEdit {
  readonly span: Span;
  /** What stands in the place of the span afterwards. */
  readonly text: string;
}

/**
 * Applies edits that all speak of the same text, in any order.
 * In: the text and its edits. Out: the new text, every byte outside the spans untouched; or null where an edit lies
 * outside the text or two edits overlap. Insertions at one place are kept in the order given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | null {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.span.start - b.edit.span.start ||
        // An insertion at the start of a replaced stretch goes before it.
        Number(a.edit.span.end > a.edit.span.start) - Number(b.edit.span.end > b.edit.span.start) ||
        a.order - b.order,
    );
  const pieces: string[] = [];
  let at = 0;
  for (const { edit } of sorted) {
    const { start, end } = edit.span;
    if (!(start >= at && end >= start && end <= text.length)) return null;
    pieces.push(text.slice(at, start), edit.text);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Replaces one stretch of a text; in: the text, a span (clamped into it) and what shall stand there. */
export function spliceText(text: string, { start, end }: Span, replacement: string): string {
  const from = Math.min(Math.max(start, 0), text.length);
  return text.slice(0, from) + replacement + text.slice(Math.min(Math.max(end, from), text.length));
}
