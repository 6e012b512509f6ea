/** `clausewright fix`: takes the safe fixes one after the other, each judged anew, and writes what has changed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { changesOf, createSource } from '../rules/apply-fix.ts';
import { RULES } from '../rules/rules.generated.ts';
import { checkUnits } from '../rules/run.ts';
import { applyEdits } from '../syntax/edit.ts';
import type { Change, Fix } from '../workspace/finding.ts';
import { byPlace } from '../workspace/workspace.ts';
import type { Request } from './arguments.ts';
import { difference } from './difference.ts';
import { type Loaded, loadFolder, type Terminal } from './load.ts';

/** A fix leads to at most so many others; what goes on longer would never end. */
const MOST_FIXES = 10_000;

/** Runs the fixes; out: the exit code, 0 whether there was anything to fix or not. */
export async function fix(request: Request, terminal: Terminal): Promise<number> {
  const loaded = await loadFolder(request, terminal);
  if ('problem' in loaded) {
    terminal.err(`${loaded.problem}\n`);
    return 2;
  }
  const { folder } = loaded;
  const texts = new Map<string, Text>();
  let failed = false;
  const recheck = (units: ReadonlySet<string>): void =>
    checkUnits(folder.workspace, units, RULES, (rule, where, error) => {
      failed = true;
      terminal.err(`The rule ${rule} failed on ${where} and was skipped: ${String(error)}\n`);
    });
  recheck(loaded.units);
  const taken: { readonly path: string; readonly title: string }[] = [];
  const tried = new Set<string>();
  for (let next = safeFix(loaded, tried); next !== null && taken.length < MOST_FIXES; next = safeFix(loaded, tried)) {
    for (const path of next.fix.reads)
      if (!texts.has(path)) texts.set(path, await textAt(folder.files.root, path, loaded));
    const changes = changesOf(next.fix, (path) => createSource(folder.workspace, path, texts.get(path)?.now ?? null));
    const written = changes === null ? null : applied(changes, texts);
    if (written === null) continue;
    taken.push({ path: next.path, title: next.fix.title });
    for (const [path, now] of written) {
      texts.set(path, { ...(texts.get(path) ?? { before: null, mark: false }), now });
      recheck(folder.textChanged(path, now));
    }
  }
  const changed = [...texts]
    .filter(([, { before, now }]) => now !== null && now !== before)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (request.dryRun) for (const [path, { before, now }] of changed) terminal.out(difference(path, before, now ?? ''));
  else
    for (const [path, { before, now, mark }] of changed) {
      const full = join(folder.files.root, path);
      await mkdir(dirname(full), { recursive: true });
      // A new file never takes the place of one that could not be read.
      await writeFile(full, `${mark ? '\uFEFF' : ''}${now ?? ''}`, { flag: before === null ? 'wx' : 'w' });
    }
  const say = request.dryRun ? terminal.err : terminal.out;
  for (const { path, title } of taken) say(`${path}: ${title}\n`);
  const files = `${changed.length} file${changed.length === 1 ? '' : 's'}`;
  say(
    taken.length === 0
      ? 'There is nothing that can be fixed without a decision.\n'
      : `${request.dryRun ? 'Would fix' : 'Fixed'} ${taken.length} possible gap${taken.length === 1 ? '' : 's'} in ${files}.\n`,
  );
  return failed ? 3 : 0;
}

interface Text {
  /** What stands on disk; null for a file that is not there. */
  readonly before: string | null;
  readonly now: string | null;
  /** True where the file begins with a byte order mark, which no reader counts. */
  readonly mark: boolean;
}

/** The first safe fix that was not tried yet, in the files that were asked for. */
function safeFix({ folder, wanted }: Loaded, tried: Set<string>): { readonly path: string; readonly fix: Fix } | null {
  const { workspace } = folder;
  const findings = [...workspace.pathsWithFindings()]
    .filter(wanted)
    .flatMap((path) => workspace.findings(path))
    .sort(byPlace);
  for (const { path, rule, fingerprint, fixes } of findings) {
    const safe = fixes.find((each) => each.safe);
    const key = `${path}\u0001${rule}\u0001${fingerprint}\u0001${safe?.title ?? ''}`;
    if (safe === undefined || tried.has(key)) continue;
    tried.add(key);
    return { path, fix: safe };
  }
  return null;
}

/** Reads a file as the folder reads it. A file that could not be read as it is, is not there to be written. */
async function textAt(root: string, path: string, { folder }: Loaded): Promise<Text> {
  const { text, problem } = await folder.files.read(path, folder.workspace.configuration.limits.bytes);
  if (text === null || problem !== null) return { before: null, now: null, mark: false };
  const bytes = await readFile(join(root, path)).catch(() => null);
  // Bytes that do not come back as they were, such as UTF-16, are left alone.
  const mark = bytes !== null && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const same = bytes !== null && Buffer.from(`${mark ? '\uFEFF' : ''}${text}`).equals(bytes);
  return same ? { before: text, now: text, mark } : { before: null, now: null, mark: false };
}

/** The texts after some changes; null where one of them does not fit. */
function applied(changes: readonly Change[], texts: ReadonlyMap<string, Text>): ReadonlyMap<string, string> | null {
  const written = new Map<string, string>();
  for (const change of changes) {
    const now = written.get(change.path) ?? texts.get(change.path)?.now ?? null;
    if (change.type === 'create' ? now !== null : now === null) return null;
    const text = change.type === 'create' ? change.text : applyEdits(now ?? '', change.edits);
    if (text === null) return null;
    written.set(change.path, text);
  }
  return written;
}
