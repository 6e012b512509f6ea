/** Bundles the two halves of the extension into `dist/`: `client.cjs` for VS Code, `server.cjs` for server and command line. */
import { chmodSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';

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
    charset: 'utf8',
    logLevel: 'warning',
    // A bundle is CommonJS, where `import.meta.url` would be empty; this gives it the bundle's own address.
    define: { 'import.meta.url': 'bundleUrl' },
  };
}

/** Leaves out what only pages and tests read: the examples of each rule, and of `package.json` all but its name and version. */
const slim: Plugin = {
  name: 'slim',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]server[/\\]rules[/\\][^/\\]+[/\\][^/\\]+\.ts$/ }, ({ path }) => ({
      contents: withoutExamples(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
    onLoad({ filter: /[/\\]package\.json$/ }, ({ path }) => {
      if (path !== fileURLToPath(new URL('../package.json', import.meta.url))) return null;
      const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};

/** A rule's source with empty examples; the formatter keeps the brace that closes them at the indentation of the key. */
function withoutExamples(source: string): string {
  return source.replace(/^( *)examples: \{\n[\s\S]*?\n\1\},$/m, "$1examples: { bad: '', good: '' },");
}

/**
 * Packs the domain's data - kinds, language packs, clauses - as compressed JSON: they are two fifths of the server, and repeat
 * themselves. They are unpacked once, when the server starts.
 */
const packed: Plugin = {
  name: 'packed',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\](?:kinds|packs)\.generated\.ts$|[/\\]catalogue[/\\][^/\\]+\.json$/ }, async ({ path }) => {
      if (path.endsWith('.json'))
        return { contents: `export default ${unpacking(JSON.parse(readFileSync(path, 'utf8')))};`, loader: 'js' };
      const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
      const lines = Object.entries(exported).map(([name, value]) => `export const ${name} = ${unpacking(value)};`);
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

/** The expression that unpacks a value; only what JSON can carry may be packed. */
function unpacking(value: unknown): string {
  const text = JSON.stringify(value);
  if (!isDeepStrictEqual(JSON.parse(text), value)) throw new Error('Only plain data can be packed.');
  const base64 = deflateRawSync(text, { level: 9 }).toString('base64');
  return `JSON.parse(require('node:zlib').inflateRawSync(Buffer.from('${base64}', 'base64')).toString('utf8'))`;
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
      plugins: release ? [slim, packed] : [],
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
