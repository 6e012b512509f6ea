/** A folder: one workspace with its files, configuration and open texts; the engine under the editor and the command line. */
import type { Edition } from '../model/catalogue.ts';
import { type Configuration, DEFAULT_CONFIGURATION, type RuleSetting } from '../model/configuration.ts';
import { KINDS } from '../model/kinds.generated.ts';
import type { Day } from '../model/value.ts';
import { CONFIGURATION_FILE, readConfiguration } from '../reading/configuration.ts';
import { RULES } from '../rules/rules.generated.ts';
import { type LineIndex, lineIndex } from '../syntax/lines.ts';
import { isDocumentPath } from '../syntax/parse.ts';
import type { Problem } from '../syntax/tree.ts';
import { digest } from '../workspace/digest.ts';
import { createWorkspace, type DocumentChange, WORKSPACE_UNIT, type Workspace } from '../workspace/workspace.ts';
import type { Files } from './files.ts';

export interface Environment {
  today(): Day;
  log(message: string): void;
  /** Gives way to whatever waits, between two slices of work. */
  pause(): Promise<void>;
}

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
  /** Lines of a document as it was last read; null for a path that was never read. */
  lines(path: string): LineIndex | null;
}

/** Documents that are read between two pauses. */
const SLICE = 16;

/** Opens a folder; nothing is read before `load`. */
export function openFolder(files: Files, environment: Environment): Folder {
  const workspace = createWorkspace(new Set(KINDS.filter((kind) => kind.handbook === true).map((kind) => kind.name)));
  const context = {
    ruleIds: new Set(RULES.map((rule) => rule.id)),
    kindNames: new Set(KINDS.map((kind) => kind.name)),
  };
  const open = new Map<string, string>();
  const lines = new Map<string, LineIndex>();
  const known = new Map<string, number>();
  let listed = new Set<string>();
  let settings: FolderSettings = {};
  let notes: Folder['notes'] = [];

  const defaults = (): Configuration => ({
    ...DEFAULT_CONFIGURATION,
    ...(settings.edition === undefined ? {} : { edition: settings.edition }),
    ...(settings.preset === undefined ? {} : { preset: settings.preset }),
    ...(settings.rules === undefined ? {} : { rules: settings.rules }),
    ...(settings.asOf === undefined ? {} : { asOf: settings.asOf }),
  });

  const readSettings = async (): Promise<Configuration> => {
    const given = settings.configuration;
    const text =
      given?.text ??
      open.get(CONFIGURATION_FILE) ??
      (await files.read(CONFIGURATION_FILE, DEFAULT_CONFIGURATION.limits.bytes)).text;
    if (text === null) return defaults();
    const path = given?.path ?? CONFIGURATION_FILE;
    lines.set(path, lineIndex(text));
    const configuration = readConfiguration(path, text, { ...context, defaults: defaults() });
    if (settings.force !== true) return configuration;
    return Object.freeze({
      ...configuration,
      ...(settings.edition === undefined ? {} : { edition: settings.edition }),
      ...(settings.preset === undefined ? {} : { preset: settings.preset }),
      ...(settings.asOf === undefined ? {} : { asOf: settings.asOf }),
    });
  };

  const isOurs = (path: string): boolean => isDocumentPath(path) && path !== CONFIGURATION_FILE;

  /** Reads one document from the editor or the disk; null where nothing changed since it was last read. */
  const documentChange = async (path: string, bytes: number, again: boolean): Promise<DocumentChange | null> => {
    const typed = open.get(path);
    const { text, problem } = typed === undefined ? await files.read(path, bytes) : { text: typed, problem: null };
    return change(path, text, problem, typed !== undefined, again);
  };

  const change = (
    path: string,
    text: string | null,
    problem: Problem | null,
    isOpen: boolean,
    again: boolean,
  ): DocumentChange | null => {
    if (text === null) {
      lines.delete(path);
      return known.delete(path) ? { path, text: null } : null;
    }
    const print = digest(`${problem?.message ?? ''}\u0000${text}`);
    if (!again && known.get(path) === print && (workspace.tree(path) !== null) === isOpen) return null;
    known.set(path, print);
    lines.set(path, lineIndex(text));
    return { path, text, open: isOpen, ...(problem === null ? {} : { problem }) };
  };

  const everyUnit = (): string[] => [WORKSPACE_UNIT, ...workspace.paths()];

  /** Reads all listed documents again, in slices; `again` reads even those whose text is the same. */
  const readAll = async (options: LoadOptions, again: boolean): Promise<ReadonlySet<string>> => {
    const dirty = new Set<string>([WORKSPACE_UNIT]);
    const configuration = await readSettings();
    const listing = await files.list({ ignore: configuration.ignore });
    notes = listing.notes;
    for (const note of notes) environment.log(note.message);
    const present = new Set(listing.paths);
    for (const path of open.keys()) present.add(path);
    const gone = [...workspace.paths()].filter((path) => !present.has(path));
    for (const unit of workspace.apply({
      configuration,
      asOf: configuration.asOf ?? environment.today(),
      loaded: false,
      files: {
        added: [...present].filter((path) => !listed.has(path)),
        removed: [...listed].filter((path) => !present.has(path)),
      },
      documents: gone.flatMap((path) => change(path, null, null, false, false) ?? []),
    }))
      dirty.add(unit);
    listed = present;
    // What the user looks at comes first.
    const documents = [...present]
      .filter(isOurs)
      .sort((a, b) => Number(open.has(b)) - Number(open.has(a)) || (a < b ? -1 : 1));
    options.progress(0, documents.length);
    for (let start = 0; start < documents.length; start += SLICE) {
      if (options.gaveUp()) return dirty;
      const slice = documents.slice(start, start + SLICE);
      const read = await Promise.all(slice.map((path) => documentChange(path, configuration.limits.bytes, again)));
      const changes = read.filter((each): each is DocumentChange => each !== null);
      if (changes.length > 0) for (const unit of workspace.apply({ documents: changes })) dirty.add(unit);
      options.progress(Math.min(start + SLICE, documents.length), documents.length);
      await environment.pause();
    }
    for (const unit of workspace.apply({ loaded: true })) dirty.add(unit);
    return dirty;
  };

  const QUIET: LoadOptions = { progress: () => undefined, gaveUp: () => false };

  /** Takes a new configuration in; documents are read again only where it changes how they are read. */
  const configure = async (): Promise<ReadonlySet<string>> => {
    const before = workspace.configuration;
    const configuration = await readSettings();
    if (readingPart(before) !== readingPart(configuration))
      return new Set([...(await readAll(QUIET, true)), ...everyUnit()]);
    return new Set([
      ...workspace.apply({ configuration, asOf: configuration.asOf ?? environment.today() }),
      ...everyUnit(),
    ]);
  };

  return {
    workspace,
    files,
    get notes() {
      return notes;
    },
    load: (options) => readAll(options, false),

    async filesChanged(paths) {
      const dirty = new Set<string>();
      const take = (units: Iterable<string>): void => {
        for (const unit of units) dirty.add(unit);
      };
      if (paths.some((path) => path === CONFIGURATION_FILE)) take(await configure());
      // An ignore file, or a folder that came or went, changes what is listed at all.
      const relist = paths.some(
        (path) => path.endsWith('.gitignore') || (!isOurs(path) && path !== CONFIGURATION_FILE),
      );
      if (relist) {
        take(await readAll(QUIET, false));
        return dirty;
      }
      for (const path of paths) {
        if (!isOurs(path) || (open.has(path) && listed.has(path))) continue;
        if (!listed.has(path)) {
          // A new file may be ignored; only the listing knows.
          const { paths: all } = await files.list({ ignore: workspace.configuration.ignore });
          if (!all.includes(path)) continue;
          listed.add(path);
          take(workspace.apply({ files: { added: [path], removed: [] } }));
        }
        const next = await documentChange(path, workspace.configuration.limits.bytes, false);
        if (next === null) continue;
        const gone = next.text === null;
        if (gone) listed.delete(path);
        take(workspace.apply({ documents: [next], ...(gone ? { files: { added: [], removed: [path] } } : {}) }));
      }
      return dirty;
    },

    textChanged(path, text) {
      open.set(path, text);
      // A file that the listing left out is ignored, or so new that its creation is still to be told.
      if (path === CONFIGURATION_FILE || !isOurs(path) || (workspace.loaded && !listed.has(path))) return new Set();
      const next = change(path, text, null, true, false);
      return next === null ? new Set() : workspace.apply({ documents: [next] });
    },

    async textClosed(path) {
      open.delete(path);
      if (path === CONFIGURATION_FILE) return configure();
      if (!isOurs(path)) return new Set();
      const next = listed.has(path)
        ? await documentChange(path, workspace.configuration.limits.bytes, true)
        : change(path, null, null, false, true);
      return next === null ? new Set() : workspace.apply({ documents: [next] });
    },

    async setSettings(next) {
      settings = next;
      if (listed.size === 0 && workspace.size() === 0) return new Set();
      return configure();
    },

    lines: (path) => lines.get(path) ?? null,
  };
}

/** The parts of a configuration on which reading depends. */
function readingPart(configuration: Configuration): string {
  return JSON.stringify([configuration.kinds, configuration.synonyms, configuration.ignore, configuration.limits]);
}
