/** One found value becomes a field fact here, whichever notation it was found in. */
import type { FieldDescription } from '../model/kind.ts';
import { readValue } from '../model/parse-value.ts';
import type { Span } from '../syntax/span.ts';
import type { FieldFact, Shape } from './facts.ts';

/** A label and a value as a notation gave them, not yet known to any kind. */
export interface Pair {
  readonly label: string;
  readonly labelSpan: Span | null;
  readonly raw: string;
  readonly span: Span;
  readonly links: readonly string[];
  readonly shape: Shape;
  /** Which block of the document it came from; two blocks may contradict each other, one may not. */
  readonly block: number;
}

/** What was read as a field, of which description. */
export interface Reading {
  readonly of: FieldDescription;
  readonly fact: FieldFact;
}

/** Makes the field fact of a pair under a field's description. */
export function fieldFact(field: FieldDescription, pair: Omit<Pair, 'block'>): FieldFact {
  const { state, reason, value } = readValue(field, pair.raw);
  return {
    field: field.name,
    label: pair.label,
    raw: pair.raw,
    state,
    reason,
    value,
    span: pair.span,
    labelSpan: pair.labelSpan,
    shape: pair.shape,
    links: pair.links,
  };
}
