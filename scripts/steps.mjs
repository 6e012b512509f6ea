/** Runs the steps of a check one after the other, shows what they print, and counts what passed and failed. */
import { spawn } from 'node:child_process';
import { root } from './set-up.mjs';

/** The script of a package's command, since npm's own links to it differ between systems. */
export const commands = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  mocha: 'node_modules/mocha/bin/mocha.js',
};

/**
 * Runs `node` with the arguments of each step. In: steps as `{ name, args, env? }`. Out: how many passed and failed; a step
 * that prints totals (Mocha's, or `N passed, N failed`) counts by them, any other as one.
 */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    process.stdout.write(`\n── ${step.name}\n`);
    const began = performance.now();
    const { code, text } = await run(step);
    const { passed, failed } = countsOf(text) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
    total.passed += passed;
    // A step can also fail beside its tests: by a crash, or by finding none.
    total.failed += failed === 0 && code !== 0 ? 1 : failed;
    process.stdout.write(`── ${step.name}: ${code === 0 ? 'passed' : 'FAILED'}, ${seconds(began)} s\n`);
  }
  return total;
}

/** Prints the last line, `N passed, N failed`, and sets the exit code by it. */
export function conclude({ passed, failed }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function run({ args, env }) {
  return new Promise((ended) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => ended({ code: code ?? 1, text }));
    child.on('error', () => ended({ code: 1, text }));
  });
}

function countsOf(text) {
  const own = /^(\d+) passed, (\d+) failed$/m.exec(text);
  if (own !== null) return { passed: Number(own[1]), failed: Number(own[2]) };
  const passing = /^ *(\d+) passing/m.exec(text);
  if (passing === null) return undefined;
  return { passed: Number(passing[1]), failed: Number(/^ *(\d+) failing/m.exec(text)?.[1] ?? 0) };
}

function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1);
}
