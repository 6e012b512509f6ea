/** Measures a second check of a folder in which nothing has changed against the first one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../server/cli/run.ts';
import { keptFor } from '../server/host/kept.ts';
import { corpus } from './corpus.ts';

/** In: the number of documents. Out: the time of the second run divided by that of the first. */
export async function again(size: number): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'clausewright-again-'));
  const cache = mkdtempSync(join(tmpdir(), 'clausewright-kept-'));
  try {
    for (const [path, text] of corpus(size)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const run = async (): Promise<{ readonly took: number; readonly out: string }> => {
      let out = '';
      const start = performance.now();
      await runCommandLine(['check'], {
        here: root,
        today: '2026-11-01',
        version: '0',
        out: (text) => (out += text),
        err: () => undefined,
        progress: null,
        kept: (of) => keptFor(cache, fileURLToPath(import.meta.url), of),
      });
      return { took: performance.now() - start, out };
    };
    const first = await run();
    const second = await run();
    if (second.out !== first.out || first.out === '') throw new Error('the second run printed something else');
    return second.took / first.took;
  } finally {
    rmSync(root, { recursive: true });
    rmSync(cache, { recursive: true });
  }
}
