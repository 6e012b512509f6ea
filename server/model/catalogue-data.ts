/** The clause catalogue read from `catalogue/*.json`: typed, indexed and frozen once, when the program starts. */

import edition2005 from '../../catalogue/2005.json' with { type: 'json' };
import edition2011 from '../../catalogue/2011.json' with { type: 'json' };
import edition2018 from '../../catalogue/2018.json' with { type: 'json' };
import correspondenceFile from '../../catalogue/correspondence.json' with { type: 'json' };
import documentKindsFile from '../../catalogue/document-kinds.json' with { type: 'json' };
import requiredDocumentsFile from '../../catalogue/required-documents.json' with { type: 'json' };

/** An edition of ISO/IEC 20000-1; `2018` includes Amd 1:2024. */
export type Edition = '2005' | '2011' | '2018';

/** All editions, oldest first. */
export const EDITIONS: readonly Edition[] = Object.freeze(['2005', '2011', '2018'] as const);

export type Phase = 'plan' | 'do' | 'check' | 'act';
export type Confidence = 'high' | 'medium' | 'low';
export type RequirementKind =
  | 'role'
  | 'communication'
  | 'process'
  | 'review'
  | 'documented-information'
  | 'record'
  | 'measurement';

/** A document or record that a requirement calls for, or in which its evidence is usually found. */
export interface ExpectedDocument {
  /** Slug of a document kind, such as `audit-programme`. */
  readonly kind: string;
  readonly mode: 'maintain' | 'retain' | 'evidence';
  /** True where the clause itself wants it in documented form; else its absence alone is no nonconformity. */
  readonly explicit: boolean;
}

/** One item under a clause, in our own words. */
export interface Requirement {
  /** `9.2.2-c`; the letter is ours, so show users the clause number instead. */
  readonly id: string;
  /** `2018:9.2.2-c`, unique over all editions. */
  readonly uid: string;
  /** Number of the clause that it stands under. */
  readonly clause: string;
  readonly text: string;
  readonly kind: RequirementKind;
  readonly documents: readonly ExpectedDocument[];
  /** Only `requirement` binds; the others are guidance and never make an error. */
  readonly level: 'requirement' | 'recommendation' | 'note' | 'permission';
  readonly confidence: Confidence;
  readonly phase: Phase | null;
  /** ISO 8601 duration where the edition itself fixes a longest interval. */
  readonly interval: string | null;
  /** The amendment that brought it in, such as `Amd 1:2024`. */
  readonly amendment: string | null;
  /** Where it comes from when that is not Part 1 itself. */
  readonly source: string | null;
}

/** One numbered part of an edition. */
export interface Clause {
  readonly edition: Edition;
  readonly number: string;
  readonly title: string;
  /** True where the edition gives no title and ours stands in. */
  readonly titleIsLabel: boolean;
  readonly titleConfidence: Confidence;
  readonly parent: string | null;
  readonly phase: Phase | null;
  /** Whether the clause itself carries requirements, also where the catalogue does not itemise them (2011). */
  readonly asks: boolean;
  readonly summary: string;
  readonly items: readonly Requirement[];
}

/** What is known of an edition as a whole. */
export interface EditionFacts {
  readonly edition: Edition;
  readonly designation: string;
  readonly title: string;
  readonly published: string;
  readonly status: 'withdrawn' | 'current';
  readonly replacedBy: Edition | null;
  /** Intervals that the edition fixes in so many words; only 2005 does. */
  readonly hardIntervals: readonly { readonly clause: string; readonly what: string; readonly max: string }[];
  /** Clauses that want a written procedure. */
  readonly documentedProcedures: {
    readonly confidence: Confidence;
    readonly clauses: readonly string[];
    readonly note: string | null;
  };
  readonly amendments: readonly {
    readonly designation: string;
    readonly title: string;
    readonly published: string;
    readonly clauses: readonly string[];
    readonly effect: string;
    readonly confidence: Confidence;
  }[];
}

export type Relation = 'equivalent' | 'partial' | 'split' | 'merged' | 'new-in-2018' | 'dropped';

/** A topic and the clauses that treat it in each edition. */
export interface Topic {
  readonly topic: string;
  readonly clauses: Readonly<Record<Edition, readonly string[]>>;
  readonly relation: Relation;
  /** The clause of 2018 that carries the topic chiefly. */
  readonly primary: string | null;
  readonly confidence: Confidence;
  readonly note: string | null;
}

type ItemSource = Omit<Requirement, 'uid' | 'clause' | 'phase' | 'interval' | 'amendment' | 'source'> & {
  readonly phase?: Phase;
  readonly interval?: string;
  readonly amendment?: string;
  readonly source?: string;
};
type ClauseSource = Omit<Clause, 'edition' | 'titleIsLabel' | 'titleConfidence' | 'items'> & {
  readonly titleIsLabel?: boolean;
  readonly titleConfidence?: Confidence;
  readonly items: readonly ItemSource[];
};
type EditionSource = EditionFacts & { readonly clauses: readonly ClauseSource[] };

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const member of Object.values(value)) freezeDeep(member);
    Object.freeze(value);
  }
  return value;
}

function readClause(edition: Edition, source: ClauseSource): Clause {
  return {
    ...source,
    edition,
    titleIsLabel: source.titleIsLabel ?? false,
    titleConfidence: source.titleConfidence ?? 'high',
    items: source.items.map((item) => ({
      ...item,
      id: `${source.number}-${item.id}`,
      uid: `${edition}:${source.number}-${item.id}`,
      clause: source.number,
      phase: item.phase ?? source.phase,
      interval: item.interval ?? null,
      amendment: item.amendment ?? null,
      source: item.source ?? null,
    })),
  };
}

// The shape of the files is proved by their JSON Schema in the tests; TypeScript widens JSON to plain strings.
const sources: Readonly<Record<Edition, EditionSource>> = {
  '2005': edition2005 as EditionSource,
  '2011': edition2011 as unknown as EditionSource,
  '2018': edition2018 as EditionSource,
};

function perEdition<T>(make: (edition: Edition) => T): Readonly<Record<Edition, T>> {
  return freezeDeep({ '2005': make('2005'), '2011': make('2011'), '2018': make('2018') });
}

/** All clauses of each edition, in their order. */
export const CLAUSES: Readonly<Record<Edition, readonly Clause[]>> = perEdition((edition) =>
  sources[edition].clauses.map((source) => readClause(edition, source)),
);

/** What is known of each edition as a whole. */
export const FACTS: Readonly<Record<Edition, EditionFacts>> = perEdition((edition) => {
  const { designation, title, published, status, replacedBy, hardIntervals, documentedProcedures, amendments } =
    sources[edition];
  return {
    edition,
    designation,
    title,
    published,
    status,
    replacedBy,
    hardIntervals,
    documentedProcedures,
    amendments,
  };
});

/** The topics of the correspondence between the editions. */
export const TOPICS: readonly Topic[] = freezeDeep(
  correspondenceFile.topics.map((source) => ({
    topic: source.topic,
    clauses: { '2005': source['2005'], '2011': source['2011'], '2018': source['2018'] },
    relation: source.relation as Relation,
    primary: source.primary,
    confidence: source.confidence as Confidence,
    note: source.note,
  })),
);

/** The kinds of documents and records that the catalogue speaks of: slug to name. */
export const DOCUMENT_KINDS: ReadonlyMap<string, string> = new Map(
  documentKindsFile.kinds.map(({ kind, name }) => [kind, name]),
);

/** The items of 2018 7.5.4, each with the kinds that answer it. */
export const REQUIRED_DOCUMENTS: readonly { readonly item: string; readonly kinds: readonly string[] }[] = freezeDeep(
  requiredDocumentsFile.items,
);
