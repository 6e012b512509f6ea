/** The spine: the facts of all documents, the reverse index over them, and who read what; `apply` is the only writer. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import type { Day } from '../model/value.ts';
import { type Facts, fieldOf } from '../reading/facts.ts';
import { readTree } from '../reading/read.ts';
import { parseTree } from '../syntax/parse.ts';
import { type SectionCache, sectionCache } from '../syntax/section-cache.ts';
import type { Problem, Tree } from '../syntax/tree.ts';
import type { AcceptedFinding, Finding, Settled } from './finding.ts';
import {
  AS_OF_KEY,
  contributions,
  fileSort,
  folderKey,
  type Key,
  LOADED_KEY,
  ownedKey,
  PATHS_KEY,
  pathKey,
  SMS_KEY,
  sortKey,
  spansKey,
} from './keys.ts';
import { isSetAside } from './set-aside.ts';

/** Stands for all units that speak for the workspace as a whole; every other unit is a document's path or one of those. */
export const WORKSPACE_UNIT = '';

const WORKSPACE_MARK = '\u0000';

/**
 * The unit in which one rule looks at the workspace as a whole: each such rule is a unit of its own, so that a change wakes
 * only those that read what changed. In: the rule's id.
 */
export function workspaceUnit(rule: string): string {
  return WORKSPACE_MARK + rule;
}

/** Does a unit speak for the workspace as a whole, rather than for one document? */
export function isWorkspaceUnit(unit: string): boolean {
  return unit === WORKSPACE_UNIT || unit.startsWith(WORKSPACE_MARK);
}

export interface DocumentChange {
  readonly path: string;
  /** The new text; null where the document is gone or no longer ours. */
  readonly text: string | null;
  /** What went wrong before the text was a text: a file over the limit, or not UTF-8. */
  readonly problem?: Problem;
  /** Facts that were read elsewhere (worker, cache) from this very text; read here where absent. */
  readonly facts?: Facts;
  /** True keeps the tree: the document is open in an editor. */
  readonly open?: boolean;
}

export interface WorkspaceChange {
  readonly documents?: readonly DocumentChange[];
  /** Files beside the documents that links may point at. */
  readonly files?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly configuration?: Configuration;
  readonly asOf?: Day;
  /** True once everything has been read: only then may a finding say "nowhere". */
  readonly loaded?: boolean;
}

interface Entry {
  readonly facts: Facts;
  readonly contributes: ReadonlyMap<Key, number>;
  /** Kept for open documents only. */
  readonly tree: Tree | null;
}

/** What a unit read, each key with the rules that did. */
export type Reads = Map<Key, readonly string[]>;

interface Checked {
  readonly reads: Reads;
  findings: readonly Finding[];
}

export interface Workspace {
  /** Goes up with each `apply`; long work compares it at each yield and gives up when it has moved on. */
  readonly revision: number;
  readonly configuration: Configuration;
  readonly asOf: Day;
  readonly loaded: boolean;
  /** Is this an SMS: a configuration, or three recognised kinds beyond those that any handbook has. */
  readonly isSms: boolean;
  /** Takes changes in; returns the units to check again: the changed documents and the readers of what changed. */
  apply(change: WorkspaceChange): ReadonlySet<string>;
  facts(path: string): Facts | null;
  /** The tree of an open document; null for a closed one. */
  tree(path: string): Tree | null;
  paths(): Iterable<string>;
  size(): number;
  exists(path: string): boolean;
  /** Does a folder hold any document or file, at any depth? */
  existsFolder(folder: string): boolean;
  /** Is there any file of a sort, as `fileSort` names it? */
  holdsSort(sort: string): boolean;
  /** Paths of all documents and files, in no order. */
  everyPath(): Iterable<string>;
  /** Paths of the documents that contribute to a key, in path order. */
  contributors(key: Key): readonly string[];
  /** A value worked out from what stands under a key, kept until that or the configuration changes. */
  derive<T>(key: Key, name: string, compute: () => T): T;
  /** Do at least half of the documents of a kind, and at least three, name an owner? */
  ownersAreNamed(kind: string): boolean;
  /**
   * The rules of a unit that read what has changed since it was checked; null where all are to be asked: its own document
   * changed, or nothing is known of it.
   */
  stale(unit: string): ReadonlySet<string> | null;
  /**
   * Stores what a unit read and found; in: the rules that were asked, null for all of them, and what they read, which is kept as it
   * is. Out: the paths whose findings may
   * differ now.
   */
  remember(
    unit: string,
    asked: ReadonlySet<string> | null,
    reads: Reads,
    findings: readonly Finding[],
  ): ReadonlySet<string>;
  /** All findings at a path, whichever unit made them, in the order of their places; without those that are accepted. */
  findings(path: string): readonly Finding[];
  /** The findings as the units made them, those that are accepted included. */
  found(path: string): readonly Finding[];
  /** The findings at a path that the organization knows and lives with. */
  accepted(path: string): readonly AcceptedFinding[];
  /** Stores how the findings at a path stand; null where nothing there is accepted, and nothing said of accepting. */
  settle(path: string, settled: Settled | null): void;
  /** Paths for which that is stored. */
  settledPaths(): Iterable<string>;
  /** Paths that have findings. */
  pathsWithFindings(): Iterable<string>;
}

const NONE: readonly string[] = [];

const without = (rules: readonly string[], asked: ReadonlySet<string>): readonly string[] =>
  rules.filter((rule) => !asked.has(rule));

/**
 * Makes an empty workspace.
 * In: the kinds that any handbook has, which do not make an SMS by themselves; a cache of parsed sections to share. Out: the workspace; it never throws on bad documents.
 */
export function createWorkspace(
  handbookKinds: ReadonlySet<string>,
  sections: SectionCache = sectionCache(),
): Workspace {
  const entries = new Map<string, Entry>();
  const files = new Set<string>();
  const index = new Map<Key, Set<string>>();
  const sorted = new Map<Key, readonly string[]>();
  const checked = new Map<string, Checked>();
  const readers = new Map<Key, Set<string>>();
  /** The rules of each unit that wait to be asked again; null stands for all. */
  const stale = new Map<string, Set<string> | null>();
  const located = new Map<string, Map<string, Finding[]>>();
  const settled = new Map<string, Settled>();
  /** How many documents and files each folder holds, at any depth. */
  const folders = new Map<string, number>();
  const sorts = new Map<string, number>();
  const kindCount = new Map<string, { all: number; owned: number; inUse: number }>();
  const derived = new Map<Key, Map<string, unknown>>();

  let revision = 0;
  let configuration: Configuration = DEFAULT_CONFIGURATION;
  let asOf: Day = '1970-01-01';
  let loaded = false;

  const isSms = (): boolean => {
    if (configuration.path !== null) return true;
    let kinds = 0;
    for (const [kind, count] of kindCount) if (count.inUse > 0 && !handbookKinds.has(kind)) kinds += 1;
    return kinds >= 3;
  };
  const ownersAreNamed = (kind: string): boolean => {
    const count = kindCount.get(kind);
    return count !== undefined && count.owned >= 3 && count.owned * 2 >= count.all;
  };

  const tally = (facts: Facts, by: 1 | -1, touched: Set<string>): void => {
    const owner = fieldOf(facts, 'owner');
    // A collection of templates is no management system.
    const inUse = !isSetAside(facts);
    for (const kind of facts.kinds) {
      const count = kindCount.get(kind) ?? { all: 0, owned: 0, inUse: 0 };
      count.all += by;
      if (inUse) count.inUse += by;
      if (owner?.state === 'given') count.owned += by;
      kindCount.set(kind, count);
      touched.add(kind);
    }
  };

  const enlist = (key: Key, path: string): void => {
    const paths = index.get(key);
    if (paths === undefined) index.set(key, new Set([path]));
    else paths.add(path);
    sorted.delete(key);
  };
  const delist = (key: Key, path: string): void => {
    const paths = index.get(key);
    if (paths === undefined) return;
    paths.delete(path);
    if (paths.size === 0) index.delete(key);
    sorted.delete(key);
  };

  const exists = (path: string): boolean => entries.has(path) || files.has(path);
  /** Notes that a path has come into being or gone, for those who asked after its folders or the list of paths. */
  const settle = (path: string, by: 1 | -1, changed: Set<Key>): void => {
    changed.add(PATHS_KEY);
    const sort = fileSort(path);
    const ofSort = (sorts.get(sort) ?? 0) + by;
    sorts.set(sort, ofSort);
    if (ofSort === 0 || (ofSort === 1 && by === 1)) changed.add(sortKey(sort));
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const count = (folders.get(folder) ?? 0) + by;
      if (count > 0) folders.set(folder, count);
      else folders.delete(folder);
      if (count === 0 || (count === 1 && by === 1)) changed.add(folderKey(folder));
    }
  };

  /** Puts one document's new facts in place and notes which keys say something else now. */
  const replace = (path: string, next: Entry | null, changed: Set<Key>, kinds: Set<string>): void => {
    const before = entries.get(path);
    if (before !== undefined) {
      tally(before.facts, -1, kinds);
      for (const [key, digest] of before.contributes) {
        const now = next?.contributes.get(key);
        if (now === digest) continue;
        changed.add(key);
        if (now === undefined) delist(key, path);
      }
    }
    if (next !== null) {
      tally(next.facts, 1, kinds);
      for (const key of next.contributes.keys()) {
        // What was worked out from this document may hold its places, even where its words stay the same.
        derived.delete(key);
        if (before?.contributes.has(key)) continue;
        changed.add(key);
        enlist(key, path);
      }
      if (!exists(path)) settle(path, 1, changed);
      entries.set(path, next);
    } else if (entries.delete(path) && !files.has(path)) settle(path, -1, changed);
    changed.add(spansKey(path));
  };

  const unread = (key: Key, unit: string): void => {
    const units = readers.get(key);
    units?.delete(unit);
    if (units?.size === 0) readers.delete(key);
  };
  /** Lets go of what a unit read; in: the rules whose reads go, null for all. */
  const forget = (unit: string, { reads, findings }: Checked, asked: ReadonlySet<string> | null): void => {
    for (const finding of findings) located.get(finding.path)?.delete(unit);
    for (const [key, rules] of reads) {
      const rest = asked === null ? NONE : rules.every((rule) => !asked.has(rule)) ? rules : without(rules, asked);
      if (rest.length > 0) reads.set(key, rest);
      else {
        reads.delete(key);
        unread(key, unit);
      }
    }
  };
  const wake = (unit: string, rules: readonly string[]): void => {
    const waiting = stale.get(unit);
    if (waiting === null) return;
    if (waiting === undefined) stale.set(unit, new Set(rules));
    else for (const rule of rules) waiting.add(rule);
  };

  const found = (path: string): readonly Finding[] => {
    const units = located.get(path);
    return units === undefined ? [] : [...units.values()].flat().sort(byPlace);
  };

  return {
    get revision() {
      return revision;
    },
    get configuration() {
      return configuration;
    },
    get asOf() {
      return asOf;
    },
    get loaded() {
      return loaded;
    },
    get isSms() {
      return isSms();
    },
    ownersAreNamed,

    apply(change) {
      revision += 1;
      const changed = new Set<Key>();
      const kinds = new Set<string>();
      const dirty = new Set<string>();
      let configured = false;
      const wasSms = isSms();
      const wasOwned = new Map([...kindCount.keys()].map((kind) => [kind, ownersAreNamed(kind)] as const));

      for (const path of change.files?.removed ?? NONE) {
        if (!files.delete(path) || entries.has(path)) continue;
        changed.add(pathKey(path));
        settle(path, -1, changed);
      }
      for (const path of change.files?.added ?? NONE) {
        if (!exists(path)) {
          changed.add(pathKey(path));
          settle(path, 1, changed);
        }
        files.add(path);
      }
      if (change.configuration !== undefined && change.configuration !== configuration) {
        configuration = change.configuration;
        configured = true;
      }
      if (change.asOf !== undefined && change.asOf !== asOf) {
        asOf = change.asOf;
        changed.add(AS_OF_KEY);
      }
      if (change.loaded !== undefined && change.loaded !== loaded) {
        loaded = change.loaded;
        changed.add(LOADED_KEY);
      }
      for (const { path, text, problem, facts: ready, open } of change.documents ?? []) {
        dirty.add(path);
        stale.set(path, null);
        if (text === null) {
          replace(path, null, changed, kinds);
          continue;
        }
        const tree =
          open === true || ready === undefined ? parseTree(path, text, sections, configuration.limits.bytes) : null;
        const read = ready ?? (tree === null ? null : readTree(path, tree, configuration));
        if (read === null) continue;
        const facts = problem === undefined ? read : { ...read, problems: [problem, ...read.problems] };
        replace(path, { facts, contributes: contributions(facts), tree: open === true ? tree : null }, changed, kinds);
      }
      if (isSms() !== wasSms) changed.add(SMS_KEY);
      for (const kind of kinds) if (ownersAreNamed(kind) !== (wasOwned.get(kind) ?? false)) changed.add(ownedKey(kind));
      if (configured) derived.clear();
      for (const key of changed) derived.delete(key);
      // Every rule may read the configuration.
      if (configured)
        for (const unit of checked.keys()) {
          dirty.add(unit);
          stale.set(unit, null);
        }
      for (const key of changed)
        for (const unit of readers.get(key) ?? NONE) {
          dirty.add(unit);
          wake(unit, checked.get(unit)?.reads.get(key) ?? NONE);
        }
      return dirty;
    },

    facts: (path) => entries.get(path)?.facts ?? null,
    tree: (path) => entries.get(path)?.tree ?? null,
    paths: () => entries.keys(),
    size: () => entries.size,
    exists,
    existsFolder: (folder) => folders.has(folder),
    holdsSort: (sort) => (sorts.get(sort) ?? 0) > 0,
    *everyPath() {
      yield* entries.keys();
      for (const path of files) if (!entries.has(path)) yield path;
    },
    contributors(key) {
      const known = sorted.get(key);
      if (known !== undefined) return known;
      const paths = index.get(key);
      if (paths === undefined) return NONE;
      const list = [...paths].sort();
      sorted.set(key, list);
      return list;
    },

    derive<T>(key: Key, name: string, compute: () => T): T {
      const values = derived.get(key) ?? new Map<string, unknown>();
      derived.set(key, values);
      if (!values.has(name)) values.set(name, compute());
      return values.get(name) as T;
    },

    stale: (unit) => stale.get(unit) ?? null,
    remember(unit, asked, reads, findings) {
      stale.delete(unit);
      const touched = new Set<string>();
      const before = checked.get(unit);
      if (before !== undefined) {
        for (const finding of before.findings) touched.add(finding.path);
        forget(unit, before, asked);
      }
      if (!isWorkspaceUnit(unit)) {
        touched.add(unit);
        if (!entries.has(unit)) {
          checked.delete(unit);
          return touched;
        }
      }
      const kept = asked === null ? [] : (before?.findings.filter(({ rule }) => !asked.has(rule)) ?? []);
      const known = asked === null || before === undefined ? null : before.reads;
      const now: Checked = { reads: known ?? reads, findings: [...kept, ...findings] };
      checked.set(unit, now);
      for (const [key, rules] of reads) {
        const others = known?.get(key);
        known?.set(key, others === undefined ? rules : [...others, ...rules]);
        if (others !== undefined) continue;
        const units = readers.get(key);
        if (units === undefined) readers.set(key, new Set([unit]));
        else units.add(unit);
      }
      for (const finding of now.findings) {
        touched.add(finding.path);
        const units = located.get(finding.path) ?? new Map<string, Finding[]>();
        located.set(finding.path, units);
        const list = units.get(unit);
        if (list === undefined) units.set(unit, [finding]);
        else list.push(finding);
      }
      return touched;
    },

    findings: (path) => settled.get(path)?.open ?? found(path),
    found,
    accepted: (path) => settled.get(path)?.accepted ?? [],
    settle(path, how) {
      if (how === null) settled.delete(path);
      else settled.set(path, how);
    },
    settledPaths: () => settled.keys(),
    *pathsWithFindings() {
      for (const [path, { open }] of settled) if (open.length > 0) yield path;
      for (const [path, units] of located) {
        if (settled.has(path)) continue;
        for (const list of units.values())
          if (list.length > 0) {
            yield path;
            break;
          }
      }
    },
  };
}

/** Orders findings by place, then rule, then message, so that output never depends on the order of checking. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}
