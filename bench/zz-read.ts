/** scratch */
import { DEFAULT_CONFIGURATION } from '../server/model/configuration.ts';
import { readTree } from '../server/reading/read.ts';
import { parseTree } from '../server/syntax/parse.ts';
import { contributions } from '../server/workspace/keys.ts';
import { corpus } from './corpus.ts';

const documents = [...corpus(Number(process.argv[2] ?? 1000))];
const bytes = documents.reduce((n, [, t]) => n + t.length, 0);
const c0 = process.cpuUsage();
let a = 0,
  b = 0,
  c = 0;
for (const [path, text] of documents) {
  const t0 = performance.now();
  const tree = parseTree(path, text);
  const t1 = performance.now();
  const facts = readTree(path, tree, DEFAULT_CONFIGURATION);
  const t2 = performance.now();
  contributions(facts);
  const t3 = performance.now();
  a += t1 - t0;
  b += t2 - t1;
  c += t3 - t2;
}
const u = process.cpuUsage(c0);
console.log(
  `${documents.length} docs ${(bytes / 1e6).toFixed(1)} MB: parse ${a.toFixed(0)} read ${b.toFixed(0)} contributions ${c.toFixed(0)} ms wall; cpu ${((u.user + u.system) / 1000).toFixed(0)} ms`,
);
