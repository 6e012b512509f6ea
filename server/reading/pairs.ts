/** Label and value pairs in every notation that documents use for their metadata and for blocks of key lines. */

import { htmlRows } from '../syntax/html.ts';
import { flatten, wordsOf } from '../syntax/inline-text.ts';
import { type Span, span } from '../syntax/span.ts';
import type { Inline, Paragraph, Table, TableCell, YamlMap, YamlNode } from '../syntax/tree.ts';
import type { Shape } from './facts.ts';
import type { Pair } from './field.ts';
import { linksIn, valueWords } from './words.ts';

const KEY_LINE = /^\s*(?:[-*•]\s+)?([^:\n]{1,60}?)\s*:(?!\/\/)[ \t]*(.*)$/;

/**
 * Reads `**Label:** value` lines and, where `plain` allows it, `Label: value` lines from a paragraph.
 * In: the document's path and text, the paragraph, the number of its block, and which plain labels count. Out: pairs in order.
 */
export function keyLinePairs(
  path: string,
  text: string,
  paragraph: Paragraph,
  block: number,
  plain: (label: string) => boolean,
): readonly Pair[] {
  const found: Pair[] = [];
  // Most paragraphs are sentences without a colon.
  if (!wordsOf(paragraph.children).includes(':')) return found;
  for (const line of inlineLines(paragraph.children)) {
    const parts = sideBySide(line).map((part) => keyLine(path, text, part, block, plain));
    if (parts.length > 1 && parts.every((pair) => pair !== null && plain(pair.label))) {
      found.push(...parts.flatMap((pair) => pair ?? []));
      continue;
    }
    const pair = keyLine(path, text, line, block, plain);
    if (pair !== null) found.push(pair);
  }
  return found;
}

const BESIDE = /\s+[|·•]\s+/g;

/**
 * The parts of a line such as `Owner: Jane Doe | Version: 1.2 | Status: approved` or `**Owner:** Jane Doe **Version:** 1.2`;
 * the line itself where nothing parts it.
 */
function sideBySide(line: Line): readonly Line[] {
  const parts: Inline[][] = [[]];
  const put = (child: Inline): void => {
    parts[parts.length - 1]?.push(child);
  };
  for (const [i, child] of line.children.entries()) {
    if (child.type === 'strong' && isLabel(child, line.children[i + 1]) && !isBlank(parts[parts.length - 1] ?? []))
      parts.push([]);
    if (child.type !== 'text' || child.span.end - child.span.start !== child.value.length) {
      put(child);
      continue;
    }
    let at = 0;
    const piece = (end: number): void => {
      if (end > at)
        put({
          type: 'text',
          span: span(child.span.start + at, child.span.start + end),
          value: child.value.slice(at, end),
        });
    };
    for (const sign of child.value.matchAll(BESIDE)) {
      piece(sign.index);
      parts.push([]);
      at = sign.index + sign[0].length;
    }
    piece(child.value.length);
  }
  return parts.filter((part) => part.length > 0).map((children) => ({ children }));
}

/** The inlines of one written line. */
export interface Line {
  readonly children: readonly Inline[];
}

/** Cuts inlines at the ends of their written lines. */
export function inlineLines(children: readonly Inline[]): readonly Line[] {
  const lines: Inline[][] = [[]];
  const current = (): Inline[] => lines[lines.length - 1] ?? [];
  for (const child of children) {
    if (child.type === 'break' || (child.type === 'html' && /^<br\s*\/?>$/i.test(child.value))) {
      lines.push([]);
      continue;
    }
    if (child.type !== 'text' || !child.value.includes('\n')) {
      current().push(child);
      continue;
    }
    // A soft line end stands inside a text node; the source keeps one line end (and any indentation) for it.
    let offset = child.span.start;
    const parts = child.value.split('\n');
    const literal = child.span.end - child.span.start === child.value.length;
    parts.forEach((part, i) => {
      if (i > 0) lines.push([]);
      const start = literal ? offset : child.span.start;
      const end = literal ? offset + part.length : child.span.end;
      if (part !== '') current().push({ type: 'text', span: span(start, end), value: part });
      offset += part.length + 1;
    });
  }
  return lines.filter((line) => line.length > 0).map((line) => ({ children: line }));
}

function keyLine(
  path: string,
  text: string,
  line: Line,
  block: number,
  plain: (label: string) => boolean,
): Pair | null {
  const flat = flatten(line.children, 'keep');
  const match = KEY_LINE.exec(flat.text);
  if (match === null) return null;
  const label = (match[1] ?? '').trim();
  const labelAt = flat.text.indexOf(label);
  const valueText = (match[2] ?? '').trim();
  const first = line.children.find((child) => !(child.type === 'text' && child.value.trim() === ''));
  const bold = first !== undefined && (first.type === 'strong' || first.type === 'emphasis');
  if (!bold && !plain(label)) return null;
  if (bold) {
    // `**Label:** value` and `**Label**: value` only: a bold half sentence that happens to hold a colon is prose.
    const strong = flatten([first], 'keep').text.trim();
    const rest = flat.text.trimStart().slice(strong.length);
    if (!/:\s*$/.test(strong) && !/^\s*:/.test(rest)) return null;
  }
  const colonAt = flat.text.indexOf(':', labelAt + label.length);
  const after = flat.text.slice(colonAt + 1);
  const valueStart = colonAt + 1 + (after.length - after.trimStart().length);
  const labelSpan = flat.spanOf(labelAt, labelAt + label.length);
  const lineEnd = line.children[line.children.length - 1]?.span.end ?? labelSpan.end;
  const rest = line.children.filter((child) => child !== first || !bold);
  const value =
    valueText !== ''
      ? valueText
      : bold
        ? valueWords(text, rest, span(labelSpan.end, lineEnd)).replace(/^:\s*/, '')
        : '';
  const valueSpan =
    valueText !== ''
      ? flat.spanOf(valueStart, valueStart + valueText.length)
      : value !== ''
        ? trimSpan(text, restSpan(text, rest, lineEnd))
        : span(lineEnd, lineEnd);
  return {
    label,
    labelSpan,
    raw: value,
    span: valueSpan,
    links: linksIn(path, line.children),
    shape: 'key-line',
    block,
  };
}

function restSpan(text: string, rest: readonly Inline[], end: number): Span {
  const start = rest[0]?.span.start ?? end;
  const colon = /^\s*:/.exec(text.slice(start, end));
  return span(start + (colon?.[0].length ?? 0), end);
}

/** Narrows a span to what it holds without white space at its ends. */
export function trimSpan(text: string, s: Span): Span {
  const inside = text.slice(s.start, s.end);
  const lead = inside.length - inside.trimStart().length;
  if (lead === inside.length) return span(s.start, s.start);
  return span(s.start + lead, s.start + inside.trimEnd().length);
}

/** One cell as label or value. */
export function cellWords(text: string, cell: TableCell): string {
  return valueWords(text, cell.children, cell.span);
}

/**
 * Reads a table as label and value columns, one pair a row or several side by side.
 * In: the table, how many of its rows are a header (0 where the header row is itself a pair). Out: pairs; rows with no label give none.
 */
export function tablePairs(
  path: string,
  text: string,
  table: Table,
  block: number,
  headerRows: 0 | 1,
): readonly Pair[] {
  const found: Pair[] = [];
  for (const row of table.rows.slice(headerRows)) {
    for (let i = 0; i + 1 < row.cells.length; i += 2) {
      const label = row.cells[i];
      const value = row.cells[i + 1];
      if (label === undefined || value === undefined) continue;
      const words = cellWords(text, label).replace(/\s*:\s*$/, '');
      if (words === '') continue;
      found.push({
        label: words,
        labelSpan: label.span,
        raw: cellWords(text, value),
        span: value.span,
        links: linksIn(path, value.children),
        shape: 'table',
        block,
      });
    }
  }
  return found;
}

function isBlank(part: readonly Inline[]): boolean {
  return part.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** Does a bold stretch end in a colon, or stand before one? */
function isLabel(strong: Inline, next: Inline | undefined): boolean {
  return /:\s*$/.test(flatten([strong], 'keep').text) || (next?.type === 'text' && /^\s*:/.test(next.value));
}

/** Reads a table of one row under its labels as pairs; in: the table, the number of its block. */
export function rowPairs(path: string, text: string, table: Table, block: number): readonly Pair[] {
  const [header, row] = table.rows;
  return (header?.cells ?? []).flatMap((label, i): readonly Pair[] => {
    const value = row?.cells[i];
    if (value === undefined) return [];
    return [
      {
        label: cellWords(text, label).replace(/\s*:\s*$/, ''),
        labelSpan: label.span,
        raw: cellWords(text, value),
        span: value.span,
        links: linksIn(path, value.children),
        shape: 'table',
        block,
      },
    ];
  });
}

const HTML_LABEL = /<(strong|b)>([^<>:]{1,60}?)\s*:?\s*<\/\1>\s*:?\s*(?:<(?!br|\/)[^<>]*>\s*)*([^<>\n]+)/gi;

/** Reads `<strong>Label:</strong> value` from raw HTML outside tables. */
export function htmlKeyLines(value: string, base: number, block: number): readonly Pair[] {
  if (/<t[dhr]\b/i.test(value)) return [];
  return [...value.matchAll(HTML_LABEL)].flatMap((match): readonly Pair[] => {
    const [label, raw] = [(match[2] ?? '').trim(), (match[3] ?? '').trim()];
    // The colon may stand inside or outside the bold; without one it is an emphasis.
    if (raw === '' || !/:\s*<|>\s*:/.test(match[0])) return [];
    const at = base + match.index + match[0].length - (match[3] ?? '').trimStart().length;
    const labelAt = base + match.index + match[0].indexOf(label);
    return [
      {
        label,
        labelSpan: span(labelAt, labelAt + label.length),
        raw,
        span: span(at, at + raw.length),
        links: [],
        shape: 'html-table',
        block,
      },
    ];
  });
}

/** Reads raw HTML tables as label and value columns. */
export function htmlPairs(value: string, base: number, block: number): readonly Pair[] {
  const found: Pair[] = [];
  for (const row of htmlRows(value, base)) {
    for (let i = 0; i + 1 < row.length; i += 2) {
      const label = row[i];
      const cell = row[i + 1];
      if (label === undefined || cell === undefined || label.text === '') continue;
      found.push({
        label: label.text.replace(/\s*:\s*$/, ''),
        labelSpan: label.span,
        raw: cell.text,
        span: cell.span,
        links: [],
        shape: 'html-table',
        block,
      });
    }
  }
  return found;
}

/** The words of a YAML node as one raw value: lists joined by commas, maps by their values. */
export function yamlWords(node: YamlNode): string {
  if (node.type === 'scalar') return node.resolved === 'null' && node.style === 'plain' ? '' : node.text.trim();
  if (node.type === 'map') {
    // `{role: Change Manager, from: 2024-01-01}` reads "Change Manager (from 2024-01-01)".
    const named = node.entries.find(
      (entry) => /^(?:name|role|title|id|rolle|person)$/i.test(entry.key.text) && entry.value.type === 'scalar',
    );
    if (named !== undefined) {
      const rest = node.entries
        .filter((entry) => entry !== named && yamlWords(entry.value) !== '')
        .map((entry) => `${entry.key.text} ${yamlWords(entry.value)}`);
      return `${yamlWords(named.value)}${rest.length === 0 ? '' : ` (${rest.join(' ')})`}`;
    }
  }
  const parts =
    node.type === 'sequence' ? node.items.map(yamlWords) : node.entries.map((entry) => yamlWords(entry.value));
  return parts.filter((part) => part !== '').join(', ');
}

/** Reads a YAML map as pairs; nested maps give their own pairs under `parent.child` only where the parent names no field. */
export function yamlPairs(map: YamlMap, shape: Shape, block: number): readonly Pair[] {
  return map.entries.map((entry) => ({
    label: entry.key.text,
    labelSpan: entry.key.span,
    raw: yamlWords(entry.value),
    span:
      entry.value.type === 'scalar' && entry.value.text === ''
        ? span(entry.span.end, entry.span.end)
        : entry.value.span,
    links: [],
    shape,
    block,
  }));
}
