/** The spine: the facts of all documents, the reverse index over them, and who read what; `apply` is the only writer. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import type { Day } from '../model/value.ts';
import { type Facts, fieldOf } from '../reading/facts.ts';
import { readTree } from '../reading/read.ts';
import { shareFacts } from '../reading/sharing.ts';
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
  selfKeys,
  sortKey,
  spansKey,
} from './keys.ts';
import { isSetAside } from './set-aside.ts';
import { membersOf } from './some.ts';
import { createTopics, type Topic } from './topics.ts';

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

/** What is new about a document. */
export interface DocumentChange {
  readonly path: string;
  /** The new text; null where the document is gone or no longer ours. What was read elsewhere comes without its text. */
  readonly text: string | Read | null;
  /** What went wrong before the text was a text: a file over the limit, or not UTF-8. */
  readonly problem?: Problem;
  /** True keeps the tree: the document is open in an editor. Only a text has one. */
  readonly open?: boolean;
}

/** A document that was read elsewhere, in a thread or an earlier run: its facts, and what they say under each key. */
export interface Read {
  readonly facts: Facts;
  readonly says: Iterable<readonly [Key, number]>;
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
  /** What the document speaks of, and in the same order the digests of what it says; lists take a fraction of a map's room. */
  readonly topics: readonly Topic[];
  readonly digests: readonly number[];
  /** The digests of what it says under its own keys, in their order: a topic each would be there for one document alone. */
  readonly self: readonly number[];
  /** Kept for open documents only. */
  readonly tree: Tree | null;
}

/** What a unit read, each key with the rules that did. */
export type Reads = ReadonlyMap<Key, readonly string[]>;

interface Checked {
  /** What the unit read, and in the same order the rules that did. */
  readonly topics: readonly Topic[];
  readonly readers: readonly (readonly string[])[];
  readonly findings: readonly Finding[];
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
   * Stores what a unit read and found; in: the rules that were asked, null for all of them, and what they read. Out: the paths
   * whose findings may differ now.
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

/** Numbers as a list that holds them as they are; one that was made of a map's values would hold an object for each. */
function numbers(values: Iterable<number>): readonly number[] {
  const list: number[] = [];
  for (const value of values) list.push(value);
  return list.slice();
}

const NOTHING_KNOWN: Checked = { topics: [], readers: [], findings: [] };

/** The rules that were not asked again; the very list where none of them was, since many share it. */
const without = (rules: readonly string[], asked: ReadonlySet<string>): readonly string[] =>
  rules.some((rule) => asked.has(rule)) ? rules.filter((rule) => !asked.has(rule)) : rules;

/**
 * Makes an empty workspace.
 * In: the kinds that any handbook has, which do not make an SMS by themselves; a cache of parsed sections to share; true where
 * everything is checked once and then done with, so that nothing has to be small, and nobody has to be woken. Out: the
 * workspace; it never throws on bad documents.
 */
export function createWorkspace(
  handbookKinds: ReadonlySet<string>,
  sections: SectionCache = sectionCache(),
  brief = false,
): Workspace {
  const entries = new Map<string, Entry>();
  const files = new Set<string>();
  const topics = createTopics();
  const checked = new Map<string, Checked>();
  /** The rules of each unit that wait to be asked again; null stands for all. */
  const stale = new Map<string, Set<string> | null>();
  /** Findings that a unit made about another document than its own, by path and unit. */
  const elsewhere = new Map<string, Map<string, Finding[]>>();
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

  /** Notes that a key says something else now; nobody has to be woken where nobody reads it. */
  const note = (key: Key, changed: Set<Topic>): void => {
    derived.delete(key);
    const topic = topics.find(key);
    if (topic !== null) changed.add(topic);
  };
  const noteTopic = (topic: Topic, changed: Set<Topic>): void => {
    derived.delete(topic.key);
    changed.add(topic);
  };

  const exists = (path: string): boolean => entries.has(path) || files.has(path);
  /** Notes that a path has come into being or gone, for those who asked after its folders or the list of paths. */
  const settle = (path: string, by: 1 | -1, changed: Set<Topic>): void => {
    note(PATHS_KEY, changed);
    const sort = fileSort(path);
    const ofSort = (sorts.get(sort) ?? 0) + by;
    sorts.set(sort, ofSort);
    if (ofSort === 0 || (ofSort === 1 && by === 1)) note(sortKey(sort), changed);
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const count = (folders.get(folder) ?? 0) + by;
      if (count > 0) folders.set(folder, count);
      else folders.delete(folder);
      if (count === 0 || (count === 1 && by === 1)) note(folderKey(folder), changed);
    }
  };

  const readHere = (path: string, text: string, open: boolean): Read & { readonly tree: Tree } => {
    // Only what is typed in is parsed again and again: the sections of all others would take memory for nothing.
    const tree = parseTree(path, text, open ? sections : undefined, configuration.limits.bytes);
    const facts = readTree(path, tree, configuration);
    return { facts, says: contributions(facts, !brief), tree };
  };
  const entryFor = ({ text, open = false, problem, path }: DocumentChange): Entry | null => {
    if (text === null) return null;
    const read = typeof text === 'string' ? readHere(path, text, open) : { ...text, tree: null };
    const said = new Map(read.says);
    const own = selfKeys(path);
    const self = numbers(own.map((key) => said.get(key) ?? 0));
    for (const key of own) said.delete(key);
    // What is open is read anew with each key stroke.
    const facts = open || brief ? read.facts : shareFacts(read.facts);
    return {
      facts: problem === undefined ? facts : { ...facts, problems: [problem, ...facts.problems] },
      topics: [...said.keys()].map(topics.of),
      digests: numbers(said.values()),
      self,
      tree: open ? read.tree : null,
    };
  };

  /** Puts one document's new facts in place and notes which keys say something else now. */
  const replace = (path: string, next: Entry | null, changed: Set<Topic>, kinds: Set<string>): void => {
    const before = entries.get(path);
    const said = new Map(before?.topics.map((topic, order) => [topic, before.digests[order]]));
    if (before !== undefined) tally(before.facts, -1, kinds);
    if (next !== null) {
      tally(next.facts, 1, kinds);
      for (const [order, topic] of next.topics.entries()) {
        // What was worked out from this document may hold its places, even where its words stay the same.
        derived.delete(topic.key);
        const then = said.get(topic);
        said.delete(topic);
        if (then === undefined) topics.speak(topic, path);
        if (then !== next.digests[order]) noteTopic(topic, changed);
      }
      if (!exists(path)) settle(path, 1, changed);
      entries.set(path, next);
    } else if (entries.delete(path) && !files.has(path)) settle(path, -1, changed);
    for (const [order, key] of selfKeys(path).entries()) {
      derived.delete(key);
      if (before?.self[order] !== next?.self[order]) note(key, changed);
    }
    // Of what is left, the document spoke before and does not any more.
    for (const topic of said.keys()) {
      noteTopic(topic, changed);
      topics.fallSilent(topic, path);
    }
    note(spansKey(path), changed);
  };

  const wake = (unit: string, rules: readonly string[]): void => {
    const waiting = stale.get(unit);
    if (waiting === null) return;
    if (waiting === undefined) stale.set(unit, new Set(rules));
    else for (const rule of rules) waiting.add(rule);
  };

  /** What is known of a unit once some of its rules were asked again; in: the rules, null for all, and what they read and found. */
  const together = (
    before: Checked,
    asked: ReadonlySet<string> | null,
    reads: Reads,
    findings: readonly Finding[],
  ): Checked => {
    if (brief) return { ...NOTHING_KNOWN, findings };
    const fresh = [...reads.keys()].map(topics.of);
    if (asked === null) return { topics: fresh, readers: [...reads.values()], findings };
    const all = new Map<Topic, readonly string[]>();
    for (const [order, topic] of before.topics.entries()) {
      const rest = without(before.readers[order] ?? NONE, asked);
      if (rest.length > 0) all.set(topic, rest);
    }
    for (const topic of fresh) {
      const [others = NONE, own = NONE] = [all.get(topic), reads.get(topic.key)];
      all.set(topic, others.length === 0 ? own : [...others, ...own]);
    }
    const kept = before.findings.filter(({ rule }) => !asked.has(rule));
    return { topics: [...all.keys()], readers: [...all.values()], findings: [...kept, ...findings] };
  };

  const ownFindings = (path: string): readonly Finding[] =>
    checked.get(path)?.findings.filter((finding) => finding.path === path) ?? [];
  const found = (path: string): readonly Finding[] =>
    [...ownFindings(path), ...[...(elsewhere.get(path)?.values() ?? [])].flat()].sort(byPlace);
  const place = (finding: Finding, unit: string): void => {
    const units = elsewhere.get(finding.path) ?? new Map<string, Finding[]>();
    elsewhere.set(finding.path, units);
    const list = units.get(unit);
    if (list === undefined) units.set(unit, [finding]);
    else list.push(finding);
  };
  const takeAway = (path: string, unit: string): void => {
    const units = elsewhere.get(path);
    units?.delete(unit);
    if (units?.size === 0) elsewhere.delete(path);
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
      const changed = new Set<Topic>();
      const kinds = new Set<string>();
      const dirty = new Set<string>();
      let configured = false;
      const wasSms = isSms();
      const wasOwned = new Map([...kindCount.keys()].map((kind) => [kind, ownersAreNamed(kind)] as const));

      for (const path of change.files?.removed ?? NONE) {
        if (!files.delete(path) || entries.has(path)) continue;
        note(pathKey(path), changed);
        settle(path, -1, changed);
      }
      for (const path of change.files?.added ?? NONE) {
        if (!exists(path)) {
          note(pathKey(path), changed);
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
        note(AS_OF_KEY, changed);
      }
      if (change.loaded !== undefined && change.loaded !== loaded) {
        loaded = change.loaded;
        note(LOADED_KEY, changed);
      }
      for (const document of change.documents ?? []) {
        dirty.add(document.path);
        stale.set(document.path, null);
        replace(document.path, entryFor(document), changed, kinds);
      }
      if (isSms() !== wasSms) note(SMS_KEY, changed);
      for (const kind of kinds)
        if (ownersAreNamed(kind) !== (wasOwned.get(kind) ?? false)) note(ownedKey(kind), changed);
      if (configured) derived.clear();
      // Every rule may read the configuration.
      if (configured)
        for (const unit of checked.keys()) {
          dirty.add(unit);
          stale.set(unit, null);
        }
      for (const topic of changed)
        for (const unit of membersOf(topic.listeners)) {
          dirty.add(unit);
          const known = checked.get(unit);
          wake(unit, known?.readers[known.topics.indexOf(topic)] ?? NONE);
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
    contributors: topics.speakers,

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
      for (const { path } of before?.findings ?? []) {
        touched.add(path);
        takeAway(path, unit);
      }
      if (!isWorkspaceUnit(unit)) touched.add(unit);
      const gone = !isWorkspaceUnit(unit) && !entries.has(unit);
      const now: Checked = gone ? NOTHING_KNOWN : together(before ?? NOTHING_KNOWN, asked, reads, findings);
      for (const topic of now.topics) topics.listen(topic, unit);
      if (before !== undefined) {
        const still = new Set(now.topics);
        for (const topic of before.topics) if (!still.has(topic)) topics.turnAway(topic, unit);
      }
      if (gone) {
        checked.delete(unit);
        return touched;
      }
      checked.set(unit, now);
      for (const finding of now.findings) {
        touched.add(finding.path);
        if (finding.path !== unit) place(finding, unit);
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
      for (const unit of checked.keys()) if (!settled.has(unit) && ownFindings(unit).length > 0) yield unit;
      for (const path of elsewhere.keys()) if (!settled.has(path) && ownFindings(path).length === 0) yield path;
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
