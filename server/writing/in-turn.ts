/** Several writes into one document, each into what the ones before it have made of it, as one edit in the end. */
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import { rereadSource } from './proof.ts';
import type { WritingSource } from './source.ts';

/** One write; null where it cannot be done. */
export type Write = (source: WritingSource) => readonly TextEdit[] | null;

/** The document after all writes; null as soon as one of them cannot be done. */
export function writtenInTurn(source: WritingSource, writes: readonly Write[], lexicon: Lexicon): WritingSource | null {
  let now: WritingSource | null = source;
  for (const write of writes) {
    const edits: readonly TextEdit[] | null = now === null ? null : write(now);
    if (now === null || edits === null) return null;
    now = rereadSource(now, edits, lexicon);
  }
  return now;
}

/** The edits of all writes together: the stretch from the first change to the last. */
export function editsInTurn(
  source: WritingSource,
  writes: readonly Write[],
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const before = source.tree.text;
  const after = writtenInTurn(source, writes, lexicon)?.tree.text ?? before;
  if (after === before) return null;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const longest = Math.min(before.length, after.length) - start;
  while (end < longest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ span: span(start, before.length - end), text: after.slice(start, after.length - end) }];
}
