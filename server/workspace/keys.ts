/** Keys: under which names a document's facts can be asked for by others, and a digest of what it says under each. */
import { KINDS } from '../model/kinds.generated.ts';
import { areasInHeading, areasInTitle, PROCESS_AREAS } from '../model/process-areas.ts';
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import { processTerms, calledTerms as termsOf } from '../model/vocabulary/process-terms.ts';
import { looksLikeRole } from '../model/vocabulary/role-words.ts';
import { type Facts, type FieldFact, fieldOf, type RecordFact } from '../reading/facts.ts';
import { digest, fieldWords, recordWords, sectionWords } from './digest.ts';

/** A name under which facts are asked for: `kind:audit`, `role:change manager`, `path:docs/a.md`. */
export type Key = string;

export const AS_OF_KEY: Key = 'as-of';
export const LOADED_KEY: Key = 'loaded';
export const PEOPLE_KEY: Key = 'people';
export const SMS_KEY: Key = 'sms';
/** The list of all paths: read by what suggests or counts files, never by what asks for a single one. */
export const PATHS_KEY: Key = 'paths';

export const pathKey = (path: string): Key => `path:${path}`;
export const factsKey = (path: string): Key => `facts:${path}`;
export const spansKey = (path: string): Key => `spans:${path}`;
export const anchorsKey = (path: string): Key => `anchors:${path}`;
export const kindKey = (kind: string): Key => `kind:${kind}`;
export const idKey = (id: string): Key => `id:${id.trim().toLowerCase()}`;
export const processKey = (term: string): Key => `process:${term}`;
export const roleKey = (term: string): Key => `role:${term}`;
export const raciKey = (process: string): Key => `raci:${process}`;
export const clauseKey = (clause: string): Key => `clause:${clause}`;
export const linkKey = (path: string): Key => `linked:${path}`;
export const folderKey = (folder: string): Key => `folder:${folder}`;
export const sortKey = (sort: string): Key => `sort:${sort}`;
export const namedKey = (term: string): Key => `named:${term}`;
export const spokenKey = (name: string): Key => `spoken:${name}`;
export const ownedKey = (kind: string): Key => `owned:${kind}`;
export const areaKey = (area: string): Key => `area:${area}`;
export const aboutKey = (kind: string, field: string, term: string): Key => `about:${kind}.${field}:${term}`;

/** What somebody or something is called where others speak of it: names and ids as written, and workspace paths. */
export interface Called {
  readonly names: readonly string[];
  readonly paths?: readonly string[];
}

const KEYED: ReadonlyMap<string, readonly string[]> = new Map(
  KINDS.map((kind) => [kind.name, kind.fields.flatMap((field) => (field.keyed === true ? [field.name] : []))] as const),
);

/** The fields by which records or documents of a kind are found; in: the kind's name. */
export const keyedFields = (kind: string): readonly string[] => KEYED.get(kind) ?? [];

const pathTerm = (path: string): string => `/${path}`;

/** The terms that a keyed field speaks of: each name or target that it holds, and each path that it links to. */
export function aboutTerms(field: FieldFact): ReadonlySet<string> {
  const terms = new Set(field.links.map(pathTerm));
  if (field.state !== 'given') return terms;
  const words =
    field.value?.type === 'reference'
      ? field.value.targets
      : field.value?.type === 'names'
        ? field.value.names.map((name) => name.text)
        : field.value?.type === 'list'
          ? field.value.items
          : [field.raw];
  for (const word of words) for (const term of termsOf(word)) if (term !== '') terms.add(term);
  return terms;
}

/** The terms under which to ask for what speaks of somebody or something. */
export function calledTerms(called: Called): ReadonlySet<string> {
  return new Set([
    ...called.names.flatMap((name) => termsOf(name)).filter((term) => term !== ''),
    ...(called.paths ?? []).map(pathTerm),
  ]);
}

/** The name of the process that a process description describes; null where it has no name at all. */
export function processName(facts: Facts): string | null {
  const named = fieldOf(facts, 'process');
  if (named !== null && named.state === 'given') return named.raw;
  return facts.title?.text ?? null;
}

/** What a process is called by others: its name, its id and its path. */
export function calledProcess(facts: Facts): Called {
  const id = fieldOf(facts, 'id');
  const name = processName(facts);
  return {
    names: [...(name === null ? [] : [name]), ...(id?.state === 'given' ? [id.raw] : [])],
    paths: [facts.path],
  };
}

const AREA_BY_KIND: ReadonlyMap<string, readonly string[]> = new Map(
  KINDS.map((kind) => [
    kind.name,
    PROCESS_AREAS.filter((area) => area.kinds.includes(kind.name)).map((area) => area.name),
  ]),
);
/** Kinds of documents that say how something is done, so that a word in their title tells what. */
const SAYS_HOW = /^(?!audit-plan)(?:.*-)?(?:process-description|procedure|instruction|policy|plan|guideline)$/;

/**
 * The process areas that a document treats, by their names: by its kind, its title, its headings, the clauses that a process
 * description cites, documents that it registers, and what it links to elsewhere.
 */
export function areasTreated(facts: Facts): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (names: readonly string[]): void => {
    for (const name of names) found.add(name);
  };
  for (const kind of facts.kinds) add(AREA_BY_KIND.get(kind) ?? []);
  for (const record of facts.records) if (record.kind === 'document-entry') add(areasInHeading(record.name));
  const leading = facts.kinds[0];
  // Records, reports and agreements speak of an area without saying how it is run; a page of no known kind may say it.
  if (leading !== undefined && !SAYS_HOW.test(leading)) return found;
  const title = processName(facts) ?? '';
  add(leading === undefined ? areasInHeading(title) : areasInTitle(title));
  for (const section of facts.sections) add(areasInHeading(section.title));
  for (const link of facts.links) if (link.external) add(areasInHeading(link.text));
  if (leading === 'process-description')
    for (const { standard, clause, edition } of facts.clauses)
      if (/20000-1/.test(standard) || standard === 'unstated')
        for (const area of PROCESS_AREAS)
          for (const each of edition === null ? (['2005', '2011', '2018'] as const) : [edition])
            if (area.clauses[each]?.some((own) => clause === own || clause.startsWith(`${own}.`)) === true)
              found.add(area.name);
  return found;
}

/** The terms of one RACI row's process: its own column, else the section or document that it stands in. */
export function raciTerms(facts: Facts, row: RecordFact): readonly string[] {
  const own = fieldOf(row, 'process');
  const terms = new Set<string>();
  if (own !== null && own.state === 'given') for (const term of processTerms(own.raw)) terms.add(term);
  else {
    if (facts.kinds.includes('process-description')) {
      const name = processName(facts);
      if (name !== null) for (const term of processTerms(name)) terms.add(term);
    } else if (row.section !== null) for (const term of processTerms(row.section)) terms.add(term);
    const activity = fieldOf(row, 'activity');
    if (activity !== null && activity.state === 'given') for (const term of processTerms(activity.raw)) terms.add(term);
  }
  return [...terms];
}

/** The names that a role goes by. */
export function roleTerms(record: RecordFact): readonly string[] {
  const term = termKey(record.name);
  const short = term.replace(/^role /, '').replace(/ role$/, '');
  return [...new Set([term, short].filter((each) => each !== ''))];
}

/** As many sections as no index page has. */
const FEW_SECTIONS = 3;

/** The keys under which only the document itself can say anything: that it is there, and what it says as a whole. */
export const selfKeys = (path: string): readonly Key[] => [pathKey(path), factsKey(path), anchorsKey(path)];

/** What a document says under each key: the digest of it. */
export type Contributions = ReadonlyMap<Key, number>;

/**
 * All keys that a document's facts answer to, each with a digest of what they say under it.
 * The digests leave spans out: moving a paragraph wakes nobody but those who point at places in this document.
 * In: the facts, and whether a later reading will ever be compared with this one; where not, all digests are 0.
 */
export function contributions(facts: Facts, compared = true): Contributions {
  const told = (words: () => string): number => (compared ? digest(words()) : 0);
  // What is said in many places is folded once; under each key stand the folds of all that is said there.
  const folds = new Map<Key, string>();
  const add = (key: Key, fold: number | string): void => {
    const before = folds.get(key);
    folds.set(key, before === undefined ? `${fold}` : `${before},${fold}`);
  };
  const metadata = told(() =>
    [
      facts.title?.text ?? '',
      facts.kinds.join(','),
      facts.kindFrom,
      facts.controlled,
      facts.metadata.map(fieldWords).join('\u0004'),
      facts.score?.verdict ?? '',
      // A page of a few sections may be no more than a way to others.
      Math.min(facts.sections.length, FEW_SECTIONS),
    ].join('\u0006'),
  );
  const records: number[] = [];
  const people: number[] = [];
  for (const record of facts.records) {
    const said = told(() => recordWords(record));
    records.push(said);
    add(kindKey(record.kind), said);
    if (record.id !== null) add(idKey(record.id), said);
    if (record.kind === 'role') for (const term of roleTerms(record)) add(roleKey(term), said);
    if (record.kind === 'role' || record.kind === 'person') people.push(said);
    if (record.kind === 'raci-row') for (const term of raciTerms(facts, record)) add(raciKey(term), said);
    for (const name of keyedFields(record.kind))
      for (const field of record.fields)
        if (field.field === name) for (const term of aboutTerms(field)) add(aboutKey(record.kind, name, term), said);
  }
  // Whoever is led to a record asks what document it stands in: its status, its owner, its kind.
  for (const key of [...folds.keys()]) add(key, metadata);
  for (const kind of facts.kinds) {
    add(kindKey(kind), metadata);
    for (const name of keyedFields(kind)) {
      const field = fieldOf(facts, name);
      if (field !== null) for (const term of aboutTerms(field)) add(aboutKey(kind, name, term), metadata);
    }
  }
  for (const area of areasTreated(facts)) add(areaKey(area), metadata);
  const id = fieldOf(facts, 'id');
  if (id !== null && id.state === 'given') add(idKey(id.raw), metadata);
  if (facts.kinds.includes('process-description')) {
    const name = processName(facts);
    if (name !== null) for (const term of processTerms(name)) add(processKey(term), metadata);
  }
  for (const name of facts.names) {
    if (name.place !== 'metadata') add(spokenKey(nameKey(name.text)), `${name.place}${metadata}`);
    if ((name.place !== 'owner' && name.place !== 'raci' && name.place !== 'step') || !looksLikeRole(name.text))
      continue;
    add(namedKey(termKey(name.text)), `${name.place}${metadata}`);
  }
  if (people.length > 0) add(PEOPLE_KEY, `${people.join()} ${metadata}`);
  for (const clause of facts.clauses)
    add(clauseKey(clause.clause), `${clause.standard} ${clause.edition ?? ''} ${clause.place} ${metadata}`);
  for (const link of facts.links) if (link.path !== null) add(linkKey(link.path), `${link.anchor ?? ''} ${metadata}`);
  add(
    anchorsKey(facts.path),
    told(() => facts.anchors.join('\u0001')),
  );
  add(pathKey(facts.path), 'document');
  add(
    factsKey(facts.path),
    told(
      () =>
        `${metadata}\u0007${facts.sections.map(sectionWords).join('\u0004')}\u0007${records.join()}\u0007${facts.links.map((link) => `${link.target}\u0001${link.text}`).join('\u0004')}\u0007${facts.clauses.map((clause) => clause.raw).join('\u0004')}\u0007${facts.names.map((name) => `${name.text}${name.place}`).join('\u0004')}`,
    ),
  );
  const digests = new Map<Key, number>();
  for (const [key, fold] of folds) digests.set(key, compared ? digest(fold) : 0);
  return digests;
}

/**
 * The sort of a file by its name: its extension, the whole name of files such as `.env` and `Dockerfile`, and nothing for a
 * page that is linked without one.
 */
export function fileSort(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot > 0) return name.slice(dot).toLowerCase();
  return dot === 0 || /^\p{Lu}/u.test(name) ? name : '';
}
