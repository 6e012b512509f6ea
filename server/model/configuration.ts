/** The configuration of a folder, as data: what `clausewright.yaml` may say, described once for reading, checking and hovering. */
import type { Edition } from './catalogue.ts';
import type { IntervalName, ThresholdName } from './thresholds.ts';
import type { Day } from './value.ts';

export type Severity = 'error' | 'warning' | 'information';
export type RuleSetting = Severity | 'off';

export interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface PersonEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly email: string | null;
  readonly handle: string | null;
}

/** How somebody who has a part in a process is kept impartial when auditing it, as small organizations have to arrange it. */
export interface IndependenceMeasure {
  /** The person, or the role, that it is arranged for. */
  readonly person: string;
  readonly process: string;
  /** What was arranged, and why that is enough; null while it is empty or still to be filled in, and then it does not count. */
  readonly measure: string | null;
  /** The last day for which it holds; null where it holds on. */
  readonly until: Day | null;
  /** Where the entry stands in the file. */
  readonly start: number;
  readonly end: number;
}

/** A gap that the organization knows and lives with, as the configuration says it. */
export interface AcceptedEntry {
  readonly rule: string;
  /** Globs; empty where it holds everywhere. */
  readonly files: readonly string[];
  /** Ids or names that the finding has to be about; empty where anything will do. */
  readonly about: readonly string[];
  /** Null where none is given, or only a placeholder: then nothing is accepted. */
  readonly reason: string | null;
  readonly owner: string | null;
  /** The last day on which it holds; null where it has no end. */
  readonly until: Day | null;
  /** Where the entry names its rule. */
  readonly start: number;
  readonly end: number;
}

/** Findings that were there before: how often each fingerprint. */
export interface Baseline {
  readonly path: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Paths and who owns them. */
export interface PathOwners {
  readonly globs: readonly string[];
  readonly owners: readonly string[];
}

export interface Configuration {
  /** Workspace path of the file it came from; null where there is none and the defaults hold. */
  readonly path: string | null;
  readonly edition: Edition;
  readonly preset: 'recommended' | 'strict';
  /** Day for all date checks; null means the clock of the host. */
  readonly asOf: Day | null;
  readonly organization: string | null;
  /** Files left out, as gitignore patterns. */
  readonly ignore: readonly string[];
  /** Glob → kind name. */
  readonly kinds: readonly { readonly glob: string; readonly kind: string }[];
  /** Glob → values of fields that its files leave out; of several that match, the last one counts. */
  readonly defaults: readonly { readonly glob: string; readonly fields: Readonly<Record<string, string>> }[];
  /** What a CODEOWNERS file beside the documents says, in its order; the last match counts. */
  readonly codeOwners: readonly PathOwners[];
  /** Canonical field name → more labels. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** Kind name → sections that this organization asks for beside the standard's. */
  readonly requiredSections: Readonly<Record<string, readonly string[]>>;
  readonly people: readonly PersonEntry[];
  readonly topManagement: readonly string[];
  readonly independence: readonly IndependenceMeasure[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly Override[];
  readonly accepted: readonly AcceptedEntry[];
  /** The file that `baseline:` names, with its place, to be read by whoever reads files; null where it names none. */
  readonly baselineFile: { readonly path: string; readonly start: number; readonly end: number } | null;
  /** What that file says, or the one that the command line names. */
  readonly baseline: Baseline | null;
  /** Numbers that the organization sets instead of the defaults in `thresholds.ts`. */
  readonly thresholds: Readonly<Partial<Record<ThresholdName, number>>>;
  /** Intervals that the organization declares for all its documents, as ISO 8601 durations. */
  readonly intervals: Readonly<Partial<Record<IntervalName, string>>>;
  /** True where the organization says that all its documents are here, so that what is not here is missing. */
  readonly complete: boolean;
  readonly limits: { readonly bytes: number };
  /** Folder that absolute links such as `/docs/x.md` start from; null leaves them untested. */
  readonly siteRoot: string | null;
  /** Every glob with its place, to tell those that match nothing. */
  readonly globs: readonly { readonly glob: string; readonly start: number; readonly end: number }[];
  readonly problems: readonly ConfigurationProblem[];
  /** False where the file is there but cannot be read: then nobody knows what this folder is meant to be. */
  readonly readable: boolean;
}

export interface ConfigurationProblem {
  readonly rule: 'config.invalid' | 'config.unknown-key' | 'config.no-match';
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The nearest right key, where there is one. */
  readonly nearest: string | null;
}

/** The configuration that holds where a folder has none. */
export const DEFAULT_CONFIGURATION: Configuration = {
  path: null,
  edition: '2018',
  preset: 'recommended',
  asOf: null,
  organization: null,
  ignore: [],
  kinds: [],
  defaults: [],
  codeOwners: [],
  synonyms: {},
  requiredSections: {},
  people: [],
  topManagement: [],
  independence: [],
  rules: {},
  overrides: [],
  accepted: [],
  baselineFile: null,
  baseline: null,
  thresholds: {},
  intervals: {},
  complete: false,
  limits: { bytes: 2_000_000 },
  siteRoot: null,
  globs: [],
  problems: [],
  readable: true,
};
