/** Switches: whether a rule speaks in an edition, under a configuration and of a path, and how loudly. */
import type { Edition } from '../model/catalogue.ts';
import type { Configuration, RuleSetting, Severity } from '../model/configuration.ts';
import { globMatcher } from '../model/glob.ts';
import type { Rule } from './rule.ts';

/** The severity of a rule in an edition; null where the edition does not ask for it. */
export function severityIn(rule: Rule, edition: Edition): Severity | null {
  return typeof rule.severity === 'string' ? rule.severity : (rule.severity[edition] ?? null);
}

/** May a rule speak of a path: neither switched off there nor, where nothing is set for it, left out by the preset? */
export function isSwitchedOn(rule: Rule, path: string, configuration: Configuration): boolean {
  const setting = settingFor(rule.id, path, configuration);
  return setting === null ? rule.presets?.includes(configuration.preset) !== false : setting !== 'off';
}

/** Is anything set for a rule in some files? */
export function isOverridden(rule: Rule, { overrides }: Configuration): boolean {
  return overrides.some(({ rules }) => ownSetting(rules, rule.id) !== null);
}

const compiled = new WeakMap<
  Configuration,
  readonly { readonly matches: (path: string) => boolean; readonly rules: Readonly<Record<string, RuleSetting>> }[]
>();

/** What is set for a rule at a path; null where nothing is. */
export function settingFor(id: string, path: string, configuration: Configuration): RuleSetting | null {
  let overrides = compiled.get(configuration);
  if (overrides === undefined) {
    overrides = configuration.overrides.map(({ files, rules }) => ({ matches: globMatcher(files), rules }));
    compiled.set(configuration, overrides);
  }
  let setting = ownSetting(configuration.rules, id);
  for (const override of overrides) {
    const own = ownSetting(override.rules, id);
    if (own !== null && override.matches(path)) setting = own;
  }
  return setting;
}

function ownSetting(rules: Readonly<Record<string, RuleSetting>>, id: string): RuleSetting | null {
  return Object.hasOwn(rules, id) ? (rules[id] ?? null) : null;
}
