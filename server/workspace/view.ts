/** A view: the workspace as one unit of checking sees it, noting every key that is read, absent ones included. */

import type { Edition } from '../model/catalogue.ts';
import type { Configuration } from '../model/configuration.ts';
import { memory, remembered } from '../model/memo.ts';
import { THRESHOLDS, type ThresholdName } from '../model/thresholds.ts';
import type { Day } from '../model/value.ts';
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import { processTerms } from '../model/vocabulary/process-terms.ts';
import { type ClauseFact, type Facts, type FieldFact, fieldOf, type RecordFact } from '../reading/facts.ts';
import {
  AS_OF_KEY,
  aboutKey,
  aboutTerms,
  anchorsKey,
  areaKey,
  type Called,
  calledTerms,
  clauseKey,
  factsKey,
  fileSort,
  folderKey,
  idKey,
  type Key,
  kindKey,
  LOADED_KEY,
  linkKey,
  namedKey,
  ownedKey,
  PATHS_KEY,
  PEOPLE_KEY,
  pathKey,
  processKey,
  processName,
  raciKey,
  raciTerms,
  roleKey,
  roleTerms,
  SMS_KEY,
  sortKey,
  spokenKey,
} from './keys.ts';
import { recordsByKind } from './records-by-kind.ts';
import type { Workspace } from './workspace.ts';

/** A record together with the document that it stands in. */
export interface Located {
  readonly facts: Facts;
  readonly record: RecordFact;
}

/** A reference to a clause together with the document that it stands in. */
export interface Cited {
  readonly facts: Facts;
  readonly cited: ClauseFact;
}

export interface View {
  readonly configuration: Configuration;
  readonly edition: Edition;
  /** The day that date checks are made for. */
  readonly asOf: Day;
  /** False while indexing: nothing may be called absent from the workspace. */
  readonly loaded: boolean;
  readonly isSms: boolean;
  facts(path: string): Facts | null;
  /**
   * A document that another question led to, to be read as a whole: its sections, links, clauses or records. The answers of all
   * other questions tell of a document only its title, kinds and metadata, and the records that were asked for; whoever looks
   * at more without saying so here is not asked again when that changes.
   */
  whole(facts: Facts): Facts;
  exists(path: string): boolean;
  /** Does the folder hold any file, at any depth? */
  existsFolder(folder: string): boolean;
  /** Does the workspace hold any file of the sort that a path is of? */
  holdsFilesLike(path: string): boolean;
  /** All documents and files that links may point at, in order; whoever reads this is asked again whenever a file comes or goes. */
  paths(): readonly string[];
  /** Documents in which an owner, a RACI column or a step speaks of a role under this name, in path order. */
  naming(role: string): readonly Facts[];
  /** Documents in which an owner, a RACI column, a step or a record names a role or person just so, in path order. */
  speaking(name: string): readonly Facts[];
  anchors(path: string): readonly string[] | null;
  /** Records of a kind, in path order and order of place. */
  records(kind: string): readonly Located[];
  /** Documents of a kind, in path order. */
  documents(kind: string): readonly Facts[];
  /** Process descriptions that go by a name, an id or a path. */
  processes(reference: string): readonly Facts[];
  /** Role records that go by a name. */
  roles(name: string): readonly Located[];
  /** RACI rows that speak of a process. */
  raci(process: string): readonly Located[];
  /** Documents and records under an id. */
  identified(id: string): readonly { readonly facts: Facts; readonly record: RecordFact | null }[];
  /** Everything that describes people: role records and people registers. */
  people(): readonly Located[];
  /** Records of a kind whose keyed field speaks of somebody or something, in path order and order of place. */
  recordsAbout(kind: string, field: string, called: Called): readonly Located[];
  /** Records of a kind whose keyed field speaks of somebody or something by one term. */
  recordsUnder(kind: string, field: string, term: string): readonly Located[];
  /** Documents of a kind whose keyed metadata field speaks of somebody or something, in path order. */
  documentsAbout(kind: string, field: string, called: Called): readonly Facts[];
  /** A number that the organization set, else its default. */
  threshold(name: ThresholdName): number;
  /** Documents that treat a process area, by its name in `model/process-areas.ts`. */
  treating(area: string): readonly Facts[];
  /** References to a clause number, in path order, with the documents that they stand in. */
  citing(clause: string): readonly Cited[];
  /** Documents that link to a path. */
  linking(path: string): readonly Facts[];
  /** Do most documents of a kind name an owner here? */
  ownersAreNamed(kind: string): boolean;
  /** A value worked out from what stands under a key alone, kept while that stays the same. */
  derive<T>(key: Key, name: string, compute: () => T): T;
  /** Notes that a key was read, for facts reached in another way. */
  note(key: Key): void;
}

/** Does a field speak of any of the terms? */
function speaksAbout(field: FieldFact | null, terms: ReadonlySet<string>): boolean {
  if (field === null) return false;
  for (const term of aboutTerms(field)) if (terms.has(term)) return true;
  return false;
}

/** From so many documents on, what was found in each of them is worth keeping. */
const MANY = 32;
/** What was found in documents, under keys that many answer to; a function of the key and the facts alone. */
const found = memory<WeakMap<Facts, readonly RecordFact[]>>();

/** The records of a kind in a document whose keyed field speaks of somebody or something by a term. */
function recordsBy(facts: Facts, kind: string, name: string, term: string): readonly RecordFact[] {
  return recordsByKind(facts, kind).filter((record) =>
    record.fields.some((field) => field.field === name && aboutTerms(field).has(term)),
  );
}

function inOrder(a: Located, b: Located): number {
  if (a.facts.path !== b.facts.path) return a.facts.path < b.facts.path ? -1 : 1;
  return a.record.span.start - b.record.span.start;
}

/** What collects the keys that a view reads. */
export interface Noted {
  add(key: Key): unknown;
}

/**
 * Makes a view.
 * In: the workspace and what collects the keys. Out: a view whose answers are those of the workspace now.
 */
export function createView(workspace: Workspace, reads: Noted): View {
  const contributors = (key: Key): readonly Facts[] => {
    reads.add(key);
    const found: Facts[] = [];
    for (const path of workspace.contributors(key)) {
      const facts = workspace.facts(path);
      if (facts !== null) found.push(facts);
    }
    return found;
  };
  const recordsUnder = (key: Key, wanted: (facts: Facts, record: RecordFact) => boolean): readonly Located[] =>
    contributors(key).flatMap((facts) =>
      facts.records.filter((record) => wanted(facts, record)).map((record) => ({ facts, record })),
    );

  const derive = <T>(key: Key, name: string, compute: () => T): T => {
    reads.add(key);
    return workspace.derive(key, name, compute);
  };

  const recordsUnderTerm = (kind: string, name: string, term: string): readonly Located[] => {
    const key = aboutKey(kind, name, term);
    const documents = contributors(key);
    const known = documents.length < MANY ? null : remembered(found, key, () => new WeakMap());
    return documents.flatMap((facts) => {
      const records = known?.get(facts) ?? recordsBy(facts, kind, name, term);
      known?.set(facts, records);
      return records.map((record) => ({ facts, record }));
    });
  };

  return {
    get configuration() {
      return workspace.configuration;
    },
    get edition() {
      return workspace.configuration.edition;
    },
    get asOf() {
      reads.add(AS_OF_KEY);
      return workspace.asOf;
    },
    get loaded() {
      reads.add(LOADED_KEY);
      return workspace.loaded;
    },
    get isSms() {
      reads.add(SMS_KEY);
      return workspace.isSms;
    },
    facts(path) {
      reads.add(factsKey(path));
      return workspace.facts(path);
    },
    whole(facts) {
      reads.add(factsKey(facts.path));
      return facts;
    },
    exists(path) {
      reads.add(pathKey(path));
      return workspace.exists(path);
    },
    holdsFilesLike(path) {
      const sort = fileSort(path);
      reads.add(sortKey(sort));
      return workspace.holdsSort(sort);
    },
    existsFolder(folder) {
      reads.add(folderKey(folder));
      return workspace.existsFolder(folder);
    },
    paths() {
      reads.add(PATHS_KEY);
      return workspace.derive(PATHS_KEY, 'paths', () => [...workspace.everyPath()].sort());
    },
    naming: (role) => contributors(namedKey(termKey(role))),
    speaking: (name) => contributors(spokenKey(nameKey(name))),
    anchors(path) {
      reads.add(anchorsKey(path));
      return workspace.facts(path)?.anchors ?? null;
    },
    // Asked by many for the same few kinds: gone through once until a document of the kind changes.
    records: (kind) =>
      derive(kindKey(kind), 'records', () =>
        contributors(kindKey(kind)).flatMap((facts) => recordsByKind(facts, kind).map((record) => ({ facts, record }))),
      ),
    documents: (kind) =>
      derive(kindKey(kind), 'documents', () =>
        contributors(kindKey(kind)).filter((facts) => facts.kinds.includes(kind)),
      ),
    processes(reference) {
      const found = new Map<string, Facts>();
      const byId = contributors(idKey(reference)).filter((facts) => {
        const id = fieldOf(facts, 'id');
        return id?.raw.trim().toLowerCase() === reference.trim().toLowerCase();
      });
      for (const facts of byId) if (facts.kinds.includes('process-description')) found.set(facts.path, facts);
      // The fullest term decides: "Change management" is the change process, not every process with "change" in it.
      for (const term of processTerms(reference)) {
        if (found.size > 0) break;
        const named = contributors(processKey(term));
        // A description of its own comes before a combined one that covers it too.
        const own = named.filter((facts) =>
          processTerms(processName(facts) ?? '')
            .slice(0, 2)
            .includes(term),
        );
        for (const facts of own.length > 0 ? own : named) found.set(facts.path, facts);
      }
      return [...found.values()];
    },
    roles(name) {
      const term = termKey(name);
      return term === ''
        ? []
        : recordsUnder(roleKey(term), (_, record) => record.kind === 'role' && roleTerms(record).includes(term));
    },
    raci(process) {
      for (const term of processTerms(process)) {
        const rows = recordsUnder(
          raciKey(term),
          (facts, record) => record.kind === 'raci-row' && raciTerms(facts, record).includes(term),
        );
        if (rows.length > 0) return rows;
      }
      return [];
    },
    identified(id) {
      const wanted = id.trim().toLowerCase();
      return contributors(idKey(id)).flatMap((facts) => {
        const own = fieldOf(facts, 'id');
        const records = facts.records
          .filter(
            (record) =>
              record.id !== null &&
              record.id.trim().toLowerCase() === wanted &&
              (record.form !== 'document' || own?.raw.trim().toLowerCase() !== wanted),
          )
          .map((record) => ({ facts, record }));
        return own !== null && own.raw.trim().toLowerCase() === wanted
          ? [{ facts, record: null }, ...records]
          : records;
      });
    },
    recordsAbout(kind, name, called) {
      const found = new Map<RecordFact, Located>();
      for (const term of calledTerms(called))
        for (const located of recordsUnderTerm(kind, name, term)) found.set(located.record, located);
      return [...found.values()].sort(inOrder);
    },
    recordsUnder: recordsUnderTerm,
    documentsAbout(kind, name, called) {
      const terms = calledTerms(called);
      const found = new Set<Facts>();
      for (const term of terms)
        for (const facts of contributors(aboutKey(kind, name, term)))
          if (facts.kinds.includes(kind) && speaksAbout(fieldOf(facts, name), terms)) found.add(facts);
      return [...found].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    },
    threshold: (name) => workspace.configuration.thresholds[name] ?? THRESHOLDS[name].default,
    people: () => recordsUnder(PEOPLE_KEY, (_, record) => record.kind === 'role' || record.kind === 'person'),
    treating: (area) => contributors(areaKey(area)),
    citing: (clause) =>
      contributors(clauseKey(clause)).flatMap((facts) =>
        facts.clauses.flatMap((cited) => (cited.clause === clause ? [{ facts, cited }] : [])),
      ),
    linking: (path) => contributors(linkKey(path)),
    ownersAreNamed(kind) {
      reads.add(ownedKey(kind));
      return workspace.ownersAreNamed(kind);
    },
    derive,
    note(key) {
      reads.add(key);
    },
  };
}
