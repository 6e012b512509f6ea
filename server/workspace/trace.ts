/** The trace: each requirement of an edition with the documents that answer it, and how far the chain behind them holds. */
import {
  type Clause,
  clauses,
  documentsExpected,
  type Edition,
  type ExpectedDocument,
  type Requirement,
} from '../model/catalogue.ts';
import { isEvidence } from '../model/evidence-kinds.ts';
import type { Facts } from '../reading/facts.ts';
import { type Answer, answerSteps } from './answers.ts';
import { type Chain, type ChainLink, chainOf } from './chain.ts';
import type { Place } from './finding.ts';
import { finished, type Steps } from './steps.ts';
import type { View } from './view.ts';

/**
 * How a requirement stands, best first: answered with a whole chain, answered with a broken one, claimed only by a draft, not
 * answered, and not to be told from documents. `docs/guide/trace.md` defines them for users.
 */
export const TRACE_STATES = ['deep', 'shallow', 'draft', 'accepted', 'gap', 'not-checkable'] as const;
export type TraceState = (typeof TRACE_STATES)[number];

/** How a document answers: by citing the clause where it claims to, or only by what it is. */
export type Basis = 'metadata' | 'table' | 'heading' | 'prose' | 'kind' | 'topic';

/** The states in words for people. */
export const TRACE_WORDS: Readonly<Record<TraceState, string>> = {
  deep: 'answered, chain whole',
  shallow: 'answered, chain broken',
  draft: 'claimed by a draft',
  accepted: 'accepted gap',
  gap: 'gap',
  'not-checkable': 'not checkable from documents',
};

export interface TracedAnswer {
  readonly path: string;
  readonly title: string;
  readonly basis: Basis;
  /** True where the document itself names the clause. */
  readonly explicit: boolean;
  /** The reference, or the title of a document that answers without one. */
  readonly place: Place;
  readonly chain: Chain;
}

export interface TracedRequirement {
  /** `2018:9.2.2-c`; in 2011, whose requirements are not itemised, `2011:4.5.4.2`. */
  readonly uid: string;
  readonly clause: string;
  readonly text: string;
  readonly state: TraceState;
  /** Why it stands so, in plain words. */
  readonly says: string;
  /** The link at which the best answer's chain breaks; null where none does. */
  readonly broken: ChainLink | null;
  readonly answers: readonly TracedAnswer[];
}

export interface TracedClause {
  readonly edition: Edition;
  readonly number: string;
  readonly title: string;
  readonly requirements: readonly TracedRequirement[];
}

export type TraceCounts = Readonly<Record<TraceState, number>>;

/** Chains of documents, each worked out once; in: the facts, and whether they are evidence of an event. */
export type Chains = (facts: Facts, isEvidence: boolean) => Chain;

/** What works out chains and keeps them, for as long as the view holds. */
export function chainsOf(view: View): Chains {
  const events = new Map<string, Chain>();
  const kept = new Map<string, Chain>();
  return (facts, isEvidence) => {
    const chains = isEvidence ? events : kept;
    const chain = chains.get(facts.path) ?? chainOf(facts, isEvidence, view);
    chains.set(facts.path, chain);
    return chain;
  };
}

/**
 * Traces an edition in small steps.
 * In: the view, the edition, the clauses whose gaps the organization has accepted, the clauses that are wanted (all), and the
 * chains that are known. Returns the clauses that ask for something.
 */
export function* traceSteps(
  view: View,
  edition: Edition = view.edition,
  accepted: ReadonlySet<string> = new Set(),
  isWanted: (number: string) => boolean = () => true,
  chains: Chains = chainsOf(view),
): Steps<readonly TracedClause[]> {
  const traced: TracedClause[] = [];
  for (const each of clauses(edition)) {
    if ((!each.asks && each.items.length === 0) || !isWanted(each.number)) continue;
    const found = yield* answerSteps(view, edition, each.number);
    yield;
    const answers: TracedAnswer[] = [];
    for (const answer of found) {
      answers.push(tracedAnswer(answer, chains(answer.facts, answer.facts.kinds.some(isEvidence))));
      yield;
    }
    const kinds = new Map(found.map(({ facts, kind }) => [facts.path, kind] as const));
    const requirements: TracedRequirement[] = [];
    for (const ask of asksOf(each)) {
      requirements.push(judged(ask, answers, kinds, accepted));
      yield;
    }
    traced.push({ edition, number: each.number, title: each.title, requirements });
  }
  return traced;
}

/** The trace at once; in and out as `traceSteps`. */
export function trace(...asked: Parameters<typeof traceSteps>): readonly TracedClause[] {
  return finished(traceSteps(...asked));
}

/** How many requirements stand in each state. */
export function countStates(traced: readonly TracedClause[]): TraceCounts {
  const counts = { deep: 0, shallow: 0, draft: 0, accepted: 0, gap: 0, 'not-checkable': 0 };
  for (const { requirements } of traced) for (const { state } of requirements) counts[state] += 1;
  return counts;
}

interface Ask {
  readonly uid: string;
  readonly clause: string;
  readonly text: string;
  readonly documents: readonly ExpectedDocument[];
}

/** What a clause asks for: its items; in 2011 the clause as a whole. Guidance, notes and permissions are not traced. */
function asksOf(each: Clause): readonly Ask[] {
  const items = each.items.filter(({ level }: Requirement) => level === 'requirement');
  if (each.items.length > 0) return items;
  return [
    {
      uid: `${each.edition}:${each.number}`,
      clause: each.number,
      text: each.summary,
      documents: documentsExpected(each.edition, each.number),
    },
  ];
}

function tracedAnswer({ facts, cited, topic }: Answer, chain: Chain): TracedAnswer {
  const basis: Basis = cited?.place ?? (topic ? 'topic' : 'kind');
  return {
    path: facts.path,
    title: facts.title?.text ?? facts.path,
    basis,
    explicit: cited !== null,
    place: { path: facts.path, span: cited?.span ?? facts.title?.span ?? { start: 0, end: 0 } },
    chain,
  };
}

/**
 * Answers by their worth: live before draft, of the wanted kind before others, named before inferred, whole before broken, and
 * among equals as they came, which is by path. There may be thousands, of a few dozen worths.
 */
function byWorth(answers: readonly TracedAnswer[], isWanted: (answer: TracedAnswer) => boolean): TracedAnswer[] {
  const ranks = new Map<number, TracedAnswer[]>();
  for (const answer of answers) {
    const { chain, explicit } = answer;
    const worth =
      (chain.life === 'live' ? 0 : 1000) +
      (isWanted(answer) ? 0 : 100) +
      (explicit ? 0 : 10) +
      Math.min(9, brokenLinks(chain).length);
    const rank = ranks.get(worth);
    if (rank === undefined) ranks.set(worth, [answer]);
    else rank.push(answer);
  }
  return [...ranks].sort(([a], [b]) => a - b).flatMap(([, rank]) => rank);
}

function brokenLinks(chain: Chain): readonly ChainLink[] {
  return chain.links.filter(({ state }) => state === 'broken');
}

function judged(
  ask: Ask,
  all: readonly TracedAnswer[],
  kinds: ReadonlyMap<string, string | null>,
  accepted: ReadonlySet<string>,
): TracedRequirement {
  const wanted = new Set(ask.documents.map(({ kind }) => kind));
  const isWanted = ({ path }: TracedAnswer): boolean => wanted.has(kinds.get(path) ?? '');
  const wantsDocument = ask.documents.some(({ explicit }) => explicit);
  const answers = byWorth(
    all.filter((answer) => answer.explicit || isWanted(answer) || (answer.basis === 'topic' && !wantsDocument)),
    isWanted,
  );
  const stands = (state: TraceState, says: string, broken: ChainLink | null = null): TracedRequirement => ({
    uid: ask.uid,
    clause: ask.clause,
    text: ask.text,
    state,
    says,
    broken,
    answers,
  });
  const live = answers.filter(({ chain }) => chain.life === 'live');
  // Beside a document of the kind that is wanted, another one's chain says nothing: a glossary that names the clause is no audit.
  const those = live.filter(isWanted);
  // Where a document is asked for and there is none of the kind, a sentence in another one is no more than a mention.
  const isMention = ({ basis }: TracedAnswer): boolean => wantsDocument && those.length === 0 && basis === 'prose';
  const deep = (those.length > 0 ? those : live).find((answer) => answer.chain.whole && !isMention(answer));
  if (deep !== undefined) return stands('deep', `${deep.title} answers it, and its chain is whole.`);
  const [best] = live;
  if (best !== undefined) {
    const [broken = null] = brokenLinks(best.chain);
    if (isMention(best))
      return stands(
        'shallow',
        `${best.title} mentions it, but no document of the kind that it asks for is here.`,
        broken,
      );
    return stands('shallow', `${best.title} answers it, but ${broken?.says ?? 'its chain is not whole'}.`, broken);
  }
  const [draft] = answers;
  if (draft !== undefined) return stands('draft', `Only ${draft.title} claims it, which is not in force.`);
  if (accepted.has(ask.clause))
    return stands('accepted', 'Nothing answers it, and the gap is accepted in the configuration.');
  return wantsDocument
    ? stands('gap', 'The clause asks for it in documented form, and no document here answers it.')
    : stands('not-checkable', 'The clause asks for no document of its own: ask, watch and look at records elsewhere.');
}
