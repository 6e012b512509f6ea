/** Key lines such as `**Owner:** Jane`: new ones in the form of their neighbours, in paragraphs and in lists. */
import type { FieldFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { keyLinePairs } from '../reading/pairs.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { contains, span } from '../syntax/span.ts';
import type { List, Paragraph } from '../syntax/tree.ts';
import { lineEndOf, lineStart, lineStop, oneLine } from './source.ts';

/** How one key line is written, without its words. */
export interface KeyLineForm {
  /** Up to the label: list bullet and bold marks. */
  readonly prefix: string;
  /** From the label to the value: colon and bold marks. */
  readonly middle: string;
  /** Behind the value: a hard line break. */
  readonly tail: string;
}

const PREFIX = /^[\s>]*(?:(?:[-*+•]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?[*_]{0,3}$/;
const TAIL = /(?: {2,}|\\|\s*<br\s*\/?>\s*)$/;

/** Takes the form of the line that a fact stands in; null where it shares the line with something else. */
export function keyLineForm(text: string, fact: FieldFact): KeyLineForm | null {
  if (fact.labelSpan === null) return null;
  const prefix = text.slice(lineStart(text, fact.labelSpan.start), fact.labelSpan.start);
  if (!PREFIX.test(prefix)) return null;
  const stop = lineStop(text, fact.labelSpan.end);
  const rest = text.slice(fact.labelSpan.end, stop);
  const mark = /[*_]*$/.exec(prefix)?.[0] ?? '';
  const close = [...mark].reverse().join('');
  const middle =
    rest.startsWith(close) && close !== ''
      ? `${close}${/^\s*:/.exec(rest.slice(close.length))?.[0] ?? ':'}`
      : `${/^\s*:/.exec(rest)?.[0] ?? ':'}${close}`;
  const tail = TAIL.exec(rest)?.[0] ?? '';
  return { prefix, middle, tail };
}

/** Writes a key line, without its tail; in: the form, the label and the value. */
export function keyLineText(form: KeyLineForm, label: string, value: string): string {
  const words = oneLine(value);
  return `${form.prefix}${label}${form.middle}${words === '' ? '' : ` ${words}`}`;
}

/** The form in which a document without any key lines gets its first. */
export const NEW_KEY_LINE: KeyLineForm = { prefix: '**', middle: ':**', tail: '' };

/**
 * Puts a key line beside another in a list.
 * In: the text, the list, the fact beside which it goes, label and value. Out: the edit; null where the form cannot be told.
 */
export function insertListLine(
  text: string,
  list: List,
  beside: FieldFact,
  side: 'after' | 'before',
  label: string,
  value: string,
): TextEdit | null {
  const place = beside.labelSpan;
  const form = keyLineForm(text, beside);
  const index = place === null ? -1 : list.items.findIndex((item) => contains(item.span, place));
  const item = list.items[index];
  if (form === null || item === undefined) return null;
  const lineEnd = lineEndOf(text);
  const other = list.items[index + 1] ?? list.items[index - 1];
  const between =
    other === undefined
      ? ''
      : text.slice(Math.min(item.span.end, other.span.end), Math.max(item.span.start, other.span.start));
  const gap = /\n[ \t>]*\r?\n/.test(between) ? lineEnd + lineEnd : lineEnd;
  const line = keyLineText(form, label, value);
  const start = lineStart(text, item.span.start);
  if (side === 'before') return { span: span(start, start), text: `${line}${gap}` };
  const end = lineStop(text, item.span.end);
  return { span: span(end, end), text: `${gap}${line}` };
}

/**
 * Puts a key line beside another in paragraphs: one paragraph of lines, or a paragraph a line.
 * In: path and text, the paragraphs, the fact beside which it goes, what labels the reader knows, label and value.
 */
export function insertParagraphLine(
  path: string,
  text: string,
  paragraphs: readonly Paragraph[],
  beside: FieldFact,
  side: 'after' | 'before',
  lexicon: Lexicon,
  label: string,
  value: string,
): TextEdit | null {
  const place = beside.labelSpan;
  const form = keyLineForm(text, beside);
  const paragraph = place === null ? undefined : paragraphs.find((each) => contains(each.span, place));
  if (form === null || place === null || paragraph === undefined) return null;
  const lineEnd = lineEndOf(text);
  const line = keyLineText(form, label, value);
  const start = lineStart(text, place.start);
  const pairs = keyLinePairs(path, text, paragraph, 0, (each) => lexicon.isLabel(each)).flatMap(
    (pair) => pair.labelSpan ?? [],
  );
  const apart = pairs.length === 1 && paragraphs.length > 1;
  const breaks = hardBreak(
    text,
    paragraph,
    pairs.map((pair) => pair.start),
  );
  if (side === 'before')
    return { span: span(start, start), text: apart ? `${line}${lineEnd}${lineEnd}` : `${line}${breaks}${lineEnd}` };
  const next = pairs.find((pair) => pair.start > place.start);
  if (next !== undefined) {
    const at = lineStart(text, next.start);
    return { span: span(at, at), text: `${line}${breaks}${lineEnd}` };
  }
  const end = paragraph.span.end;
  // What stands behind the last line, such as its own two blanks, ends up behind the new one.
  return {
    span: span(end, end),
    text: apart
      ? `${lineEnd}${lineEnd}${line}`
      : `${TAIL.test(text.slice(lineStart(text, end), end)) ? '' : breaks}${lineEnd}${line}`,
  };
}

/** The hard break between the lines of a paragraph; two blanks for a single line, since nothing else shows how it is done. */
function hardBreak(text: string, paragraph: Paragraph, starts: readonly number[]): string {
  const lines = starts.map((start) => lineStop(text, start)).filter((stop) => stop < paragraph.span.end);
  if (lines.length === 0) return '  ';
  for (const stop of lines) {
    const tail = TAIL.exec(text.slice(lineStart(text, stop), stop))?.[0];
    if (tail !== undefined) return tail;
  }
  return '';
}
