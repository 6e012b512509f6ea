/** `clausewright trace`: from each requirement to the documents, roles, people and records that answer it. */
import { fileLinks } from '../report/file-links.ts';
import { matrixPage } from '../report/matrix-page.ts';
import { traceCsv } from '../report/trace-csv.ts';
import { NO_LINES, type Range, rangeOf } from '../syntax/lines.ts';
import type { Chain, ChainLink } from '../workspace/chain.ts';
import type { Place } from '../workspace/finding.ts';
import { TRACE_STATES, TRACE_WORDS, type TracedClause } from '../workspace/trace.ts';
import { acceptedClauses, type TraceReport, wholeReport } from '../workspace/trace-report.ts';
import { createView } from '../workspace/view.ts';
import type { Request } from './arguments.ts';
import { type Loaded, loadFolder, type Terminal } from './load.ts';

/** Prints the trace; out: the exit code. Gaps are no failure here: `check` decides on those. */
export async function trace(request: Request, terminal: Terminal): Promise<number> {
  const loaded = await loadFolder(request, terminal);
  if ('problem' in loaded) {
    terminal.err(`${loaded.problem}\n`);
    return 2;
  }
  terminal.progress?.('Following the trace');
  const { workspace } = loaded.folder;
  const report = wholeReport(createView(workspace, new Set()), acceptedClauses(workspace));
  terminal.progress?.('');
  if (request.format === 'json')
    terminal.out(`${JSON.stringify(described(report, loaded, terminal.version), null, 2)}\n`);
  else if (request.format === 'csv') terminal.out(traceCsv(report));
  else if (request.format === 'html')
    terminal.out(
      matrixPage(
        report,
        fileLinks((place) => rangeOf(loaded.folder.lines(place.path) ?? NO_LINES, place.span).start.line + 1),
      ),
    );
  else terminal.out(text(report));
  return 0;
}

function described(report: TraceReport, { folder }: Loaded, version: string): unknown {
  const rangeOfPlace = ({ path, span }: Place): Range => rangeOf(folder.lines(path) ?? NO_LINES, span);
  const placed = <T extends Place>({ span, ...rest }: T): unknown => ({
    ...rest,
    range: rangeOfPlace({ path: rest.path, span }),
  });
  const links = (all: readonly ChainLink[]): unknown =>
    all.map(({ items, ...rest }) => ({ ...rest, items: items.map(placed) }));
  return {
    version: 1,
    tool: { name: 'clausewright', version },
    asOf: report.asOf,
    edition: report.edition,
    counts: report.counts,
    clauses: report.clauses.map(({ number, title, requirements }) => ({
      number,
      title,
      requirements: requirements.map(({ uid, text, state, says, broken, answers }) => ({
        uid,
        text,
        state,
        says,
        broken: broken?.name ?? null,
        answers: answers.map(({ path, title: name, basis, explicit, place, chain }) => ({
          path,
          title: name,
          basis,
          explicit,
          range: rangeOfPlace(place),
          life: chain.life,
          whole: chain.whole,
        })),
      })),
    })),
    // A document answers many requirements; the chain behind it is told once.
    documents: chainsIn(report).map((chain) => ({ ...chain, links: links(chain.links) })),
    processes: report.processes.map(({ name, path, clauses }) => ({ name, path, clauses })),
    roles: report.roles.map(({ name, place, holders, owns, acts }) => ({
      name,
      path: place.path,
      range: rangeOfPlace(place),
      holders: holders.map(placed),
      owns: owns.map(placed),
      acts: acts.map(placed),
    })),
  };
}

/** The chain of every document that answers something or describes a process, in path order. */
function chainsIn(report: TraceReport): readonly Chain[] {
  const chains = new Map<string, Chain>();
  for (const { requirements } of report.clauses)
    for (const { answers } of requirements) for (const { path, chain } of answers) chains.set(path, chain);
  for (const { path, chain } of report.processes) chains.set(path, chain);
  return [...chains.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function text(report: TraceReport): string {
  const lines = report.clauses.map((clause) => clauseLines(clause).join('\n'));
  const all = TRACE_STATES.map((state) => `${report.counts[state]} ${TRACE_WORDS[state]}`).join(', ');
  return `${lines.join('\n')}\n\nISO/IEC 20000-1:${report.edition}, as of ${report.asOf}: ${all}.\n`;
}

function clauseLines({ number, title, requirements }: TracedClause): readonly string[] {
  const counted = TRACE_STATES.flatMap((state) => {
    const count = requirements.filter((each) => each.state === state).length;
    return count === 0 ? [] : [`${count} ${TRACE_WORDS[state]}`];
  });
  const documents = [...new Set(requirements.flatMap(({ answers }) => answers.slice(0, 1).map(({ path }) => path)))];
  const troubles = [
    ...new Set(
      requirements
        .filter(({ state }) => state === 'gap' || state === 'shallow' || state === 'draft')
        .map(({ says }) => says),
    ),
  ];
  return [
    `${number.padEnd(8)} ${title}: ${counted.join(', ')}`,
    ...documents.map((path) => `           ${path}`),
    ...troubles.map((says) => `         ! ${says}`),
  ];
}
