/** The command line: one request in, its command run, an exit code out. */
import { clause, EDITIONS } from '../model/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import { RULES } from '../rules/rules.generated.ts';
import { severityIn } from '../rules/switches.ts';
import { again } from './again.ts';
import { helpText, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import { create } from './create.ts';
import { fix } from './fix.ts';
import { init } from './init.ts';
import { inspect } from './inspect.ts';
import type { Terminal } from './load.ts';
import { report } from './report.ts';
import { trace } from './trace.ts';

/**
 * Runs the program.
 * In: the words behind its name, and the terminal. Out: the exit code; 0 clean, 1 findings, 2 wrong usage or configuration,
 * 3 internal fault.
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<number> {
  const request = parseArguments(words);
  if ('problem' in request) {
    terminal.err(`${request.problem}\n`);
    return 2;
  }
  try {
    switch (request.command) {
      case 'help':
        terminal.out(`${helpText(request.about)}\n`);
        return 0;
      case 'version':
        terminal.out(`clausewright ${terminal.version}\n`);
        return 0;
      case 'check':
        return await again(request, terminal, check);
      case 'inspect':
        return await again(request, terminal, inspect);
      case 'trace':
        return await again(request, terminal, trace);
      case 'report':
        return await again(request, terminal, report);
      case 'fix':
        return await fix(request, terminal);
      case 'init':
        return await init(request, terminal);
      case 'new':
        return await create(request, terminal);
      case 'explain':
        return explain(request.paths, terminal);
      case 'lsp':
        terminal.err('The language server is started by the editor: clausewright lsp --stdio.\n');
        return 2;
    }
  } catch (error) {
    terminal.err(`Clausewright failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 3;
  }
}

function explain(ids: readonly string[], terminal: Terminal): number {
  const [id] = ids;
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) {
    const near =
      id === undefined
        ? null
        : nearest(
            id,
            RULES.map((each) => each.id),
          );
    terminal.err(
      id === undefined
        ? 'Say which rule: clausewright explain audit.self-audit\n'
        : `There is no rule "${id}"${near === null ? '' : `; did you mean "${near}"?`}\n`,
    );
    return 2;
  }
  const clauses = EDITIONS.map(
    (edition) =>
      `  ${edition}: ${severityIn(rule, edition) ?? 'not asked for'}; ${(rule.clauses[edition] ?? []).map((number) => `${number} ${clause(edition, number)?.title ?? ''}`).join(', ') || 'no clause'}`,
  );
  terminal.out(
    `${rule.id}: ${rule.title}\n\n${rule.why}\n\nHow to put it right: ${rule.remedy}\n\n${clauses.join('\n')}\n`,
  );
  return 0;
}
