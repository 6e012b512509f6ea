/** Measures the syntax room: cold parsing in MB/s, with and without the fast reader, and a key stroke in 20 KB. */
import { parseMarkdown } from '../server/syntax/markdown.ts';
import { remarkRoot } from '../server/syntax/remark.ts';
import { sectionCache } from '../server/syntax/section-cache.ts';
import { corpus } from '../test/syntax/texts.ts';

function percentiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)} ms`;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** A made-up process description of some 20 KB in 20 sections, with what such documents hold. */
function processDescription(odd: boolean): string {
  const sections = Array.from({ length: 20 }, (_, n) => {
    const steps = Array.from(
      { length: 5 },
      (_, k) =>
        `${k + 1}. The **Change Manager** checks request ${n}.${k} against \`POL-${k}\`.\n   - see [the policy](../policies/p${k}.md)\n`,
    );
    const rows = Array.from({ length: 4 }, (_, k) => `| Role ${k} | approves *major* changes | 2024-0${k + 1}-01 |\n`);
    const prose =
      'Each request is recorded, assessed and approved before it is carried out, so that no service suffers from it. '.repeat(
        2,
      );
    return `## ${n + 1} Section ${n}\n\n${prose}\n\n${steps.join('')}\n| Role | Duty | Since |\n|---|---|---|\n${rows.join('')}\n${odd ? '***odd*** &amp; <jo@example.org>\n\n' : ''}`;
  });
  return `---\nid: PROC-1\nowner: Jo Doe\n---\n\n# Process\n\n${sections.join('')}`;
}

function keyStrokes(text: string): readonly number[] {
  const cache = sectionCache();
  parseMarkdown(text, cache);
  let now = text;
  return Array.from({ length: 300 }, (_, n) => {
    const at = now.indexOf('recorded', ((n * 7919) % now.length) / 2);
    now = `${now.slice(0, at)}${String.fromCharCode(97 + (n % 26))}${now.slice(at)}`;
    return timed(() => parseMarkdown(now, cache));
  });
}

for (const [name, text] of [
  ['plain', processDescription(false)],
  ['odd', processDescription(true)],
] as const) {
  for (let warm = 0; warm < 20; warm += 1) parseMarkdown(text);
  console.log(`${name} ${(text.length / 1024).toFixed(1)} KB`);
  console.log(`  cold          ${percentiles(Array.from({ length: 40 }, () => timed(() => parseMarkdown(text))))}`);
  console.log(`  remark alone  ${percentiles(Array.from({ length: 40 }, () => timed(() => remarkRoot(text))))}`);
  console.log(`  key stroke    ${percentiles(keyStrokes(text))}`);
}

const files = corpus().filter(({ path }) => /\.(?:md|erb)$/.test(path));
if (files.length > 0) {
  const size = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const ours = timed(() => files.forEach(({ text }) => void parseMarkdown(text)));
  const remark = timed(() => files.forEach(({ text }) => void remarkRoot(text)));
  console.log(`${files.length} real documents, ${size.toFixed(1)} M characters`);
  console.log(
    `  ours ${(size / (ours / 1000)).toFixed(2)} M/s, remark ${(size / (remark / 1000)).toFixed(2)} M/s, ratio ${(remark / ours).toFixed(1)}`,
  );
}
