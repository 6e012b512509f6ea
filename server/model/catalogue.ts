/** What can be asked of the clause catalogue: clauses, their tree, the other editions, the documents they expect. */
import {
  CLAUSES,
  type Clause,
  EDITIONS,
  type Edition,
  type EditionFacts,
  type ExpectedDocument,
  FACTS,
  type Relation,
  type Requirement,
  TOPICS,
} from './catalogue-data.ts';

export {
  type Clause,
  type Confidence,
  DOCUMENT_KINDS,
  EDITIONS,
  type Edition,
  type EditionFacts,
  type ExpectedDocument,
  type Phase,
  REQUIRED_DOCUMENTS,
  type Relation,
  type Requirement,
  type RequirementKind,
  TOPICS,
  type Topic,
} from './catalogue-data.ts';
export { bestTitle, nearestClauses, titleFit, titleWords } from './clause-titles.ts';

/** What another edition has for a clause, for one topic. */
export interface Correspondence {
  readonly topic: string;
  /** Clauses of the other edition; none where it does not treat the topic. */
  readonly clauses: readonly string[];
  readonly relation: Relation;
  /** The clause of 2018 that carries the topic chiefly, whichever way was asked. */
  readonly primary: string | null;
  readonly note: string | null;
  /** True where one clause stands for one clause, so that a number may be exchanged without a human's choice. */
  readonly exact: boolean;
}

/** A document that a clause expects, with the items that say so. */
export interface ExpectedByClause extends ExpectedDocument {
  /** uids of the items; empty where a clause of 2011 is known to want a written procedure. */
  readonly items: readonly string[];
  /** The edition whose text says so: the asked one, or 2018 where the catalogue of 2011 has no items. */
  readonly from: Edition;
}

const byNumber: Readonly<Record<Edition, ReadonlyMap<string, Clause>>> = {
  '2005': new Map(CLAUSES['2005'].map((c) => [c.number, c])),
  '2011': new Map(CLAUSES['2011'].map((c) => [c.number, c])),
  '2018': new Map(CLAUSES['2018'].map((c) => [c.number, c])),
};

const byUid: ReadonlyMap<string, Requirement> = new Map(
  EDITIONS.flatMap((edition) => CLAUSES[edition].flatMap((c) => c.items.map((item) => [item.uid, item] as const))),
);

/** Tells whether a text is the key of an edition; in: `2018`. */
export function isEdition(text: string): text is Edition {
  return text === '2005' || text === '2011' || text === '2018';
}

/** What is known of an edition as a whole: designation, status, fixed intervals, written procedures, amendments. */
export function editionFacts(edition: Edition): EditionFacts {
  return FACTS[edition];
}

/** All clauses of an edition, in their order. */
export function clauses(edition: Edition): readonly Clause[] {
  return CLAUSES[edition];
}

/** The clause with this number, such as `9.2.2`; null where the edition has none. */
export function clause(edition: Edition, number: string): Clause | null {
  return byNumber[edition].get(number) ?? null;
}

/** The requirement with this uid, such as `2018:9.2.2-c`; null where there is none. */
export function requirement(uid: string): Requirement | null {
  return byUid.get(uid) ?? null;
}

/** The clauses right below one, in order; with null for the number, the top-level clauses. */
export function children(edition: Edition, number: string | null): readonly Clause[] {
  return CLAUSES[edition].filter((c) => c.parent === number);
}

/** The clauses above one, nearest first; none for a top-level or unknown number. */
export function parents(edition: Edition, number: string): readonly Clause[] {
  const found: Clause[] = [];
  for (let next = clause(edition, number)?.parent ?? null; next !== null; ) {
    const parent = clause(edition, next);
    if (parent === null) break;
    found.push(parent);
    next = parent.parent;
  }
  return found;
}

/** Tells whether a number is another one or lies below it: `9.2.2` is under `9` and `9.2`, but not under `9.20`. */
export function isUnder(number: string, ancestor: string): boolean {
  return number === ancestor || number.startsWith(`${ancestor}.`);
}

/** The items of a clause and of all clauses below it, in order; none for an unknown number or in 2011. */
export function itemsUnder(edition: Edition, number: string): readonly Requirement[] {
  return CLAUSES[edition].filter((c) => isUnder(c.number, number)).flatMap((c) => c.items);
}

/** Drops the headings, that is the clauses that have another one of the same list below them. */
function withoutHeadings(numbers: readonly string[]): readonly string[] {
  return numbers.filter((number) => !numbers.some((other) => other !== number && isUnder(other, number)));
}

/**
 * What another edition has for a clause: one entry a topic, many to many as the editions are.
 * Empty for an unknown number and for a clause that the correspondence does not list.
 */
export function corresponding(edition: Edition, number: string, to: Edition): readonly Correspondence[] {
  if (clause(edition, number) === null) return [];
  const topics = TOPICS.filter((t) => t.clauses[edition].includes(number));
  return topics.map((t) => {
    const here = withoutHeadings(t.clauses[edition]);
    const there = withoutHeadings(t.clauses[to]);
    const exact =
      edition === to ||
      (t.relation === 'equivalent' &&
        topics.filter((other) => other.clauses[to].length > 0).length === 1 &&
        here.length === 1 &&
        here[0] === number &&
        there.length === 1);
    return {
      topic: t.topic,
      clauses: edition === to ? [number] : t.clauses[to],
      relation: t.relation,
      primary: t.primary,
      note: t.note,
      exact,
    };
  });
}

function addDocuments(found: Map<string, ExpectedByClause>, items: readonly Requirement[], from: Edition): void {
  for (const item of items) {
    for (const { kind, mode, explicit } of item.documents) {
      const key = `${kind} ${mode}`;
      const known = found.get(key);
      found.set(key, {
        kind,
        mode,
        explicit: explicit || (known?.explicit ?? false),
        items: [...(known?.items ?? []), item.uid],
        from,
      });
    }
  }
}

/**
 * The documents that a clause and the clauses below it expect, explicit ones first.
 * The catalogue of 2011 has no items; there the written procedures are named, and the rest is read from the
 * clauses of 2018 that correspond (`from` tells).
 */
export function documentsExpected(edition: Edition, number: string): readonly ExpectedByClause[] {
  const found = new Map<string, ExpectedByClause>();
  addDocuments(found, itemsUnder(edition, number), edition);
  if (edition === '2011') {
    const below = CLAUSES['2011'].filter((c) => c.asks && isUnder(c.number, number));
    const numbers = new Set(
      below.flatMap((c) => corresponding('2011', c.number, '2018').flatMap((entry) => entry.clauses)),
    );
    for (const other of CLAUSES['2018']) if (numbers.has(other.number)) addDocuments(found, other.items, '2018');
    if (below.some((c) => FACTS['2011'].documentedProcedures.clauses.includes(c.number))) {
      found.set('procedure maintain', {
        kind: 'procedure',
        mode: 'maintain',
        explicit: true,
        items: found.get('procedure maintain')?.items ?? [],
        from: '2011',
      });
    }
  }
  return [...found.values()].sort((a, b) => Number(b.explicit) - Number(a.explicit));
}
