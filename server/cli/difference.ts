/** The difference of two texts in lines, in the unified form that people and tools read. */

const CONTEXT = 3;

interface Change {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

/** In: the path to show, and the text before and after (before: null for a new file). Out: a unified diff; empty where nothing differs. */
export function difference(path: string, before: string | null, after: string): string {
  const changes = compared(linesOf(before ?? ''), linesOf(after));
  const hunks = hunksOf(changes);
  if (hunks.length === 0) return '';
  return [`--- ${before === null ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`, ...hunks, ''].join('\n');
}

const linesOf = (text: string): readonly string[] => {
  if (text === '') return [];
  const lines = text.split('\n');
  return text.endsWith('\n') ? lines.slice(0, -1) : lines;
};

/** The longest common lines stay; what is the same at both ends is set aside first, so that the rest is small. */
function compared(a: readonly string[], b: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const same = (lines: readonly string[]): readonly Change[] => lines.map((line) => ({ kind: ' ', line }));
  return [...same(a.slice(0, start)), ...middle(left, right), ...same(a.slice(a.length - end))];
}

function middle(a: readonly string[], b: readonly string[]): readonly Change[] {
  const width = b.length + 1;
  // Two texts that share next to nothing are shown one after the other.
  if (a.length * width > 4_000_000) return [...all('-', a), ...all('+', b)];
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      changes.push({ kind: ' ', line: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      changes.push({ kind: '-', line: a[i] ?? '' });
      i += 1;
    } else {
      changes.push({ kind: '+', line: b[j] ?? '' });
      j += 1;
    }
  }
  return [...changes, ...all('-', a.slice(i)), ...all('+', b.slice(j))];
}

const all = (kind: Change['kind'], lines: readonly string[]): readonly Change[] =>
  lines.map((line) => ({ kind, line }));

function hunksOf(changes: readonly Change[]): readonly string[] {
  const near = changes.map((_, i) =>
    changes.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ kind }) => kind !== ' '),
  );
  const hunks: string[] = [];
  let [left, right] = [1, 1];
  for (let i = 0; i < changes.length; ) {
    if (near[i] !== true) {
      left += 1;
      right += 1;
      i += 1;
      continue;
    }
    const stop = near.indexOf(false, i) < 0 ? changes.length : near.indexOf(false, i);
    const part = changes.slice(i, stop);
    const [old, fresh] = [
      part.filter(({ kind }) => kind !== '+').length,
      part.filter(({ kind }) => kind !== '-').length,
    ];
    hunks.push(`@@ -${old === 0 ? left - 1 : left},${old} +${fresh === 0 ? right - 1 : right},${fresh} @@`);
    for (const { kind, line } of part) hunks.push(`${kind}${line}`);
    left += old;
    right += fresh;
    i = stop;
  }
  return hunks;
}
