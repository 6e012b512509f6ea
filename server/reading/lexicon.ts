/** The lexicon: every label, heading and title phrase of all kinds and languages, folded and ready to be looked up. */
import type { Configuration } from '../model/configuration.ts';
import { CONTROL_FIELDS, CONTROL_SECTIONS } from '../model/control.ts';
import type { FieldDescription, KindDescription, SectionDescription } from '../model/kind.ts';
import { KINDS } from '../model/kinds.generated.ts';
import type { LanguagePack } from '../model/languages/pack.ts';
import { type Memory, memory, remembered } from '../model/memo.ts';
import { PACKS } from '../model/packs.generated.ts';
import { labelKey } from '../model/vocabulary/labels.ts';
import { termKey } from '../model/vocabulary/names.ts';

export interface TitlePhrase {
  readonly phrase: string;
  readonly kind: string;
}

export interface Lexicon {
  kind(name: string): KindDescription | null;
  /** The kind that a declared `type:` names; null where it names none. */
  declaredKind(type: string): string | null;
  kindByIdPrefix(prefix: string): string | null;
  /** The record kind that ids with such prefixes are of, where they agree: `CSI` is of improvements; null entries are no ids. */
  recordKindOfIds(prefixes: readonly (string | null)[]): string | null;
  /** Phrases that name a kind in a title, longest first. */
  readonly titlePhrases: readonly TitlePhrase[];
  /** Is a term one of these phrases as a whole? */
  namesKind(term: string): boolean;
  /** The shared control field that a label names; null for any other label. */
  controlField(label: string): FieldDescription | null;
  /** The field of a kind that a label names: the kind's own first, then, for documents, document control. */
  field(kind: string, label: string): FieldDescription | null;
  /** Does any kind, or document control, know the label? */
  isLabel(label: string): boolean;
  /** The description of a field by its canonical name. */
  fieldNamed(kind: string | null, name: string): FieldDescription | null;
  /** The sections that a heading answers to in a kind, control sections included. */
  sectionNames(kind: string | null, heading: string): readonly string[];
  /** How many of the sections that give a kind away a list of headings names, by kind; kinds with none are left out. */
  signatures(headings: readonly string[]): ReadonlyMap<string, number>;
  /** Keeps an answer that depends on the lexicon and the key alone. */
  remembered<T>(key: string, compute: () => T): T;
  readonly documentKinds: readonly KindDescription[];
  readonly recordKinds: readonly KindDescription[];
}

/** Most configurations add no labels; those that add the same share one lexicon. */
const lexicons = new Map<string, Lexicon>();
const lexiconOf = new WeakMap<Configuration, Lexicon>();
const MOST_LEXICONS = 4;

/** The lexicon for a configuration: the built-in words and those that the configuration adds. */
export function lexiconFor(configuration: Configuration): Lexicon {
  const known = lexiconOf.get(configuration) ?? sharedLexicon(configuration);
  lexiconOf.set(configuration, known);
  return known;
}

function sharedLexicon(configuration: Configuration): Lexicon {
  const added = JSON.stringify(configuration.synonyms);
  const known = lexicons.get(added);
  if (known !== undefined) return known;
  const made = makeLexicon(KINDS, PACKS, configuration.synonyms);
  if (lexicons.size >= MOST_LEXICONS) lexicons.clear();
  lexicons.set(added, made);
  return made;
}

/** Makes a lexicon from kinds, language packs and added labels (canonical field name → labels). */
export function makeLexicon(
  kinds: readonly KindDescription[],
  packs: readonly LanguagePack[],
  added: Readonly<Record<string, readonly string[]>>,
): Lexicon {
  const byName = new Map(kinds.map((kind) => [kind.name, kind] as const));
  const declared = new Map<string, string>();
  const prefixes = new Map<string, string>();
  const phrases: TitlePhrase[] = [];

  // There are tens of thousands of labels and headings, most of them shared by many kinds: each is folded once, and the maps of
  // a kind are filled when a document asks for them.
  const foldedLabels = memory<string>();
  const fold = (label: string): string => remembered(foldedLabels, label, labelKey);
  const labelsOf = once((field: FieldDescription): readonly string[] =>
    [
      field.name,
      field.title,
      ...field.synonyms,
      ...packs.flatMap((pack) => pack.fields[field.name] ?? []),
      ...(added[field.name] ?? []),
    ]
      .map(fold)
      .filter((key) => key !== ''),
  );
  const byLabel = (list: readonly FieldDescription[]): ReadonlyMap<string, FieldDescription> => {
    const map = new Map<string, FieldDescription>();
    for (const field of list) for (const key of labelsOf(field)) if (!map.has(key)) map.set(key, field);
    return map;
  };
  const control = byLabel(CONTROL_FIELDS);
  const fieldsOf = once((kind: string) => byLabel(byName.get(kind)?.fields ?? []));

  const headingsOf = once((section: SectionDescription): readonly string[] =>
    [section.name, section.title, ...section.synonyms, ...packs.flatMap((pack) => pack.sections[section.name] ?? [])]
      .map(termKey)
      .filter((key) => key !== ''),
  );
  const byHeading = (list: readonly SectionDescription[]): ReadonlyMap<string, readonly string[]> => {
    const map = new Map<string, string[]>();
    for (const section of list) {
      for (const key of headingsOf(section)) {
        const names = map.get(key) ?? [];
        if (!names.includes(section.name)) names.push(section.name);
        map.set(key, names);
      }
    }
    return map;
  };
  const shared = byHeading(CONTROL_SECTIONS);
  const sectionsOf = once((name: string): ReadonlyMap<string, readonly string[]> => {
    const kind = byName.get(name);
    if (kind === undefined) return shared;
    return byHeading(kind.form === 'document' ? [...kind.sections, ...CONTROL_SECTIONS] : kind.sections);
  });

  for (const kind of kinds) {
    if (kind.form !== 'document') continue;
    const german = packs.flatMap((pack) => pack.kinds[kind.name] ?? []);
    for (const name of [kind.name, kind.title, ...kind.recognise.types, ...german]) {
      const key = termKey(name);
      if (key !== '' && !declared.has(key)) declared.set(key, kind.name);
    }
    for (const prefix of kind.recognise.idPrefixes ?? []) if (!prefixes.has(prefix)) prefixes.set(prefix, kind.name);
    for (const title of [...kind.recognise.titles, ...german])
      phrases.push({ phrase: termKey(title), kind: kind.name });
  }
  phrases.sort((a, b) => b.phrase.length - a.phrase.length || (a.kind < b.kind ? -1 : 1));

  const terms = new Set(phrases.map(({ phrase }) => phrase));

  let labels: ReadonlySet<string> | null = null;
  const allLabels = (): ReadonlySet<string> => {
    labels ??= new Set(kinds.flatMap((kind) => kind.fields.flatMap(labelsOf)));
    return labels;
  };
  const headed = memory<HeadingTerms>();
  const answers = memory<unknown>();
  const lookSection = (kind: string | null, key: string): readonly string[] =>
    (kind === null ? shared : sectionsOf(kind)).get(key) ?? NO_NAMES;

  const named = new Map<string | null, Memory<readonly string[]>>();
  const sectionNames = (kind: string | null, heading: string): readonly string[] => {
    return remembered(memoryOf(named, kind), heading, (own) => namesOfSection(kind, own));
  };
  const namesOfSection = (kind: string | null, heading: string): readonly string[] => {
    const { whole, halves, pieces } = remembered(headed, heading, (own) => headingTerms(own, termKey));
    const direct = lookSection(kind, whole);
    if (direct.length > 0) return direct;
    const names = new Set<string>();
    for (const part of halves) for (const name of lookSection(kind, part)) names.add(name);
    if (names.size === 0) for (const part of pieces) for (const name of lookSection(kind, part)) names.add(name);
    return names.size === 0 ? NO_NAMES : [...names];
  };
  /** A label may carry a remark: `Approval date (YYYY-MM-DD)`, `Freigegeben durch / am`. */
  const lookLabel = (label: string, look: (key: string) => FieldDescription | undefined): FieldDescription | null => {
    const whole = look(labelKey(label));
    if (whole !== undefined) return whole;
    const bare = label.replace(REMARK, '');
    return bare === label || bare.trim() === '' ? null : (look(labelKey(bare)) ?? null);
  };
  const controlled = memory<FieldDescription | null>();
  const labelled = new Map<string, Memory<FieldDescription | null>>();
  const spoken = memory<boolean>();
  const isSpoken = (label: string): boolean => {
    const known = (key: string): boolean => control.has(key) || allLabels().has(key);
    return known(labelKey(label)) || known(labelKey(label.replace(REMARK, '')));
  };
  const signs = memory<readonly (readonly [string, string])[]>();
  const signed = kinds.filter((kind) => kind.form === 'document' && kind.recognise.headings !== undefined);
  const signsOf = (heading: string): readonly (readonly [string, string])[] =>
    signed.flatMap((kind) =>
      sectionNames(kind.name, heading)
        .filter((name) => kind.recognise.headings?.names.includes(name))
        .map((name) => [kind.name, name] as const),
    );

  return {
    kind: (name) => byName.get(name) ?? null,
    declaredKind: (type) => declared.get(termKey(type)) ?? null,
    kindByIdPrefix: (prefix) => prefixes.get(prefix.toUpperCase()) ?? null,
    recordKindOfIds(found) {
      const first = found[0] ?? null;
      if (first === null || found.some((prefix) => prefix !== first && prefix !== null)) return null;
      const holder = byName.get(prefixes.get(first.toUpperCase()) ?? '');
      const carried = holder === undefined ? [] : [holder.yields, ...(holder.carries ?? [])];
      // Only a register of what it is called after: an SLA's contacts have no SLA's id.
      return carried.find((record) => record !== undefined && holder?.name.startsWith(record) === true) ?? null;
    },
    titlePhrases: phrases,
    namesKind: (term) => terms.has(term),
    controlField: (label) => remembered(controlled, label, (own) => lookLabel(own, (key) => control.get(key))),
    field(kind, label) {
      return remembered(memoryOf(labelled, kind), label, (own) => {
        const fields = fieldsOf(kind);
        const shared = byName.get(kind)?.form !== 'record';
        return lookLabel(own, (key) => fields.get(key) ?? (shared ? control.get(key) : undefined));
      });
    },
    // Ids and days stand where labels may, each of them once.
    isLabel: (label) => (/\d/.test(label) ? isSpoken(label) : remembered(spoken, label, isSpoken)),
    fieldNamed(kind, name) {
      const own = kind === null ? undefined : byName.get(kind)?.fields.find((field) => field.name === name);
      return own ?? CONTROL_FIELDS.find((field) => field.name === name) ?? null;
    },
    sectionNames,
    signatures(headings) {
      const found = new Map<string, Set<string>>();
      for (const heading of new Set(headings)) {
        for (const [kind, name] of remembered(signs, heading, signsOf)) {
          const names = found.get(kind) ?? new Set<string>();
          names.add(name);
          found.set(kind, names);
        }
      }
      return new Map([...found].map(([kind, names]) => [kind, names.size] as const));
    },
    remembered<T>(key: string, compute: () => T): T {
      return remembered(answers as Memory<T>, key, compute);
    },
    documentKinds: kinds.filter((kind) => kind.form === 'document'),
    recordKinds: kinds.filter((kind) => kind.form === 'record'),
  };
}

/** What may follow a label without changing it: a hint in brackets, or "/ date" behind a person's label. */
const REMARK =
  /\s*(?:[([][^()[\]]*[)\]]|\/\s*(?:am|on|date|datum|name|role|rolle|funktion|function|signature|unterschrift))\s*[*:]*\s*$/i;

const NO_NAMES: readonly string[] = [];

/** A function that works each answer out once. */
function once<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
  };
}

interface HeadingTerms {
  readonly whole: string;
  /** "Purpose and scope" answers to both. */
  readonly halves: readonly string[];
  /** "Change management: roles" answers to its last words. */
  readonly pieces: readonly string[];
}

function headingTerms(heading: string, fold: (words: string) => string): HeadingTerms {
  const parts = (separator: RegExp): readonly string[] => {
    if (!separator.test(heading)) return [];
    return heading
      .split(separator)
      .map((part) => fold(part.trim()))
      .filter((term) => term !== '');
  };
  return { whole: fold(heading), halves: parts(/,|;|&|\/|\band\b|\bund\b/i), pieces: parts(/[:–—(]/) };
}

/** The memory that is kept under a key. */
function memoryOf<K, T>(memories: Map<K, Memory<T>>, key: K): Memory<T> {
  const known = memories.get(key);
  if (known !== undefined) return known;
  const made = memory<T>();
  memories.set(key, made);
  return made;
}
