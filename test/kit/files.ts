/** Files in memory: a disk that tests write on, with .gitignore lines that name whole paths or folders. */
import type { Files } from '../../server/host/files.ts';

/** A disk of text files; changing the map is changing the disk. */
export type Disk = Map<string, string>;

/** The files of a disk that answers when `hold` lets it; ignore files are understood as far as they name files or folders literally. */
export function memoryFiles(disk: Disk, hold: (path: string) => Promise<void> = async () => undefined): Files {
  const ignored = (): readonly string[] =>
    [...disk]
      .filter(([file]) => file.endsWith('.gitignore'))
      .flatMap(([file, text]) =>
        text
          .split('\n')
          .map((line) => line.trim().replace(/\/$/, ''))
          .filter((name) => name !== '')
          .map((name) => file.slice(0, -'.gitignore'.length) + name),
      );
  return {
    root: '/',
    async list() {
      const out = ignored();
      const paths = [...disk.keys()].filter(
        (path) => !out.some((name) => path === name || path.startsWith(`${name}/`)),
      );
      return { paths: paths.sort(), notes: [] };
    },
    async read(path) {
      const text = disk.get(path) ?? null;
      await hold(path);
      return { text, problem: null };
    },
    print: (paths, bytes, words) =>
      JSON.stringify([words, paths.map((path) => disk.get(path)?.slice(0, bytes) ?? null)]),
  };
}
