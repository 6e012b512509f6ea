/** Help in `clausewright.yaml`: completion of keys and values, and what a key or value means, all from its schema. */
import { CONFIGURATION_SCHEMA, type KeyDescription, type ValueShape, wordsOf } from '../model/configuration-schema.ts';
import { KINDS } from '../model/kinds.generated.ts';
import type { Day } from '../model/value.ts';
import type { Rule } from '../rules/rule.ts';
import { type Span, touches } from '../syntax/span.ts';
import type { YamlNode } from '../syntax/tree.ts';
import { parseYaml } from '../syntax/yaml.ts';
import type { Offer } from './completion.ts';
import { configurationPlace } from './configuration-place.ts';
import type { Hover } from './hover.ts';
import { escaped } from './hover-markdown.ts';

/** What help in the configuration can draw on. */
export interface ConfigurationContext {
  readonly text: string;
  readonly offset: number;
  readonly rules: readonly Rule[];
  readonly asOf: Day;
  /** The documents of the folder. */
  readonly paths: readonly string[];
}

const INTERVALS = ['monthly', 'quarterly', 'every 6 months', 'yearly', 'every 2 years'];

/** What may be written at the cursor; none where the file says nothing of it. */
export function configurationCompletions(context: ConfigurationContext): readonly Offer[] {
  const place = configurationPlace(context.text, context.offset);
  if (place === null) return [];
  const { role, shape, span, used } = place;
  if (role === 'value') return values(shape, span, context);
  // A key that is being written over keeps its colon.
  const colon = /^[^\s:]*\s*:/.test(context.text.slice(context.offset)) ? '' : ': ';
  if (shape.type === 'group')
    return shape.keys
      .filter(({ name }) => !used.has(name))
      .map((key) => ({
        sort: 'key',
        text: key.name + (colon === '' || !isNested(key.value) ? colon : ':'),
        span,
        detail: key.required === true ? 'needed' : `without it: ${key.default}`,
        documentation: keyHelp(key),
      }));
  if (shape.type !== 'map') return [];
  const names = shape.keys === 'glob' ? context.paths : (wordsOf(shape.keys, ids(context)) ?? []);
  return names
    .filter((name) => !used.has(name))
    .map((name) => ({ ...word(name, shape.keys, span, context), text: name + colon }));
}

const isNested = (shape: ValueShape): boolean =>
  shape.type === 'map' || shape.type === 'group' || (shape.type === 'list' && isNested(shape.of));
const ids = ({ rules }: ConfigurationContext): readonly string[] => rules.map(({ id }) => id);

function values(shape: ValueShape, span: Span, context: ConfigurationContext): readonly Offer[] {
  const plain = (text: string, detail = ''): Offer => ({ sort: 'value', text, span, detail, documentation: '' });
  switch (shape.type) {
    case 'choice':
      return Object.entries(shape.choices).map(([choice, help]) => plain(choice, help));
    case 'yes-no':
      return [plain('yes'), plain('no')];
    case 'interval':
      return INTERVALS.map((each) => plain(each));
    case 'day':
      return [plain(context.asOf, 'the day that is checked for now')];
    case 'text': {
      if (shape.of === 'glob') return context.paths.map((path) => plain(path));
      if (shape.of === undefined) return [];
      const of = shape.of;
      return (wordsOf(of, ids(context)) ?? []).map((name) => word(name, of, span, context));
    }
    default:
      return [];
  }
}

function word(name: string, vocabulary: string, span: Span, { rules }: ConfigurationContext): Offer {
  const rule = vocabulary === 'rule' ? rules.find(({ id }) => id === name) : undefined;
  const kind = vocabulary === 'kind' ? KINDS.find((each) => each.name === name) : undefined;
  return {
    sort: 'value',
    text: name,
    span,
    detail: rule?.title ?? kind?.title ?? '',
    documentation: rule === undefined ? '' : escaped(rule.why),
  };
}

/** What the key or value under the cursor means; null elsewhere. */
export function configurationHover({ text, offset, rules }: ConfigurationContext): Hover | null {
  const [root] = parseYaml(text).roots;
  if (root === undefined) return null;
  return hoverIn(root, { type: 'group', keys: CONFIGURATION_SCHEMA }, offset, rules);
}

function hoverIn(node: YamlNode, shape: ValueShape, offset: number, rules: readonly Rule[]): Hover | null {
  if (node.type === 'sequence') {
    if (shape.type !== 'list') return null;
    for (const item of node.items) if (touches(item.span, offset)) return hoverIn(item, shape.of, offset, rules);
    return null;
  }
  if (node.type === 'scalar')
    return touches(node.span, offset) ? valueHover(node.text.trim(), node.span, shape, rules) : null;
  const holder = shape.type === 'list' ? shape.of : shape;
  for (const entry of node.entries) {
    const { key } = entry;
    if (holder.type === 'group') {
      const described = holder.keys.find(({ name }) => name === key.text);
      if (described === undefined) continue;
      if (touches(key.span, offset)) return { span: key.span, markdown: keyHelp(described) };
      const inner = hoverIn(entry.value, described.value, offset, rules);
      if (inner !== null) return inner;
    } else if (holder.type === 'map') {
      if (touches(key.span, offset)) return valueHover(key.text, key.span, { type: 'text', of: holder.keys }, rules);
      const inner = hoverIn(entry.value, holder.of, offset, rules);
      if (inner !== null) return inner;
    }
  }
  return null;
}

function valueHover(text: string, span: Span, shape: ValueShape, rules: readonly Rule[]): Hover | null {
  const inner = shape.type === 'list' ? shape.of : shape;
  if (inner.type === 'choice') {
    const help = inner.choices[inner.also?.[text] ?? text];
    return help === undefined ? null : { span, markdown: `**${escaped(text)}**\n\n${escaped(help)}` };
  }
  if (inner.type !== 'text') return null;
  const rule = inner.of === 'rule' ? rules.find(({ id }) => id === text) : undefined;
  if (rule !== undefined)
    return { span, markdown: `**${escaped(rule.title)}** · \`${rule.id}\`\n\n${rule.why}\n\n${rule.remedy}` };
  const kind = inner.of === 'kind' ? KINDS.find(({ name }) => name === text) : undefined;
  return kind === undefined ? null : { span, markdown: `**${escaped(kind.title)}** · \`${kind.name}\`` };
}

/** A key in Markdown: what for, its choices, what holds without it, and an example. */
function keyHelp(key: KeyDescription): string {
  const choices =
    key.value.type === 'choice'
      ? Object.entries(key.value.choices).map(([choice, help]) => `- \`${choice}\`: ${help}`)
      : [];
  return [
    `**${key.name}**`,
    key.help,
    choices.join('\n'),
    `Without it: ${key.default}.`,
    `\`\`\`yaml\n${key.name}:${key.example.startsWith('\n') ? '' : ' '}${key.example}\n\`\`\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
