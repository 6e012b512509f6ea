/** `clausewright check`: the findings of a folder as text or JSON, and the exit code that they deserve. */
import type { Severity } from '../model/configuration.ts';
import { RULES } from '../rules/rules.generated.ts';
import { checkUnit } from '../rules/run.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';
import type { Finding } from '../workspace/finding.ts';
import { byPlace } from '../workspace/workspace.ts';
import type { Request } from './arguments.ts';
import { type Loaded, loadFolder, type Terminal } from './load.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/** Runs the check; out: the exit code. */
export async function check(request: Request, terminal: Terminal): Promise<number> {
  const loaded = await loadFolder(request, terminal);
  if ('problem' in loaded) {
    terminal.err(`${loaded.problem}\n`);
    return 2;
  }
  const { folder, units } = loaded;
  let failed = false;
  let done = 0;
  for (const unit of units) {
    checkUnit(folder.workspace, unit, RULES, (rule, where, error) => {
      failed = true;
      terminal.err(
        `The rule ${rule} failed on ${where === '' ? 'the workspace' : where} and was skipped: ${String(error)}\n`,
      );
    });
    done += 1;
    if (done % 64 === 0) terminal.progress?.(`Checking ${done} of ${units.size}`);
  }
  terminal.progress?.('');
  const findings = findingsOf(loaded);
  if (request.format === 'json')
    terminal.out(`${JSON.stringify(report(loaded, findings, terminal.version), null, 2)}\n`);
  else terminal.out(text(loaded, findings, request));
  if (failed) return 3;
  if (folder.workspace.configuration.problems.some((problem) => problem.rule === 'config.invalid')) return 2;
  return findings.some((finding) => RANK[finding.severity] <= RANK[request.failOn]) ? 1 : 0;
}

/** The findings of the files that were asked for; those about the workspace as a whole always count. */
function findingsOf({ folder, wanted }: Loaded): readonly Finding[] {
  const { workspace } = folder;
  return [...workspace.pathsWithFindings()]
    .flatMap((path) => (wanted(path) || path === workspace.configuration.path ? workspace.findings(path) : []))
    .sort(byPlace);
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A span as the contract wants it: lines and characters from 0, in UTF-16 units. */
export function rangeOf(lines: LineIndex | null, span: Span): Range {
  const zero = { line: 0, character: 0 };
  return lines === null
    ? { start: zero, end: zero }
    : { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

function report({ folder, wanted }: Loaded, findings: readonly Finding[], version: string): unknown {
  const { workspace } = folder;
  return {
    version: 1,
    tool: { name: 'clausewright', version },
    asOf: workspace.asOf,
    edition: workspace.configuration.edition,
    documents: [...workspace.paths()].filter(wanted).length,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      path: finding.path,
      range: rangeOf(folder.lines(finding.path), finding.span),
      message: finding.message,
      clauses: finding.clauses,
      related: finding.related.map((related) => ({
        path: related.path,
        range: rangeOf(folder.lines(related.path), related.span),
        message: related.message,
      })),
      fixes: finding.fixes.map((fix) => fix.title),
      fingerprint: finding.fingerprint,
    })),
  };
}

/** Text for people: information only where it was asked for. */
function text({ folder, wanted }: Loaded, findings: readonly Finding[], request: Request): string {
  const { workspace } = folder;
  const loud = request.failOn === 'information' || workspace.configuration.preset === 'strict';
  const shown = findings.filter((finding) => loud || finding.severity !== 'information');
  const parts: string[] = [];
  let path: string | null = null;
  for (const finding of shown) {
    if (finding.path !== path) parts.push(`${path === null ? '' : '\n'}${finding.path}\n`);
    path = finding.path;
    const { start } = rangeOf(folder.lines(finding.path), finding.span);
    const clauses = finding.clauses.length === 0 ? '' : ` (${finding.clauses.join(', ')})`;
    parts.push(
      `  ${start.line + 1}:${start.character + 1}  ${finding.severity.padEnd(11)}  ${finding.message}  [${finding.rule}]${clauses}\n`,
    );
    for (const related of finding.related)
      parts.push(
        `      ${related.path}:${rangeOf(folder.lines(related.path), related.span).start.line + 1}  ${related.message}\n`,
      );
  }
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const hidden = findings.length - shown.length;
  const documents = [...workspace.paths()].filter(wanted).length;
  parts.push(
    `${shown.length === 0 ? '' : '\n'}${documents} documents, ISO/IEC 20000-1:${workspace.configuration.edition}, as of ${workspace.asOf}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}${hidden > 0 ? `, ${count('information')} for information (shown with --fail-on information)` : loud ? `, ${count('information')} for information` : ''}.\n`,
  );
  return parts.join('');
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
