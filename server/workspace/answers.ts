/** Answers: which documents of the workspace answer a clause, because they cite it, are of a kind that it expects, or describe its process. */

import { answeringKinds } from '../model/answering-kinds.ts';
import { type Clause, clause, clauses, documentsExpected, type Edition, isUnder, parents } from '../model/catalogue.ts';
import { processTerms } from '../model/vocabulary/process-terms.ts';
import type { ClauseFact, Facts } from '../reading/facts.ts';
import { kindKey, processName } from './keys.ts';
import { isInUse } from './set-aside.ts';
import { finished, inSteps, type Steps } from './steps.ts';
import { isOurClause } from './subjects.ts';
import type { Cited, View } from './view.ts';

/** One document that answers a clause; at least one of `cited`, `kind` and `topic` says how. */
export interface Answer {
  readonly facts: Facts;
  /** Its strongest reference to the clause, to one below it, or to the one right above: metadata before table, heading and prose. */
  readonly cited: ClauseFact | null;
  /** The kind by which it answers, as the catalogue calls it: it is such a document, or holds such records. */
  readonly kind: string | null;
  /** True where it describes the process, or the procedure, that goes by the clause's own title. */
  readonly topic: boolean;
}

const STRENGTH: Readonly<Record<ClauseFact['place'], number>> = { metadata: 0, table: 1, heading: 2, prose: 3 };

/** The kinds whose documents answer a clause by what they are about. */
const TOPICAL = ['process-description', 'procedure'] as const;

/** Clauses that ask for documents of all kinds, whatever they are about. */
const ABOUT_DOCUMENTS: Readonly<Record<Edition, string>> = { '2005': '3.2', '2011': '4.3.1', '2018': '7.5.4' };

/**
 * The documents that answer a clause, in small steps.
 * In: the view, an edition and the number of one of its clauses. Out: each document once, in path order; none for a number that
 * the edition does not have. What is out of use answers nothing.
 */
export function* answerSteps(view: View, edition: Edition, number: string): Steps<readonly Answer[]> {
  const asked = clause(edition, number);
  if (asked === null) return [];
  const found = new Map<string, { facts: Facts; cited: ClauseFact | null; kind: string | null; topic: boolean }>();
  const of = (facts: Facts): { cited: ClauseFact | null; kind: string | null; topic: boolean } => {
    const known = found.get(facts.path) ?? { facts, cited: null, kind: null, topic: false };
    found.set(facts.path, known);
    return known;
  };
  yield* inSteps(ofExpectedKinds(view, asked), ({ facts, kind }) => {
    of(facts).kind ??= kind;
  });
  for (const { facts, cited } of yield* citing(view, asked))
    if (found.has(facts.path) || !LOOKING.has(facts.kinds[0] ?? '')) of(facts).cited = cited;
  yield;
  for (const facts of ofTopic(view, asked)) of(facts).topic = true;
  const answers: Answer[] = [];
  // Of thousands, those of the list of all paths that are found are sooner in order than they are sorted.
  const paths = found.size < MANY ? [...found.keys()].sort() : view.paths();
  yield* inSteps(paths, (path) => {
    const answer = found.get(path);
    if (answer !== undefined && isInUse(answer.facts)) answers.push(answer);
  });
  return answers;
}

const MANY = 500;

/** The same at once. */
export function answersTo(view: View, edition: Edition, number: string): readonly Answer[] {
  return finished(answerSteps(view, edition, number));
}

/**
 * Does any document answer a clause? In and out: as `answersTo`, which lists them; this looks no further than the first, and
 * works out for each kind only once whether anything of it is in use.
 */
export function isAnswered(view: View, edition: Edition, number: string): boolean {
  const asked = clause(edition, number);
  if (asked === null) return false;
  const kinds = expectedKinds(asked);
  if (kinds.some(({ documents, records }) => documents.some(isUsed(view)) || records.some(isRecorded(view))))
    return true;
  for (const { facts } of references(view, asked))
    if (!LOOKING.has(facts.kinds[0] ?? '') && isInUse(facts)) return true;
  return ofTopic(view, asked).some(isInUse);
}

const isUsed =
  (view: View) =>
  (kind: string): boolean =>
    view.derive(kindKey(kind), 'is in use', () => view.documents(kind).some(isInUse));

const isRecorded =
  (view: View) =>
  (kind: string): boolean =>
    view.derive(kindKey(kind), 'is recorded', () => view.records(kind).some(({ facts }) => isInUse(facts)));

/** The documents that cite the clause, one below it, or the one above it where that is no whole chapter; each with its strongest reference. */
function* citing(view: View, asked: Clause): Steps<readonly Cited[]> {
  const best = new Map<string, Cited>();
  yield* inSteps(references(view, asked), (each) => {
    const known = best.get(each.facts.path);
    if (known === undefined || STRENGTH[each.cited.place] < STRENGTH[known.cited.place])
      best.set(each.facts.path, each);
  });
  return [...best.values()];
}

function* references(view: View, asked: Clause): Iterable<Cited> {
  const { edition } = asked;
  const above = parents(edition, asked.number).filter((each) => each.parent !== null);
  const numbers = new Set([
    ...clauses(edition)
      .filter((each) => isUnder(each.number, asked.number))
      .map((each) => each.number),
    ...above.map((each) => each.number),
  ]);
  for (const number of numbers)
    for (const each of view.citing(number)) {
      const { cited } = each;
      if (!isOurClause(cited, view) || (cited.edition ?? view.edition) !== edition) continue;
      // A wider clause is answered by a claim, not by a mention in passing.
      if (cited.place === 'prose' && above.some((wider) => wider.number === number)) continue;
      yield each;
    }
}

/**
 * Documents that name clauses because they look at them, not because they answer them: an audit of clause 8.7.2 is no answer to
 * it. They answer only what expects such a document.
 */
const LOOKING: ReadonlySet<string> = new Set([
  'audit-programme',
  'audit-plan',
  'audit-report',
  'nonconformity-record',
  'corrective-action-record',
  'management-review-minutes',
  'document-register',
]);

/** The kinds that the clause expects, each with the kinds of documents and of records that answer for it. */
function expectedKinds(
  asked: Clause,
): readonly { readonly kind: string; readonly documents: readonly string[]; readonly records: readonly string[] }[] {
  const all = asked.number === ABOUT_DOCUMENTS[asked.edition];
  return documentsExpected(asked.edition, asked.number).flatMap(({ kind }) => {
    const { documents, records, general } = answeringKinds(kind);
    return general && !all ? [] : [{ kind, documents, records }];
  });
}

/** The documents of the kinds that the clause expects, and those that hold such records; for each kind once. */
function* ofExpectedKinds(view: View, asked: Clause): Iterable<{ readonly facts: Facts; readonly kind: string }> {
  for (const { kind, documents, records } of expectedKinds(asked)) {
    const paths = new Set<string>();
    const lists = [...documents.map((each) => view.documents(each)), ...records.map((each) => holding(view, each))];
    for (const list of lists)
      for (const facts of list) {
        if (paths.has(facts.path)) continue;
        paths.add(facts.path);
        yield { facts, kind };
      }
  }
}

/** The documents that hold a record of a kind, each once; there may be many more records than documents. */
function holding(view: View, kind: string): readonly Facts[] {
  return view.derive(kindKey(kind), 'documents with such records', () => [
    ...new Set(view.records(kind).map(({ facts }) => facts)),
  ]);
}

/**
 * The processes and procedures that go by the clause's own title, "Incident management", or by that of the subject that it is a
 * part of: the change management process answers "Change management activities" too.
 */
function ofTopic(view: View, asked: Clause): readonly Facts[] {
  if (asked.titleIsLabel) return [];
  // A clause that wants a document of its own is not answered by the process around it: a process is no policy.
  const wantsDocument = documentsExpected(asked.edition, asked.number).some(({ explicit }) => explicit);
  const subjects = wantsDocument
    ? []
    : parents(asked.edition, asked.number).filter(({ number }) => number.split('.').length > 2);
  const terms = new Set([asked, ...subjects].flatMap(({ title }) => processTerms(title.replace(/\s*\([^)]*\)$/, ''))));
  const paths = new Set<string>();
  return TOPICAL.flatMap((kind) => {
    const documents = view.documents(kind);
    const byTopic = view.derive(kindKey(kind), 'paths by topic', () => topicsOf(documents));
    return [...terms].flatMap((term) => byTopic.get(term) ?? []);
  }).flatMap((path) => {
    if (paths.has(path)) return [];
    paths.add(path);
    return view.facts(path) ?? [];
  });
}

function topicsOf(documents: readonly Facts[]): ReadonlyMap<string, readonly string[]> {
  const topics = new Map<string, string[]>();
  for (const facts of documents) {
    for (const term of topicTerms(facts)) {
      const paths = topics.get(term);
      if (paths === undefined) topics.set(term, [facts.path]);
      else paths.push(facts.path);
    }
  }
  return topics;
}

const topical = new WeakMap<Facts, readonly string[]>();

/** The terms of what a document is about; typing in one of a kind leaves those of the others as they were. */
function topicTerms(facts: Facts): readonly string[] {
  const known = topical.get(facts);
  if (known !== undefined) return known;
  const name = facts.kinds.includes('process-description') ? processName(facts) : topicOf(facts);
  const terms = name === null ? [] : processTerms(name);
  topical.set(facts, terms);
  return terms;
}

/** What a procedure is about, without the word for its form: "Procedure: Handling complaints", "Change procedure". */
function topicOf(facts: Facts): string | null {
  return (
    facts.title?.text
      .replace(/^\s*(?:procedure|sop|verfahren)\s*(?:[:–—-]|for|of)?\s*/i, '')
      .replace(/\s*(?:standard operating procedure|procedure|sop)\s*$/i, '') ?? null
  );
}
