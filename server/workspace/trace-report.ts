/** The trace as a report: requirements, processes and roles with every figure at its place; what programs, pages and trees show. */
import type { Edition } from '../model/catalogue.ts';
import type { Facts } from '../reading/facts.ts';
import type { Chain, ChainItem } from './chain.ts';
import { processName } from './keys.ts';
import { rosterOf } from './people.ts';
import { isSetAside } from './set-aside.ts';
import { finished, type Steps } from './steps.ts';
import { chainsOf, countStates, type TraceCounts, type TracedClause, traceSteps } from './trace.ts';
import type { View } from './view.ts';
import type { Workspace } from './workspace.ts';

/** One process with the chain behind it and the clauses that it answers. */
export interface TracedProcess {
  readonly name: string;
  readonly path: string;
  readonly clauses: readonly string[];
  readonly chain: Chain;
}

/** One role with who holds it today and what it answers for. */
export interface TracedRole {
  readonly name: string;
  readonly place: ChainItem;
  readonly holders: readonly ChainItem[];
  readonly owns: readonly ChainItem[];
  readonly acts: readonly ChainItem[];
}

export interface TraceReport {
  readonly edition: Edition;
  readonly asOf: string;
  readonly counts: TraceCounts;
  readonly clauses: readonly TracedClause[];
  readonly processes: readonly TracedProcess[];
  readonly roles: readonly TracedRole[];
}

/**
 * Puts the report together in steps, so that the editor can let others in between.
 * In: the view, and the clauses whose gaps are accepted. Returns the report.
 */
export function* traceReport(view: View, accepted?: ReadonlySet<string>): Steps<TraceReport> {
  const chains = chainsOf(view);
  const clauses = yield* traceSteps(view, view.edition, accepted, undefined, chains);
  const answered = new Map<string, Set<string>>();
  for (const { number, requirements } of clauses)
    for (const { answers } of requirements)
      for (const { path, basis } of answers) {
        if (basis === 'kind') continue;
        const numbers = answered.get(path) ?? new Set();
        answered.set(path, numbers.add(number));
      }
  const processes: TracedProcess[] = [];
  for (const facts of view.documents('process-description')) {
    processes.push({
      name: processName(facts) ?? facts.path,
      path: facts.path,
      clauses: [...(answered.get(facts.path) ?? [])],
      chain: chains(facts, false),
    });
    yield;
  }
  const roles = yield* rolesOf(view);
  return { edition: view.edition, asOf: view.asOf, counts: countStates(clauses), clauses, processes, roles };
}

/** Runs a report to its end at once, for who has nobody to let in between. */
export function wholeReport(view: View, accepted?: ReadonlySet<string>): TraceReport {
  return finished(traceReport(view, accepted));
}

function* rolesOf(view: View): Steps<readonly TracedRole[]> {
  const roster = rosterOf(view);
  const roles: TracedRole[] = [];
  for (const name of roster.roles) {
    const [described] = view.roles(name);
    if (described === undefined) continue;
    const owns: ChainItem[] = [];
    const acts: ChainItem[] = [];
    for (const facts of view.naming(name)) {
      if (isSetAside(facts)) continue;
      for (const said of facts.names) {
        if (said.text.length !== name.length || said.text.toLowerCase() !== name.toLowerCase()) continue;
        const item = { text: titleOf(facts), path: facts.path, span: said.span };
        const list = said.place === 'owner' ? owns : acts;
        if (!list.some(({ path }) => path === facts.path)) list.push(item);
      }
    }
    roles.push({
      name,
      place: { text: name, path: described.facts.path, span: described.record.headSpan },
      holders: holdersOf(name, view),
      owns,
      acts,
    });
    yield;
  }
  return roles;
}

/** Who holds a role today, each once: a holder may be named by the role's description and by the register, too. */
function holdersOf(role: string, view: View): readonly ChainItem[] {
  const held = rosterOf(view).holders(role, view.asOf);
  const items = held.map(({ person, as, place }) => ({
    text: as === 'deputy' ? `${person.name} (deputy)` : person.name,
    ...place,
  }));
  return [...new Map(items.map((item) => [item.text, item] as const).toReversed()).values()].toReversed();
}

function titleOf(facts: Facts): string {
  return facts.title?.text ?? facts.path;
}

/** The clauses whose gaps the configuration accepts, for a reason and not past its date: entries on `trace.clause-uncovered`. */
export function acceptedClauses(workspace: Workspace): ReadonlySet<string> {
  const { accepted } = workspace.configuration;
  return new Set(
    accepted
      .filter(
        ({ rule, reason, until }) =>
          rule === 'trace.clause-uncovered' && reason !== null && (until === null || until >= workspace.asOf),
      )
      .flatMap(({ about }) => about),
  );
}
