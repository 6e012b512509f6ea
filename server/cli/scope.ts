/** The folder and files that the command line's paths mean. */
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';

export interface Scope {
  /** Absolute path of the folder that is read. */
  readonly root: string;
  /** Tells whether a path in the folder was asked for. */
  readonly wanted: (path: string) => boolean;
  /** The files that were named: their paths in the folder, and as given. */
  readonly files: readonly { readonly path: string; readonly given: string }[];
}

/**
 * Works out the folder to read.
 * In: paths as given and the current folder. Out: the folder (the nearest one with a configuration around the paths, else the
 * one folder that was named, else the current one) and which of its files were asked for; or what is wrong.
 */
export async function scopeOf(paths: readonly string[], here: string): Promise<Scope | { readonly problem: string }> {
  const absolute: { path: string; given: string; folder: boolean }[] = [];
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const full = resolve(here, path);
    const found = await stat(full).catch(() => null);
    if (found === null) return { problem: `There is no file or folder "${path}".` };
    absolute.push({ path: full, given: path, folder: found.isDirectory() });
  }
  const only = absolute.length === 1 ? absolute[0] : undefined;
  const start =
    only === undefined
      ? common(absolute.map((each) => (each.folder ? each.path : dirname(each.path))))
      : only.folder
        ? only.path
        : dirname(only.path);
  const configured = await nearestConfigured(start);
  const root = configured ?? (only?.folder === true ? start : inside(here, start) ? here : start);
  const asked = absolute.map((each) => ({ ...each, path: relative(root, each.path).split(sep).join('/') }));
  return {
    root,
    files: asked.filter(({ folder }) => !folder),
    wanted: (path) =>
      asked.some((each) => each.path === '' || path === each.path || (each.folder && path.startsWith(`${each.path}/`))),
  };
}

async function nearestConfigured(start: string): Promise<string | null> {
  for (let folder = start; ; folder = dirname(folder)) {
    if (
      await stat(join(folder, CONFIGURATION_FILE)).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return folder;
    const top = await stat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (top || folder === dirname(folder)) return null;
  }
}

function common(folders: readonly string[]): string {
  const [first, ...rest] = folders.map((folder) => folder.split(sep));
  let shared = first ?? [];
  for (const other of rest) {
    const parting = shared.findIndex((part, i) => part !== other[i]);
    if (parting >= 0) shared = shared.slice(0, parting);
  }
  return shared.join(sep) || sep;
}

const inside = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
