/** The editor's settings: whatever it sends, made whole and checked value by value against what may stand there. */

import type { FolderSettings } from '../host/settings.ts';
import { isEdition } from '../model/catalogue.ts';
import type { RuleSetting } from '../model/configuration.ts';
import {
  defaultSettings,
  type RuleSeverity,
  type Settings,
  type Switch,
  type SwitchName,
  switches,
} from './protocol.ts';

/** Settings of any shape made whole; what is missing or makes no sense keeps its default. */
export function settingsFrom(sent: unknown): Settings {
  const given = objectOf(sent);
  const edition = String(given.edition);
  const rules = Object.entries(objectOf(given.rules)).filter((entry): entry is [string, RuleSeverity] =>
    isSeverity(entry[1]),
  );
  return {
    enable: flag(given.enable, defaultSettings.enable),
    edition: isEdition(edition) ? edition : defaultSettings.edition,
    preset: given.preset === 'strict' ? 'strict' : 'recommended',
    diagnostics: { scope: objectOf(given.diagnostics).scope === 'openFiles' ? 'openFiles' : 'workspace' },
    ...(Object.fromEntries(
      Object.keys(switches).map((name) => [name, switchOf(given[name], defaultSettings[name as SwitchName])]),
    ) as Record<SwitchName, Switch>),
    rules: Object.fromEntries(rules),
  };
}

/** The part of the settings that a folder is checked with. */
export function folderSettings({ edition, preset, rules }: Settings): FolderSettings {
  const named = Object.entries(rules).filter((entry): entry is [string, RuleSetting] => entry[1] !== 'default');
  return { edition, preset, rules: Object.fromEntries(named) };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function switchOf(value: unknown, otherwise: Switch): Switch {
  return { enable: flag(objectOf(value).enable, otherwise.enable) };
}

function isSeverity(value: unknown): value is RuleSeverity {
  return value === 'default' || value === 'off' || value === 'error' || value === 'warning' || value === 'information';
}
