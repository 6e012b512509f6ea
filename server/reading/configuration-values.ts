/** A YAML node against its described shape: plain values with their places, and a problem for each that does not fit. */
import type { ConfigurationProblem } from '../model/configuration.ts';
import { type KeyDescription, type ValueShape, type Vocabulary, wordsOf } from '../model/configuration-schema.ts';
import { nearest } from '../model/nearest.ts';
import { parseDate } from '../model/vocabulary/dates.ts';
import { parseInterval } from '../model/vocabulary/intervals.ts';
import { parseYesNo } from '../model/vocabulary/yes-no.ts';
import type { Span } from '../syntax/span.ts';
import type { YamlEntry, YamlNode, YamlScalar } from '../syntax/tree.ts';

/** A value that fits its shape. What does not fit is left out, and noted. */
export type Value =
  | { readonly type: 'text'; readonly text: string; readonly span: Span }
  | { readonly type: 'number'; readonly number: number; readonly span: Span }
  | { readonly type: 'yes-no'; readonly yes: boolean; readonly span: Span }
  | { readonly type: 'list'; readonly items: readonly Value[]; readonly span: Span }
  | { readonly type: 'entries'; readonly entries: readonly Entry[]; readonly span: Span };

export interface Entry {
  readonly name: string;
  readonly span: Span;
  readonly value: Value;
}

export type Note = (rule: ConfigurationProblem['rule'], span: Span, message: string, near?: string | null) => void;

export interface Reading {
  readonly ruleIds: ReadonlySet<string>;
  readonly note: Note;
  /** Told of every glob. */
  readonly glob: (glob: string, span: Span) => void;
}

/** Is nothing written behind the key? A key left empty is a key not used yet. */
function isBlank(node: YamlNode): boolean {
  return node.type === 'scalar' && node.text.trim() === '' && node.style === 'plain';
}

/**
 * Reads one value.
 * In: the node, its shape, the key that it stands under, and who is told of what. Out: null where it is blank or does not fit.
 */
export function readValue(node: YamlNode, shape: ValueShape, key: string, reading: Reading): Value | null {
  if (isBlank(node)) return null;
  switch (shape.type) {
    case 'list': {
      const nodes = node.type === 'sequence' ? node.items : [node];
      const items = nodes.flatMap((item) => readItem(item, shape.of, key, reading) ?? []);
      return { type: 'list', items, span: node.span };
    }
    case 'map':
      return readMap(node, shape, key, reading);
    case 'group':
      return readGroup(node, shape, key, reading);
    default:
      if (node.type === 'scalar') return readScalar(node, shape, key, reading);
      reading.note('config.invalid', node.span, `"${key}" takes one value, not a list.`);
      return null;
  }
}

function readItem(node: YamlNode, shape: ValueShape, key: string, reading: Reading): Value | null {
  if (shape.type === 'group' && node.type !== 'map' && shape.short === undefined) {
    if (isBlank(node)) return null;
    const names = shape.keys.map(({ name }) => `"${name}"`).join(', ');
    reading.note('config.invalid', node.span, `"${key}" is a list of entries with ${names}.`);
    return null;
  }
  if (shape.type !== 'group' && node.type !== 'scalar') {
    reading.note('config.invalid', node.span, `"${key}" is a list of words.`);
    return null;
  }
  return readValue(node, shape, key, reading);
}

function entriesOf(node: YamlNode, key: string, { note }: Reading): readonly YamlEntry[] {
  if (node.type === 'map') return node.entries;
  note('config.invalid', node.span, `"${key}" is a list of "name: value" lines.`);
  return [];
}

function readMap(node: YamlNode, shape: ValueShape & { type: 'map' }, key: string, reading: Reading): Value {
  const entries = entriesOf(node, key, reading).flatMap((entry): readonly Entry[] => {
    const name = entry.key.text;
    if (shape.keys === 'glob') reading.glob(name, entry.key.span);
    if (!isKnown(name, shape.keys, reading)) {
      noteUnknown(entry.key, shape.keys, 'config.unknown-key', reading);
      return [];
    }
    const value = readValue(entry.value, shape.of, name, reading);
    return value === null ? [] : [{ name, span: entry.key.span, value }];
  });
  return { type: 'entries', entries, span: node.span };
}

function readGroup(node: YamlNode, shape: ValueShape & { type: 'group' }, key: string, reading: Reading): Value | null {
  const short = shape.keys.find(({ name }) => name === shape.short);
  if (node.type !== 'map' && short !== undefined) {
    const value = readValue(node, short.value, key, reading);
    const entry = value === null ? [] : [{ name: short.name, span: node.span, value }];
    return { type: 'entries', entries: entry, span: node.span };
  }
  const entries = readKeys(entriesOf(node, key, reading), shape.keys, `none of ${key}`, reading);
  if (node.type !== 'map') return null;
  const needed = neededKeys(shape);
  if (needed.length === 0) return { type: 'entries', entries, span: node.span };
  const has = (name: string): boolean => entries.some((entry) => entry.name === name && !isEmptyList(entry.value));
  const misfit = node.entries.some(
    ({ key: { text }, value }) =>
      !isBlank(value) && shape.keys.some(({ name }) => name === text) && !entries.some((entry) => entry.name === text),
  );
  if (!misfit && needed.some((names) => !names.some(has))) {
    const words = needed.map(([first, ...others]) =>
      [`"${first}"`, ...others.map((other) => `(or "${other}")`)].join(' '),
    );
    reading.note('config.invalid', node.span, `This entry of "${key}" needs ${words.join(' and ')}.`);
  }
  // An entry is taken whole or not at all: without its end it would hold for ever.
  if (misfit || needed.some((names) => !names.some(has))) return null;
  return { type: 'entries', entries, span: node.span };
}

/** What an entry has to say: for each thing, the keys that say it. */
function neededKeys({ keys, oneOf }: ValueShape & { type: 'group' }): readonly (readonly string[])[] {
  const required = keys.filter((key) => key.required === true).map(({ name }) => [name]);
  return oneOf === undefined ? required : [oneOf, ...required];
}

const isEmptyList = (value: Value): boolean => value.type === 'list' && value.items.length === 0;

/** Reads the keys of a group; in: the entries, what they may be, and what an unknown one is called. */
export function readKeys(
  entries: readonly YamlEntry[],
  keys: readonly KeyDescription[],
  otherwise: string,
  reading: Reading,
): readonly Entry[] {
  return entries.flatMap((entry): readonly Entry[] => {
    const described = keys.find(({ name }) => name === entry.key.text);
    if (described === undefined) {
      const near = nearest(
        entry.key.text,
        keys.map(({ name }) => name),
      );
      reading.note('config.unknown-key', entry.key.span, `"${entry.key.text}" is ${otherwise}${meant(near)}`, near);
      return [];
    }
    const value = readValue(entry.value, described.value, described.name, reading);
    return value === null ? [] : [{ name: described.name, span: entry.key.span, value }];
  });
}

function readScalar(node: YamlScalar, shape: ValueShape, key: string, reading: Reading): Value | null {
  const { note } = reading;
  const text = node.text.trim();
  const { span } = node;
  switch (shape.type) {
    case 'choice': {
      const allowed = Object.keys(shape.choices);
      const choice = allowed.find((each) => each === text) ?? shape.also?.[text];
      if (choice !== undefined) return { type: 'text', text: choice, span };
      const near = nearest(text, allowed);
      note('config.invalid', span, `"${key}" cannot be "${text}": it is one of ${allowed.join(', ')}.`, near);
      return null;
    }
    case 'number': {
      const number = Number(text);
      if (Number.isFinite(number) && number >= 0) return { type: 'number', number, span };
      note('config.invalid', span, `"${key}" takes a number${shape.unit === 'count' ? '' : ` of ${shape.unit}`}.`);
      return null;
    }
    case 'day': {
      const date = parseDate(text);
      if (date !== null && !date.ambiguous && (date.precision === 'day' || shape.periods === true))
        return { type: 'text', text: date.last, span };
      note('config.invalid', span, `"${key}" has to be a day such as 2026-11-01.`);
      return null;
    }
    case 'interval': {
      const interval = parseInterval(text);
      if (interval !== null && interval.iso !== null) return { type: 'text', text: interval.iso, span };
      note('config.invalid', span, `"${key}" takes an interval such as yearly, quarterly or P6M.`);
      return null;
    }
    case 'yes-no': {
      const yes = parseYesNo(text);
      if (yes !== null) return { type: 'yes-no', yes, span };
      note('config.invalid', span, `"${key}" is either yes or no.`);
      return null;
    }
    case 'text': {
      if (shape.of === 'glob') reading.glob(text, span);
      if (shape.of === undefined || isKnown(text, shape.of, reading)) return { type: 'text', text, span };
      noteUnknown(node, shape.of, 'config.invalid', reading);
      return null;
    }
    default:
      return null;
  }
}

function isKnown(name: string, vocabulary: Vocabulary, { ruleIds }: Reading): boolean {
  return wordsOf(vocabulary, ruleIds)?.includes(name) ?? true;
}

function noteUnknown(
  node: YamlScalar,
  vocabulary: Vocabulary,
  rule: ConfigurationProblem['rule'],
  reading: Reading,
): void {
  const name = node.text.trim();
  const near = nearest(name, wordsOf(vocabulary, reading.ruleIds) ?? []);
  reading.note(rule, node.span, `There is no ${vocabulary} "${name}"${meant(near)}`, near);
}

const meant = (near: string | null): string => (near === null ? '' : `; did you mean "${near}"?`);
