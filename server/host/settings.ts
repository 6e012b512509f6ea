/** Settings: what the editor or the command line asks for, put together with what the configuration file says. */
import type { Edition } from '../model/catalogue.ts';
import { type Baseline, type Configuration, DEFAULT_CONFIGURATION, type RuleSetting } from '../model/configuration.ts';
import type { Day } from '../model/value.ts';
import { readConfiguration } from '../reading/configuration.ts';
import { readBaseline } from '../rules/baseline.ts';
import { RULES } from '../rules/rules.generated.ts';
import type { Problem } from '../syntax/tree.ts';

/** What the editor's settings or the command line ask for; it holds where the configuration file says nothing. */
export interface FolderSettings {
  readonly edition?: Edition;
  readonly preset?: Configuration['preset'];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly asOf?: Day;
  /** True where the settings win over the file: the command line's options do. */
  readonly force?: boolean;
  /** Another configuration file than the folder's own: its text and the path to show. */
  readonly configuration?: { readonly path: string; readonly text: string };
  /** Findings that were there before, instead of those that the configuration names. */
  readonly baseline?: Baseline;
}

/** A configuration file as it was found. */
export interface ConfigurationText {
  readonly path: string;
  readonly text: string;
  /** What kept it from being read as it stands on disk. */
  readonly problem: Problem | null;
}

/**
 * The configuration with the baseline that it names.
 * In: the configuration, the settings, and the text of the file that `baseline:` names (null where there is none). Out: the same
 * configuration where it names none; a problem in it where the file is no baseline.
 */
export function withBaseline(
  configuration: Configuration,
  { baseline }: FolderSettings,
  text: string | null,
): Configuration {
  if (baseline !== undefined) return Object.freeze({ ...configuration, baseline });
  const named = configuration.baselineFile;
  if (named === null) return configuration;
  const read = text === null ? null : readBaseline(named.path, text);
  if (read !== null) return Object.freeze({ ...configuration, baseline: read });
  const message =
    text === null
      ? `There is no file "${named.path}". Write it with "clausewright check --write-baseline ${named.path}".`
      : `"${named.path}" is no baseline. Write it anew with "clausewright check --write-baseline ${named.path}".`;
  const problem = { rule: 'config.invalid' as const, message, start: named.start, end: named.end, nearest: null };
  return Object.freeze({ ...configuration, problems: [...configuration.problems, problem] });
}

/** The configuration that holds; in: the settings, and the file (null where there is none). Never fails: problems stand in it. */
export function configurationFrom(settings: FolderSettings, file: ConfigurationText | null): Configuration {
  const { edition, preset, rules, asOf } = settings;
  const asked: Partial<Configuration> = {
    ...(edition === undefined ? {} : { edition }),
    ...(preset === undefined ? {} : { preset }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const defaults = { ...DEFAULT_CONFIGURATION, ...asked, ...(rules === undefined ? {} : { rules }) };
  if (file === null) return defaults;
  const read = readConfiguration(file.path, file.text, {
    ruleIds: new Set(RULES.map((rule) => rule.id)),
    defaults,
  });
  const { problem } = file;
  const unreadable =
    problem === null
      ? []
      : [{ rule: 'config.invalid' as const, message: problem.message, ...problem.span, nearest: null }];
  return Object.freeze({
    ...read,
    ...(settings.force === true ? asked : {}),
    problems: [...read.problems, ...unreadable],
    readable: read.readable && problem === null,
  });
}
