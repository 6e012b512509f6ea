/** What the dashboard shows beside the trace: findings, accepted gaps, and the dates that come up. */
import { datesIn } from '../features/upcoming.ts';
import { addDays, compareDays } from '../model/vocabulary/dates.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DashboardContent } from './dashboard-page.ts';

/** How far ahead dates are shown, in days. */
const HORIZON = 90;

/** The content without its trace; in: the workspace, checked. */
export function dashboardContent(workspace: Workspace): Omit<DashboardContent, 'report'> {
  const paths = [...workspace.paths()];
  const horizon = addDays(workspace.asOf, HORIZON);
  return {
    documents: workspace.size(),
    findings: [...workspace.pathsWithFindings()].sort().flatMap((path) => workspace.findings(path)),
    accepted: [...workspace.settledPaths()].sort().flatMap((path) => workspace.accepted(path)),
    dates: paths
      .flatMap((path) => {
        const facts = workspace.facts(path);
        return facts === null ? [] : datesIn(facts, workspace.asOf);
      })
      .filter(({ day }) => compareDays(day, horizon) <= 0)
      .sort((a, b) => compareDays(a.day, b.day) || (a.path < b.path ? -1 : 1)),
  };
}
