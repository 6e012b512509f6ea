/** Broken YAML, read piece by piece: every entry that is sound by itself survives its neighbour's fault. */

import { LIMITS } from './limits.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './tree.ts';
import { type ParsedYaml, parseNodes, type SyntaxFault, TOO_DEEP, type YamlReading } from './yaml-nodes.ts';

/** A line that opens an entry: its key, quoted or plain, then a colon. */
const KEY = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#:\-&*!|>%@`"'[\]{},?][^\n#:]*|-[^\s:][^\n#:]*):(?=\s|$)/;
const DOCUMENT_MARK = /^(?:---(?=\s|$)|\.\.\.\s*$)/;

/** In: a text in which a fault was found, its offset and the shared state. Out: what its pieces give, and their faults. */
export function recoverNodes(text: string, base: number, reading: YamlReading): ParsedYaml {
  const faults: SyntaxFault[] = [];
  const roots: YamlNode[] = [];
  for (const [start, end] of documentPieces(text)) {
    roots.push(...recoverBlock(text.slice(start, end), base + start, reading, faults, 0));
  }
  faults.sort((a, b) => a.span.start - b.span.start);
  return { roots, faults };
}

function recoverBlock(
  text: string,
  base: number,
  reading: YamlReading,
  faults: SyntaxFault[],
  depth: number,
): readonly YamlNode[] {
  if (depth > LIMITS.nesting) return [];
  const whole = parsePiece(text, base, reading);
  if (whole.faults.length === 0) return whole.roots;
  const pieces = entryPieces(text);
  if (pieces === null) {
    faults.push(...whole.faults);
    return whole.roots;
  }
  const found: YamlNode[] = [];
  for (const [start, end] of pieces.pieces) {
    const piece = text.slice(start, end);
    found.push(...recoverEntry(piece, base + start, reading, faults, depth, pieces.kind));
  }
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return [];
  const span = { start: first.span.start, end: last.span.end };
  if (pieces.kind === 'map') {
    const entries = found.flatMap((node) => (node.type === 'map' ? node.entries : []));
    return [{ type: 'map', span, flow: false, entries }];
  }
  const items = found.flatMap((node) => (node.type === 'sequence' ? node.items : [node]));
  return [{ type: 'sequence', span, flow: false, items }];
}

/** Out: for a map, maps of one entry or more; for a sequence, sequences or the bare items. */
function recoverEntry(
  text: string,
  base: number,
  reading: YamlReading,
  faults: SyntaxFault[],
  depth: number,
  kind: 'map' | 'sequence',
): readonly YamlNode[] {
  const whole = parsePiece(text, base, reading);
  if (whole.faults.length === 0) return whole.roots;
  if (whole.faults[0]?.code === TOO_DEEP) {
    // Taking it apart level by level would cost the square of its depth.
    faults.push(...whole.faults);
    return [];
  }
  if (kind === 'sequence') {
    // The dash gives way to a space, so that the item's keys are read as a map of their own, offsets unchanged.
    const body = text.replace(/-/, ' ');
    return recoverBlock(body, base, reading, faults, depth + 1);
  }
  const lineEnd = firstLineEnd(text);
  const key = scalarKey(text, base);
  if (key === null) {
    faults.push(...whole.faults);
    return [];
  }
  const valueStart = key.span.end - base + 1;
  const inline = text.slice(valueStart, lineEnd);
  if (/^\s*(?:#.*)?$/.test(inline)) {
    const below = recoverBlock(text.slice(lineEnd), base + lineEnd, reading, faults, depth + 1);
    const value = below[0];
    return value ? [oneEntry(key, value)] : [];
  }
  const lead = inline.length - inline.trimStart().length;
  // What is wrong began with this value, wherever the parser noticed.
  const at = { start: base + valueStart + lead, end: base + valueStart + Math.max(lead, inline.trimEnd().length) };
  faults.push(...whole.faults.slice(0, 1).map((fault) => ({ ...fault, span: at })));
  const quoted = /^\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')/.exec(inline);
  const after = quoted ? inline.slice(quoted[0].length) : '';
  if (quoted && KEY.test(after)) {
    // `name: "x"owner: "y"`: a line end was lost between two entries.
    const split = valueStart + quoted[0].length;
    const first = parsePiece(text.slice(0, split), base, reading).roots;
    return [...first, ...recoverEntry(text.slice(split), base + split, reading, [], depth + 1, 'map')];
  }
  return [oneEntry(key, sourceScalar(inline, base + valueStart))];
}

/** The rest of a line whose value cannot be read, as it stands. */
function sourceScalar(inline: string, start: number): YamlScalar {
  const lead = inline.length - inline.trimStart().length;
  const text = inline.trim();
  const span = { start: start + lead, end: start + lead + text.length };
  return { type: 'scalar', span, text: text.replace(/^["']/, ''), style: 'plain', resolved: 'string' };
}

function scalarKey(text: string, base: number): YamlScalar | null {
  const lead = text.length - text.trimStart().length;
  const match = KEY.exec(text.slice(lead));
  if (!match) return null;
  const written = match[0].slice(0, -1);
  const bare = written.trimEnd();
  const style = bare.startsWith('"') ? 'double' : bare.startsWith("'") ? 'single' : 'plain';
  const span = { start: base + lead, end: base + lead + written.length };
  return { type: 'scalar', span, text: style === 'plain' ? bare : bare.slice(1, -1), style, resolved: 'string' };
}

function oneEntry(key: YamlScalar, value: YamlNode): YamlNode {
  const span = { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
  const entry: YamlEntry = { span, key, value };
  return { type: 'map', span, flow: false, entries: [entry] };
}

function parsePiece(text: string, base: number, reading: YamlReading): ParsedYaml {
  const problems = reading.problems.length;
  const comments = reading.comments.length;
  const parsed = parseNodes(text, base, reading);
  // A piece that will be taken apart further must not report its duplicates twice.
  if (parsed.faults.length > 0) {
    reading.problems.length = problems;
    reading.comments.length = comments;
  }
  return parsed;
}

/** Splits a block at the lines of its own indentation; null where it is neither a list nor a map. */
function entryPieces(
  text: string,
): { kind: 'map' | 'sequence'; pieces: readonly (readonly [number, number])[] } | null {
  const starts: number[] = [];
  let kind: 'map' | 'sequence' | null = null;
  let indent = 0;
  for (const [start, end] of lines(text)) {
    const line = text.slice(start, end);
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const column = line.length - content.length;
    const opens = /^-(?:\s|$)/.test(content) ? 'sequence' : KEY.test(content) ? 'map' : null;
    if (kind === null) {
      if (opens === null) return null;
      kind = opens;
      indent = column;
    }
    if (column === indent && opens === kind) starts.push(start);
  }
  if (kind === null) return null;
  return { kind, pieces: starts.map((start, at) => [start, starts[at + 1] ?? text.length] as const) };
}

function documentPieces(text: string): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  let from = 0;
  for (const [start, end] of lines(text)) {
    const mark = DOCUMENT_MARK.exec(text.slice(start, end));
    if (!mark) continue;
    if (text.slice(from, start).trim() !== '') pieces.push([from, start]);
    from = start + 3;
  }
  if (text.slice(from).trim() !== '') pieces.push([from, text.length]);
  return pieces;
}

function* lines(text: string): Generator<readonly [number, number]> {
  let start = 0;
  while (start < text.length) {
    const end = start + firstLineEnd(text.slice(start));
    yield [start, end];
    start = end;
  }
}

/** The offset behind the first line end, or the end of the text. */
function firstLineEnd(text: string): number {
  const at = text.indexOf('\n');
  return at < 0 ? text.length : at + 1;
}
