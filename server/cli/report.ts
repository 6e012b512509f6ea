/** `clausewright report`: the gap summary of a folder, by clause and by process, as text, Markdown or JSON. */
import { dashboardContent } from '../report/dashboard-content.ts';
import { dashboardPage } from '../report/dashboard-page.ts';
import { fileLinks } from '../report/file-links.ts';
import { type GapReport, gapReport } from '../report/gap-report.ts';
import { gapMarkdown, gapText } from '../report/gap-text.ts';
import { RULES } from '../rules/rules.generated.ts';
import { checkUnits } from '../rules/run.ts';
import { NO_LINES, type Range, rangeOf } from '../syntax/lines.ts';
import type { Place } from '../workspace/finding.ts';
import { finished } from '../workspace/steps.ts';
import { acceptedClauses, wholeReport } from '../workspace/trace-report.ts';
import { createView } from '../workspace/view.ts';
import type { Request } from './arguments.ts';
import { loadFolder, type Terminal } from './load.ts';

/** Prints the report; out: the exit code. Gaps are no failure here: `check` decides on those. */
export async function report(request: Request, terminal: Terminal): Promise<number> {
  const loaded = await loadFolder(request, terminal);
  if ('problem' in loaded) {
    terminal.err(`${loaded.problem}\n`);
    return 2;
  }
  const { folder, units } = loaded;
  const { workspace } = folder;
  let failed = false;
  terminal.progress?.('Checking');
  checkUnits(workspace, units, RULES, (rule, where, error) => {
    failed = true;
    terminal.err(`The rule ${rule} failed on ${where || 'the workspace'} and was skipped: ${String(error)}\n`);
  });
  const made = gapReport(workspace, createView(workspace, new Set()));
  terminal.progress?.('');
  const range = ({ path, span }: Place): Range => rangeOf(folder.lines(path) ?? NO_LINES, span);
  const line = (place: Place): number => range(place).start.line + 1;
  if (request.format === 'html') {
    const trace = wholeReport(createView(workspace, new Set()), acceptedClauses(workspace));
    terminal.out(dashboardPage({ report: trace, ...finished(dashboardContent(workspace)) }, fileLinks(line)));
  } else if (request.format === 'json')
    terminal.out(`${JSON.stringify(described(made, range, terminal.version), null, 2)}\n`);
  else terminal.out(request.format === 'markdown' ? gapMarkdown(made, line) : gapText(made, line));
  return failed ? 3 : 0;
}

function described(made: GapReport, range: (place: Place) => Range, version: string): unknown {
  const placed = <T extends Place>({ span, ...rest }: T): unknown => ({
    ...rest,
    range: range({ path: rest.path, span }),
  });
  return {
    version: 1,
    tool: { name: 'clausewright', version },
    ...made,
    clauses: made.clauses.map((each) => ({ ...each, gaps: each.gaps.map(placed) })),
    processes: made.processes.map((each) => ({ ...each, gaps: each.gaps.map(placed) })),
    elsewhere: made.elsewhere.map(placed),
    accepted: made.accepted.map(placed),
  };
}
