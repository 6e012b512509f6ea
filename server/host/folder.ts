/** A folder: one workspace with its files, configuration and open texts; the engine under the editor and the command line. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import { KINDS } from '../model/kinds.generated.ts';
import type { Day } from '../model/value.ts';
import { CODE_OWNERS_FILES, readCodeOwners } from '../reading/code-owners.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { type LineIndex, type LineTable, lineIndex, lineTable } from '../syntax/lines.ts';
import { isDocumentPath } from '../syntax/parse.ts';
import { sectionCache } from '../syntax/section-cache.ts';
import type { Problem } from '../syntax/tree.ts';
import {
  createWorkspace,
  type DocumentChange,
  WORKSPACE_UNIT,
  type Workspace,
  type WorkspaceChange,
} from '../workspace/workspace.ts';
import type { Files } from './files.ts';
import { printOf } from './print.ts';
import type { Readers, ReadThere } from './readers.ts';
import { configurationFrom, type FolderSettings, withBaseline } from './settings.ts';

export interface Environment {
  today(): Day;
  log(message: string): void;
  /** Gives way to whatever waits, between two slices of work. */
  pause(): Promise<void>;
  /** True where the folder is checked once and then done with. */
  readonly brief?: boolean;
  /** Starts readers beside this thread, for folders that are worth it; null where there are none. */
  readers?(root: string): Readers | null;
}

export interface LoadOptions {
  progress(done: number, total: number): void;
  gaveUp(): boolean;
}

export interface Folder {
  readonly workspace: Workspace;
  readonly files: Files;
  /** What could not be listed, in words for the user. */
  readonly notes: readonly { readonly path: string; readonly message: string }[];
  /** Lists, reads the configuration and all documents in slices; open texts win over the disk. Out: the units to check. */
  load(options: LoadOptions): Promise<ReadonlySet<string>>;
  /** Files created, changed or deleted on disk. Out: the units to check. */
  filesChanged(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** The text in the editor, saved or not. */
  textChanged(path: string, text: string): ReadonlySet<string>;
  textClosed(path: string): Promise<ReadonlySet<string>>;
  setSettings(settings: FolderSettings): Promise<ReadonlySet<string>>;
  /**
   * A print of all that checking this folder depends on, but for the program itself: configuration, day, the list of files, and
   * what stands in the documents on disk. Nothing is taken in.
   */
  print(): Promise<string>;
  /** Lines of a document as it was last read; null for a path that was never read. */
  lines(path: string): LineIndex | null;
}

/** Documents that are read between two pauses. */
const SLICE = 16;
/** As many documents are read here before another reader would be ready. */
const ENOUGH = 400;
/** Slices under way for each reader: one that it reads, and some that wait for it while this thread is busy. */
const AHEAD = 5;
const NO_UNITS: ReadonlySet<string> = new Set();
const NOTHING: ReadonlyMap<string, ReadThere | null> = new Map();

/** Opens a folder; nothing is read before `load`. */
export function openFolder(files: Files, environment: Environment): Folder {
  const handbookKinds = new Set(KINDS.filter((kind) => kind.handbook === true).map((kind) => kind.name));
  const workspace = createWorkspace(handbookKinds, sectionCache(), environment.brief);
  const open = new Map<string, string>();
  const lines = new Map<string, LineTable>();
  /** A print of all that each document was last read from: its text, and the configuration as far as reading depends on it. */
  const known = new Map<string, number>();
  /** Which asking of the disk for a document is the latest, for as long as its answer is awaited. */
  const asked = new Map<string, number>();
  let turns = 0;
  /** Null until the folder was listed for the first time. */
  let listed: ReadonlySet<string> | null = null;
  let settings: FolderSettings = {};
  let notes: Folder['notes'] = [];

  const readSettings = async (): Promise<Configuration> => {
    const given = settings.configuration;
    const bytes = DEFAULT_CONFIGURATION.limits.bytes;
    const codeOwners = await readOwners(bytes);
    const onDisk =
      given === undefined && !open.has(CONFIGURATION_FILE) ? await files.read(CONFIGURATION_FILE, bytes) : null;
    // Looked at only now: it may have been opened while the disk was asked.
    const typed = given?.text ?? open.get(CONFIGURATION_FILE);
    const found = typed === undefined ? onDisk : { text: typed, problem: null };
    if (found === null || found.text === null)
      return { ...withBaseline(configurationFrom(settings, null), settings, null), codeOwners };
    const path = given?.path ?? CONFIGURATION_FILE;
    lines.set(path, lineTable(found.text));
    const configuration = configurationFrom(settings, { path, text: found.text, problem: found.problem });
    const named = settings.baseline === undefined ? configuration.baselineFile : null;
    const baseline = named === null ? null : (await files.read(named.path, bytes * 10)).text;
    return { ...withBaseline(configuration, settings, baseline), codeOwners };
  };

  /** The owners of paths as CODEOWNERS names them; the first place that has the file counts. */
  const readOwners = async (bytes: number): Promise<Configuration['codeOwners']> => {
    for (const path of CODE_OWNERS_FILES) {
      const text = open.get(path) ?? (await files.read(path, bytes)).text;
      if (text !== null) return readCodeOwners(text);
    }
    return [];
  };

  const isOurs = (path: string): boolean =>
    isDocumentPath(path) && path !== CONFIGURATION_FILE && path !== settings.configuration?.path;

  let readFor = { configuration: workspace.configuration, part: readingPart(workspace.configuration) };
  const reading = (): string => {
    const { configuration } = workspace;
    if (readFor.configuration !== configuration) readFor = { configuration, part: readingPart(configuration) };
    return readFor.part;
  };

  /**
   * Documents on disk, read by others. Out: what the disk says of each and what was read, null for a file that is not there;
   * empty where they have to be read here, because a reader is gone or the configuration has changed meanwhile.
   */
  const readThere = async (
    paths: readonly string[],
    readers: Readers,
  ): Promise<ReadonlyMap<string, ReadThere | null>> => {
    const unread = paths.flatMap((path) => (open.has(path) ? [] : [{ path, known: known.get(path) ?? null }]));
    const configuration = reading();
    const read = unread.length === 0 ? null : await readers.read(unread, configuration, environment.brief !== true);
    if (read === null || reading() !== configuration) return NOTHING;
    return new Map(unread.map(({ path }, order) => [path, read[order] ?? null]));
  };

  /** Is a document what it was when it was last read? */
  const isKnown = (path: string, print: number): boolean =>
    known.get(path) === print && (workspace.tree(path) !== null) === open.has(path);

  const forget = (path: string): DocumentChange | null => {
    lines.delete(path);
    return known.delete(path) ? { path, text: null } : null;
  };

  /** What is new about a document whose text is at hand; null where nothing is. */
  const change = (path: string, text: string, problem: Problem | null): DocumentChange | null => {
    const print = environment.brief === true ? 0 : printOf(reading(), text, problem);
    if (isKnown(path, print)) return null;
    known.set(path, print);
    lines.set(path, lineTable(text));
    return { path, text, open: open.has(path), ...(problem === null ? {} : { problem }) };
  };

  /** What is new about a document that was read elsewhere; null where nothing is. */
  const changeThere = (path: string, { print, problem, fresh }: ReadThere): DocumentChange | null => {
    if (fresh === null || isKnown(path, print)) return null;
    known.set(path, print);
    lines.set(path, { ...fresh.lines, starts: Uint32Array.from(fresh.lines.starts) });
    return { path, text: fresh.read, ...(problem === null ? {} : { problem }) };
  };

  /**
   * Reads documents from the editor or the disk. What the disk says is compared with what is open, and taken in, in one go:
   * a text that is opened while the disk is asked is never overwritten by it. Out: the units to check.
   */
  const takeIn = async (paths: readonly string[], readers: Readers | null = null): Promise<ReadonlySet<string>> => {
    const { bytes } = workspace.configuration.limits;
    turns += 1;
    const turn = turns;
    for (const path of paths) asked.set(path, turn);
    const there = readers === null ? NOTHING : await readThere(paths, readers);
    const found = await Promise.all(
      paths.map((path) => (open.has(path) || there.has(path) ? null : files.read(path, bytes))),
    );
    const gone: string[] = [];
    const documents = paths.flatMap((path, order) => {
      // Asked for again meanwhile: the later answer is the newer one.
      if (asked.get(path) !== turn) return [];
      asked.delete(path);
      const typed = open.get(path);
      if (typed !== undefined) return change(path, typed, null) ?? [];
      const read = there.get(path);
      if (read !== undefined && read !== null) return changeThere(path, read) ?? [];
      const onDisk = found[order] ?? (read === null ? { text: null, problem: null } : null);
      // Closed while the disk was asked: its closing reads it.
      if (onDisk === null) return [];
      if (onDisk.text !== null) return change(path, onDisk.text, onDisk.problem) ?? [];
      gone.push(path);
      return forget(path) ?? [];
    });
    if (gone.length > 0) listed = new Set([...(listed ?? [])].filter((path) => !gone.includes(path)));
    if (documents.length === 0 && gone.length === 0) return NO_UNITS;
    return workspace.apply({ documents, files: { added: [], removed: gone } });
  };

  /** Lists the folder. Out: the change to the workspace that follows from it, and the documents that have to be read. */
  const relist = async (
    ignore: readonly string[],
  ): Promise<{ readonly change: WorkspaceChange; readonly fresh: readonly string[] }> => {
    const listing = await files.list({ ignore });
    const said = new Set(notes.map(({ message }) => message));
    for (const { message } of listing.notes) if (!said.has(message)) environment.log(message);
    notes = listing.notes;
    const present = new Set(listing.paths);
    // A file that is open but not on disk is still to be saved; one that is on disk but not listed is ignored.
    for (const path of open.keys())
      if (!present.has(path) && isOurs(path) && (await files.read(path, 0)).text === null) present.add(path);
    const before = listed ?? new Set();
    listed = present;
    const added = [...present].filter((path) => !before.has(path));
    const removed = [...before].filter((path) => !present.has(path));
    const gone = [...workspace.paths()].filter((path) => !present.has(path));
    return {
      change: { files: { added, removed }, documents: gone.flatMap((path) => forget(path) ?? []) },
      fresh: added.filter(isOurs),
    };
  };

  const everyUnit = (): string[] => [WORKSPACE_UNIT, ...workspace.paths()];

  /** Lists and reads everything, in slices; a document that was read from the same text in the same way is passed over. */
  const readAll = async (options: LoadOptions): Promise<ReadonlySet<string>> => {
    const dirty = new Set<string>([WORKSPACE_UNIT]);
    const configuration = await readSettings();
    const { change: first } = await relist(configuration.ignore);
    const asOf = configuration.asOf ?? environment.today();
    collect(dirty, workspace.apply({ ...first, configuration, asOf, loaded: false }));
    // What the user looks at comes first.
    const documents = [...(listed ?? [])]
      .filter(isOurs)
      .sort((a, b) => Number(open.has(b)) - Number(open.has(a)) || (a < b ? -1 : 1));
    options.progress(0, documents.length);
    let [next, done] = [0, 0];
    const lane = async (readers: Readers | null): Promise<void> => {
      while (next < documents.length && !options.gaveUp()) {
        const slice = documents.slice(next, next + SLICE);
        next += slice.length;
        collect(dirty, await takeIn(slice, readers));
        done += slice.length;
        options.progress(done, documents.length);
        await environment.pause();
      }
    };
    const readers = documents.length < ENOUGH ? null : (environment.readers?.(files.root) ?? null);
    const others = Array.from({ length: (readers?.count ?? 0) * AHEAD }, () => lane(readers));
    try {
      await Promise.all([lane(null), ...others]);
    } finally {
      readers?.end();
    }
    if (options.gaveUp()) return dirty;
    return collect(dirty, workspace.apply({ loaded: true }));
  };

  const QUIET: LoadOptions = { progress: () => undefined, gaveUp: () => false };

  /** Takes a new configuration in; documents are read again only where it changes which are read, and how. */
  const configure = async (): Promise<ReadonlySet<string>> => {
    const before = workspace.configuration;
    const configuration = await readSettings();
    const asOf = configuration.asOf ?? environment.today();
    const same =
      readingPart(before) === readingPart(configuration) &&
      JSON.stringify(before.ignore) === JSON.stringify(configuration.ignore);
    const dirty = new Set(same ? workspace.apply({ configuration, asOf }) : await readAll(QUIET));
    return collect(dirty, everyUnit());
  };

  /** Could news of this path mean that the folder's list has changed? */
  const concernsList = (path: string): boolean => {
    if (path === CONFIGURATION_FILE) return listed?.has(path) !== (workspace.configuration.path === path);
    return !isOurs(path) || listed?.has(path) !== true;
  };

  return {
    workspace,
    files,
    get notes() {
      return notes;
    },
    load: readAll,

    async filesChanged(paths) {
      const dirty = new Set<string>();
      const { baselineFile } = workspace.configuration;
      if (paths.some(configures) || paths.includes(baselineFile?.path ?? CONFIGURATION_FILE))
        collect(dirty, await configure());
      const read = new Set<string>();
      if (paths.some(concernsList)) {
        const { change: news, fresh } = await relist(workspace.configuration.ignore);
        collect(dirty, workspace.apply(news));
        collect(read, fresh);
      }
      collect(
        read,
        paths.filter((path) => isOurs(path) && listed?.has(path) === true),
      );
      const documents = [...read];
      for (let start = 0; start < documents.length; start += SLICE)
        collect(dirty, await takeIn(documents.slice(start, start + SLICE)));
      return dirty;
    },

    textChanged(path, text) {
      open.set(path, text);
      // A file that the listing left out is ignored, or so new that it is still to be told of.
      if (!isOurs(path) || listed?.has(path) === false) return NO_UNITS;
      const next = change(path, text, null);
      return next === null ? NO_UNITS : workspace.apply({ documents: [next] });
    },

    async textClosed(path) {
      open.delete(path);
      if (configures(path)) return configure();
      if (!isOurs(path)) return NO_UNITS;
      if (listed?.has(path) !== false) return takeIn([path]);
      const next = forget(path);
      return next === null ? NO_UNITS : workspace.apply({ documents: [next] });
    },

    async setSettings(next) {
      settings = next;
      return listed === null ? NO_UNITS : configure();
    },

    async print() {
      const configuration = await readSettings();
      const listing = await files.list({ ignore: configuration.ignore });
      const words = JSON.stringify([configuration, configuration.asOf ?? environment.today(), listing]);
      return files.print(listing.paths.filter(isOurs), configuration.limits.bytes, words);
    },

    lines(path) {
      const table = lines.get(path);
      return table === undefined ? null : lineIndex(table);
    },
  };
}

/** The parts of a configuration on which the reading of one document depends, as JSON; readers elsewhere are given just these. */
function readingPart({ kinds, defaults, codeOwners, synonyms, limits }: Configuration): string {
  return JSON.stringify({ kinds, defaults, codeOwners, synonyms, limits });
}

/** Is it one of the files that say how documents are to be read? */
function configures(path: string): boolean {
  return path === CONFIGURATION_FILE || CODE_OWNERS_FILES.includes(path);
}

function collect(into: Set<string>, units: Iterable<string>): Set<string> {
  for (const unit of units) into.add(unit);
  return into;
}
