/** Files on disk: listed with .gitignore respected, read with limits, never followed in circles. */
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decode } from '../syntax/decode.ts';
import { isDocumentPath } from '../syntax/parse.ts';
import type { Files, Listing, ListingOptions, Reading } from './files.ts';

/** Folders that never hold documents of the workspace. */
const NEVER: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.vscode-test',
  '.venv',
  '__pycache__',
]);
/** More files than any management system has; beyond it the listing stops and says so. */
const MOST_FILES = 200_000;

/** Opens a folder on disk; in: an absolute path. */
export function nodeFiles(root: string): Files {
  const base = resolve(root);
  return {
    root: base,
    list: (options) => listFiles(base, options),
    read: (path, bytes) => readDocument(join(base, path), bytes),
  };
}

interface Rules {
  readonly prefix: string;
  readonly matcher: Ignore;
}

async function listFiles(root: string, options: ListingOptions): Promise<Listing> {
  const notes: { path: string; message: string }[] = [];
  const paths: string[] = [];
  if (root === resolve(homedir()) || root === resolve('/')) {
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
  const configured = ignore().add([...options.ignore]);
  const visited = new Set<string>([await realpath(root).catch(() => root)]);
  const outer = await outerRules(root);

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
        if (NEVER.has(entry.name) || ignored(`${path}/`, here, configured)) continue;
        const real = await realpath(join(root, path)).catch(() => null);
        if (real === null) continue;
        if (visited.has(real)) {
          notes.push({
            path,
            message: `"${path}" leads to a folder that was searched already (a link in a circle); it was left out.`,
          });
          continue;
        }
        visited.add(real);
        await walk(path, here);
      } else if (isFile && !ignored(path, here, configured)) paths.push(path);
    }
  };
  await walk('', outer);
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
    if (test.ignored) result = true;
    else if (test.unignored) result = false;
  }
  return result;
}

async function readIgnore(path: string): Promise<Ignore | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : ignore().add(text);
}

/** The .gitignore files between the repository's root and the folder, where the folder lies inside a repository. */
async function outerRules(root: string): Promise<readonly Rules[]> {
  const isTop = async (folder: string): Promise<boolean> =>
    stat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
  if (await isTop(root)) return [];
  const folders: string[] = [];
  for (let folder = resolve(root, '..'); ; folder = resolve(folder, '..')) {
    folders.unshift(folder);
    if (await isTop(folder)) break;
    if (folder === resolve(folder, '..')) return [];
  }
  const rules: Rules[] = [];
  for (const folder of folders) {
    const matcher = await readIgnore(join(folder, '.gitignore'));
    if (matcher !== null) rules.push({ prefix: `../${relative(folder, root).split(sep).join('/')}/`, matcher });
  }
  return rules;
}

async function readDocument(path: string, bytes: number): Promise<Reading> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => error);
  if (handle instanceof Error) {
    if (handle.code === 'ENOENT' || handle.code === 'ENOTDIR') return { text: null, problem: null };
    return {
      text: '',
      problem: {
        kind: 'encoding',
        span: { start: 0, end: 0 },
        message: `This file cannot be read (${reason(handle)}), so it was not checked. Allow reading it.`,
      },
    };
  }
  try {
    const { size } = await handle.stat();
    if (!isDocumentPath(path)) return { text: '', problem: null };
    const buffer = new Uint8Array(Math.min(size, bytes));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const { text, problem } = decode(cutAtCharacter(buffer.subarray(0, bytesRead), size > bytes));
    if (problem !== null || size <= bytes) return { text, problem };
    return {
      text,
      problem: {
        kind: 'limit',
        span: { start: 0, end: Math.min(text.length, 80) },
        message: `This file is ${Math.ceil(size / 1024)} KB: only its first ${Math.floor(bytes / 1024)} KB were checked. Split it, or raise "limits: bytes" in clausewright.yaml.`,
      },
    };
  } catch (error) {
    // A folder named like a document, or a file that goes away while it is read.
    return (error as NodeJS.ErrnoException).code === 'EISDIR'
      ? { text: null, problem: null }
      : {
          text: '',
          problem: {
            kind: 'encoding',
            span: { start: 0, end: 0 },
            message: `This file cannot be read (${reason(error as NodeJS.ErrnoException)}).`,
          },
        };
  } finally {
    await handle.close();
  }
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
