/** What is being written at the cursor: a key, a column's head, a heading, or the value of a label. */
import { type Span, span } from '../syntax/span.ts';
import { type Neighbour, yamlAround } from './yaml-around.ts';

interface Writing {
  /** What is replaced: what is already typed of it. */
  readonly span: Span;
  readonly typed: string;
}

/** The keys beside a key or value, and what they stand under. */
export interface Surroundings {
  readonly siblings: readonly Neighbour[];
  /** YAML keys above, the nearest first. */
  readonly parents: readonly string[];
  /** True in an item of a YAML list. */
  readonly item: boolean;
}

/** `head`: the first row of a table, cell by cell, where the place is in the body of one. */
export type WrittenPlace =
  | (Writing &
      Surroundings & { readonly type: 'key'; readonly notation: 'yaml' | 'line' | 'table'; readonly open: boolean })
  | (Writing & { readonly type: 'column'; readonly labels: readonly string[]; readonly alone: boolean })
  | (Writing & { readonly type: 'heading' })
  | (Writing & { readonly type: 'blank' })
  | (Writing &
      Surroundings & {
        readonly type: 'value';
        readonly label: string;
        readonly notation: 'yaml' | 'line' | 'table' | 'row';
        /** Heads of the columns, where the value stands in a row. */
        readonly head: readonly string[];
      });

const YAML_KEY = /^(\s*(?:-\s+)*)(["']?)([\p{L}\d _./-]*)$/u;
const YAML_VALUE = /^(\s*(?:-\s+)*)["']?([\p{L}][\p{L}\d _./-]{0,60}?)["']?\s*:\s+(?:\[\s*)?["']?([^"'[\]]*)$/u;
const BOLD_VALUE = /^\s*(?:[-*+]\s+)?(?:\*\*|__)([^*_:]{1,60}?)\s*:?\s*(?:\*\*|__)\s*:?\s*(.*)$/;
const BOLD_KEY = /^\s*(?:[-*+]\s+)?(?:\*\*|__)([^*_:]*)$/;

const ALONE: Surroundings = { siblings: [], parents: [], item: false };

/**
 * Finds what is being written.
 * In: the text, whether it is YAML, and the cursor. Out: null where the line is prose, or code. Only lines are looked at, since
 * what is being typed often does not parse yet.
 */
export function writtenPlace(text: string, format: 'markdown' | 'yaml', offset: number): WrittenPlace | null {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const before = text.slice(start, offset).replace(/^\uFEFF/, '');
  const region = format === 'yaml' ? { start: 0, end: text.length } : yamlRegion(text, offset);
  if (region !== null) return inYaml(text, region, start, offset, before, rest);
  if (inFence(text, start)) return null;
  if (/^\s*\|/.test(before)) return inTable(text, start, offset, before);
  const value = BOLD_VALUE.exec(before);
  if (value !== null) {
    const typed = value[2] ?? '';
    return {
      type: 'value',
      label: value[1] ?? '',
      typed,
      span: span(offset - typed.length, offset),
      notation: 'line',
      head: [],
      ...ALONE,
    };
  }
  const key = BOLD_KEY.exec(before);
  if (key !== null) {
    const typed = key[1] ?? '';
    const open = !/^[^*_:\n]*:?\s*(?:\*\*|__)/.test(rest);
    const after = open ? 0 : (/^[^*_:]*/.exec(rest)?.[0].length ?? 0);
    return { type: 'key', notation: 'line', typed, span: span(offset - typed.length, offset + after), open, ...ALONE };
  }
  if (/^#{1,6}(?:\s|$)/.test(before))
    return { type: 'heading', typed: before, span: span(start, offset + rest.trimEnd().length) };
  const plain = YAML_VALUE.exec(before);
  if (plain !== null) {
    const typed = plain[3] ?? '';
    return {
      type: 'value',
      label: plain[2] ?? '',
      typed,
      span: span(offset - typed.length, offset),
      notation: 'line',
      head: [],
      ...ALONE,
    };
  }
  if (before === '' && rest.trim() === '') return { type: 'blank', typed: '', span: span(start, offset) };
  return null;
}

/** The YAML in a Markdown document: its front matter, closed or not yet, or a block of YAML at its very head. */
function yamlRegion(text: string, offset: number): { readonly start: number; readonly end: number } | null {
  const open = /^\uFEFF?(?:---[ \t]*\r?\n|```ya?ml[ \t]*\r?\n|<!--[ \t]*\r?\n)/.exec(text)?.[0];
  if (open === undefined || offset < open.length) return null;
  const close = open.includes('```') ? /^```/m : open.includes('<!--') ? /^-->/m : /^(?:---|\.\.\.)[ \t]*$/m;
  const body = text.slice(open.length);
  const closed = close.exec(body);
  // Front matter that is not closed yet ends where something begins that can be no YAML.
  const end = closed?.index ?? /^(?:#{1,6} |\||\s*$)/m.exec(body)?.index ?? body.length;
  return offset <= open.length + end ? { start: open.length, end: open.length + end } : null;
}

function inFence(text: string, at: number): boolean {
  let open: string | null = null;
  for (const match of text.slice(0, at).matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    const mark = match[1] ?? '';
    if (open === null) open = mark;
    else if (mark.startsWith(open) && (match[2] ?? '').trim() === '') open = null;
  }
  return open !== null;
}

function inYaml(
  text: string,
  region: { readonly start: number; readonly end: number },
  start: number,
  offset: number,
  before: string,
  rest: string,
): WrittenPlace | null {
  if (/(?:^|\s)#/.test(before)) return null;
  const lines = text.slice(region.start, region.end).split('\n');
  const index = text.slice(region.start, Math.max(start, region.start)).split('\n').length - 1;
  const value = YAML_VALUE.exec(before);
  if (value !== null) {
    const typed = value[3] ?? '';
    const around = yamlAround(lines, index, (value[1] ?? '').length);
    return {
      type: 'value',
      label: value[2] ?? '',
      typed,
      span: span(offset - typed.length, offset),
      notation: 'yaml',
      head: [],
      ...around,
    };
  }
  const key = YAML_KEY.exec(before);
  if (key !== null) {
    const typed = key[3] ?? '';
    const after = /^[\p{L}\d _./-]*["']?\s*:/u.exec(rest)?.[0];
    const written = after === undefined ? 0 : (/^[\p{L}\d _./-]*/u.exec(rest)?.[0].trimEnd().length ?? 0);
    const column = (key[1] ?? '').length + (key[2] ?? '').length;
    const around = yamlAround(lines, index, column);
    return {
      type: 'key',
      notation: 'yaml',
      typed,
      span: span(offset - typed.length, offset + written),
      open: after === undefined,
      ...around,
    };
  }
  return null;
}

function inTable(text: string, start: number, offset: number, before: string): WrittenPlace | null {
  const rows = tableAround(text, start);
  const cells = cellsOf(before);
  const column = cells.length - 1;
  const typed = (cells[column] ?? '').trimStart();
  const after = /^(?:\\\||[^|\r\n])*/.exec(text.slice(offset))?.[0].trimEnd().length ?? 0;
  const head = (rows.lines[0] ?? '') === '' ? [] : cellsOf(rows.lines[0] ?? '', true).map(bare);
  if (rows.index === 0) {
    const labels = head.filter((label, i) => i !== column && label !== '');
    return {
      type: 'column',
      typed,
      span: span(offset - typed.length, offset + after),
      labels,
      alone: rows.lines.length === 1 && labels.length === 0,
    };
  }
  if (rows.index === 1 && /^[\s|:-]*$/.test(rows.lines[1] ?? '')) return null;
  const body = rows.lines.slice(2).map((line) => cellsOf(line, true).map(bare));
  const own = cellsOf(rows.lines[rows.index] ?? '', true).map(bare);
  const width = span(offset - typed.length, offset);
  if (
    head.length === 2 &&
    /^(?:|field|item|attribute|property|key|value|details?|feld|angabe|merkmal|wert)$/i.test(head[column] ?? '') &&
    /^(?:|field|item|attribute|property|key|feld|angabe|merkmal)$/i.test(head[0] ?? '')
  ) {
    const siblings = body
      .map((row) => ({ label: row[0] ?? '', raw: row[1] ?? '' }))
      .filter(({ label }) => label !== '' && label !== own[0]);
    if (column === 1)
      return {
        type: 'value',
        label: own[0] ?? '',
        typed,
        span: width,
        notation: 'table',
        head: [],
        siblings,
        parents: [],
        item: false,
      };
    const plain = typed.replace(/^[*_]+/, '');
    return {
      type: 'key',
      notation: 'table',
      typed: plain,
      span: span(offset - plain.length, offset + after),
      open: false,
      siblings,
      parents: [],
      item: false,
    };
  }
  const siblings = head.flatMap((label, i) => (i === column ? [] : [{ label, raw: own[i] ?? '' }]));
  return {
    type: 'value',
    label: head[column] ?? '',
    typed,
    span: width,
    notation: 'row',
    head,
    siblings,
    parents: [],
    item: false,
  };
}

/** The lines of the table around a line, and which of them it is. */
function tableAround(text: string, start: number): { readonly lines: readonly string[]; readonly index: number } {
  const above: string[] = [];
  for (let at = start; at > 0; ) {
    const end = at - 1;
    at = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(at, end);
    if (!/^\s*\|/.test(line)) break;
    above.unshift(line.replace(/\r$/, ''));
  }
  const lines = [...above];
  for (let at = start; at <= text.length; ) {
    const stop = text.indexOf('\n', at);
    const line = text.slice(at, stop < 0 ? text.length : stop);
    if (!/^\s*\|/.test(line)) break;
    lines.push(line.replace(/\r$/, ''));
    if (stop < 0) break;
    at = stop + 1;
  }
  return { lines, index: above.length };
}

/** Cells of a line up to its end, or, closed, those between the pipes. */
function cellsOf(line: string, closed = false): readonly string[] {
  const inner = line.trimStart().replace(/^\|/, '');
  return (closed ? inner.replace(/(?<!\\)\|\s*$/, '') : inner).split(/(?<!\\)\|/);
}

/** A label without its markup. */
export function bare(cell: string): string {
  return cell.replace(/[*_`]/g, '').replace(/:\s*$/, '').trim();
}
