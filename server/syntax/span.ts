/** A span: the half-open stretch of a text, in UTF-16 code units, that every fact and finding points at. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes a span; in: two offsets in UTF-16 code units, start <= end. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Tells whether an offset lies in a span, its two ends included, so that a cursor at either border counts. */
export function touches(s: Span, offset: number): boolean {
  return s.start <= offset && offset <= s.end;
}

/** Tells whether one span lies wholly inside another. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
