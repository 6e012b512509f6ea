/** The small writes: another text for a stretch, a field taken out, a link from one document to another. */
import { type FieldFact, fieldOf } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { contains, type Span, span } from '../syntax/span.ts';
import { cellAt } from './field-value.ts';
import { isYamlShape, yamlLimit, yamlMaps } from './homes.ts';
import { htmlRowSpan } from './html-rows.ts';
import { keyLineForm } from './key-lines.ts';
import { keepsMetadata, reread } from './proof.ts';
import { lineStart, lineStop, nextLine, type WritingSource } from './source.ts';
import { entryAt, entryLines } from './yaml-entries.ts';

/** Replaces one stretch; in: the document, the span, the new text. Out: null where the span lies outside or nothing changes. */
export function replaceSpan(source: WritingSource, place: Span, text: string): readonly TextEdit[] | null {
  const whole = source.tree.text;
  if (!(place.start >= 0 && place.end >= place.start && place.end <= whole.length)) return null;
  return whole.slice(place.start, place.end) === text ? null : [{ span: place, text }];
}

/**
 * Takes a metadata field out, with its whole line, row or entry.
 * In: the document, the fact (of its metadata), the lexicon. Out: the edits; null where it shares its line with something else.
 */
export function removeField(source: WritingSource, fact: FieldFact, lexicon: Lexicon): readonly TextEdit[] | null {
  const place = fieldLines(source, fact);
  if (place === null) return null;
  const edits = [{ span: place, text: '' }];
  const after = reread(source, edits, lexicon);
  if (after === null || !keepsMetadata(source.facts, after, new Set([fact.field]))) return null;
  const left = fieldOf(after, fact.field);
  return left !== null && left.raw === fact.raw && left.shape === fact.shape ? null : edits;
}

function fieldLines(source: WritingSource, fact: FieldFact): Span | null {
  const { tree } = source;
  const text = tree.text;
  const label = fact.labelSpan;
  if (label === null) return null;
  if (isYamlShape(fact)) {
    const found = entryAt(yamlMaps(tree), label);
    return found === null ? null : entryLines(text, found.map, found.entry, yamlLimit(tree));
  }
  if (fact.shape === 'table') {
    const cell = cellAt(source, label);
    const row = cell?.table.rows[cell.row];
    return cell === null || row === undefined || cell.row === 0 || row.cells.length !== 2
      ? null
      : span(lineStart(text, row.span.start), nextLine(text, row.span.end));
  }
  if (fact.shape === 'html-table' && tree.format === 'markdown') {
    const block = tree.blocks.find((each) => contains(each.span, label));
    const row = block?.type === 'html' ? htmlRowSpan(text, block, label) : null;
    if (row === null || (text.slice(row.start, row.end).match(/<t[dh]\b/gi)?.length ?? 0) !== 2) return null;
    const alone =
      text.slice(lineStart(text, row.start), row.start).trim() === '' &&
      text.slice(row.end, lineStop(text, row.end)).trim() === '';
    return alone ? span(lineStart(text, row.start), nextLine(text, row.end)) : row;
  }
  if (fact.shape === 'key-line' && keyLineForm(text, fact) !== null)
    return span(lineStart(text, label.start), nextLine(text, label.end));
  return null;
}

/**
 * The destination of a link from one document to another.
 * In: two workspace paths with `/`, the second with an optional `#anchor`. Out: the relative destination, encoded as Markdown needs it.
 */
export function linkTo(from: string, to: string): string {
  const hash = to.indexOf('#');
  const [path, anchor] = hash < 0 ? [to, ''] : [to.slice(0, hash), to.slice(hash)];
  if (path === from && anchor !== '') return anchor;
  const start = from.split('/').slice(0, -1);
  const end = path.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared += 1;
  const parts = [...start.slice(shared).map(() => '..'), ...end.slice(shared).map(encodePart)];
  const relative = parts.join('/');
  // `notes:2024.md` would be taken for a scheme.
  return `${/^[^/]*:/.test(relative) ? './' : ''}${relative}${anchor === '' ? '' : `#${encodePart(anchor.slice(1))}`}`;
}

/** A link in Markdown from one document to another; in: both paths, and the words of the link. */
export function markdownLink(from: string, to: string, words: string): string {
  return `[${words.replace(/[[\]\\]/g, '\\$&')}](${linkTo(from, to)})`;
}

function encodePart(part: string): string {
  return part.replace(/[\s%#?()<>[\]\\"`|*_]/g, (char) =>
    char === '_'
      ? char
      : encodeURIComponent(char).replace(/[()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}
