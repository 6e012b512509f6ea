/** What one connection holds: its roots, the documents open in the editor, and what the editor can do. */
import type { Connection } from 'vscode-languageserver';
import type { Files } from '../host/files.ts';
import type { Folder } from '../host/folder.ts';
import type { Readers } from '../host/readers.ts';
import type { Day } from '../model/value.ts';
import { type LineIndex, lineIndex } from '../syntax/lines.ts';
import type { GapCounts, Settings } from './protocol.ts';

/** The outside world as the language server needs it; main.ts supplies it, tests supply their own. */
export interface Host {
  /** The version to report to the editor. */
  readonly version?: string;
  /** The files below a folder; in: its URI. Null where nothing below it can be read, as with an unknown scheme. */
  files(folder: string): Files | null;
  /** Today, for date checks where the configuration names no day. */
  today(): Day;
  /** Resolves after whatever waits has had its turn. */
  pause(): Promise<void>;
  /** Starts readers beside the main thread; absent where everything is read in it. */
  readonly readers?: (root: string) => Readers | null;
}

/** One folder of the editor, or a single document outside all of them. */
export interface Root {
  /** URI of the folder; null for a single document, which has a workspace of its own. */
  readonly uri: string | null;
  readonly folder: Folder;
  settings: Settings;
  /** True once its configuration is known; before that an open document would be read and judged by the wrong one. */
  ready: boolean;
  /** Units that have to be checked again. */
  readonly dirty: Set<string>;
  /** True while the loop of `checking.ts` runs. */
  checking: boolean;
  /** Paths that the editor has findings of: a print of what was sent, and how many of each severity. */
  readonly published: Map<string, { readonly print: number; readonly gaps: GapCounts }>;
  /** Documents read and to read; null when nothing is being loaded. */
  loading: { readonly done: number; readonly total: number } | null;
  /** Paths that came, went or changed on disk and wait to be looked at. */
  readonly news: Set<string>;
  /** Work with the disk, one piece after the other. */
  queue: Promise<void>;
  /** True once the root has been let go: whatever still runs for it stops. */
  closed: boolean;
}

/** A document open in the editor. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  text: string;
  root: Root;
  /** Workspace path in the root. */
  path: string;
}

/** What the editor said it can do, as far as it matters here. */
export interface Abilities {
  readonly configuration: boolean;
  readonly folders: boolean;
  readonly watching: boolean;
  readonly progress: boolean;
  readonly lazyEdits: boolean;
  readonly versionedEdits: boolean;
  readonly createFiles: boolean;
  /** Edits may carry a mark that asks for review before they are made. */
  readonly annotations: boolean;
  readonly snippets: boolean;
}

export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  abilities: Abilities;
  /** Settings that hold for the window as a whole. */
  settings: Settings;
  rulePage: string | null;
  /** Roots that stand for folders; single documents carry theirs. */
  readonly roots: Root[];
  /** Open documents by URI as the editor writes it. */
  readonly documents: Map<string, OpenDocument>;
  /** The day that date checks were made for last. */
  day: Day;
  /** What the status item was told last. */
  status: string;
  /** True once the editor has asked for the end: nobody listens from then on. */
  ended: boolean;
}

const indexes = new WeakMap<OpenDocument, { text: string; lines: LineIndex }>();

/** The lines of an open document as it stands now. */
export function linesOf(document: OpenDocument): LineIndex {
  const known = indexes.get(document);
  if (known !== undefined && known.text === document.text) return known.lines;
  const lines = lineIndex(document.text);
  indexes.set(document, { text: document.text, lines });
  return lines;
}

/** The open document at a path of a root; null where it is closed. */
export function openAt(session: Session, root: Root, path: string): OpenDocument | null {
  for (const document of session.documents.values())
    if (document.root === root && document.path === path) return document;
  return null;
}

/** All roots: the folders, and one for each document outside them. */
export function everyRoot(session: Session): readonly Root[] {
  const alone = [...session.documents.values()].map(({ root }) => root).filter(({ uri }) => uri === null);
  return [...session.roots, ...alone];
}
