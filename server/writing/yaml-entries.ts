/** Entries of YAML maps: a new one beside a neighbour, another value for one, one taken out; comments and indentation kept. */
import type { TextEdit } from '../syntax/edit.ts';
import { contains, type Span, span } from '../syntax/span.ts';
import type { YamlEntry, YamlMap } from '../syntax/tree.ts';
import { lineEndOf, lineStart, lineStop, nextLine } from './source.ts';
import { isPlainSafe } from './yaml-scalar.ts';

/** The entries that are written in the map itself, not merged into it from elsewhere. */
export function ownEntries(map: YamlMap): readonly YamlEntry[] {
  return map.entries.filter((entry) => contains(map.span, entry.span));
}

/** A key as it is written; in: the label. */
export function keyText(label: string): string {
  return isPlainSafe(label, true) ? label : `"${label.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * Puts an entry into a map.
 * In: the document's text, the map, the written key and value, the entry that it goes after or before, and where the YAML
 * ends in the text. Out: the edit; null where the place cannot be told.
 */
export function insertEntry(
  text: string,
  map: YamlMap,
  key: string,
  value: string,
  beside: YamlEntry,
  side: 'after' | 'before',
  limit: number,
): TextEdit | null {
  if (map.flow) {
    const pair = `${key}: ${value === '' ? '""' : value}`;
    return side === 'before' ? at(beside.span.start, `${pair}, `) : at(entryStop(text, beside), `, ${pair}`);
  }
  const written = value === '' ? `${key}:` : `${key}: ${value}`;
  const lineEnd = lineEndOf(text);
  const start = lineStart(text, beside.key.span.start);
  const lead = text.slice(start, beside.key.span.start);
  // Behind the dash of a list item, or behind the opening of a comment, the next key stands under the first.
  const indent = /^\s*$/.test(lead) ? lead : lead.replace(/\S/g, ' ');
  if (side === 'before') return at(beside.key.span.start, `${written}${lineEnd}${indent}`);
  const stop = entryLineStop(text, beside, limit);
  if (stop === null) return null;
  return stop > 0 && text.charAt(stop - 1) === '\n'
    ? at(stop, `${indent}${written}${lineEnd}`)
    : at(stop, `${lineEnd}${indent}${written}`);
}

/** Where an entry ends, its colon included. */
function entryStop(text: string, entry: YamlEntry): number {
  const end = entry.span.end;
  return end > entry.key.span.end ? end : end + (/^\s*:/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Where a new line can begin behind an entry: behind its comment, or behind the line end that its value took up. */
function entryLineStop(text: string, entry: YamlEntry, limit: number): number | null {
  const end = entryStop(text, entry);
  if (end > limit) return null;
  if (end > 0 && text.charAt(end - 1) === '\n') return trimmedBack(text, end, entry.key.span.end);
  const rest = text.slice(end, Math.min(lineStop(text, end), limit));
  return /^\s*(?:#.*)?$/.test(rest) ? end + rest.trimEnd().length : null;
}

/** A block scalar's span takes in the blank lines behind it; the new entry goes before those. */
function trimmedBack(text: string, end: number, from: number): number {
  const body = text.slice(from, end);
  const kept = body.trimEnd();
  return kept === '' ? end : nextLine(text, from + kept.length);
}

/** Replaces the value of an entry; in: the text, the entry, the written value. Null where the value stands elsewhere (an alias). */
export function replaceEntry(text: string, entry: YamlEntry, value: string): TextEdit | null {
  const colon = colonOf(text, entry);
  if (colon === null) return null;
  const node = entry.value;
  if (node.type === 'scalar' && node.text === '' && node.style === 'plain' && node.span.start === node.span.end) {
    return at(colon, ` ${value}`);
  }
  if (!contains(span(colon, Math.max(entry.span.end, colon)), node.span)) return null;
  const block = node.type === 'scalar' ? node.style === 'block' : !node.flow;
  if (!block) return { span: node.span, text: value === '' ? '""' : value };
  const end =
    text.charAt(node.span.end - 1) === '\n'
      ? lineStop(text, trimmedBack(text, node.span.end, colon) - 1)
      : node.span.end;
  const to = text.charAt(end - 1) === '\r' ? end - 1 : end;
  return { span: span(colon, to), text: ` ${value}` };
}

function colonOf(text: string, entry: YamlEntry): number | null {
  const match = /^[ \t]*:/.exec(text.slice(entry.key.span.end, entry.key.span.end + 80));
  return match === null ? null : entry.key.span.end + match[0].length;
}

/** The lines of an entry, line end included; null where it shares them with something else. */
export function entryLines(text: string, map: YamlMap, entry: YamlEntry, limit: number): Span | null {
  if (map.flow) return null;
  const start = lineStart(text, entry.key.span.start);
  const stop = entryLineStop(text, entry, limit);
  if (stop === null || !/^\s*$/.test(text.slice(start, entry.key.span.start))) return null;
  const end = text.charAt(stop - 1) === '\n' ? stop : nextLine(text, stop);
  return span(start, end);
}

/** Finds the entry whose key stands at a place; in: the maps to search and the key's span. */
export function entryAt(
  maps: readonly YamlMap[],
  key: Span,
): { readonly map: YamlMap; readonly entry: YamlEntry } | null {
  for (const map of maps) {
    for (const entry of map.entries) {
      if (entry.key.span.start === key.start && entry.key.span.end === key.end) return { map, entry };
    }
  }
  return null;
}

function at(offset: number, text: string): TextEdit {
  return { span: span(offset, offset), text };
}
