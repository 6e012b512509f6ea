/** One YAML text, parsed once and turned into our own nodes: source text kept, aliases and merges resolved in limits. */
import { Composer, isAlias, isMap, isPair, isScalar, isSeq, type Node, Parser, type Scalar, type YAMLMap } from 'yaml';
import { LIMITS } from './limits.ts';
import type { Span } from './span.ts';
import type { Problem, YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts';
import { walkTokens } from './yaml-tokens.ts';

interface Anchored {
  readonly node: YamlNode;
  readonly size: number;
}

/** What the documents of one stream, or the pieces of a broken one, share while they are read. */
export interface YamlReading {
  /** null stands for an anchor whose node is still being read, so that a cycle is seen. */
  readonly anchors: Map<string, Anchored | null>;
  readonly problems: Problem[];
  readonly comments: { span: Span; text: string }[];
  /** How many more nodes aliases may add. */
  aliasBudget: number;
}

/** The code of a fault that is nesting beyond the limit. */
export const TOO_DEEP = 'TOO_DEEP';

export interface SyntaxFault {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export interface ParsedYaml {
  readonly roots: readonly YamlNode[];
  /** In the order of the text. */
  readonly faults: readonly SyntaxFault[];
}

/** Starts the shared state of a stream. */
export function startReading(): YamlReading {
  return { anchors: new Map(), problems: [], comments: [], aliasBudget: LIMITS.aliasNodes };
}

/**
 * Parses one text. In: the text, the offset at which it stands in its document, and the shared state, which takes up
 * comments, duplicate keys and limits. Out: the roots and the syntax faults. Text nested beyond
 * the limit gives no roots and a fault.
 */
export function parseNodes(text: string, base: number, reading: YamlReading): ParsedYaml {
  const tokens = [...new Parser().parse(text)];
  const comments: { span: Span; text: string }[] = [];
  const deep = walkTokens(tokens, base, comments);
  reading.comments.push(...comments);
  if (deep !== null) {
    const start = Math.min(deep, text.length);
    return { roots: [], faults: [{ code: TOO_DEEP, message: '', span: { start: base + start, end: base + start } }] };
  }
  const documents = new Composer({ uniqueKeys: false, logLevel: 'silent', prettyErrors: false }).compose(tokens);
  const roots: YamlNode[] = [];
  const faults: SyntaxFault[] = [];
  for (const document of documents) {
    reading.anchors.clear();
    const builder = nodeBuilder(text, base, reading);
    roots.push(builder(document.contents, document.range[0]));
    for (const error of document.errors) {
      if (error.code === 'TAG_RESOLVE_FAILED') continue;
      const start = clamp(error.pos[0], text.length);
      const end = Math.max(start, clamp(error.pos[1], text.length));
      faults.push({ code: error.code, message: error.message, span: { start: base + start, end: base + end } });
    }
  }
  faults.sort((a, b) => a.span.start - b.span.start);
  return { roots, faults };
}

type Build = (node: unknown, at: number) => YamlNode;

function nodeBuilder(text: string, base: number, reading: YamlReading): Build {
  let depth = 0;
  let nodes = 0;

  const spanOf = (start: number, end: number): Span => {
    const from = clamp(start, text.length);
    return { start: base + from, end: base + Math.max(from, clamp(end, text.length)) };
  };
  const nothing = (at: number): YamlScalar => {
    nodes += 1;
    return { type: 'scalar', span: spanOf(at, at), text: '', style: 'plain', resolved: 'null' };
  };
  const limit = (span: Span, message: string): void => {
    if (!reading.problems.some((p) => p.kind === 'limit')) reading.problems.push({ kind: 'limit', span, message });
  };

  const build: Build = (node, at) => {
    if (isAlias(node)) return alias(node.source, node.range?.[0] ?? at, node.range?.[1] ?? at);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nothing(at);
    const [start, end] = node.range ?? [at, at];
    if (depth >= LIMITS.nesting) {
      limit(spanOf(start, end), `This is nested more than ${LIMITS.nesting} levels deep and was not read. Flatten it.`);
      return nothing(start);
    }
    const anchor = node.anchor;
    if (anchor !== undefined) reading.anchors.set(anchor, null);
    const before = nodes;
    depth += 1;
    const built = isScalar(node)
      ? scalar(node, start, end)
      : isMap(node)
        ? map(node, start, end)
        : sequence(node, start, end);
    depth -= 1;
    if (anchor !== undefined) reading.anchors.set(anchor, { node: built, size: nodes - before });
    return built;
  };

  const alias = (name: string, start: number, end: number): YamlNode => {
    const target = reading.anchors.get(name);
    if (!target) {
      const message =
        target === null
          ? `The alias "*${name}" points at a value that contains it. Write the value out.`
          : `No anchor "&${name}" stands before this alias. Write the value out, or put it in quotes if it is text.`;
      reading.problems.push({ kind: 'yaml', span: spanOf(start, end), message });
      return nothing(start);
    }
    if (target.size > reading.aliasBudget) {
      limit(
        spanOf(start, end),
        `Aliases of this file stand for more than ${LIMITS.aliasNodes} values; from here on they are not read.`,
      );
      return nothing(start);
    }
    reading.aliasBudget -= target.size;
    nodes += target.size;
    return target.node;
  };

  const scalar = (node: Scalar, start: number, end: number): YamlScalar => {
    nodes += 1;
    return {
      type: 'scalar',
      span: spanOf(start, end),
      // The source, not the value: a float would make 8.1 of 8.10.
      text: node.source ?? (typeof node.value === 'string' ? node.value : ''),
      style: STYLES[node.type ?? 'PLAIN'] ?? 'plain',
      resolved: kindOf(node.value),
    };
  };

  const sequence = (node: { items: unknown[]; flow?: boolean }, start: number, end: number): YamlNode => {
    nodes += 1;
    let last = start;
    const items = node.items.map((item) => {
      const built = isPair(item) ? pairAsMap(item, last) : build(item, last);
      last = Math.max(last, written(item) ?? built.span.end - base);
      return built;
    });
    return {
      type: 'sequence',
      span: spanOf(start, node.flow ? end : Math.max(last, start)),
      flow: node.flow === true,
      items,
    };
  };

  const pairAsMap = (pair: { key: unknown; value: unknown }, at: number): YamlMap => {
    const entry = entryOf(pair, at);
    return { type: 'map', span: entry.span, flow: true, entries: [entry] };
  };

  const map = (node: YAMLMap, start: number, end: number): YamlMap => {
    nodes += 1;
    const entries: YamlEntry[] = [];
    const merged: YamlNode[] = [];
    const seen = new Set<string>();
    let last = start;
    for (const pair of node.items) {
      const entry = entryOf(pair, last);
      last = Math.max(last, entry.span.end - base);
      if (entry.key.text === '<<' && entry.key.style === 'plain' && entry.value.type !== 'scalar') {
        merged.push(entry.value);
        continue;
      }
      if (seen.has(entry.key.text)) {
        reading.problems.push({
          kind: 'yaml',
          span: entry.key.span,
          message: `The key "${entry.key.text}" stands here twice. Remove or rename one of them.`,
        });
      }
      seen.add(entry.key.text);
      entries.push(entry);
    }
    for (const source of merged) mergeInto(entries, seen, source);
    return {
      type: 'map',
      span: spanOf(start, node.flow ? end : Math.max(last, start)),
      flow: node.flow === true,
      entries,
    };
  };

  const mergeInto = (entries: YamlEntry[], seen: Set<string>, source: YamlNode): void => {
    for (const part of source.type === 'sequence' ? source.items : [source]) {
      if (part.type !== 'map') continue;
      for (const entry of part.entries) {
        // What the map says itself, or an earlier merge, wins.
        if (seen.has(entry.key.text)) continue;
        seen.add(entry.key.text);
        entries.push(entry);
      }
    }
  };

  const entryOf = (pair: { key: unknown; value: unknown }, at: number): YamlEntry => {
    const key = keyOf(pair.key, at);
    const keyEnd = key.span.end - base;
    const value = build(pair.value, keyEnd);
    const end = Math.max(keyEnd, written(pair.value) ?? value.span.end - base);
    return { span: spanOf(key.span.start - base, end), key, value };
  };

  const keyOf = (node: unknown, at: number): YamlScalar => {
    const key = build(node, at);
    if (key.type === 'scalar') return key;
    reading.problems.push({
      kind: 'yaml',
      span: key.span,
      message: 'A list or map is used as a key here. Put it in quotes if it is text.',
    });
    const source = text.slice(key.span.start - base, key.span.end - base);
    return { type: 'scalar', span: key.span, text: source, style: 'plain', resolved: 'string' };
  };

  return build;
}

/** Where a node that stands here ends; an alias ends where it is written, not where its target does. */
function written(node: unknown): number | null {
  return isAlias(node) ? ((node as Node).range?.[1] ?? null) : null;
}

const STYLES: Readonly<Record<string, YamlScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function kindOf(value: unknown): YamlScalar['resolved'] {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'string';
}

function clamp(value: number, end: number): number {
  return Math.min(Math.max(value, 0), end);
}
