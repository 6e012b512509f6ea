/** `clausewright check`: the findings of a folder as text or JSON, and the exit code that they deserve. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Severity } from '../model/configuration.ts';
import { baselineText } from '../rules/baseline.ts';
import { RULES } from '../rules/rules.generated.ts';
import { checkUnits } from '../rules/run.ts';
import { NO_LINES, type Range, rangeOf } from '../syntax/lines.ts';
import type { Finding, Place } from '../workspace/finding.ts';
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
  checkUnits(folder.workspace, announced(units, terminal), RULES, (rule, where, error) => {
    failed = true;
    terminal.err(
      `The rule ${rule} failed on ${where === '' ? 'the workspace' : where} and was skipped: ${String(error)}\n`,
    );
  });
  terminal.progress?.('');
  const standing = findingsOf(loaded);
  if (request.writeBaseline !== null) {
    const problem = await writeBaseline(request.writeBaseline, standing, terminal);
    if (problem !== null) {
      terminal.err(`${problem}\n`);
      return 2;
    }
  }
  const findings = request.writeBaseline === null ? standing : [];
  if (request.format === 'json')
    terminal.out(`${JSON.stringify(report(loaded, findings, terminal.version), null, 2)}\n`);
  else terminal.out(text(loaded, findings, request, livedWith(loaded, request, standing.length)));
  if (failed) return 3;
  if (folder.workspace.configuration.problems.some((problem) => problem.rule === 'config.invalid')) return 2;
  return findings.some((finding) => RANK[finding.severity] <= RANK[request.failOn]) ? 1 : 0;
}

/** Writes the baseline down; out: what kept it from being written, or null. */
async function writeBaseline(
  named: string,
  findings: readonly Finding[],
  { here, err }: Terminal,
): Promise<string | null> {
  try {
    await writeFile(resolve(here, named), baselineText(findings));
  } catch (error) {
    return `The baseline "${named}" cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
  err(`${plural(findings.length, 'finding')} written to ${named}.\n`);
  return null;
}

/** How many findings of the files that were asked for are lived with, and how many were there before. */
function livedWith(
  { folder, wanted }: Loaded,
  request: Request,
  standing: number,
): { accepted: number; known: number } {
  const { workspace } = folder;
  let [accepted, known] = [0, request.writeBaseline === null ? 0 : standing];
  for (const path of workspace.settledPaths()) {
    if (!wanted(path) && path !== workspace.configuration.path) continue;
    for (const { by } of workspace.accepted(path)) {
      if (by === 'baseline') known += 1;
      else accepted += 1;
    }
  }
  return { accepted, known };
}

/** The units one after the other, with a word on the terminal now and then. */
function* announced(units: ReadonlySet<string>, { progress }: Terminal): Iterable<string> {
  let done = 0;
  for (const unit of units) {
    yield unit;
    done += 1;
    if (done % 64 === 0) progress?.(`Checking ${done} of ${units.size}`);
  }
}

/** The findings of the files that were asked for; those about the workspace as a whole always count. */
function findingsOf({ folder, wanted }: Loaded): readonly Finding[] {
  const { workspace } = folder;
  return [...workspace.pathsWithFindings()]
    .flatMap((path) => (wanted(path) || path === workspace.configuration.path ? workspace.findings(path) : []))
    .sort(byPlace);
}

const rangeIn = ({ folder }: Loaded, { path, span }: Place): Range => rangeOf(folder.lines(path) ?? NO_LINES, span);

function report(loaded: Loaded, findings: readonly Finding[], version: string): unknown {
  const { folder, wanted } = loaded;
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
      range: rangeIn(loaded, finding),
      message: finding.message,
      clauses: finding.clauses,
      related: finding.related.map((related) => ({
        path: related.path,
        range: rangeIn(loaded, related),
        message: related.message,
      })),
      fixes: finding.fixes.map((fix) => fix.title),
      fingerprint: finding.fingerprint,
    })),
  };
}

/** Text for people: information only where it was asked for. */
function text(
  loaded: Loaded,
  findings: readonly Finding[],
  request: Request,
  { accepted, known }: { readonly accepted: number; readonly known: number },
): string {
  const { folder, wanted } = loaded;
  const { workspace } = folder;
  const loud = request.failOn === 'information' || workspace.configuration.preset === 'strict';
  const shown = findings.filter((finding) => loud || finding.severity !== 'information');
  const parts: string[] = [];
  let path: string | null = null;
  for (const finding of shown) {
    if (finding.path !== path) parts.push(`${path === null ? '' : '\n'}${finding.path}\n`);
    path = finding.path;
    const { start } = rangeIn(loaded, finding);
    const clauses = finding.clauses.length === 0 ? '' : ` (${finding.clauses.join(', ')})`;
    parts.push(
      `  ${start.line + 1}:${start.character + 1}  ${finding.severity.padEnd(11)}  ${finding.message}  [${finding.rule}]${clauses}\n`,
    );
    for (const related of finding.related)
      parts.push(`      ${related.path}:${rangeIn(loaded, related).start.line + 1}  ${related.message}\n`);
  }
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const hidden = findings.length - shown.length;
  const documents = [...workspace.paths()].filter(wanted).length;
  parts.push(
    `${shown.length === 0 ? '' : '\n'}${plural(documents, 'document')}, ISO/IEC 20000-1:${workspace.configuration.edition}, as of ${workspace.asOf}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}${hidden > 0 ? `, ${count('information')} for information (shown with --fail-on information)` : loud ? `, ${count('information')} for information` : ''}${accepted > 0 ? `, ${accepted} accepted` : ''}${known > 0 ? `, ${known} in the baseline` : ''}.\n`,
  );
  return parts.join('');
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
