/** Which files a broken link was probably meant to lead to. */
import { nearest } from '../../model/nearest.ts';
import { PATHS_KEY } from '../../workspace/keys.ts';
import type { View } from '../../workspace/view.ts';

interface Files {
  /** Lower-case file name without extension → paths. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Folder → the names in it. */
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

const CHOICES = 3;

/**
 * The nearest existing paths, best first, at most three: the same file name elsewhere, then a similar name in the target's
 * folder or the document's. In: the view, the document's path, the path that leads nowhere.
 */
export function nearestPaths(view: View, from: string, missing: string): readonly string[] {
  const paths = view.paths();
  const files = view.derive(PATHS_KEY, 'files by name', () => index(paths));
  const wanted = stem(missing);
  const found = new Set(
    [...(files.byName.get(wanted) ?? [])].sort(
      (a, b) => distance(a, missing) - distance(b, missing) || (a < b ? -1 : 1),
    ),
  );
  for (const folder of [folderOf(missing), folderOf(from)]) {
    const names = files.byFolder.get(folder) ?? [];
    const near = nearest(wanted, names.map(stem));
    if (near === null) continue;
    for (const name of names) if (stem(name) === near) found.add(folder === '' ? name : `${folder}/${name}`);
  }
  found.delete(from);
  return [...found].slice(0, CHOICES);
}

function index(paths: readonly string[]): Files {
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  const put = (into: Map<string, string[]>, key: string, value: string): void => {
    const list = into.get(key);
    if (list === undefined) into.set(key, [value]);
    else list.push(value);
  };
  for (const path of paths) {
    put(byName, stem(path), path);
    put(byFolder, folderOf(path), path.slice(path.lastIndexOf('/') + 1));
  }
  return { byName, byFolder };
}

const stem = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]+$/, '')
    .toLowerCase();

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** How many folders two paths differ in. */
function distance(a: string, b: string): number {
  const left = folderOf(a).split('/');
  const right = new Set(folderOf(b).split('/'));
  return left.filter((part) => !right.has(part)).length + Math.abs(left.length - right.size);
}
