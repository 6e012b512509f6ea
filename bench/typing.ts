/** Measures typing at the sizes of workspace that are named, 1,000 documents where none is: `npm run bench:typing -- 100 1000`. */
import { type Measured, measure } from './strokes.ts';

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size >= 20);
process.stdout.write(`${' '.repeat(36)}${['p50', 'p95', 'p99'].map((name) => name.padStart(10)).join('')}\n`);
const found: Measured[] = [];
for (const size of sizes.length > 0 ? sizes : [1000]) found.push(await measure(size));
const [first, last] = [found[0], found.at(-1)];
if (found.length > 1 && first !== undefined && last !== undefined)
  process.stdout.write(`p95 at the largest is ${(last.p95 / first.p95).toFixed(2)} × p95 at the first size\n`);
