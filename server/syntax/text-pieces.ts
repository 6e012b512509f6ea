/** Splits a text node where its words and its source part ways, so that every piece knows exactly where it stands. */
import { decodeEntity } from './remark.ts';
import type { Inline } from './tree.ts';

const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z0-9]{1,31});/y;
const LINE_SUFFIX = /[ \t]+(?=[\r\n])/y;
const LEAD = /[ \t>]*/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * In: the source, the stretch of a text node and its value, and the offset of the source in the document. Out: pieces
 * that each stand for their slice of the source, or for one escape, one entity or one `\r\n` (as `\n`). Between two
 * pieces may lie what the value leaves out: blanks around a line end and the marks of quotes. Where source and value
 * cannot be brought together, one piece covers the rest.
 */
export function textPieces(source: string, start: number, end: number, value: string, base: number): Inline[] {
  if (end - start === value.length && value.indexOf('\r') < 0 && source.startsWith(value, start)) {
    return [{ type: 'text', span: { start: base + start, end: base + end }, value }];
  }
  const pieces: Inline[] = [];
  const add = (from: number, to: number, words: string): void => {
    if (words !== '') pieces.push({ type: 'text', span: { start: base + from, end: base + to }, value: words });
  };
  let at = start;
  let taken = 0;
  /** Begin of the plain run that is still open, in source and value. */
  let plain = start;
  let plainTaken = 0;
  while (at < end && taken < value.length) {
    const step = stepAt(source, at, end, value, taken);
    if (step === null) break;
    if (step.words !== null || step.gap > 0) {
      const own = step.words === null ? step : NOTHING;
      add(plain, at + own.length, value.slice(plainTaken, taken + own.taken));
      if (step.words !== null) add(at, at + step.length, step.words);
      plain = at + step.length + step.gap;
      plainTaken = taken + step.taken;
    }
    at += step.length + step.gap;
    taken += step.taken;
  }
  add(plain, at, value.slice(plainTaken, taken));
  if (taken < value.length) add(at, end, value.slice(taken));
  return pieces;
}

/** One step through source and value; what is left out lies behind its `length`. */
interface Step {
  readonly length: number;
  readonly gap: number;
  readonly taken: number;
  /** null for plain characters, or none. */
  readonly words: string | null;
}

const PLAIN: Step = { length: 1, gap: 0, taken: 1, words: null };
const NOTHING: Step = { length: 0, gap: 0, taken: 0, words: null };

/** What stands in the source here, checked against the value; null where they do not fit. */
function stepAt(source: string, at: number, end: number, value: string, taken: number): Step | null {
  const char = source.charAt(at);
  const next = source.charAt(at + 1);
  if (char === '\\' && PUNCTUATION.test(next) && at + 1 < end && value.charAt(taken) === next) {
    return { length: 2, gap: 0, taken: 1, words: next };
  }
  if (char === '&') {
    ENTITY.lastIndex = at;
    const written = ENTITY.exec(source)?.[0];
    if (written && at + written.length <= end) {
      const decoded = decodeEntity(written);
      if (decoded !== written && value.startsWith(decoded, taken)) {
        return { length: written.length, gap: 0, taken: decoded.length, words: decoded };
      }
    }
  }
  if (char === '\n' || char === '\r') return lineEnd(source, at, end, value, taken);
  if (char === ' ' || char === '\t') {
    LINE_SUFFIX.lastIndex = at;
    const suffix = LINE_SUFFIX.exec(source)?.[0];
    // The gap before a line end; the line end itself is the next step.
    if (suffix && at + suffix.length < end) return { length: 0, gap: suffix.length, taken: 0, words: null };
  }
  return char === value.charAt(taken) || char === '\0' ? PLAIN : null;
}

function lineEnd(source: string, at: number, end: number, value: string, taken: number): Step | null {
  const length = source.startsWith('\r\n', at) ? 2 : 1;
  if (!value.startsWith(source.slice(at, at + length), taken)) return null;
  // The run of blanks and quote marks ends at the same character on both sides, so it is measured from its end.
  const stop = Math.min(runEnd(source, at + length), end);
  const own = runEnd(value, taken + length) - taken - length;
  const gap = stop - own - at - length;
  if (gap < 0) return null;
  return { length, gap, taken: length, words: source.charAt(at) === '\n' ? null : '\n' };
}

function runEnd(text: string, at: number): number {
  LEAD.lastIndex = at;
  return at + (LEAD.exec(text)?.[0].length ?? 0);
}
