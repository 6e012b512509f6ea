/** The gap summary in words: plain text for a terminal, and Markdown for a pull request or a management review. */
import type { Severity } from '../model/configuration.ts';
import type { Place } from '../workspace/finding.ts';
import { GAP_WORDS, type Gap, type GapReport } from './gap-report.ts';

/** Gives the line of a place, counted from 1. */
export type LineOf = (place: Place) => number;

const plural = (count: number, word: string, many = `${word}s`): string => `${count} ${count === 1 ? word : many}`;

/** The summary for a terminal; in: the report, and who knows lines. */
export function gapText(report: GapReport, lineOf: LineOf): string {
  const { counts } = report;
  const lines = [
    `ISO/IEC 20000-1:${report.edition}, as of ${report.asOf}, ${plural(report.documents, 'document')}`,
    headline(report),
    '',
    'Clauses',
    ...report.clauses.flatMap((clause) => [
      `  ${clause.number.padEnd(9)} ${GAP_WORDS[clause.state].padEnd(29)}${clause.title}${counted(clause.gaps, clause.accepted)}`,
      ...(clause.state === 'gap' && clause.gaps.length === 0
        ? [`            ${plural(clause.requirements.gap, 'requirement')} that no document answers`]
        : []),
      ...clause.gaps.map((gap) => `            ${where(gap, lineOf)}  ${gap.severity}  ${gap.rule}`),
    ]),
    '',
    `Processes (${counts.processes.gap} with gaps, ${counts.processes.answered} without)`,
    ...report.processes.flatMap((process) => [
      `  ${GAP_WORDS[process.state].padEnd(10)}${process.name}${counted(process.gaps, process.accepted)}`,
      ...process.gaps.map((gap) => `            ${where(gap, lineOf)}  ${gap.severity}  ${gap.rule}`),
    ]),
  ];
  if (report.elsewhere.length > 0)
    lines.push('', 'Beside the clauses', ...report.elsewhere.map((gap) => `  ${where(gap, lineOf)}  ${gap.rule}`));
  if (report.accepted.length > 0)
    lines.push(
      '',
      'Accepted',
      ...report.accepted.map(
        (gap) =>
          `  ${where(gap, lineOf)}  ${gap.rule}: ${gap.reason ?? ''}${gap.owner === null ? '' : ` (${gap.owner})`}${gap.until === null ? '' : `, until ${gap.until}`}`,
      ),
    );
  return `${lines.join('\n')}\n`;
}

/** The summary in Markdown, every figure with links to its lines; in: the report, and who knows lines. */
export function gapMarkdown(report: GapReport, lineOf: LineOf): string {
  const link = (gap: Gap): string => `[${cell(where(gap, lineOf))}](${encodeURI(gap.path)}#L${lineOf(gap)})`;
  const lines = [
    `# Gaps against ISO/IEC 20000-1:${report.edition}`,
    '',
    `As of ${report.asOf}, from ${plural(report.documents, 'document')}. ${headline(report)} A gap is a possible nonconformity: whether it is one, the auditor decides.`,
    '',
    '## Clauses',
    '',
    '| Clause | State | Errors | Warnings | Information | Accepted | Places |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...report.clauses.map(
      ({ number, title, state, requirements, gaps, accepted }) =>
        `| ${number} ${cell(title)} | ${GAP_WORDS[state]} | ${figures(gaps)} | ${accepted} | ${gaps.length === 0 && requirements.gap > 0 ? `${plural(requirements.gap, 'requirement')} that no document answers` : gaps.map(link).join(', ')} |`,
    ),
    '',
    '## Processes',
    '',
    '| Process | State | Errors | Warnings | Information | Accepted | Places |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...report.processes.map(
      ({ name, path, state, gaps, accepted }) =>
        `| [${cell(name)}](${encodeURI(path)}) | ${GAP_WORDS[state]} | ${figures(gaps)} | ${accepted} | ${gaps.map(link).join(', ')} |`,
    ),
    '',
  ];
  if (report.elsewhere.length > 0)
    lines.push('## Beside the clauses', '', ...report.elsewhere.map((gap) => `- ${link(gap)}: ${gap.message}`), '');
  if (report.accepted.length > 0)
    lines.push(
      '## Accepted gaps',
      '',
      '| Gap | Rule | Reason | Owner | Until |',
      '| --- | --- | --- | --- | --- |',
      ...report.accepted.map(
        (gap) =>
          `| ${link(gap)} | ${gap.rule} | ${cell(gap.reason ?? '')} | ${cell(gap.owner ?? '')} | ${gap.until ?? 'without end'} |`,
      ),
      '',
    );
  return lines.join('\n');
}

function headline({ counts }: GapReport): string {
  const { clauses, gaps } = counts;
  return `Clauses: ${clauses.gap} with gaps, ${clauses.answered} answered, ${clauses['not-checkable']} not checkable from documents. Findings: ${plural(gaps.error, 'error')}, ${plural(gaps.warning, 'warning')}, ${gaps.information} for information; ${counts.accepted} accepted.`;
}

function counted(gaps: readonly Gap[], accepted: number): string {
  const parts = [
    ...(gaps.length > 0 ? [plural(gaps.length, 'finding')] : []),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];
const figures = (gaps: readonly Gap[]): string =>
  SEVERITIES.map((severity) => gaps.filter((gap) => gap.severity === severity).length).join(' | ');
const where = (gap: Gap, lineOf: LineOf): string => `${gap.path}:${lineOf(gap)}`;
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|[\]]/g, '\\$&');
