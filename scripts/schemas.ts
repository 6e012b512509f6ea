/** JSON Schemas of YAML registers and records, made from the kinds: what may stand in them, with words for each key. */

import { DEFAULT_CONFIGURATION } from '../server/model/configuration.ts';
import { CONTROL_FIELDS } from '../server/model/control.ts';
import type { FieldDescription, KindDescription } from '../server/model/kind.ts';
import { GERMAN } from '../server/model/languages/de.ts';
import { listKey } from '../server/model/vocabulary/list-names.ts';
import { DOCUMENT_STATUS } from '../server/model/vocabulary/statuses.ts';
import { lexiconFor } from '../server/reading/lexicon.ts';
import { isRegister } from '../server/writing/template.ts';

type Schema = Readonly<Record<string, unknown>>;

const lexicon = lexiconFor(DEFAULT_CONFIGURATION);

/** The kinds of document that can be YAML. */
export const registers: readonly KindDescription[] = lexicon.documentKinds.filter(isRegister);

/** Globs for the YAML files that hold documents of a kind; a name of one word has to stand on its own: `tesla.yaml` is no SLA. */
export function fileMatch({ name }: KindDescription): readonly string[] {
  const stems = name.includes('-') ? [`*${name}`] : [name, `*-${name}`];
  return stems.flatMap((stem) => [`${stem}.yaml`, `${stem}.yml`]);
}

/** The schema of a kind's YAML documents. It is permissive: it helps with keys and values and objects only to wrong shapes. */
export function schemaOf(kind: KindDescription): Schema {
  const records = (kind.carries ?? []).flatMap((name) => lexicon.kind(name) ?? []);
  const control = CONTROL_FIELDS.filter((field) => !kind.fields.some((each) => each.name === field.name));
  const fields = [...control, ...kind.fields];
  const known = records.filter((record) => !fields.some((field) => field.name === listKey(record.name)));
  const keys = keysOf(
    kind.name,
    fields,
    records.length === 0 ? '#' : '#/$defs/document',
    known.map(({ name }) => listKey(name)),
  );
  const lists = Object.fromEntries(
    known.map((record) => [listKey(record.name), { $ref: `#/$defs/${record.name}-list` }]),
  );
  const document = {
    type: 'object',
    properties: { ...keys.properties, ...lists },
    patternProperties: keys.patternProperties,
    additionalProperties: true,
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: kind.title,
    description: kind.help,
    // A register may also be nothing but its list.
    ...(records.length === 0
      ? document
      : { anyOf: [{ $ref: '#/$defs/document' }, ...known.map((record) => ({ $ref: `#/$defs/${record.name}-list` }))] }),
    ...(records.length === 0
      ? {}
      : {
          $defs: {
            document,
            ...Object.fromEntries(
              records.flatMap((record) => [
                [
                  record.name,
                  {
                    title: record.title,
                    description: record.help,
                    type: 'object',
                    ...keysOf(record.name, record.fields, `#/$defs/${record.name}`),
                    additionalProperties: true,
                  },
                ],
                [`${record.name}-list`, listOf(record)],
              ]),
            ),
          },
        }),
  };
}

/** A list of records, or a map of them by id; an empty one may be left without a value. */
function listOf(record: KindDescription): Schema {
  const each = { $ref: `#/$defs/${record.name}` };
  return {
    description: record.help,
    anyOf: [
      { type: 'array', items: each },
      { type: 'object', additionalProperties: { anyOf: [each, { type: 'null' }] } },
      { type: 'null' },
    ],
  };
}

/** Canonical keys, which editors offer, and every other label as a pattern, which they only accept. */
function keysOf(
  kind: string,
  fields: readonly FieldDescription[],
  place: string,
  lists: readonly string[] = [],
): { readonly properties: Schema; readonly patternProperties: Schema } {
  const own = fields.filter((field) => lexicon.field(kind, field.name)?.name === field.name);
  const properties = Object.fromEntries(own.map((field) => [field.name, valueSchema(field)]));
  const patternProperties = Object.fromEntries(
    own.flatMap((field) => {
      const labels = [field.name, field.title, ...field.synonyms, ...(GERMAN.fields[field.name] ?? [])].filter(
        (label) => lexicon.field(kind, label)?.name === field.name,
      );
      const says = (pattern: string, key: string): boolean => new RegExp(`^(?:${pattern})$`, 'u').test(key);
      // A key that lists records here is no other word for a field.
      const patterns = [...new Set(labels.map(keyPattern))].filter(
        (pattern) => !lists.some((key) => says(pattern, key)),
      );
      return patterns.length === 0
        ? []
        : [[`^(?:${patterns.join('|')})$`, { $ref: `${place}/properties/${field.name}` }]];
    }),
  );
  return { properties, patternProperties };
}

/** A label however it is joined and capitalized: `next review` is `next_review`, `next-review`, `nextReview`, `Next Review`. */
function keyPattern(label: string): string {
  return label
    .split(/[\s_-]+/)
    .map((word) => {
      const first = word.charAt(0);
      const rest = word.slice(1).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      const [low, high] = [first.toLowerCase(), first.toUpperCase()];
      return `${low === high ? first.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : `[${low}${high}]`}${rest}`;
    })
    .join('[ _-]?');
}

const SCALAR = ['string', 'number', 'boolean', 'null'];

/** What a value may look like; words that no list knows are left to the checks, which know more of them than a list can hold. */
function valueSchema(field: FieldDescription): Schema {
  const about = { title: field.title, description: description(field) };
  const values = Object.keys(
    field.values ?? (field.type === 'enumeration' && field.name === 'status' ? DOCUMENT_STATUS : {}),
  );
  if (values.length > 0) return { ...about, anyOf: [{ enum: values }, { type: SCALAR }] };
  switch (field.type) {
    case 'names':
    case 'list':
    case 'reference':
    case 'clauses':
    case 'text':
      // Text may be told point by point.
      return { ...about, type: [...SCALAR, 'array', 'object'] };
    case 'yes-no':
      return { ...about, anyOf: [{ enum: [true, false] }, { type: SCALAR }] };
    case 'date':
      return { ...about, type: SCALAR, examples: ['2026-03-31'] };
    case 'interval':
      return { ...about, type: SCALAR, examples: ['quarterly', 'every 6 months', 'yearly'] };
    case 'target':
      return { ...about, type: [...SCALAR, 'array'], examples: ['>= 99.5 % per month'] };
    default:
      return { ...about, type: SCALAR };
  }
}

function description(field: FieldDescription): string {
  const clauses = field.clauses?.['2018'] ?? [];
  return clauses.length === 0 ? field.help : `${field.help} ISO/IEC 20000-1:2018, ${clauses.join(', ')}.`;
}
