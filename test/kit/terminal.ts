/** The command line as tests call it: a folder on a real disk, words, and what came out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommandLine } from '../../server/cli/run.ts';
import { keptFor } from '../../server/host/kept.ts';
import { FIXTURE_DAY } from './workspace.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Lines of progress, in order; empty where there was no terminal to see them. */
  readonly progress: readonly string[];
}

export interface Circumstances {
  /** The current folder, below the root. */
  readonly from?: string;
  /** Is there a terminal that shows progress? */
  readonly seen?: boolean;
  /** The day of the host's clock. */
  readonly today?: string;
  readonly version?: string;
  /** The cache folder and the program's path; without them nothing is kept. */
  readonly cache?: { readonly folder: string; readonly program: string };
}

/** A folder that exists for one test. */
export interface Place {
  readonly root: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Runs a command. */
  run(words: readonly string[], options?: Circumstances): Promise<Outcome>;
  remove(): void;
}

/** Makes a place with some files in it. */
export function createPlace(files: Readonly<Record<string, string | Uint8Array>> = {}): Place {
  const root = mkdtempSync(join(tmpdir(), 'clausewright-cli-'));
  const place: Place = {
    root,
    write(more) {
      for (const [path, content] of Object.entries(more)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    },
    async run(words, { from = '', seen = false, today = FIXTURE_DAY, version = '1.2.3', cache } = {}) {
      let [out, err] = ['', ''];
      const progress: string[] = [];
      const code = await runCommandLine(words, {
        here: join(root, from),
        today,
        version,
        ...(cache === undefined ? {} : { kept: (of: string) => keptFor(cache.folder, cache.program, of) }),
        out: (text) => (out += text),
        err: (text) => (err += text),
        progress: seen ? (line) => progress.push(line) : null,
      });
      return { code, out, err, progress };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  place.write(files);
  return place;
}
