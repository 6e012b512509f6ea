/** What a write works on: a document's facts and tree, and the lines of its text. */
import type { Facts } from '../reading/facts.ts';
import type { Tree } from '../syntax/tree.ts';

/** One document as it stands right now. */
export interface WritingSource {
  readonly facts: Facts;
  readonly tree: Tree;
}

/** The line end that a text uses: that of its first line; `\n` where it has none. */
export function lineEndOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text.charAt(at - 1) === '\r' ? '\r\n' : '\n';
}

/** Offset at which the line that holds an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Offset at which the line that holds an offset ends, before its line end. */
export function lineStop(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** Offset at which the next line begins; the length of the text behind the last one. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** A value as it goes into one line: runs of white space and line ends become one blank. */
export function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
