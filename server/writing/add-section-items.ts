/** What is added at the end of a section: items of its list, with the sign and indentation of those that stand there, or a table. */
import type { Facts } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { contains, span, touches } from '../syntax/span.ts';
import type { Block } from '../syntax/tree.ts';
import { keepsMetadata, keepsRecords, keepsSections, parts, reread } from './proof.ts';
import { lineEndOf, lineStart, lineStop, oneLine, type WritingSource } from './source.ts';
import { cellText } from './table-rows.ts';

/**
 * Adds items to the list in which a section ends; where it has none, a list behind its words.
 * In: the document, the section's canonical name, the items as inline Markdown, the lexicon. Out: the edit; null where there is
 * no such section, where it ends with something else, such as a table, or where the document would be read otherwise.
 */
export function addSectionItems(
  source: WritingSource,
  name: string,
  items: readonly string[],
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const list = items.map((words) => `- ${oneLine(words)}`).join(lineEndOf(source.tree.text));
  return atEnd(source, name, lexicon, (text, last) =>
    last.type === 'list' ? behindItems(text, last, items) : behindWords(text, last, list),
  );
}

/**
 * Adds a table of records behind the words of a section.
 * In: the document, the section's canonical name, the record kind, the fields of the columns, the records by field name, the
 * lexicon. Out: as for `addSectionItems`; null, too, where the rows would not be read as records of the kind.
 */
export function addSectionTable(
  source: WritingSource,
  name: string,
  kind: string,
  columns: readonly string[],
  records: readonly Readonly<Record<string, string>>[],
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const lineEnd = lineEndOf(source.tree.text);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    row(columns.map((column) => lexicon.fieldNamed(kind, column)?.title ?? column)),
    row(columns.map(() => '---')),
    ...records.map((values) => row(columns.map((column) => cellText(values[column] ?? '')))),
  ].join(lineEnd);
  const count = (facts: Facts): number => parts(facts).filter((record) => record.kind === kind).length;
  return atEnd(
    source,
    name,
    lexicon,
    (text, last) => behindWords(text, last, table),
    (after) =>
      count(after) === count(source.facts) + records.length &&
      parts(after).length === parts(source.facts).length + records.length,
  );
}

/** One edit at the last block of a section's own words, proved to change nothing else. */
function atEnd(
  source: WritingSource,
  name: string,
  lexicon: Lexicon,
  write: (text: string, last: Block) => TextEdit | null,
  keeps: (after: Facts) => boolean = (after) => keepsRecords(source.facts, after, () => null),
): readonly TextEdit[] | null {
  const { tree, facts } = source;
  const section = facts.sections.find(({ names }) => names.includes(name));
  if (tree.format !== 'markdown' || section === undefined) return null;
  const { text, blocks } = tree;
  const at = blocks.findIndex((block) => block.type === 'heading' && contains(block.span, section.headingSpan));
  const next = blocks.findIndex((block, i) => i > at && block.type === 'heading');
  const last = at < 0 ? undefined : blocks[(next < 0 ? blocks.length : next) - 1];
  const written = last === undefined ? null : write(text, last);
  const edits = written === null ? null : [written];
  const after = edits === null ? null : reread(source, edits, lexicon);
  if (edits === null || after === null || facts.kinds.join() !== after.kinds.join()) return null;
  const kept =
    keepsMetadata(facts, after, new Set(section.names)) &&
    keepsSections(facts, after, (each) => edits.some((edit) => touches(each, edit.span.start))) &&
    keeps(after);
  return kept ? edits : null;
}

function behindItems(text: string, list: Extract<Block, { type: 'list' }>, items: readonly string[]): TextEdit | null {
  const item = list.items.at(-1);
  if (item === undefined) return null;
  const start = lineStart(text, item.span.start);
  const sign = /^(\s*)(?:([-*+])|(\d+)([.)]))(\s+)/.exec(text.slice(start, lineStop(text, start)));
  if (sign === null) return null;
  const [, indent = '', mark, number = '0', dot = '', gap = ' '] = sign;
  const end = item.span.start + text.slice(item.span.start, item.span.end).trimEnd().length;
  const before = list.items.at(-2);
  const loose = before !== undefined && /\n[ \t]*\r?\n/.test(text.slice(before.span.start, item.span.start));
  const lineEnd = lineEndOf(text);
  const lines = items.map((words, i) => `${indent}${mark ?? `${Number(number) + 1 + i}${dot}`}${gap}${oneLine(words)}`);
  return {
    span: span(end, end),
    text: lines.map((line) => `${lineEnd}${loose ? lineEnd : ''}${line}`).join(''),
  };
}

function behindWords(text: string, last: Block, block: string): TextEdit | null {
  if (last.type !== 'heading' && last.type !== 'paragraph' && last.type !== 'html') return null;
  const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
  const lineEnd = lineEndOf(text);
  return { span: span(end, end), text: `${lineEnd}${lineEnd}${block}` };
}
