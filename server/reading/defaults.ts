/** Defaults: what the configuration or CODEOWNERS says of a document that says nothing itself. */
import type { Configuration } from '../model/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import { type Facts, type FieldFact, fieldOf } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';

interface Matchers {
  readonly defaults: readonly {
    readonly matches: (path: string) => boolean;
    readonly fields: Readonly<Record<string, string>>;
  }[];
  readonly owners: readonly { readonly matches: (path: string) => boolean; readonly owners: readonly string[] }[];
}

const compiled = new WeakMap<Configuration, Matchers>();

function matchersOf(configuration: Configuration): Matchers {
  const known = compiled.get(configuration);
  if (known !== undefined) return known;
  const made: Matchers = {
    defaults: configuration.defaults.map(({ glob, fields }) => ({ matches: globMatcher([glob]), fields })),
    owners: configuration.codeOwners.map(({ globs, owners }) => ({ matches: globMatcher(globs), owners })),
  };
  compiled.set(configuration, made);
  return made;
}

/** The values that stand for what a document leaves out; in: its path; out: field name → value, the last glob first heard. */
function defaultsFor(path: string, configuration: Configuration): ReadonlyMap<string, string> {
  const { defaults, owners } = matchersOf(configuration);
  const values = new Map<string, string>();
  const owned = owners.findLast((entry) => entry.matches(path));
  if (owned !== undefined && owned.owners.length > 0) values.set('owner', owned.owners.join(', '));
  for (const { matches, fields } of defaults)
    if (matches(path)) for (const [name, value] of Object.entries(fields)) values.set(name, value);
  return values;
}

/**
 * Completes a document's facts.
 * In: its facts, the lexicon and the configuration. Out: the facts with a value for each field that the document neither gives
 * nor leaves a placeholder for; such a value has no place in the text, and makes no controlled document of a page.
 */
export function withDefaults(facts: Facts, lexicon: Lexicon, configuration: Configuration): Facts {
  if (configuration.defaults.length === 0 && configuration.codeOwners.length === 0) return facts;
  const added: FieldFact[] = [];
  for (const [name, raw] of defaultsFor(facts.path, configuration)) {
    const own = fieldOf(facts, name);
    if (own !== null && own.state !== 'empty') continue;
    const field = lexicon.fieldNamed(facts.kinds[0] ?? null, name);
    if (field === null) continue;
    const at = { start: facts.title?.span.start ?? 0, end: facts.title?.span.start ?? 0 };
    added.push(
      fieldFact(field, {
        label: field.title,
        labelSpan: null,
        raw,
        span: own?.span ?? at,
        links: [],
        shape: 'computed',
      }),
    );
  }
  if (added.length === 0) return facts;
  const names = new Set(added.map((field) => field.field));
  const complete = (fields: readonly FieldFact[], more: readonly FieldFact[]): readonly FieldFact[] => [
    ...fields.filter((field) => !names.has(field.field) || field.state !== 'empty'),
    ...more,
  ];
  return {
    ...facts,
    metadata: [...complete(facts.metadata, added)].sort((a, b) => a.span.start - b.span.start),
    records: facts.records.map((record) => {
      if (record.form !== 'document') return record;
      const own = added.filter((field) => lexicon.kind(record.kind)?.fields.some((each) => each.name === field.field));
      const lacking = own.filter(
        (field) => !record.fields.some((each) => each.field === field.field && each.state !== 'empty'),
      );
      return lacking.length === 0 ? record : { ...record, fields: complete(record.fields, lacking) };
    }),
  };
}
