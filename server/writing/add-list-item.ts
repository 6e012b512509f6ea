/** A new item behind one of a list, with the same sign and indentation. */
import type { RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import { keepsMetadata, parts, reread } from './proof.ts';
import { lineEndOf, lineStart, lineStop, oneLine, type WritingSource } from './source.ts';

/**
 * Adds an item behind the one that a record was read from.
 * In: the document, the record of the item before, the words of the new one, the lexicon. Out: the edit; null where the record
 * is no item of a list, or the new item would not be read as a record like it.
 */
export function addListItem(
  source: WritingSource,
  before: RecordFact,
  words: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const { text } = source.tree;
  const content = before.fields[0]?.span;
  if (source.tree.format !== 'markdown' || before.form !== 'item' || content === undefined) return null;
  const lead = /^(\s*)(?:([-*+])|(\d+)([.)]))(\s+)$/.exec(text.slice(lineStart(text, content.start), content.start));
  if (lead === null) return null;
  const [, indent = '', sign, number, dot = '', gap = ' '] = lead;
  const mark = sign ?? `${Number(number) + 1}${dot}`;
  const end = before.span.start + text.slice(before.span.start, before.span.end).trimEnd().length;
  const at = lineStop(text, end);
  const edits = [{ span: span(at, at), text: `${lineEndOf(text)}${indent}${mark}${gap}${oneLine(words)}` }];
  const after = reread(source, edits, lexicon);
  if (after === null || !keepsMetadata(source.facts, after, new Set(['services', 'exclusions']))) return null;
  const added = parts(after).filter((record) => record.kind === before.kind).length;
  const old = parts(source.facts).filter((record) => record.kind === before.kind).length;
  return added === old + 1 && parts(after).length === parts(source.facts).length + 1 ? edits : null;
}
