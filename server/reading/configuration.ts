/** The configuration file to a frozen configuration; every wrong key or value is a problem at its place, and the rest still holds. */
import { EDITIONS } from '../model/catalogue.ts';
import {
  type AcceptedEntry,
  type Configuration,
  type ConfigurationProblem,
  DEFAULT_CONFIGURATION,
  type IndependenceMeasure,
  type Override,
  type PersonEntry,
  type RuleSetting,
} from '../model/configuration.ts';
import { CONFIGURATION_SCHEMA } from '../model/configuration-schema.ts';
import { DECLARED_INTERVALS, type IntervalName, THRESHOLDS, type ThresholdName } from '../model/thresholds.ts';
import { stateOf } from '../model/vocabulary/placeholders.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { type Entry, type Note, type Reading, readKeys, type Value } from './configuration-values.ts';

/** The name under which a folder keeps its configuration. */
export const CONFIGURATION_FILE = 'clausewright.yaml';

const UNREADABLE = 'The configuration cannot be read as YAML:';

/** What the file's values may be checked against beside its own shape. */
export interface ConfigurationContext {
  readonly ruleIds: ReadonlySet<string>;
  /** What holds where the file says nothing; the built-in defaults where left out. */
  readonly defaults?: Configuration;
}

/**
 * Reads the configuration.
 * In: the file's workspace path and text, and the names it may use. Out: a configuration; what is wrong is left at its default
 * and listed under `problems`.
 */
export function readConfiguration(path: string, text: string, context: ConfigurationContext): Configuration {
  const defaults = context.defaults ?? DEFAULT_CONFIGURATION;
  const problems: ConfigurationProblem[] = [];
  const globs: Configuration['globs'][number][] = [];
  const note: Note = (rule, span, message, near = null) => {
    problems.push({ rule, message, start: span.start, end: span.end, nearest: near });
  };
  const reading: Reading = {
    ruleIds: context.ruleIds,
    note,
    glob: (glob, { start, end }) => globs.push({ glob, start, end }),
  };
  const stream = parseYaml(text);
  for (const problem of stream.problems) note('config.invalid', problem.span, `${UNREADABLE} ${problem.message}`);
  const root = stream.roots[0];
  const empty = root === undefined || (root.type === 'scalar' && root.text === '');
  if (!empty && root.type !== 'map')
    note('config.invalid', root.span, 'The configuration has to be a list of "key: value" lines.');
  const entries = readKeys(
    root?.type === 'map' ? root.entries : [],
    CONFIGURATION_SCHEMA,
    'no key of the configuration',
    reading,
  );
  const at = (name: string): Value | null => valueAt(entries, name);
  const edition = wordAt(entries, 'edition');
  const preset = wordAt(entries, 'preset');
  const baseline = at('baseline');

  return Object.freeze({
    ...defaults,
    path,
    edition: EDITIONS.find((each) => each === edition) ?? defaults.edition,
    preset: preset === 'recommended' || preset === 'strict' ? preset : defaults.preset,
    asOf: wordAt(entries, 'as-of') ?? defaults.asOf,
    organization: wordAt(entries, 'organization'),
    ignore: wordsIn(at('ignore')),
    kinds: entriesIn(at('kinds')).flatMap(({ name, value }) =>
      value.type === 'text' ? [{ glob: name, kind: value.text }] : [],
    ),
    defaults: entriesIn(at('defaults')).map(({ name, value }) => ({
      glob: name,
      fields: Object.fromEntries(
        entriesIn(value).flatMap((entry) => (entry.value.type === 'text' ? [[entry.name, entry.value.text]] : [])),
      ),
    })),
    synonyms: wordLists(at('synonyms')),
    requiredSections: wordLists(at('required-sections')),
    people: entriesIn(at('people')).map(person),
    topManagement: wordsIn(at('top-management')),
    independence: itemsIn(at('independence')).map(independence),
    rules: { ...defaults.rules, ...settings(at('rules')) },
    overrides: itemsIn(at('overrides')).map(override),
    accepted: itemsIn(at('accepted')).map(accepted),
    baselineFile: baseline?.type === 'text' ? { path: baseline.text, ...baseline.span } : null,
    thresholds: numbers(at('thresholds'), Object.keys(THRESHOLDS) as ThresholdName[]),
    intervals: intervals(at('intervals'), Object.keys(DECLARED_INTERVALS) as IntervalName[]),
    complete: yesIn(at('complete')) ?? defaults.complete,
    limits: { bytes: numberIn(valueAt(entriesIn(at('limits')), 'bytes')) ?? defaults.limits.bytes },
    siteRoot: wordAt(entries, 'site-root'),
    globs,
    // Broken YAML makes nonsense of what stands behind it: the first cause is enough.
    readable: stream.problems.length === 0,
    problems:
      stream.problems.length > 0 ? problems.filter((problem) => problem.message.startsWith(UNREADABLE)) : problems,
  });
}

function valueAt(entries: readonly Entry[], name: string): Value | null {
  return entries.find((entry) => entry.name === name)?.value ?? null;
}

function wordAt(entries: readonly Entry[], name: string): string | null {
  const value = valueAt(entries, name);
  return value?.type === 'text' ? value.text : null;
}

const itemsIn = (value: Value | null): readonly Value[] => (value?.type === 'list' ? value.items : []);
const entriesIn = (value: Value | null): readonly Entry[] => (value?.type === 'entries' ? value.entries : []);
const numberIn = (value: Value | null): number | null => (value?.type === 'number' ? value.number : null);
const yesIn = (value: Value | null): boolean | null => (value?.type === 'yes-no' ? value.yes : null);
const wordsIn = (value: Value | null): readonly string[] =>
  itemsIn(value).flatMap((item) => (item.type === 'text' ? [item.text] : []));

function wordLists(value: Value | null): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(entriesIn(value).map((entry) => [entry.name, wordsIn(entry.value)]));
}

function settings(value: Value | null): Readonly<Record<string, RuleSetting>> {
  const found: Record<string, RuleSetting> = {};
  for (const entry of entriesIn(value)) {
    const word = entry.value.type === 'text' ? entry.value.text : '';
    if (word === 'error' || word === 'warning' || word === 'information' || word === 'off') found[entry.name] = word;
  }
  return found;
}

function override(item: Value): Override {
  const entries = entriesIn(item);
  return { files: wordsIn(valueAt(entries, 'files')), rules: settings(valueAt(entries, 'rules')) };
}

function accepted(item: Value): AcceptedEntry {
  const entries = entriesIn(item);
  const reason = wordAt(entries, 'reason');
  return {
    rule: wordAt(entries, 'rule') ?? '',
    files: wordsIn(valueAt(entries, 'files')),
    about: wordsIn(valueAt(entries, 'about')),
    reason: reason !== null && stateOf(reason, 'text').state === 'given' ? reason : null,
    owner: wordAt(entries, 'owner'),
    until: wordAt(entries, 'until'),
    ...(valueAt(entries, 'rule')?.span ?? item.span),
  };
}

function independence(item: Value): IndependenceMeasure {
  const entries = entriesIn(item);
  const measure = wordAt(entries, 'measure');
  return {
    person: wordAt(entries, 'person') ?? wordAt(entries, 'role') ?? '',
    process: wordAt(entries, 'process') ?? '',
    measure: measure !== null && stateOf(measure, 'text').state === 'given' ? measure : null,
    until: wordAt(entries, 'until'),
    ...item.span,
  };
}

function person({ name, value }: Entry): PersonEntry {
  const entries = entriesIn(value);
  return {
    name,
    aliases: wordsIn(valueAt(entries, 'aliases')),
    email: wordAt(entries, 'email'),
    handle: wordAt(entries, 'handle'),
  };
}

function numbers<Name extends string>(value: Value | null, names: readonly Name[]): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const number = numberIn(valueAt(entriesIn(value), name));
    if (number !== null) found[name] = number;
  }
  return found;
}

function intervals<Name extends string>(value: Value | null, names: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const word = wordAt(entriesIn(value), name);
    if (word !== null) found[name] = word;
  }
  return found;
}
