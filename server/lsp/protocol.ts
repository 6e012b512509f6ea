/** What our own client and the server say to each other beyond the Language Server Protocol: names, payloads and settings. */

/** The editions of ISO/IEC 20000-1 that a workspace can be checked against; 2018 includes Amendment 1 of 2024. */
export type EditionName = '2005' | '2011' | '2018';

/** How many findings stand in the documents in scope, by severity. */
export interface GapCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
}

/** What the status item shows; sent by the server whenever one of its parts changes. */
export interface StatusParams {
  /** `indexing` while documents are still being read; `off` when a setting turned checking off. */
  readonly state: 'indexing' | 'ready' | 'off';
  /** Documents read so far, and to read in all; equal when ready. */
  readonly done: number;
  readonly total: number;
  readonly edition: EditionName;
  /** The day that date checks are made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly gaps: GapCounts;
  /** How many documents the workspace holds. */
  readonly documents: number;
}

/** Server → client notification that carries `StatusParams`. */
export const statusNotification = 'clausewright/status';

/** How severe a rule's findings are to be shown; `default` leaves it to the preset and the edition. */
export type RuleSeverity = 'default' | 'off' | 'error' | 'warning' | 'information';

/** A feature that a user can switch off. */
export interface Switch {
  readonly enable: boolean;
}

/** The settings under `clausewright`, as `workspace/configuration` and `workspace/didChangeConfiguration` carry them. */
export interface Settings {
  readonly enable: boolean;
  /** Holds where neither the document nor clausewright.yaml names an edition. */
  readonly edition: EditionName;
  /** Holds where clausewright.yaml names no preset. */
  readonly preset: 'recommended' | 'strict';
  readonly diagnostics: { readonly scope: 'workspace' | 'openFiles' };
  readonly hover: Switch;
  readonly completion: Switch;
  readonly documentSymbols: Switch;
  /** Severity by rule id, such as `audit.self-audit`; rules that are not named keep their default. */
  readonly rules: Readonly<Record<string, RuleSeverity>>;
}

/** The section that all settings stand under. */
export const settingsSection = 'clausewright';

/** What holds when the editor says nothing: the same values as the defaults in package.json. */
export const defaultSettings: Settings = {
  enable: true,
  edition: '2018',
  preset: 'recommended',
  diagnostics: { scope: 'workspace' },
  hover: { enable: true },
  completion: { enable: true },
  documentSymbols: { enable: true },
  rules: {},
};

/** What the client hands over in `initialize`; another editor may leave out any of it. */
export interface InitializationOptions {
  /** Address of a rule's page, with `{rule}` where the rule's id goes; without it diagnostics carry no link. */
  readonly rulePage?: string;
  readonly settings?: Settings;
}
