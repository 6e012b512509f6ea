/** The baseline: findings that were there before, as fingerprints with how often each, in a file that a pull request can show. */
import type { Baseline } from '../model/configuration.ts';
import type { Finding } from '../workspace/finding.ts';

/** The file's text; in: the findings that stand now, in order of place. The same findings give the same bytes, whatever their lines. */
export function baselineText(findings: readonly Finding[]): string {
  const counts = new Map<string, { path: string; rule: string; fingerprint: string; count: number }>();
  for (const { path, rule, fingerprint } of findings) {
    const known = counts.get(fingerprint);
    if (known === undefined) counts.set(fingerprint, { path, rule, fingerprint, count: 1 });
    else known.count += 1;
  }
  const key = (each: { path: string; rule: string; fingerprint: string }): string =>
    `${each.path}\u0000${each.rule}\u0000${each.fingerprint}`;
  const sorted = [...counts.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  // One line a finding, so that a difference between two baselines reads as a list of gaps.
  const lines = sorted.map((each) => `    ${JSON.stringify(each)}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

/** Reads the file; in: its path and text. Out: null where it is no baseline. */
export function readBaseline(path: string, text: string): Baseline | null {
  const read = parsed(text);
  if (!isObject(read) || read.version !== 1 || !Array.isArray(read.findings)) return null;
  const counts: Record<string, number> = Object.create(null);
  for (const each of read.findings as readonly unknown[]) {
    if (!isObject(each) || typeof each.fingerprint !== 'string') return null;
    const { fingerprint, count } = each;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return null;
    counts[fingerprint] = (counts[fingerprint] ?? 0) + count;
  }
  return { path, counts };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
