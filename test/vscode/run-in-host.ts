/** Bundles the suite and runs it inside the extension host of a real VS Code. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureInstalled, root } from './install.ts';

const bundle = join(root, 'out', 'test', 'suite.cjs');

/** Bundles the suite; mocha is an ES module whose browser half would overwrite the exports, hence the footer. */
async function bundleSuite(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'error',
    footer: { js: 'module.exports = { run };' },
  });
}

/**
 * Runs the suite on a copy of the sound example, since tests edit; resolves with the exit code.
 * `CLAUSEWRIGHT_VSCODE=desktop` takes the desktop VS Code, which `@vscode/test-electron` downloads.
 */
export async function runInHost(): Promise<number> {
  await bundleSuite();
  const workspace = mkdtempSync(join(tmpdir(), 'clausewright-workspace-'));
  try {
    cpSync(join(root, 'examples', 'sound'), workspace, { recursive: true });
    const desktop = process.env.CLAUSEWRIGHT_VSCODE === 'desktop';
    if (!desktop) ensureInstalled();
    return await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: join(root, 'test', 'vscode', 'code'), reuseMachineInstall: true }),
      extensionDevelopmentPath: root,
      extensionTestsPath: bundle,
      launchArgs: [workspace, '--disable-extensions'],
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await runInHost().catch((reason: unknown) => {
    process.stderr.write(`${reason instanceof Error ? reason.message : reason}\n`);
    return 1;
  });
}
