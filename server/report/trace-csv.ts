/** The traceability matrix as comma-separated values: one row a requirement and document, for a spreadsheet. */
import type { ChainLink, LinkName } from '../workspace/chain.ts';
import { LINKS } from '../workspace/chain.ts';
import type { TraceReport } from '../workspace/trace-report.ts';

const HEADER = ['requirement', 'clause', 'title', 'text', 'state', 'why', 'document', 'basis', ...LINKS];

/** The matrix; in: the report. Out: RFC 4180, with a header row; a cell says what stands there, or what is missing. */
export function traceCsv(report: TraceReport): string {
  const rows: (readonly string[])[] = [HEADER];
  for (const { number, title, requirements } of report.clauses)
    for (const { uid, text, state, says, answers } of requirements) {
      const head = [uid, number, title, text, state, says];
      if (answers.length === 0) rows.push([...head, '', '', ...LINKS.map(() => '')]);
      for (const answer of answers)
        rows.push([...head, answer.path, answer.basis, ...LINKS.map((name) => cellOf(answer.chain.links, name))]);
    }
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cellOf(links: readonly ChainLink[], name: LinkName): string {
  const link = links.find((each) => each.name === name);
  if (link === undefined || link.state === 'not-asked') return '';
  return link.state === 'broken' ? `missing: ${link.says}` : link.items.map(({ text }) => text).join('; ');
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe, so that opening the file runs nothing. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
