/** Checks the shape of the figures: typing stays flat as the workspace grows, reading stays linear, a second run is short, memory small. */
import { again } from './again.ts';
import { memoryOfOneMore } from './memory.ts';
import { measure } from './strokes.ts';

const [SMALL, LARGE] = [150, 2400] as const;
/** The middle stroke is compared, since the slow ones of a short run are those of a busy machine. */
const FLAT = 2;
const LINEAR = 1.8;
/** How much of a run's time a second one may take where nothing has changed. */
const SHORT = 0.15;
/** Kilobytes that one document more may take. It is no time: the same program gives the same figure on any machine. */
const KILOBYTES = 25;
const [SOME, MANY] = [1500, 4500] as const;

// The first round warms the machine up; what it measures is the compiler.
await measure(SMALL);
const small = await measure(SMALL);
const large = await measure(LARGE);
const checks = [
  { what: `key stroke at ${LARGE} documents against ${SMALL}`, figure: large.p50 / small.p50, most: FLAT, unit: '×' },
  {
    what: `reading and checking one of ${LARGE} documents against one of ${SMALL}`,
    figure: large.loaded / LARGE / (small.loaded / SMALL),
    most: LINEAR,
    unit: '×',
  },
  {
    what: `a second check of ${LARGE} documents against the first`,
    figure: await again(LARGE),
    most: SHORT,
    unit: '×',
  },
  {
    what: `memory of one document more, between ${SOME} and ${MANY}`,
    figure: memoryOfOneMore(SOME, MANY),
    most: KILOBYTES,
    unit: 'KB',
  },
];
let failed = 0;
for (const { what, figure, most, unit } of checks) {
  const good = figure <= most;
  if (!good) failed += 1;
  process.stdout.write(`${good ? 'ok' : 'TOO MUCH'}: ${what}: ${figure.toFixed(2)} ${unit} (at most ${most})\n`);
}
process.stdout.write(`${checks.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
