/** One document in, its facts out: what the tests of reading ask of them, in the words of the domain. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import { type Facts, fieldOf } from '../../server/reading/facts.ts';
import { readTree } from '../../server/reading/read.ts';
import { parseTree } from '../../server/syntax/parse.ts';

/** Reads a document; in: its text, and its path where the notation or the place matters. */
export function factsOf(
  text: string,
  path = 'document.md',
  configuration: Configuration = DEFAULT_CONFIGURATION,
): Facts {
  return readTree(path, parseTree(path, text), configuration);
}

/** The raw values of some metadata fields; null for a field that nothing gives. */
export function metadataOf(text: string, ...names: readonly string[]): Readonly<Record<string, string | null>> {
  const facts = factsOf(text);
  return Object.fromEntries(names.map((name) => [name, fieldOf(facts, name)?.raw ?? null]));
}

/** Records of a kind, each as the raw values of its fields; a field that is given twice is joined by ` + `. */
export function recordsOf(facts: Facts, kind: string): readonly Readonly<Record<string, string>>[] {
  return facts.records
    .filter((record) => record.kind === kind)
    .map((record) => {
      const values: Record<string, string> = {};
      for (const { field, raw } of record.fields)
        values[field] = values[field] === undefined ? raw : `${values[field]} + ${raw}`;
      return values;
    });
}

/** Clause references as `standard:edition clause`, shortened for ISO/IEC 20000-1 to `2018 9.2`. */
export function clausesOf(text: string, path?: string): readonly string[] {
  return factsOf(text, path).clauses.map(({ standard, edition, clause }) =>
    standard === 'ISO/IEC 20000-1' ? `${edition ?? '?'} ${clause}` : `${standard} ${clause}`,
  );
}
