/** The dashboard as a page: how the requirements stand, where the gaps are, what falls due, and what has been accepted. */
import { clause, parents } from '../model/catalogue.ts';
import type { Severity } from '../model/configuration.ts';
import type { AcceptedFinding, Finding, Place } from '../workspace/finding.ts';
import { countStates, TRACE_STATES, TRACE_WORDS, type TracedClause } from '../workspace/trace.ts';
import type { TraceReport } from '../workspace/trace-report.ts';
import { anchor, clauseAnchor, html, htmlPage, type PageContext } from './html.ts';

/** A date that comes up, in words. */
export interface DashboardDate extends Place {
  readonly day: string;
  readonly what: string;
  readonly of: string;
  readonly overdue: boolean;
}

export interface DashboardContent {
  readonly report: TraceReport;
  readonly documents: number;
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly dates: readonly DashboardDate[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];
const MOST_ROWS = 30;

/** The page; in: what there is to show, and how it reaches places. */
export function dashboardPage(content: DashboardContent, context: PageContext): string {
  const { report } = content;
  const body = [
    tiles(content),
    states(report),
    chapters(report, context),
    gaps(content.findings, context),
    dates(content.dates, context),
    accepted(content.accepted, context),
  ]
    .filter((part) => part !== '')
    .join('\n');
  return htmlPage(
    'Service management system',
    `ISO/IEC 20000-1:${report.edition} · as of ${report.asOf}`,
    body,
    context,
  );
}

function tiles({ report, documents, findings }: DashboardContent): string {
  const answered = report.counts.deep + report.counts.shallow;
  const checkable =
    Object.values(report.counts).reduce((sum, count) => sum + count, 0) - report.counts['not-checkable'];
  const share = checkable === 0 ? 0 : Math.round((answered / checkable) * 100);
  const tile = (value: string, words: string): string => `<li><strong>${html(value)}</strong>${html(words)}</li>`;
  return `<ul class="tiles">${[
    tile(`${share} %`, 'of checkable requirements answered'),
    tile(String(report.counts.deep), 'with a whole chain'),
    ...SEVERITIES.map((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return tile(
        String(count),
        severity === 'information' ? 'for information' : count === 1 ? severity : `${severity}s`,
      );
    }),
    tile(String(report.processes.length), report.processes.length === 1 ? 'process' : 'processes'),
    tile(String(documents), documents === 1 ? 'document' : 'documents'),
  ].join('')}</ul>`;
}

function states({ counts }: TraceReport): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return '';
  let x = 0;
  const bars = TRACE_STATES.flatMap((state) => {
    const width = (counts[state] / all) * 1000;
    if (width === 0) return [];
    const bar = `<rect class="${state}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="10"/>`;
    x += width;
    return [bar];
  });
  const rows = TRACE_STATES.map(
    (state) =>
      `<tr><th scope="row"><span class="state ${state}">${TRACE_WORDS[state]}</span></th><td class="number">${counts[state]}</td></tr>`,
  );
  return `<h2>Requirements</h2>
<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>
<table class="short"><caption>How the ${all} requirements stand</caption><thead><tr><th scope="col">State</th><th scope="col" class="number">Requirements</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function chapters(report: TraceReport, context: PageContext): string {
  const groups = new Map<string, TracedClause[]>();
  for (const each of report.clauses) {
    const above = parents(report.edition, each.number);
    const group = above.at(-2)?.number ?? above.at(-1)?.number ?? each.number;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const rows = [...groups].map(([number, clauses]) => {
    const counts = countStates(clauses);
    const title = clause(report.edition, number)?.title ?? '';
    return `<tr><th scope="row">${clauseAnchor(`${number} ${title}`, report.edition, number, context)}</th>${TRACE_STATES.map((state) => `<td class="number">${counts[state] === 0 ? '' : counts[state]}</td>`).join('')}</tr>`;
  });
  return `<h2>By clause</h2><div class="scroll"><table><caption>Requirements of each clause by state</caption><thead><tr><th scope="col">Clause</th>${TRACE_STATES.map((state) => `<th scope="col" class="number">${TRACE_WORDS[state]}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function gaps(findings: readonly Finding[], context: PageContext): string {
  if (findings.length === 0) return '<h2>Gaps</h2><p class="empty">No gaps were found.</p>';
  const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
  const sorted = [...findings].sort(
    (a, b) => rank(a.severity) - rank(b.severity) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
  const rows = sorted
    .slice(0, MOST_ROWS)
    .map(
      (finding) =>
        `<tr><td><span class="state ${finding.severity}">${finding.severity}</span></td><td>${anchor(finding.message, finding, context)}</td><td>${html(finding.path)}</td><td>${html(finding.clauses.join(', '))}</td></tr>`,
    );
  const more = sorted.length > MOST_ROWS ? ` The first ${MOST_ROWS} of ${sorted.length}.` : '';
  return `<h2>Gaps</h2><div class="scroll"><table><caption>Possible nonconformities, gravest first.${more}</caption><thead><tr><th scope="col">Severity</th><th scope="col">What</th><th scope="col">Document</th><th scope="col">Clauses</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function dates(all: readonly DashboardDate[], context: PageContext): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(0, MOST_ROWS)
    .map(
      (each) =>
        `<tr><td>${each.overdue ? '<span class="state warning">overdue</span>' : ''}</td><td>${html(each.day)}</td><td>${html(each.what)}</td><td>${anchor(each.of, each, context)}</td></tr>`,
    );
  return `<h2>Dates</h2><div class="scroll"><table><caption>Overdue, and due within 90 days</caption><thead><tr><th scope="col">State</th><th scope="col">Day</th><th scope="col">What</th><th scope="col">Of</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function accepted(all: readonly AcceptedFinding[], context: PageContext): string {
  if (all.length === 0) return '';
  const rows = all.map(
    ({ finding, reason, owner, until, by }) =>
      `<tr><td>${anchor(finding.message, finding, context)}</td><td>${html(reason ?? (by === 'baseline' ? 'was there before (baseline)' : ''))}</td><td>${html(owner ?? '')}</td><td>${html(until ?? '')}</td></tr>`,
  );
  return `<h2>Accepted gaps</h2><div class="scroll"><table><caption>Known, and lived with for a reason</caption><thead><tr><th scope="col">Gap</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Until</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
