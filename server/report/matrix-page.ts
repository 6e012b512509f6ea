/** The traceability matrix as a page: requirement by requirement to documents, procedures, roles, people, measures and evidence. */
import { clause, parents } from '../model/catalogue.ts';
import { type ChainLink, LINKS } from '../workspace/chain.ts';
import { TRACE_WORDS, type TracedClause, type TracedRequirement } from '../workspace/trace.ts';
import type { TraceReport } from '../workspace/trace-report.ts';
import { anchor, clauseAnchor, html, htmlPage, type PageContext } from './html.ts';

const MOST = 3;
const HEADS: Readonly<Record<(typeof LINKS)[number], string>> = {
  procedure: 'Procedure',
  owner: 'Owner',
  role: 'Roles',
  holder: 'People',
  competence: 'Competence',
  measure: 'Measure',
  evidence: 'Evidence',
  review: 'Review',
};

/** The page; in: the report and how it reaches places. */
export function matrixPage(report: TraceReport, context: PageContext): string {
  const chapters = new Map<string, TracedClause[]>();
  for (const each of report.clauses) {
    const chapter = parents(report.edition, each.number).at(-1)?.number ?? each.number;
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), each]);
  }
  const body = [...chapters]
    .map(([number, clauses]) => {
      const all = clauses.flatMap(({ requirements }) => requirements);
      const open = all.some(({ state }) => state === 'gap' || state === 'shallow' || state === 'draft');
      const title = `${number} ${clause(report.edition, number)?.title ?? ''}`;
      return `<details${open ? ' open' : ''}><summary>${html(title)} · ${summary(all)}</summary>
<div class="scroll window" role="region" tabindex="0" aria-label="${html(title)}"><table class="matrix"><caption>${html(title)}: what answers each requirement</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col">State</th><th scope="col">Documents</th>${LINKS.map((name) => `<th scope="col">${HEADS[name]}</th>`).join('')}</tr></thead>
<tbody>
${clauses.flatMap((each) => each.requirements.map((requirement) => rowOf(requirement, each, context))).join('\n')}
</tbody></table></div></details>`;
    })
    .join('\n');
  const subtitle = `ISO/IEC 20000-1:${report.edition} · as of ${report.asOf}`;
  return htmlPage('Traceability matrix', subtitle, body, context);
}

function summary(requirements: readonly TracedRequirement[]): string {
  const good = requirements.filter(({ state }) => state === 'deep').length;
  const open = requirements.filter(({ state }) => state === 'gap').length;
  return `${good} of ${requirements.length} answered with a whole chain${open === 0 ? '' : `, ${open} ${open === 1 ? 'gap' : 'gaps'}`}`;
}

function rowOf(
  { text, state, says, answers }: TracedRequirement,
  { edition, number }: TracedClause,
  context: PageContext,
): string {
  const [best] = answers;
  const documents = answers
    .slice(0, MOST)
    .map(
      ({ title, place, explicit }) =>
        `${anchor(title, place, context)}${explicit ? '' : ' <span class="none">(inferred)</span>'}`,
    );
  const more = answers.length > MOST ? [`<span class="none">and ${answers.length - MOST} more</span>`] : [];
  const cells = LINKS.map(
    (name) =>
      `<td>${cellOf(
        best?.chain.links.find((each) => each.name === name),
        context,
      )}</td>`,
  );
  return `<tr><th scope="row">${clauseAnchor(number, edition, number, context)} ${html(text)}</th><td><span class="state ${state}" title="${html(says)}">${TRACE_WORDS[state]}</span></td><td>${[...documents, ...more].join('<br>') || '<span class="none">none</span>'}</td>${cells.join('')}</tr>`;
}

function cellOf(link: ChainLink | undefined, context: PageContext): string {
  if (link === undefined || link.state === 'not-asked') return '<span class="none" aria-label="not asked for">–</span>';
  if (link.state === 'broken')
    return `<span class="missing">${link.items[0] === undefined ? html(link.says) : anchor(link.says, link.items[0], context)}</span>`;
  const items = link.items.slice(0, MOST).map((item) => anchor(item.text, item, context));
  return [
    ...items,
    ...(link.items.length > MOST ? [`<span class="none">and ${link.items.length - MOST} more</span>`] : []),
  ].join('<br>');
}
