/** What is generated from the schema of `clausewright.yaml`: the JSON Schema for other editors, and the guide's page. */
import {
  CONFIGURATION_SCHEMA,
  type KeyDescription,
  type ValueShape,
  type Vocabulary,
  wordsOf,
} from '../server/model/configuration-schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema of the file; in: the rules' ids. It accepts what our own reader accepts. */
export function configurationJsonSchema(ruleIds: readonly string[]): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'clausewright.yaml',
    description: 'How a folder is checked against ISO/IEC 20000-1.',
    ...group(CONFIGURATION_SCHEMA),
    definitions: Object.fromEntries(
      NAMED.flatMap((vocabulary) => {
        const known = wordsOf(vocabulary, ruleIds);
        return known === null ? [] : [[vocabulary, { enum: known }]];
      }),
    ),
  };
}

/** Lists of names stand in the schema once each. */
const NAMED: readonly Vocabulary[] = ['rule', 'kind', 'field'];
const isNamed = (vocabulary: Vocabulary): boolean => NAMED.includes(vocabulary);

function group(keys: readonly KeyDescription[]): Json {
  const required = keys.filter((key) => key.required === true).map((key) => key.name);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      keys.map((key) => [key.name, { description: key.help, ...orEmpty(schemaOf(key.value)) }]),
    ),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** A key may be left empty: it is not used yet. */
function orEmpty(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}

function schemaOf(shape: ValueShape): Json {
  switch (shape.type) {
    case 'choice': {
      const words = [...Object.keys(shape.choices), ...Object.keys(shape.also ?? {})];
      // YAML makes numbers and booleans of words that we read as they are written.
      return { enum: [...new Set(words.flatMap((word): readonly unknown[] => [word, ...yamlForms(word)]))] };
    }
    case 'text':
      return shape.of !== undefined && isNamed(shape.of)
        ? { $ref: `#/definitions/${shape.of}` }
        : { type: ['string', 'number', 'boolean'] };
    case 'number':
      return { type: 'number', minimum: 0, description: `In ${shape.unit}.` };
    case 'day':
      return { type: 'string', description: 'A day such as 2026-11-01.' };
    case 'interval':
      return { type: 'string', description: 'An interval such as yearly, quarterly or P6M.' };
    case 'yes-no':
      return { enum: [true, false, 'yes', 'no'] };
    case 'list': {
      const one = schemaOf(shape.of);
      return { anyOf: [{ type: 'array', items: one }, one] };
    }
    case 'map':
      return {
        type: 'object',
        ...(isNamed(shape.keys) ? { propertyNames: { $ref: `#/definitions/${shape.keys}` } } : {}),
        additionalProperties: orEmpty(schemaOf(shape.of)),
      };
    case 'group': {
      const short = shape.keys.find((key) => key.name === shape.short);
      const whole = group(shape.keys);
      return short === undefined ? whole : { anyOf: [whole, schemaOf(short.value)] };
    }
  }
}

function yamlForms(word: string): readonly unknown[] {
  if (word === 'false' || word === 'off') return [false];
  return /^\d+$/.test(word) ? [Number(word)] : [];
}

/** The guide's page about the file, in Markdown. */
export function configurationGuide(): string {
  const lines = [
    '# Configuration: `clausewright.yaml`',
    '',
    '<!-- Generated from server/model/configuration-schema.ts; do not edit. -->',
    '',
    'The file stands at the top of the folder that is checked. Without it, all Markdown and YAML that git does not ignore is checked against the edition of 2018. A folder with this file counts as a service management system: what is missing in it is said with full severity.',
    '',
    'It is data: nothing in it is ever run. While you type, Clausewright completes keys and values, explains them on hover, and says what it cannot use. Each folder of a multi-root workspace has its own file, and a change takes effect at once.',
    '',
    'Other editors can take `schemas/clausewright.schema.json`.',
    '',
    '## All keys',
    '',
    '| Key | What for | Without it |',
    '| --- | --- | --- |',
    ...CONFIGURATION_SCHEMA.map(
      (key) => `| [\`${key.name}\`](#${key.name}) | ${cell(key.help)} | ${cell(key.default)} |`,
    ),
    '',
  ];
  for (const key of CONFIGURATION_SCHEMA) lines.push(...section(key));
  return lines.join('\n');
}

function section(key: KeyDescription): readonly string[] {
  const lines = [`## ${key.name}`, '', key.help, '', `Takes ${words(key.value)}. Without it: ${key.default}.`, ''];
  const group = innerGroup(key.value);
  if (group !== null) {
    lines.push('| Key | What for | Takes | Without it |', '| --- | --- | --- | --- |');
    for (const each of group)
      lines.push(
        `| \`${each.name}\`${each.required === true ? ' (needed)' : ''} | ${cell(each.help)} | ${cell(words(each.value))} | ${cell(each.default)} |`,
      );
    lines.push('');
  }
  const choices = innerChoices(key.value);
  if (choices !== null) {
    lines.push(...Object.entries(choices).map(([choice, help]) => `- \`${choice}\`: ${help}`), '');
  }
  lines.push('```yaml', `${key.name}:${key.example.startsWith('\n') ? '' : ' '}${key.example}`, '```', '');
  return lines;
}

function innerGroup(shape: ValueShape): readonly KeyDescription[] | null {
  if (shape.type === 'group') return shape.keys;
  return shape.type === 'list' || shape.type === 'map' ? innerGroup(shape.of) : null;
}

function innerChoices(shape: ValueShape): Readonly<Record<string, string>> | null {
  if (shape.type === 'choice') return shape.choices;
  return shape.type === 'list' || shape.type === 'map' ? innerChoices(shape.of) : null;
}

const NAMES = {
  rule: 'the id of a rule',
  kind: 'the name of a kind',
  field: 'the name of a field',
  glob: 'a glob',
  name: 'a name',
};

function words(shape: ValueShape): string {
  switch (shape.type) {
    case 'choice':
      return `one of ${Object.keys(shape.choices).join(', ')}`;
    case 'text':
      return shape.of === undefined ? 'words' : NAMES[shape.of];
    case 'number':
      return `a number of ${shape.unit}`;
    case 'day':
      return 'a day such as 2026-11-01';
    case 'interval':
      return 'an interval such as yearly or P6M';
    case 'yes-no':
      return 'yes or no';
    case 'list':
      return shape.of.type === 'group' ? 'a list of entries' : `${words(shape.of)}, or a list of these`;
    case 'map':
      return `lines of ${NAMES[shape.keys]} and ${shape.of.type === 'group' ? 'an entry' : words(shape.of)}`;
    case 'group':
      return 'the keys below';
  }
}

const cell = (text: string): string => text.replace(/\|/g, '\\|');
