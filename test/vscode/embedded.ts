/** Starts the embedded VS Code on a free port with a profile of its own, and takes both away again. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.ts';

/** A running VS Code; `stop` ends all its processes and removes its profile, however often it is called. */
export interface Embedded {
  readonly port: number;
  /** Everything that the server printed so far, for a failing test's message. */
  log(): string;
  stop(): void;
}

/** What the page is to open; all paths absolute. */
export interface PageWishes {
  readonly folder?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
  readonly openFile?: string;
}

/** A quiet editor: no assistants, tours, updates or telemetry, and hovers that come soon. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.hotExit': 'off',
  // On the web it is on; a desktop leaves saving to the user.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'editor.hover.delay': 100,
};

const startLimit = 60_000;

/** Starts VS Code; in: settings on top of the quiet ones, and .vsix files to install first. Rejects when it does not come up. */
export async function startEmbedded(
  wishes: { readonly settings?: Record<string, unknown>; readonly vsix?: readonly string[] } = {},
): Promise<Embedded> {
  const { node, serverMain } = ensureInstalled();
  const profile = mkdtempSync(join(tmpdir(), 'clausewright-vscode-'));
  const userFolder = join(profile, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...wishes.settings }));
  const dataDir = ['--server-data-dir', profile, '--accept-server-license-terms'];
  for (const vsix of wishes.vsix ?? []) {
    const run = spawnSync(node, [serverMain, '--install-extension', vsix, ...dataDir], {
      env: environment(),
      encoding: 'utf8',
    });
    if (run.status !== 0) {
      rmSync(profile, { recursive: true, force: true });
      throw new Error(`${vsix} could not be installed\n${run.stdout}${run.stderr}`);
    }
  }
  const child = spawn(
    node,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'],
      // Without the smoke-test driver the page silently ignores the extension under development.
      ...['--enable-smoke-test-driver', '--disable-workspace-trust', '--disable-getting-started-override'],
      ...['--disable-experiments', ...dataDir],
    ],
    // A group of its own, so that the extension hosts go with it.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment() },
  );
  const stop = () => {
    process.removeListener('exit', stop);
    endGroup(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  process.once('exit', stop);
  let printed = '';
  try {
    const port = await new Promise<number>((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`VS Code did not start in time\n${printed}`)), startLimit);
      const read = (chunk: Buffer) => {
        printed += chunk.toString();
        const bound = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
        if (bound === undefined) return;
        clearTimeout(timer);
        found(Number(bound));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => {
        clearTimeout(timer);
        failed(new Error(`VS Code ended with ${code} before it was up\n${printed}`));
      });
    });
    return { port, log: () => printed, stop };
  } catch (reason) {
    stop();
    throw reason;
  }
}

/** The address of a window on a running VS Code; in: its port and what to open. */
export function windowAddress(port: number, wishes: PageWishes): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload: [string, string][] = [];
  for (const key of ['extensionDevelopmentPath', 'extensionTestsPath', 'openFile'] as const) {
    const path = wishes[key];
    if (path !== undefined) payload.push([key, remote(path)]);
  }
  payload.push(['skipWelcome', 'true'], ['skipReleaseNotes', 'true']);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (wishes.folder !== undefined) query.set('folder', wishes.folder);
  return `http://127.0.0.1:${port}/?${query}`;
}

/** What npm and a debugger put into the environment would reach the extension host and change how it runs. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('npm_') && !/^(NODE_OPTIONS|VSCODE_.*)$/.test(name),
    ),
  );
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
