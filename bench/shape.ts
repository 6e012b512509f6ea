/** Checks the shape of the figures, as ratios within one run: typing stays flat as the workspace grows, reading stays linear, and a second run is short. */
import { again } from './again.ts';
import { measure } from './strokes.ts';

const [SMALL, LARGE] = [150, 1200] as const;
/** The middle stroke is compared, since the slow ones of a short run are those of a busy machine. */
const FLAT = 2;
const LINEAR = 1.8;
/** How much of a run's time a second one may take where nothing has changed. */
const SHORT = 0.15;

// The first round warms the machine up; what it measures is the compiler.
await measure(SMALL);
const small = await measure(SMALL);
const large = await measure(LARGE);
const checks = [
  { what: `key stroke at ${LARGE} documents against ${SMALL}`, ratio: large.p50 / small.p50, most: FLAT },
  {
    what: `reading and checking one of ${LARGE} documents against one of ${SMALL}`,
    ratio: large.loaded / LARGE / (small.loaded / SMALL),
    most: LINEAR,
  },
  { what: `a second check of ${LARGE} documents against the first`, ratio: await again(LARGE), most: SHORT },
];
let failed = 0;
for (const { what, ratio, most } of checks) {
  const good = ratio <= most;
  if (!good) failed += 1;
  process.stdout.write(`${good ? 'ok' : 'TOO MUCH'}: ${what}: ${ratio.toFixed(2)} × (at most ${most})\n`);
}
process.stdout.write(`${checks.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
