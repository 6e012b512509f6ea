/** How a new field is labelled, and next to which of its neighbours it goes: as the block that takes it up does it. */
import { CONTROL_FIELDS } from '../model/control.ts';
import { GERMAN } from '../model/german.ts';
import type { FieldDescription } from '../model/kind.ts';
import type { LanguagePack } from '../model/languages/pack.ts';
import { labelKey } from '../model/vocabulary/labels.ts';
import type { FieldFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';

type Style = 'snake' | 'kebab' | 'camel' | 'pascal' | 'title' | 'sentence' | 'lower';

/** A block's view of fields: how labels are read in it, and the order in which its fields go. */
export interface Labelling {
  /** The canonical name of the field that a label would be read as; null for none. */
  readonly resolve: (label: string) => string | null;
  /** Canonical field names in the order of a new document or record. */
  readonly order: readonly string[];
}

/** Labels as a document of some kinds reads them: the kinds' own fields before document control. */
export function documentLabelling(kinds: readonly string[], lexicon: Lexicon): Labelling {
  const own = kinds.flatMap((kind) => lexicon.kind(kind)?.fields.map((field) => field.name) ?? []);
  return {
    resolve: (label) =>
      (kinds.map((kind) => lexicon.field(kind, label)).find((field) => field !== null) ?? lexicon.controlField(label))
        ?.name ?? null,
    order: [...new Set([...CONTROL_FIELDS.map((field) => field.name), ...own])],
  };
}

/** Labels as a record of a kind reads them. */
export function recordLabelling(kind: string, lexicon: Lexicon): Labelling {
  return {
    resolve: (label) => lexicon.field(kind, label)?.name ?? null,
    order: lexicon.kind(kind)?.fields.map((field) => field.name) ?? [],
  };
}

/**
 * The label of a new field in the style of its neighbours.
 * In: the field, the facts beside it, how labels are read there, and whether labels are keys (`next_review`) or words
 * (`Next review`) where the neighbours do not tell. Out: a label that reads as this field; null where none does.
 */
export function labelFor(
  field: FieldDescription,
  neighbours: readonly Pick<FieldFact, 'field' | 'label'>[],
  labelling: Labelling,
  fallback: 'key' | 'words',
): string | null {
  const style = styleOf(
    neighbours.map((each) => each.label),
    fallback,
  );
  const german = isGerman(neighbours)
    ? (GERMAN.fields[field.name] ?? []).map((label) => spell(label, label, style))
    : [];
  const candidates = [
    ...german,
    spell(field.name, field.title, style),
    ...(fallback === 'key' ? [field.name, field.title] : [field.title, field.name]),
    ...field.synonyms.map((synonym) => spell(synonym, synonym.charAt(0).toUpperCase() + synonym.slice(1), style)),
  ];
  return candidates.find((label) => labelling.resolve(label) === field.name) ?? null;
}

/**
 * The label of a new field in the words of a language.
 * In: the pack, the field, how labels are read, and whether labels are keys or words. Out: null where the pack has none that
 * would be read as this field.
 */
export function labelIn(
  pack: LanguagePack,
  field: FieldDescription,
  labelling: Labelling,
  fallback: 'key' | 'words',
): string | null {
  const style = styleOf([], fallback);
  return (
    (pack.fields[field.name] ?? [])
      .map((label) => spell(label, label, style))
      .find((label) => labelling.resolve(label) === field.name) ?? null
  );
}

/** In: labels as written. Out: the way in which their words are joined; the longest label tells most. */
function styleOf(labels: readonly string[], fallback: 'key' | 'words'): Style {
  if (labels.some((label) => /\p{L}_\p{L}/u.test(label))) return 'snake';
  const spaced = labels.filter((label) => /\S\s+\S/.test(label));
  if (spaced.length > 0) {
    const capitals = spaced.filter((label) =>
      label.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || SMALL.has(word)),
    );
    if (capitals.length * 2 > spaced.length && capitals.some((label) => /\s\p{Lu}\p{Ll}/u.test(label))) return 'title';
    return spaced.some((label) => /^\p{Lu}/u.test(label)) ? 'sentence' : 'lower';
  }
  if (labels.some((label) => /\p{Ll}-\p{Ll}/u.test(label))) return 'kebab';
  const camel = labels.find((label) => /\p{Ll}\p{Lu}/u.test(label));
  if (camel !== undefined) return /^\p{Lu}/u.test(camel) ? 'pascal' : 'camel';
  const capital = labels.filter((label) => /^\p{Lu}/u.test(label)).length;
  if (labels.length > 0 && capital * 2 > labels.length) return 'sentence';
  return fallback === 'key' ? 'snake' : labels.length > 0 ? 'lower' : 'sentence';
}

const SMALL: ReadonlySet<string> = new Set([
  'of',
  'by',
  'to',
  'the',
  'and',
  'for',
  'in',
  'on',
  'von',
  'der',
  'des',
  'am',
  'und',
]);

function spell(name: string, title: string, style: Style): string {
  const words = name.toLowerCase().split(/[\s_-]+/);
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  switch (style) {
    case 'snake':
      return words.join('_');
    case 'kebab':
      return words.join('-');
    case 'camel':
      return words.map((word, i) => (i === 0 ? word : capital(word))).join('');
    case 'pascal':
      return words.map(capital).join('');
    case 'lower':
      return title.toLowerCase();
    case 'title':
      return title
        .split(' ')
        .map((word, i) => (i > 0 && SMALL.has(word) ? word : capital(word)))
        .join(' ');
    default:
      return capital(title);
  }
}

/** Most labels are words of the German pack; those such as "Status", which are English too, tell nothing. */
function isGerman(neighbours: readonly Pick<FieldFact, 'field' | 'label'>[]): boolean {
  const telling = neighbours.filter(({ field, label }) => labelKey(label) !== labelKey(field));
  const german = telling.filter(({ field, label }) => {
    const word = label.trim().toLowerCase();
    return (
      (GERMAN.fields[field] ?? []).some((each) => labelKey(each) === labelKey(label)) ||
      // One record's word for a field may be another field's elsewhere: "Maßnahme" describes an action.
      Object.values(GERMAN.fields).some((labels) => labels.some((each) => each.toLowerCase() === word))
    );
  });
  return german.length * 2 > telling.length;
}

/** Next to which field a new one goes. */
export interface Neighbour {
  readonly field: string;
  readonly side: 'after' | 'before';
}

/**
 * The place of a field among others: where the fewest of them end up on the wrong side of it.
 * In: the order, the new field, the fields that stand there, as they stand. Out: the neighbour, the nearest earlier field
 * where two places are as good; null where nothing stands there.
 */
export function neighbourOf(order: readonly string[], field: string, present: readonly string[]): Neighbour | null {
  const rank = (name: string): number => order.indexOf(name);
  const at = rank(field);
  const known = present.filter((name) => rank(name) >= 0);
  const last = present.at(-1);
  if (last === undefined) return null;
  if (at < 0 || known.length === 0) return { field: last, side: 'after' };
  let best = { index: 0, wrong: Number.POSITIVE_INFINITY, near: -1 };
  for (let index = 0; index <= known.length; index += 1) {
    const wrong = known.filter((name, i) => (i < index ? rank(name) > at : rank(name) < at)).length;
    const left = rank(known[index - 1] ?? '');
    const near = left < at ? left : -1;
    if (wrong < best.wrong || (wrong === best.wrong && near >= best.near)) best = { index, wrong, near };
  }
  const before = known[best.index - 1];
  if (before !== undefined) return { field: before, side: 'after' };
  const first = known[0];
  return first === undefined ? null : { field: first, side: 'before' };
}
