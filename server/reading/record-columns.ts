/** Which record kind the labels of a table, a list of maps or a block of key lines spell, and which field each label names. */
import type { FieldDescription, KindDescription } from '../model/kind.ts';
import { labelKey } from '../model/vocabulary/labels.ts';
import type { Lexicon } from './lexicon.ts';

/** Fields that several columns or lines fill together: the lead auditor in one, the rest of the team in another. */
export const SHARED: ReadonlySet<string> = new Set(['auditor']);

export interface Columns {
  readonly kind: KindDescription;
  readonly fields: readonly (FieldDescription | null)[];
}

/**
 * Gives each label the field that it names, each field once: a label that is the field's own name comes before a synonym,
 * so that `measure` is no target where a `target` stands beside it.
 */
export function assignFields(
  labels: readonly string[],
  kind: string,
  lexicon: Lexicon,
): readonly (FieldDescription | null)[] {
  // Collections repeat the same few headers over and over.
  return lexicon.remembered(`fields\u0001${kind}\u0001${labels.join('\u0001')}`, () =>
    assignLabels(labels, kind, lexicon),
  );
}

function assignLabels(labels: readonly string[], kind: string, lexicon: Lexicon): readonly (FieldDescription | null)[] {
  const named = labels.map((label) => lexicon.field(kind, label));
  for (const [i, field] of otherwise(labels, named, lexicon.kind(kind))) named[i] = field;
  const exact = isOwnName;
  const taken = new Set(
    labels.flatMap((label, i) => (named[i] != null && exact(label, named[i]) ? [named[i].name] : [])),
  );
  const given = new Set<string>();
  return labels.map((label, i) => {
    const field = named[i] ?? null;
    if (field === null) return null;
    if (SHARED.has(field.name)) return field;
    if (given.has(field.name) || (taken.has(field.name) && !exact(label, field))) return null;
    given.add(field.name);
    return field;
  });
}

function isOwnName(label: string, field: FieldDescription): boolean {
  const key = labelKey(label);
  return key === labelKey(field.name) || key === labelKey(field.title);
}

/** The labels that name another field beside those that stand there: which one, and the field. */
function otherwise(
  labels: readonly string[],
  named: readonly (FieldDescription | null)[],
  kind: KindDescription | null,
): readonly (readonly [number, FieldDescription])[] {
  return (kind?.fields ?? []).flatMap((field) =>
    Object.entries(field.beside ?? {}).flatMap(([other, words]): (readonly [number, FieldDescription])[] => {
      const same = named.flatMap((each, i) => (each?.name === other ? [i] : []));
      if (same.length < 2 || named.some((each) => each?.name === field.name)) return [];
      // Where all of them could be this one, the first stays what it is.
      const late = [...same].reverse().find((i) => words.some((word) => labelKey(word) === labelKey(labels[i] ?? '')));
      return late === undefined ? [] : [[late, field]];
    }),
  );
}

/** Finds the record kind whose columns a header row spells; null where no kind's signature is covered. */
export function matchColumns(
  labels: readonly string[],
  lexicon: Lexicon,
  expected: ReadonlySet<string>,
): Columns | null {
  // A side of ids, and any other labels that nobody knows, spell no kind's columns.
  if (!labels.some((label) => lexicon.isLabel(label))) return null;
  // Collections repeat the same few headers over and over.
  return lexicon.remembered(`columns\u0001${labels.join('\u0001')}\u0002${[...expected].join(',')}`, () =>
    bestColumns(labels, lexicon, expected),
  );
}

function bestColumns(labels: readonly string[], lexicon: Lexicon, expected: ReadonlySet<string>): Columns | null {
  let best: { columns: Columns; score: number } | null = null;
  for (const kind of lexicon.recordKinds) {
    const seen = new Set<string>();
    const fields = assignLabels(labels, kind.name, lexicon);
    for (const field of fields) if (field !== null) seen.add(field.name);
    const signed = (kind.recognise.columns ?? []).some((set) => set.every((name) => seen.has(name)));
    const carried = expected.has(kind.name) && seen.size >= 2 && seen.size * 2 >= labels.length;
    if (!signed && !carried) continue;
    // Of two kinds that a document carries, the first is what it is mostly made of.
    const score =
      seen.size +
      (expected.has(kind.name) ? 2 : 0) +
      (expected.values().next().value === kind.name ? 0.5 : 0) +
      (signed ? 1 : 0) +
      // A label that is a field's own name says more than one that is among its synonyms.
      0.6 * fields.filter((field, i) => field !== null && isOwnName(labels[i] ?? '', field)).length;
    if (best === null || score > best.score) best = { columns: { kind, fields }, score };
  }
  return best?.columns ?? null;
}
