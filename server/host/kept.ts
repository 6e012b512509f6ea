/** What earlier runs left: small files in the user's own cache folder, so that what has not changed need not be worked out again. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** What is kept for one folder, by print. */
export interface Kept {
  /** Null where nothing is kept under the print, or it cannot be read. */
  find(print: string): Promise<string | null>;
  /** Keeps a text, and lets go of the oldest; where there is no room for it, nothing is kept. */
  keep(print: string, text: string): Promise<void>;
}

/** So many runs of one folder are kept: with other options, or of another branch. */
const MOST_RUNS = 4;
/** A longer text would take as long to keep as to work out. */
const LONGEST = 64 * 1024 * 1024;
/** Folders that nobody has looked at for so many days are let go of. */
const DAYS = 30;

/** The user's cache folder, as the system has it; in: the environment. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const named = environment.CLAUSEWRIGHT_CACHE;
  if (named !== undefined && named !== '') return named;
  const home = homedir();
  const base =
    platform() === 'win32'
      ? (environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
      : platform() === 'darwin'
        ? join(home, 'Library', 'Caches')
        : environment.XDG_CACHE_HOME || join(home, '.cache');
  return join(base, 'clausewright');
}

/**
 * What is kept for one folder. In: the cache folder; the path of the program, since another build may say something else; the
 * folder's absolute path. Out: never fails, since nobody depends on it.
 */
export function keptFor(cache: string, program: string, root: string): Kept {
  const own = join(cache, hashOf(root));
  const build = readFile(program).then(hashOf, () => null);
  const fileOf = async (print: string): Promise<string | null> => {
    const of = await build;
    return of === null ? null : join(own, `${hashOf(`${of} ${print}`)}.json`);
  };
  return {
    async find(print) {
      const file = await fileOf(print);
      return file === null ? null : readFile(file, 'utf8').catch(() => null);
    },
    async keep(print, text) {
      const file = await fileOf(print);
      if (file === null || text.length > LONGEST) return;
      try {
        // Documents are quoted in it: nobody else on this machine is to read them.
        await mkdir(own, { recursive: true, mode: 0o700 });
        const draft = `${file}.${process.pid}`;
        await writeFile(draft, text, { mode: 0o600 });
        await rename(draft, file);
        for (const old of (await byAge(own)).slice(MOST_RUNS)) await rm(join(own, old.name), { force: true });
        for (const { name, age } of await byAge(cache))
          if (age > DAYS) await rm(join(cache, name), { recursive: true, force: true });
      } catch {
        // No room, or no right to write: the next run works it out again.
      }
    },
  };
}

const hashOf = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex').slice(0, 32);

/** What a folder holds, the newest first, each with its age in days. */
async function byAge(folder: string): Promise<readonly { readonly name: string; readonly age: number }[]> {
  const now = Date.now();
  const found = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      name,
      age: (now - (await stat(join(folder, name))).mtimeMs) / (24 * 60 * 60 * 1000),
    })),
  );
  return found.sort((a, b) => a.age - b.age);
}
