/**
 * Opens VS Code with the extension: `[FOLDER] [--embedded] [--smoke]`. The folder is `examples/gaps` by default. The desktop
 * VS Code is taken where `code` is installed; else, or with `--embedded`, the one that tests use, in a browser. `--smoke`
 * looks whether the extension comes up in it, and ends.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Embedded, startEmbedded, windowAddress } from '../test/vscode/embedded.ts';
import { root } from '../test/vscode/install.ts';
import { openWindow } from '../test/vscode/window.ts';
import { buildAll } from './build.ts';

const options = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const named = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
const folder = resolve(named ?? `${root}/examples/gaps`);
const smoke = options.includes('--smoke');

/** Tells whether a desktop VS Code took the folder over. */
function openedOnDesktop(): boolean {
  if (smoke || options.includes('--embedded')) return false;
  const run = spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${root}`, folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

/** Looks at the page as a person would: is our item in the status bar? Rejects when it does not come. */
async function lookAt(address: string): Promise<string> {
  const window = await openWindow(address);
  try {
    const item = window.page.locator('.statusbar-item', { hasText: /Clausewright: .*(gap|off)/ });
    await item.waitFor({ timeout: 60_000 });
    return (await item.textContent())?.trim() ?? '';
  } finally {
    await window.close();
  }
}

function asked(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end());
  });
}

async function openEmbedded(): Promise<void> {
  const stopped = asked();
  const vscode: Embedded = await startEmbedded();
  try {
    const address = windowAddress(vscode.port, { folder, extensionDevelopmentPath: root });
    if (smoke) {
      const status = await lookAt(address);
      process.stdout.write(`${address}\n${status}\n`);
    } else {
      process.stdout.write(`VS Code with Clausewright on ${folder}:\n\n  ${address}\n\nCtrl-C ends it.\n`);
      await stopped;
    }
  } finally {
    vscode.stop();
  }
}

if (!existsSync(folder)) {
  process.stderr.write(`There is no folder ${folder}\n`);
  process.exit(2);
}
await buildAll(false);
if (!openedOnDesktop()) await openEmbedded();
process.exit();
