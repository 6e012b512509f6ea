/** Finds where labels, references and code end in a text, for the reader of plain prose. */
import { normalLabel } from './labels.ts';

const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const BACKTICK = 96;

/** Where a reference ends whose first label is given; where that label begins if it is none; -1 in doubt. */
export function referenceEnd(
  text: string,
  defined: ReadonlySet<string>,
  from: number,
  close: number,
  to: number,
): number {
  const own = text.slice(from, close);
  if (/[\\\r\n]/.test(own)) return -1;
  const isDefined = defined.has(normalLabel(own));
  if (close + 1 >= to || text.charCodeAt(close + 1) !== OPEN) return isDefined ? close + 1 : from;
  if (text.charCodeAt(close + 2) === CLOSE && close + 2 < to) return isDefined ? close + 3 : from;
  const second = labelClose(text, close + 2, to);
  if (second < 0) return -1;
  const label = text.slice(close + 2, second);
  if (/[\\\r\n`]/.test(label)) return -1;
  if (defined.has(normalLabel(label))) return second + 1;
  return isDefined ? -1 : from;
}

/** The bracket that closes a label; -1 where there is none, -2 where another one opens first. */
export function labelClose(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CLOSE) return at;
    if (code === OPEN) return -2;
    if (code === BACKSLASH) at += 1;
    else if (code === BACKTICK) {
      const length = runLength(text, at, to, BACKTICK);
      const close = closingTicks(text, at + length, to, length);
      at = (close < 0 ? at : close) + length - 1;
    }
  }
  return -1;
}

/** Where the run of so many backticks begins that closes code; -1 where there is none. */
export function closingTicks(text: string, from: number, to: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0 && at < to; ) {
    const found = runLength(text, at, to, BACKTICK);
    if (found === length) return at;
    at = text.indexOf('`', at + found);
  }
  return -1;
}

/** How often a character stands in a row. */
export function runLength(text: string, at: number, to: number, code: number): number {
  let end = at + 1;
  while (end < to && text.charCodeAt(end) === code) end += 1;
  return end - at;
}
