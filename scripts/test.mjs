/** `npm test`: sets up, checks types and style, builds, and runs every test that needs no editor. `--laws`: only the property tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, setUp } from './set-up.mjs';
import { commands, conclude, runSteps } from './steps.mjs';

/** The test files that need no editor; in: a pattern that their text must match. */
function testFiles(pattern) {
  return readdirSync(`${root}test`, { recursive: true })
    .map((path) => join('test', path))
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith(join('test', 'vscode')))
    .filter((path) => pattern.test(readFileSync(`${root}${path}`, 'utf8')))
    .sort((a, b) => Number(b.includes('law')) - Number(a.includes('law')) || (a < b ? -1 : 1));
}

function mocha(files, timeout) {
  // Two at a time: a contributor's machine has two processors at least, and the laws take longest.
  return [commands.mocha, '--import=tsx', '--parallel', '--jobs=2', '--reporter=dot', `--timeout=${timeout}`, ...files];
}

setUp();
if (process.argv.includes('--laws')) {
  conclude(await runSteps([{ name: 'Laws', args: mocha(testFiles(/from 'fast-check'/), 900_000) }]));
} else {
  conclude(
    await runSteps([
      { name: 'Types', args: [commands.tsc, '-p', '.'] },
      {
        name: 'Style',
        args: [commands.biome, 'check', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=12'],
      },
      { name: 'Bundles', args: ['--import', 'tsx', 'scripts/build.ts'] },
      { name: 'Tests', args: mocha(testFiles(/./), 60_000) },
    ]),
  );
}
