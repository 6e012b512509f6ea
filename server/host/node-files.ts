/** Files on disk: listed with .gitignore respected, read with limits, never followed in circles. */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decode } from '../syntax/decode.ts';
import { isDocumentPath } from '../syntax/parse.ts';
import { type Files, type Listing, type ListingOptions, NEVER_SEARCHED, type Reading } from './files.ts';

/** More files than any management system has; beyond it the listing stops and says so. */
const MOST_FILES = 200_000;

/** Opens a folder on disk; in: an absolute path; true where documents are read at once, since nobody else has anything to do meanwhile. */
export function nodeFiles(root: string, atOnce = false): Files {
  const base = resolve(root);
  return {
    root: base,
    list: (options) => listFiles(base, options),
    read: async (path, bytes) => {
      const full = join(base, path);
      return readingOf(path, atOnce ? findNow(full, bytes) : await find(full, bytes), bytes);
    },
    print(paths, bytes, words) {
      const print = createHash('sha256').update(words);
      for (const path of paths) addTo(print.update(`\u0000${path}\u0000`), findNow(join(base, path), bytes));
      return print.digest('hex');
    },
  };
}

interface Rules {
  readonly prefix: string;
  readonly matcher: Ignore;
}

async function listFiles(root: string, options: ListingOptions): Promise<Listing> {
  const notes: { path: string; message: string }[] = [];
  const paths: string[] = [];
  if (root === resolve(homedir()) || root === dirname(root)) {
    return {
      paths,
      notes: [
        {
          path: '',
          message: `${root} is not searched: it is a home folder or the whole disk. Open the folder that holds your management system.`,
        },
      ],
    };
  }
  const configured = patterns([...options.ignore]);
  const visited = new Set<string>([await realpath(root).catch(() => root)]);
  const outer = await outerRules(root);
  /** Folders that are links: searched last, so that what they lead to goes by its own name where it is in the folder too. */
  const links: { readonly path: string; readonly rules: readonly Rules[] }[] = [];

  const walk = async (folder: string, rules: readonly Rules[]): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT')
        notes.push({
          path: folder,
          message: `The folder "${folder === '' ? '.' : folder}" cannot be read (${reason(error)}), so nothing in it was checked. Allow reading it, or add it to "ignore" in clausewright.yaml.`,
        });
      return [];
    });
    const own = entries.some((entry) => entry.name === '.gitignore')
      ? await readIgnore(join(root, folder, '.gitignore'))
      : null;
    const here = own === null ? rules : [...rules, { prefix: folder === '' ? '' : `${folder}/`, matcher: own }];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (paths.length >= MOST_FILES) return;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      let isFolder = entry.isDirectory();
      let isFile = entry.isFile();
      if (entry.isSymbolicLink()) {
        const target = await stat(join(root, path)).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ELOOP')
            notes.push({ path, message: `"${path}" is a link that leads back to itself; it was left out.` });
          return null;
        });
        isFolder = target?.isDirectory() === true;
        isFile = target?.isFile() === true;
      }
      if (isFolder) {
        if (NEVER_SEARCHED.has(entry.name) || ignored(`${path}/`, here, configured)) continue;
        if (entry.isSymbolicLink()) links.push({ path, rules: here });
        else await enter(path, here);
      } else if (isFile && !ignored(path, here, configured)) paths.push(path);
    }
  };
  const enter = async (path: string, rules: readonly Rules[]): Promise<void> => {
    const real = await realpath(join(root, path)).catch(() => null);
    if (real === null) return;
    if (visited.has(real)) {
      notes.push({ path, message: `"${path}" leads to a folder that is searched anyway; it was left out.` });
      return;
    }
    visited.add(real);
    await walk(path, rules);
  };
  await walk('', outer);
  for (let link = links.shift(); link !== undefined; link = links.shift()) await enter(link.path, link.rules);
  if (paths.length >= MOST_FILES)
    notes.push({
      path: '',
      message: `More than ${MOST_FILES} files: the rest was left out. Open a smaller folder, or add patterns to "ignore" in clausewright.yaml.`,
    });
  return { paths: paths.sort(), notes };
}

function ignored(path: string, rules: readonly Rules[], configured: Ignore): boolean {
  if (configured.ignores(path)) return true;
  let result = false;
  for (const { prefix, matcher } of rules) {
    // Rules of an outer repository carry the folder's own path in front.
    const local = prefix.startsWith('../')
      ? prefix.slice(3) + path
      : path.startsWith(prefix)
        ? path.slice(prefix.length)
        : null;
    if (local === null || local === '') continue;
    const test = matcher.test(local);
    if (test.unignored) result = false;
    // What a file only inherits from its folder was decided when the folder was searched nonetheless.
    else if (test.ignored && !inherits(matcher, local)) result = true;
  }
  return result;
}

function inherits(matcher: Ignore, path: string): boolean {
  const end = path.replace(/\/$/, '').lastIndexOf('/');
  return end > 0 && matcher.ignores(path.slice(0, end + 1));
}

async function readIgnore(path: string): Promise<Ignore | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : patterns(text);
}

/** Upper and lower case differ where they do for the system's files, as git sees to it. */
function patterns(lines: string | string[]): Ignore {
  return ignore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' }).add(lines);
}

/**
 * What the repository around a folder ignores: its own list, and the .gitignore files above the folder. A folder that is
 * itself ignored was opened on purpose: what is in it counts.
 */
async function outerRules(root: string): Promise<readonly Rules[]> {
  const isTop = async (folder: string): Promise<boolean> =>
    stat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
  const ownList = async (top: string): Promise<Ignore | null> => readIgnore(join(top, '.git', 'info', 'exclude'));
  if (await isTop(root)) {
    const matcher = await ownList(root);
    return matcher === null ? [] : [{ prefix: '', matcher }];
  }
  const folders: string[] = [];
  for (let folder = resolve(root, '..'); ; folder = resolve(folder, '..')) {
    folders.unshift(folder);
    if (await isTop(folder)) break;
    if (folder === resolve(folder, '..')) return [];
  }
  const rules: Rules[] = [];
  const above = (folder: string): string => `../${relative(folder, root).split(sep).join('/')}/`;
  const [top = root] = folders;
  const excluded = await ownList(top);
  if (excluded !== null) rules.push({ prefix: above(top), matcher: excluded });
  for (const folder of folders) {
    const matcher = await readIgnore(join(folder, '.gitignore'));
    if (matcher !== null) rules.push({ prefix: above(folder), matcher });
  }
  return rules.some(({ prefix, matcher }) => matcher.ignores(prefix.slice(3))) ? [] : rules;
}

/** What the disk holds under a path: a file's size and its first bytes, or what keeps it from being read, on opening it or later. */
type Found =
  | { readonly size: number; readonly bytes: Uint8Array }
  | { readonly error: NodeJS.ErrnoException; readonly opened: boolean };

async function find(path: string, most: number): Promise<Found> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    const room = new Uint8Array(Math.min(size, most));
    const { bytesRead } = await file.read(room, 0, room.length, 0);
    return { size, bytes: room.subarray(0, bytesRead) };
  } catch (error) {
    return { error: error as NodeJS.ErrnoException, opened: file !== null };
  } finally {
    await file?.close();
  }
}

/** The same, one call after the other: where nobody else has anything to do meanwhile, a promise for each takes three times as long. */
function findNow(path: string, most: number): Found {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const room = new Uint8Array(Math.min(size, most));
    return { size, bytes: room.subarray(0, readSync(file, room, 0, room.length, 0)) };
  } catch (error) {
    return { error: error as NodeJS.ErrnoException, opened: file !== null };
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Adds what was found to a print. */
function addTo(print: Hash, found: Found): void {
  if ('error' in found) print.update(`${found.error.code}`);
  else print.update(`${found.size}\u0000`).update(found.bytes);
}

/** What was found as a document; in: its path, and how many bytes of it count. */
function readingOf(path: string, found: Found, most: number): Reading {
  if ('error' in found) {
    const { error, opened } = found;
    // A folder named like a document, or a file that goes away before it is read.
    if (opened ? error.code === 'EISDIR' : error.code === 'ENOENT' || error.code === 'ENOTDIR')
      return { text: null, problem: null };
    const rest = opened ? '.' : ', so it was not checked. Allow reading it.';
    const message = `This file cannot be read (${reason(error)})${rest}`;
    return { text: '', problem: { kind: 'encoding', span: { start: 0, end: 0 }, message } };
  }
  // Beside documents only baselines are read, which are JSON, and who owns them.
  if (!isDocumentPath(path) && !/\.json$|(?:^|[\\/])CODEOWNERS$/.test(path)) return { text: '', problem: null };
  const { size, bytes } = found;
  const { text, problem } = decode(cutAtCharacter(bytes, size > most));
  if (problem !== null || size <= most) return { text, problem };
  return {
    text,
    problem: {
      kind: 'limit',
      span: { start: 0, end: Math.min(text.length, 80) },
      needs: size,
      message: `This file is ${Math.ceil(size / 1024)} KB: only its first ${Math.floor(most / 1024)} KB were checked. Split it, or raise "limits: bytes" in clausewright.yaml.`,
    },
  };
}

/** A file cut off in the middle of a character would look damaged; cut at the last line end instead. */
function cutAtCharacter(bytes: Uint8Array, cut: boolean): Uint8Array {
  if (!cut) return bytes;
  const end = bytes.lastIndexOf(0x0a);
  return end < 0 ? bytes.subarray(0, Math.max(0, bytes.length - 4)) : bytes.subarray(0, end + 1);
}

function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'no permission';
    case 'ELOOP':
      return 'links in a circle';
    default:
      return error.code ?? error.message;
  }
}
