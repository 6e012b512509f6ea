/** Installs the real VS Code that tests run in (its server and web workbench, from npm) into `.real-vscode/`, once. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** An installed VS Code: the Node that it needs (newer than the project's own) and its server's entry. */
export interface Installation {
  readonly node: string;
  readonly serverMain: string;
}

const codeServer = '4.139.1';
const node = '24.21.0';
const folder = join(root, '.real-vscode');
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * Makes sure that VS Code stands in `.real-vscode/`; no time when it does, half a minute when not.
 * Throws, with what npm said, when it cannot be installed.
 */
export function ensureInstalled(): Installation {
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const installed = {
    node: join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    serverMain: join(vscode, 'out', 'server-main.js'),
  };
  // Written last, so an interrupted installation is never taken for a whole one.
  const marker = join(folder, 'installed.txt');
  const versions = `code-server@${codeServer} ${nodePackage}@${node}\n`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === versions && existsSync(installed.serverMain)) {
    return installed;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A package of its own: without it npm would walk up and install into the project.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  process.stderr.write('Installing the embedded VS Code into .real-vscode/ (once, about half a minute)\n');
  npm(folder, ['install', '--no-save', `code-server@${codeServer}`, `${nodePackage}@${node}`]);
  npm(vscode, ['install', '--omit=dev']);
  writeFileSync(marker, versions);
  return installed;
}

/** Without install scripts: theirs compile native parts that only a log file and a watchdog need. */
function npm(cwd: string, args: readonly string[]): void {
  const run = spawnSync('npm', [...args, '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}\n${run.stdout}${run.stderr}`);
}
