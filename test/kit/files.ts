/** Files in memory: a disk that tests write on, with .gitignore lines that name whole paths or folders. */
import type { Files } from '../../server/host/files.ts';

/** A disk of text files; changing the map is changing the disk. */
export type Disk = Map<string, string>;

/** The files of a disk; ignore files are understood as far as they name files or folders literally. */
export function memoryFiles(disk: Disk): Files {
  const ignored = (path: string): boolean =>
    [...disk].some(
      ([file, text]) =>
        file.endsWith('.gitignore') &&
        text.split('\n').some((line) => {
          const name = line.trim().replace(/\/$/, '');
          const whole = file.slice(0, -'.gitignore'.length) + name;
          return name !== '' && (path === whole || path.startsWith(`${whole}/`));
        }),
    );
  return {
    root: '/',
    list: async () => ({ paths: [...disk.keys()].filter((path) => !ignored(path)).sort(), notes: [] }),
    read: async (path) => ({ text: disk.get(path) ?? null, problem: null }),
  };
}
