/** Bundles the two halves of the extension into `dist/`: `client.cjs` for VS Code, `server.cjs` for server and command line. */
import { chmodSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Settings that both bundles share; `release` makes them small and leaves the source maps out. */
function shared(release: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: release,
    sourcemap: release ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    // A bundle is CommonJS, where `import.meta.url` would be empty; this gives it the bundle's own address.
    define: { 'import.meta.url': 'bundleUrl' },
  };
}

const bundleUrl = `const bundleUrl = require('node:url').pathToFileURL(__filename).href;`;

/** Builds both bundles; rejects with esbuild's messages when the source does not compile. */
export async function buildAll(release: boolean): Promise<void> {
  rmSync(`${root}dist`, { recursive: true, force: true });
  await Promise.all([
    build({
      ...shared(release),
      entryPoints: ['client/extension.ts'],
      outfile: 'dist/client.cjs',
      external: ['vscode'],
      banner: { js: bundleUrl },
    }),
    build({
      ...shared(release),
      entryPoints: [process.env.CLAUSEWRIGHT_SERVER_ENTRY ?? 'server/main.ts'],
      outfile: 'dist/server.cjs',
      banner: { js: `#!/usr/bin/env node\n${bundleUrl}` },
    }),
  ]);
  chmodSync(`${root}dist/server.cjs`, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll(process.argv.includes('--release'));
  for (const half of ['client', 'server']) {
    const kilobytes = Math.round(statSync(`${root}dist/${half}.cjs`).size / 1024);
    process.stdout.write(`dist/${half}.cjs ${kilobytes} KiB\n`);
  }
}
