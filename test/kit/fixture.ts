/** The one fixture format: files, a cursor, carets that promise findings, and signs that promise fixes, or none. */
import type { Severity } from '../../server/model/configuration.ts';

export interface Promise {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Null where the fixture does not say. */
  readonly severity: Severity | null;
  /** Words that the message has to contain; empty where the fixture does not care. */
  readonly words: string;
  readonly fixes: readonly string[];
  /** Fixes that would be no way out here. */
  readonly without: readonly string[];
}

export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  readonly promises: readonly Promise[];
  readonly cursor: { readonly path: string; readonly offset: number } | null;
}

const FILE = /^--- file: (\S+)\s*$/;
const GRADES: readonly Severity[] = ['error', 'warning', 'information'];
const CARETS = /^(\s*)(\^+)\s*\[([\w.-]+)(?: (error|warning|information))?\]\s*(.*)$/;
const BULB = /^\s*(💡|🚫)\s*(.+?)\s*$/u;

/**
 * Parses a fixture.
 * In: text in which `--- file: path` separates files, `$0` is the cursor, a line `^^^ [rule] words` points at the line above it,
 * `[rule error]` says its severity, too, and `💡 title` promises a fix of that finding, `🚫 title` that there is none
 * of that title. Out: the files without marks, and what was promised, in UTF-16 offsets.
 */
export function parseFixture(text: string): Fixture {
  const files = new Map<string, string>();
  const promises: Promise[] = [];
  let cursor: Fixture['cursor'] = null;
  let path = 'document.md';
  let lines: string[] = [];
  let pending: (Omit<Promise, 'path' | 'fixes' | 'without'> & { fixes: string[]; without: string[] })[] = [];
  let offset = 0;
  let lastStart = 0;
  let started = false;

  const finish = (): void => {
    if (!started && lines.every((line) => line.trim() === '')) return;
    files.set(path, lines.join('\n'));
    for (const each of pending) promises.push({ path, ...each });
  };
  for (const line of text.split('\n')) {
    const file = FILE.exec(line);
    if (file !== null) {
      finish();
      [path, lines, pending, offset, lastStart, started] = [file[1] ?? path, [], [], 0, 0, true];
      continue;
    }
    const carets = CARETS.exec(line);
    if (carets !== null) {
      const start = lastStart + (carets[1] ?? '').length;
      pending.push({
        start,
        end: start + (carets[2] ?? '').length,
        rule: carets[3] ?? '',
        severity: GRADES.find((grade) => grade === carets[4]) ?? null,
        words: (carets[5] ?? '').trim(),
        fixes: [],
        without: [],
      });
      continue;
    }
    const bulb = BULB.exec(line);
    if (bulb !== null && pending.length > 0) {
      pending.at(-1)?.[bulb[1] === '💡' ? 'fixes' : 'without'].push(bulb[2] ?? '');
      continue;
    }
    const mark = line.indexOf('$0');
    const clean = mark < 0 ? line : line.slice(0, mark) + line.slice(mark + 2);
    if (mark >= 0) cursor = { path, offset: offset + mark };
    lines.push(clean);
    lastStart = offset;
    offset += clean.length + 1;
  }
  finish();
  return { files, promises, cursor };
}
