/** The gap summary: each clause and each process with its gaps, what answers it, and what no document can show. */
import { type Clause, clauses, type Edition, requirement } from '../model/catalogue.ts';
import type { Severity } from '../model/configuration.ts';
import { RULES } from '../rules/rules.generated.ts';
import type { AcceptedFinding, Finding, Place } from '../workspace/finding.ts';
import { calledProcess, processName } from '../workspace/keys.ts';
import { type TracedClause, type TracedRequirement, trace } from '../workspace/trace.ts';
import type { View } from '../workspace/view.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How a clause or process stands: something is open; it is answered; or documents cannot show it, such as leadership. */
export type GapState = 'gap' | 'answered' | 'not-checkable';

/** The rules that say that something stands nowhere. */
const ABSENCE: ReadonlySet<string> = new Set(RULES.filter(({ absence }) => absence === true).map(({ id }) => id));

export const GAP_WORDS: Readonly<Record<GapState, string>> = {
  gap: 'gap',
  answered: 'answered',
  'not-checkable': 'not checkable from documents',
};

export interface Gap extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A gap that is lived with, as the auditor asks for it. */
export interface AcceptedGap extends Gap {
  readonly clauses: readonly string[];
  readonly by: 'comment' | 'configuration';
  readonly reason: string | null;
  readonly owner: string | null;
  readonly until: string | null;
}

export interface ClauseGaps {
  readonly number: string;
  readonly title: string;
  readonly state: GapState;
  /** Its requirements: how many documents answer, how many nothing answers, how many no document can show. */
  readonly requirements: Readonly<Record<GapState, number>>;
  readonly gaps: readonly Gap[];
  readonly accepted: number;
  /** Documents that answer it, in path order. */
  readonly answers: readonly string[];
}

export interface ProcessGaps {
  readonly name: string;
  readonly path: string;
  readonly state: 'gap' | 'answered';
  /** Gaps in its description, in its procedures, and elsewhere where they point at it. */
  readonly gaps: readonly Gap[];
  readonly accepted: number;
}

export interface GapReport {
  readonly edition: Edition;
  readonly asOf: string;
  readonly documents: number;
  readonly counts: {
    readonly clauses: Readonly<Record<GapState, number>>;
    readonly processes: Readonly<Record<'gap' | 'answered', number>>;
    readonly gaps: Readonly<Record<Severity, number>>;
    readonly accepted: number;
  };
  readonly clauses: readonly ClauseGaps[];
  readonly processes: readonly ProcessGaps[];
  /** Gaps that lean on no clause, such as a broken configuration. */
  readonly elsewhere: readonly Gap[];
  readonly accepted: readonly AcceptedGap[];
}

/**
 * Puts the report together from what was found.
 * In: the workspace, checked, and a view of it. Out: the report. What is in the baseline counts as open, since nobody accepted
 * it; what is accepted is listed with its reason. Guidance (information) is a gap in no count of clauses.
 */
export function gapReport(workspace: Workspace, view: View): GapReport {
  const { open, accepted } = standing(workspace);
  const traced = new Map<string, TracedClause>();
  for (const each of trace(view)) traced.set(each.number, each);
  const perClause = clauses(view.edition)
    .map((clause) => clauseGaps(clause, traced.get(clause.number) ?? null, open, accepted))
    .filter((each) => each !== null);
  const processes = view.documents('process-description').map((facts): ProcessGaps => {
    const own = new Set([
      facts.path,
      ...view.documentsAbout('procedure', 'process', calledProcess(facts)).map(({ path }) => path),
    ]);
    const concerns = ({ path, related }: Finding): boolean =>
      own.has(path) || related.some((each) => each.path === facts.path);
    const gaps = open.filter(concerns);
    return {
      name: processName(facts) ?? facts.path,
      path: facts.path,
      state: gaps.some(isGap) ? 'gap' : 'answered',
      gaps: gaps.map(gapOf),
      accepted: accepted.filter(({ finding }) => concerns(finding)).length,
    };
  });
  const count = <Key extends string>(keys: readonly Key[], all: readonly Key[]): Record<Key, number> => {
    const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
    for (const each of all) counts[each] += 1;
    return counts;
  };
  return {
    edition: view.edition,
    asOf: view.asOf,
    documents: workspace.size(),
    counts: {
      clauses: count(
        ['gap', 'answered', 'not-checkable'],
        perClause.map(({ state }) => state),
      ),
      processes: count(
        ['gap', 'answered'],
        processes.map(({ state }) => state),
      ),
      gaps: count(
        ['error', 'warning', 'information'],
        open.map(({ severity }) => severity),
      ),
      accepted: accepted.length,
    },
    clauses: perClause,
    processes,
    elsewhere: open.filter((finding) => finding.clauses.length === 0).map(gapOf),
    accepted: accepted.map(({ finding, by, reason, owner, until }) => ({
      ...gapOf(finding),
      clauses: finding.clauses,
      by: by === 'comment' ? 'comment' : 'configuration',
      reason,
      owner,
      until,
    })),
  };
}

/** All findings in order of place: those that are open or only known from before, and those that are accepted. */
function standing(workspace: Workspace): {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
} {
  const paths = [...new Set([...workspace.pathsWithFindings(), ...workspace.settledPaths()])].sort();
  const lived = paths.flatMap((path) => workspace.accepted(path));
  const known = new Map<string, Finding[]>();
  for (const { by, finding } of lived)
    if (by === 'baseline') known.set(finding.path, [...(known.get(finding.path) ?? []), finding]);
  return {
    open: paths.flatMap((path) =>
      [...workspace.findings(path), ...(known.get(path) ?? [])].sort((a, b) => a.span.start - b.span.start),
    ),
    accepted: lived.filter(({ by }) => by !== 'baseline'),
  };
}

const isGap = ({ severity }: { readonly severity: Severity }): boolean => severity !== 'information';
const gapOf = ({ rule, severity, path, span, message }: Finding): Gap => ({ rule, severity, path, span, message });

/** One clause; null for a heading that asks for nothing and of which nothing was found. */
function clauseGaps(
  { number, title }: Clause,
  traced: TracedClause | null,
  open: readonly Finding[],
  accepted: readonly AcceptedFinding[],
): ClauseGaps | null {
  const own = open.filter((finding) => finding.clauses.includes(number));
  const lived = accepted.filter(({ finding }) => finding.clauses.includes(number)).length;
  if (traced === null && own.length === 0 && lived === 0) return null;
  const requirements = { gap: 0, answered: 0, 'not-checkable': 0 };
  const answers = new Set<string>();
  for (const each of traced?.requirements ?? []) {
    requirements[stateOf(each)] += 1;
    for (const { path } of each.answers) answers.add(path);
  }
  const { gap, answered } = requirements;
  const nothingAsked = traced === null;
  // What no document can show stays so: that something stands nowhere is then no gap, and it is not answered either. What a
  // document does say, such as a process without an owner, is one all the same.
  const beyond = gap === 0 && answered === 0 && !nothingAsked;
  const seen = own.filter((finding) => isGap(finding) && !(beyond && ABSENCE.has(finding.rule)));
  const state = seen.length > 0 || gap > 0 ? 'gap' : beyond ? 'not-checkable' : 'answered';
  return { number, title, state, requirements, gaps: own.map(gapOf), accepted: lived, answers: [...answers].sort() };
}

/** A draft claims to answer, and is not in force: nothing answers yet. What somebody does in person, no document can show missing. */
function stateOf({ state, uid }: TracedRequirement): GapState {
  if (state === 'not-checkable') return 'not-checkable';
  if (state !== 'gap' && state !== 'draft') return 'answered';
  return requirement(uid)?.kind === 'role' ? 'not-checkable' : 'gap';
}
