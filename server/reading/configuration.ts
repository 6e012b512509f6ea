/** The configuration file to a frozen configuration; every wrong key or value is a problem at its place, and the rest still holds. */
import { EDITIONS, type Edition } from '../model/catalogue.ts';
import {
  type Configuration,
  type ConfigurationProblem,
  DEFAULT_CONFIGURATION,
  type IndependenceMeasure,
  type Override,
  type PersonEntry,
  type RuleSetting,
} from '../model/configuration.ts';
import { nearest } from '../model/nearest.ts';
import { DECLARED_INTERVALS, type IntervalName, THRESHOLDS, type ThresholdName } from '../model/thresholds.ts';
import { parseDate } from '../model/vocabulary/dates.ts';
import { parseInterval } from '../model/vocabulary/intervals.ts';
import { stateOf } from '../model/vocabulary/placeholders.ts';
import { parseYesNo } from '../model/vocabulary/yes-no.ts';
import type { Span } from '../syntax/span.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../syntax/tree.ts';
import { parseYaml } from '../syntax/yaml.ts';

/** The name under which a folder keeps its configuration. */
export const CONFIGURATION_FILE = 'clausewright.yaml';

/** What each key of the file is for, in the order in which it is documented. */
export const CONFIGURATION_KEYS: Readonly<Record<string, string>> = {
  edition: 'Edition of ISO/IEC 20000-1 to check against: 2005, 2011 or 2018.',
  preset: 'recommended (quiet) or strict (every rule, information as squiggles too).',
  'as-of': 'The day that date checks are made for, YYYY-MM-DD; without it, today.',
  organization: 'The name of the service provider.',
  ignore: 'Files to leave out, as patterns like those of .gitignore.',
  kinds: 'Globs and the kind that their files are: "audits/**": audit-report.',
  synonyms: 'More labels for a field: owner: [Steward].',
  'required-sections': 'Sections that this organization asks for, by kind.',
  people: 'People with their aliases, e-mail and handle.',
  'top-management': 'Titles that count as top management here.',
  independence:
    'Who may audit a process in spite of a part in it, and what keeps the audit impartial: person (or role), process, measure, until.',
  rules: 'Severity by rule id: error, warning, information or off.',
  overrides: 'Other severities for some files: files and rules.',
  thresholds: 'Numbers that rules go by, such as audit-report: 30 (days).',
  intervals: 'How often something is to take place, by name: management-review: yearly.',
  complete: 'yes, where all documents of the management system are here: what is not here is missing.',
  limits: 'Limits of reading, such as bytes.',
  'site-root': 'Folder that absolute links like /docs/x.md start from.',
};

const UNREADABLE = 'The configuration cannot be read as YAML:';

/** What the file's values may be checked against beside its own shape. */
export interface ConfigurationContext {
  readonly ruleIds: ReadonlySet<string>;
  readonly kindNames: ReadonlySet<string>;
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
  const note = (rule: ConfigurationProblem['rule'], span: Span, message: string, near: string | null = null): void => {
    // A key that is looked at twice is wrong once.
    if (problems.some((problem) => problem.message === message && problem.start === span.start)) return;
    problems.push({ rule, message, start: span.start, end: span.end, nearest: near });
  };
  const stream = parseYaml(text);
  for (const problem of stream.problems) note('config.invalid', problem.span, `${UNREADABLE} ${problem.message}`);
  const root = stream.roots[0];
  const empty = root === undefined || (root.type === 'scalar' && root.text === '');
  if (!empty && root.type !== 'map')
    note('config.invalid', root.span, 'The configuration has to be a list of "key: value" lines.');
  const map: YamlMap =
    root?.type === 'map' ? root : { type: 'map', span: { start: 0, end: 0 }, flow: false, entries: [] };
  const keys = Object.keys(CONFIGURATION_KEYS);
  for (const entry of map.entries) {
    if (keys.includes(entry.key.text)) continue;
    const near = nearest(entry.key.text, keys);
    note(
      'config.unknown-key',
      entry.key.span,
      `"${entry.key.text}" is no key of the configuration${near === null ? '' : `; did you mean "${near}"?`}`,
      near,
    );
  }
  const at = (key: string): YamlNode | null => map.entries.find((entry) => entry.key.text === key)?.value ?? null;
  const text1 = (key: string, allowed: readonly string[] | null): string | null => {
    const node = at(key);
    if (node === null) return null;
    if (node.type !== 'scalar') {
      note('config.invalid', node.span, `"${key}" takes one value, not a list.`);
      return null;
    }
    if (node.text.trim() === '') return null;
    if (allowed !== null && !allowed.includes(node.text.trim())) {
      const near = nearest(node.text.trim(), allowed);
      note(
        'config.invalid',
        node.span,
        `"${key}" cannot be "${node.text.trim()}": it is one of ${allowed.join(', ')}.`,
        near,
      );
      return null;
    }
    return node.text.trim();
  };
  const list = (node: YamlNode | null, key: string): readonly YamlScalar[] => {
    if (node === null || (node.type === 'scalar' && node.text.trim() === '')) return [];
    const nodes = node.type === 'sequence' ? node.items : [node];
    return nodes.flatMap((item) => {
      if (item.type === 'scalar') return [item];
      note('config.invalid', item.span, `"${key}" is a list of words.`);
      return [];
    });
  };
  const entries = (node: YamlNode | null, key: string): YamlMap['entries'] => {
    if (node === null || (node.type === 'scalar' && node.text.trim() === '')) return [];
    if (node.type === 'map') return node.entries;
    note('config.invalid', node.span, `"${key}" is a list of "name: value" lines.`);
    return [];
  };
  const rulesOf = (node: YamlNode | null, key: string): Record<string, RuleSetting> => {
    const settings: Record<string, RuleSetting> = {};
    for (const entry of entries(node, key)) {
      if (!context.ruleIds.has(entry.key.text)) {
        const near = nearest(entry.key.text, [...context.ruleIds]);
        note(
          'config.unknown-key',
          entry.key.span,
          `There is no rule "${entry.key.text}"${near === null ? '' : `; did you mean "${near}"?`}`,
          near,
        );
        continue;
      }
      const value = entry.value.type === 'scalar' ? entry.value.text.trim() : '';
      const setting = value === 'info' ? 'information' : value === 'false' ? 'off' : value;
      if (setting === 'error' || setting === 'warning' || setting === 'information' || setting === 'off')
        settings[entry.key.text] = setting;
      else
        note(
          'config.invalid',
          entry.value.span,
          `"${entry.key.text}" cannot be "${value}": it is one of error, warning, information, off.`,
          nearest(value, ['error', 'warning', 'information', 'off']),
        );
    }
    return settings;
  };

  const named = function* <Name extends string>(
    key: string,
    names: readonly Name[],
  ): Iterable<readonly [Name, YamlNode]> {
    for (const entry of entries(at(key), key)) {
      const name = names.find((each) => each === entry.key.text);
      if (name !== undefined) {
        yield [name, entry.value];
        continue;
      }
      const near = nearest(entry.key.text, names);
      note(
        'config.unknown-key',
        entry.key.span,
        `"${entry.key.text}" is none of ${key}${near === null ? '' : `; did you mean "${near}"?`}`,
        near,
      );
    }
  };

  const asOfText = text1('as-of', null);
  const asOf = asOfText === null ? null : parseDate(asOfText);
  if (asOfText !== null && (asOf === null || asOf.precision !== 'day' || asOf.ambiguous))
    note('config.invalid', at('as-of')?.span ?? { start: 0, end: 0 }, `"as-of" has to be a day such as 2026-11-01.`);
  const kinds = entries(at('kinds'), 'kinds').flatMap((entry) => {
    const kind = entry.value.type === 'scalar' ? entry.value.text.trim() : '';
    if (context.kindNames.has(kind)) return [{ glob: entry.key.text, kind }];
    const near = nearest(kind, [...context.kindNames]);
    note(
      'config.invalid',
      entry.value.span,
      `There is no kind "${kind}"${near === null ? '' : `; did you mean "${near}"?`}`,
      near,
    );
    return [];
  });
  const globs: Configuration['globs'][number][] = entries(at('kinds'), 'kinds').map((entry) => ({
    glob: entry.key.text,
    ...entry.key.span,
  }));
  const overrides = overridesOf(at('overrides'), rulesOf, list, note, (file) =>
    globs.push({ glob: file.text, ...file.span }),
  );
  const bytes = scalarNumber(
    entries(at('limits'), 'limits').find((entry) => entry.key.text === 'bytes')?.value ?? null,
  );
  const thresholds: Partial<Record<ThresholdName, number>> = {};
  for (const [name, value] of named('thresholds', Object.keys(THRESHOLDS) as ThresholdName[])) {
    const number = scalarNumber(value);
    if (number === null) note('config.invalid', value.span, `"${name}" takes a number of ${THRESHOLDS[name].unit}.`);
    else thresholds[name] = number;
  }
  const intervals: Partial<Record<IntervalName, string>> = {};
  for (const [name, value] of named('intervals', Object.keys(DECLARED_INTERVALS) as IntervalName[])) {
    const interval = value.type === 'scalar' ? parseInterval(value.text) : null;
    if (interval === null || interval.iso === null)
      note('config.invalid', value.span, `"${name}" takes an interval such as yearly, quarterly or P6M.`);
    else intervals[name] = interval.iso;
  }
  const completeText = text1('complete', null);
  const complete = completeText === null ? defaults.complete : parseYesNo(completeText);
  if (complete === null)
    note('config.invalid', at('complete')?.span ?? { start: 0, end: 0 }, '"complete" is either yes or no.');
  const words = (key: string): Record<string, readonly string[]> =>
    Object.fromEntries(
      entries(at(key), key).map((entry) => [
        entry.key.text,
        list(entry.value, entry.key.text).map((item) => item.text),
      ]),
    );

  return Object.freeze({
    ...defaults,
    path,
    edition: (text1('edition', EDITIONS) ?? defaults.edition) as Edition,
    preset: (text1('preset', ['recommended', 'strict']) ?? defaults.preset) as Configuration['preset'],
    asOf: asOf !== null && asOf.precision === 'day' && !asOf.ambiguous ? asOf.iso : defaults.asOf,
    organization: text1('organization', null),
    ignore: list(at('ignore'), 'ignore').map((item) => item.text),
    kinds,
    synonyms: words('synonyms'),
    requiredSections: words('required-sections'),
    people: peopleOf(at('people'), entries, list, note),
    topManagement: list(at('top-management'), 'top-management').map((item) => item.text),
    independence: independenceOf(at('independence'), note),
    rules: { ...defaults.rules, ...rulesOf(at('rules'), 'rules') },
    overrides,
    thresholds,
    intervals,
    complete: complete ?? defaults.complete,
    limits: { bytes: bytes ?? defaults.limits.bytes },
    siteRoot: text1('site-root', null),
    globs,
    // Broken YAML makes nonsense of what stands behind it: the first cause is enough.
    problems:
      stream.problems.length > 0 ? problems.filter((problem) => problem.message.startsWith(UNREADABLE)) : problems,
  });
}

function scalarNumber(node: YamlNode | null): number | null {
  if (node === null || node.type !== 'scalar' || node.text.trim() === '') return null;
  const number = Number(node.text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function overridesOf(
  node: YamlNode | null,
  rulesOf: (node: YamlNode | null, key: string) => Record<string, RuleSetting>,
  list: (node: YamlNode | null, key: string) => readonly YamlScalar[],
  note: (rule: ConfigurationProblem['rule'], span: Span, message: string) => void,
  see: (file: YamlScalar) => void,
): readonly Override[] {
  if (node === null || (node.type === 'scalar' && node.text.trim() === '')) return [];
  const items = node.type === 'sequence' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.type !== 'map') {
      note('config.invalid', item.span, '"overrides" is a list of entries with "files" and "rules".');
      return [];
    }
    const value = (key: string): YamlNode | null => item.entries.find((entry) => entry.key.text === key)?.value ?? null;
    const named = list(value('files'), 'files');
    for (const file of named) see(file);
    const files = named.map((file) => file.text);
    if (files.length === 0) {
      note('config.invalid', item.span, 'An override needs "files": the globs that it holds for.');
      return [];
    }
    return [{ files, rules: rulesOf(value('rules'), 'rules') }];
  });
}

function peopleOf(
  node: YamlNode | null,
  entries: (node: YamlNode | null, key: string) => YamlMap['entries'],
  list: (node: YamlNode | null, key: string) => readonly YamlScalar[],
  note: (rule: ConfigurationProblem['rule'], span: Span, message: string) => void,
): readonly PersonEntry[] {
  return entries(node, 'people').map((entry): PersonEntry => {
    const { value } = entry;
    if (value.type !== 'map')
      return {
        name: entry.key.text,
        aliases: list(value, entry.key.text).map((item) => item.text),
        email: null,
        handle: null,
      };
    for (const each of value.entries)
      if (!['aliases', 'email', 'handle'].includes(each.key.text))
        note(
          'config.unknown-key',
          each.key.span,
          `"${each.key.text}" is no key of a person: aliases, email and handle are.`,
        );
    const one = (key: string): string | null => {
      const found = value.entries.find((each) => each.key.text === key)?.value;
      return found?.type === 'scalar' && found.text.trim() !== '' ? found.text.trim() : null;
    };
    return {
      name: entry.key.text,
      aliases: list(value.entries.find((each) => each.key.text === 'aliases')?.value ?? null, 'aliases').map(
        (item) => item.text,
      ),
      email: one('email'),
      handle: one('handle'),
    };
  });
}

function independenceOf(
  node: YamlNode | null,
  note: (rule: ConfigurationProblem['rule'], span: Span, message: string, near?: string | null) => void,
): readonly IndependenceMeasure[] {
  if (node === null || (node.type === 'scalar' && node.text.trim() === '')) return [];
  const items = node.type === 'sequence' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.type !== 'map') {
      note('config.invalid', item.span, '"independence" is a list of entries with "person", "process" and "measure".');
      return [];
    }
    const known = ['person', 'role', 'process', 'measure', 'until'];
    for (const { key } of item.entries) {
      if (known.includes(key.text)) continue;
      const near = nearest(key.text, known);
      note(
        'config.unknown-key',
        key.span,
        `"${key.text}" is no key of an independence measure: person, role, process, measure and until are.`,
        near,
      );
    }
    const value = (key: string): YamlScalar | null => {
      const found = item.entries.find((entry) => entry.key.text === key)?.value;
      return found?.type === 'scalar' && found.text.trim() !== '' ? found : null;
    };
    const person = value('person') ?? value('role');
    const process = value('process');
    if (person === null || process === null) {
      note(
        'config.invalid',
        item.span,
        'An independence measure needs "person" (or "role") and "process": for whom it is arranged, and where.',
      );
      return [];
    }
    const measure = value('measure');
    const untilText = value('until');
    const until = untilText === null ? null : parseDate(untilText.text);
    if (untilText !== null && (until === null || until.ambiguous)) {
      note('config.invalid', untilText.span, '"until" has to be a day such as 2027-06-30.');
      return [];
    }
    return [
      {
        person: person.text.trim(),
        process: process.text.trim(),
        measure: measure !== null && stateOf(measure.text, 'text').state === 'given' ? measure.text.trim() : null,
        until: until?.last ?? null,
        start: item.span.start,
        end: item.span.end,
      },
    ];
  });
}
