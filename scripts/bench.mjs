/** `npm run bench:…`: bundles a benchmark as the product is bundled, and runs it; what follows the name is passed on. */
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { root } from './set-up.mjs';

const [name, ...rest] = process.argv.slice(2);
const outfile = `${root}out/bench/${name}.mjs`;
await build({
  entryPoints: [`${root}bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { stdio: 'inherit' }).status ?? 1;
