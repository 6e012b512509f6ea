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

/** The scheme of the read-only pages of clauses, and the request (client → server) for a page's Markdown. */
export const clausePageScheme = 'clausewright-clause';
export const clausePageRequest = 'clausewright/clausePage';

/** Commands of our own client that lenses and links call; another editor shows the lens without them. */
export const clientCommands = {
  showReferences: 'clausewright.showReferences',
  showProblems: 'clausewright.showProblems',
  openPlace: 'clausewright.openPlace',
} as const;

/** A kind of document to choose from; the answer to `kindsRequest` is a list of them. */
export interface KindChoice {
  readonly name: string;
  readonly title: string;
  readonly help: string;
}

/** A folder to choose from; the answer to `foldersRequest`, which carries a kind, is a list of them, the likeliest first. */
export interface FolderChoice {
  readonly uri: string;
  readonly label: string;
}

/** What `newDocumentRequest` carries: a kind's name, a title (empty for none) and the URI of a folder. */
export interface NewDocumentParams {
  readonly kind: string;
  readonly title: string;
  readonly folder: string;
}

/** A file to be written; the answer to `newDocumentRequest` and `startSystemRequest`, null where the folder is not ours. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
  /** True where the file is there already, with this text. */
  readonly exists: boolean;
}

/** Client → server: the kinds of document. */
export const kindsRequest = 'clausewright/kinds';
/** Client → server: the folders in which a new document of a kind may go. */
export const foldersRequest = 'clausewright/folders';
/** Client → server: where a new document goes and what stands in it. */
export const newDocumentRequest = 'clausewright/newDocument';
/** Client → server: the configuration of a folder that becomes a management system. */
export const startSystemRequest = 'clausewright/startSystem';

/**
 * The request (client → server) for a view's tree; in: `TreeParams`, out: a list of `TreeItemData`. With a
 * `partialResultToken`, the tree comes as `TreePart`s by `$/progress`, and the answer itself is empty.
 */
export const treeRequest = 'clausewright/tree';
export const viewNames = ['trace', 'gaps', 'dates'] as const;
export type ViewName = (typeof viewNames)[number];

/** The orders of each view, the first one being the default; in words for the menu. */
export const viewOrders = {
  trace: { clause: 'By clause', process: 'By process', role: 'By role' },
  gaps: { pitfall: 'By pitfall', owner: 'By owner', due: 'By due date' },
  dates: { day: 'By day' },
} as const satisfies Readonly<Record<ViewName, Readonly<Record<string, string>>>>;

export interface TreeParams {
  readonly view: ViewName;
  readonly by: string;
  /** Words that each leaf has to hold; empty for all. */
  readonly filter: string;
  readonly partialResultToken?: string | number;
}

/** Some nodes of a tree, and the id of the node that they stand below; null for the top. */
export interface TreePart {
  readonly below: string | null;
  readonly nodes: readonly TreeItemData[];
}

/** One node of a view's tree, ready to be drawn. */
export interface TreeItemData {
  /** Unique in the whole tree. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly sort: string;
  readonly state: string;
  /** Where a click leads: a document, or the page of a clause. */
  readonly target: { readonly uri: string; readonly line: number; readonly character: number } | null;
  readonly children: readonly TreeItemData[];
}

/** The request (client → server) for a page as HTML; in: `PageParams`, out: the page or null. */
export const pageRequest = 'clausewright/page';
export interface PageParams {
  readonly page: 'dashboard' | 'matrix';
  /** Lets the page's styles in. */
  readonly nonce: string;
}

/** The requests (client → server) of adopting documents: what was understood, and the files that the decisions make. */
export const understoodRequest = 'clausewright/understood';
export const adoptRequest = 'clausewright/adopt';

/** What was understood of the first folder's documents. */
export interface UnderstoodAnswer {
  readonly folder: string;
  /** True where the folder has a configuration already. */
  readonly configured: boolean;
  readonly documents: number;
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[];
  readonly owned: number;
  readonly roles: number;
  readonly people: number;
  readonly gaps: number;
  readonly unclear: readonly {
    readonly glob: string;
    readonly count: number;
    readonly titles: readonly string[];
    readonly likely: readonly string[];
  }[];
  readonly aliases: readonly { readonly name: string; readonly alias: string }[];
  readonly choices: readonly { readonly kind: string; readonly title: string }[];
}

export interface AdoptParams {
  readonly edition: EditionName;
  readonly kinds: readonly { readonly glob: string; readonly kind: string }[];
  readonly aliases: readonly { readonly name: string; readonly alias: string }[];
  /** True keeps today's gaps apart from new ones. */
  readonly baseline: boolean;
}

/** The files to be written, by address; none of them exists yet. */
export interface AdoptAnswer {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** Client → server: the edits that rewrite clause references to a later edition, in one document or all of them. */
export const changeEditionRequest = 'clausewright/changeEdition';
export interface ChangeEditionParams {
  readonly to: EditionName;
  /** Null for the whole workspace, its configuration included. */
  readonly uri: string | null;
}
export interface ChangeEditionAnswer {
  /** A `WorkspaceEdit` of the protocol, to be reviewed before it is made; null where nothing can be rewritten by itself. */
  readonly edit: unknown;
  readonly rewritten: number;
  /** References that have several successors, or none: a person has to choose. */
  readonly left: number;
  /** The page that tells what the edition would newly require. */
  readonly page: string;
}

/** How severe a rule's findings are to be shown; `default` leaves it to the preset and the edition. */
export type RuleSeverity = 'default' | 'off' | 'error' | 'warning' | 'information';

/** A feature that a user can switch off. */
export interface Switch {
  readonly enable: boolean;
}

/** The features that a user can switch off one by one, each with what its setting says; package.json is generated from this. */
export const switches = {
  hover: 'Explain clauses, roles, fields and ids under the mouse.',
  completion: 'Offer fields, headings, values, clause numbers, roles and people while typing.',
  documentSymbols: 'List records and fields of a document in the outline; headings are left to VS Code.',
  workspaceSymbols: 'Find documents, records, roles and people of the workspace by id, title or name.',
  definition: 'Go from a clause, name or id to what it stands for, and to what carries it out.',
  references: 'Find where a clause, role, person, process, service or id is spoken of.',
  documentHighlight: 'Highlight the other places of the document that speak of what is under the cursor.',
  rename: 'Rename roles, people, services, ids and processes wherever they are written.',
  fileRename: 'Keep links, ids and patterns of the configuration right when a file is renamed or moved.',
  documentLinks: 'Make ids and names of documents in tables and registers clickable; links are left to VS Code.',
  codeLens: 'Show above documents and records what they answer, who uses them, and which gaps and reviews are open.',
  inlayHints: 'Show clause titles, holders of roles and days until a date is due at the end of their words.',
  semanticTokens: 'Colour clause references, roles, people and ids by what they mean.',
  folding: 'Fold the blocks of records.',
  typeHierarchy: 'Show the trace from a clause to processes, roles and people as a type hierarchy.',
} as const;

export type SwitchName = keyof typeof switches;

/** The settings under `clausewright`, as `workspace/configuration` and `workspace/didChangeConfiguration` carry them. */
export interface Settings extends Readonly<Record<SwitchName, Switch>> {
  readonly enable: boolean;
  /** Holds where neither the document nor clausewright.yaml names an edition. */
  readonly edition: EditionName;
  /** Holds where clausewright.yaml names no preset. */
  readonly preset: 'recommended' | 'strict';
  readonly diagnostics: { readonly scope: 'workspace' | 'openFiles' };
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
  ...(Object.fromEntries(Object.keys(switches).map((name) => [name, { enable: true }])) as Record<SwitchName, Switch>),
  rules: {},
};

/** What the client hands over in `initialize`; another editor may leave out any of it. */
export interface InitializationOptions {
  /** Address of a rule's page, with `{rule}` where the rule's id goes; without it diagnostics carry no link. */
  readonly rulePage?: string;
  readonly settings?: Settings;
}
