/** What the dashboard shows beside the trace: findings, accepted gaps, and the dates that come up. */
import { datesIn, type Upcoming } from '../features/upcoming.ts';
import { addDays, compareDays } from '../model/vocabulary/dates.ts';
import type { Finding } from '../workspace/finding.ts';
import type { Steps } from '../workspace/steps.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DashboardContent } from './dashboard-page.ts';

/** How far ahead dates are shown, in days. */
const HORIZON = 90;

/** The content without its trace, in small steps; in: the workspace, checked. */
export function* dashboardContent(workspace: Workspace): Steps<Omit<DashboardContent, 'report'>> {
  const horizon = addDays(workspace.asOf, HORIZON);
  const findings: Finding[] = [];
  for (const path of [...workspace.pathsWithFindings()].sort()) {
    findings.push(...workspace.findings(path));
    yield;
  }
  const dates: Upcoming[] = [];
  for (const path of workspace.paths()) {
    const facts = workspace.facts(path);
    for (const date of facts === null ? [] : datesIn(facts, workspace.asOf))
      if (compareDays(date.day, horizon) <= 0) dates.push(date);
    yield;
  }
  return {
    documents: workspace.size(),
    findings,
    accepted: [...workspace.settledPaths()].sort().flatMap((path) => workspace.accepted(path)),
    dates: dates.sort(
      (a, b) =>
        compareDays(a.day, b.day) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.span.start - b.span.start,
    ),
  };
}
