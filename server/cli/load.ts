/** One folder read whole for the command line, with a progress line on a terminal. */
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Folder, openFolder } from '../host/folder.ts';
import type { Kept } from '../host/kept.ts';
import { nodeFiles } from '../host/node-files.ts';
import type { Readers } from '../host/readers.ts';
import type { FolderSettings } from '../host/settings.ts';
import type { Baseline } from '../model/configuration.ts';
import { readBaseline } from '../rules/baseline.ts';
import { decode } from '../syntax/decode.ts';
import type { Request } from './arguments.ts';
import { type Scope, scopeOf } from './scope.ts';

export interface Terminal {
  readonly here: string;
  /** The day of the host's clock. */
  readonly today: string;
  readonly version: string;
  out(text: string): void;
  err(text: string): void;
  /** Rewrites one line where there is a terminal to see it; null elsewhere. */
  readonly progress: ((line: string) => void) | null;
  /** Starts readers beside the main thread; absent where everything is read in it. */
  readonly readers?: (root: string) => Readers | null;
  /** What earlier runs over a folder left; absent where nothing is to be kept. */
  readonly kept?: (root: string) => Kept;
}

export interface Opened {
  readonly folder: Folder;
  readonly scope: Scope;
}

export interface Loaded {
  readonly folder: Folder;
  readonly units: ReadonlySet<string>;
  readonly wanted: (path: string) => boolean;
}

/** Opens the folder of a request under the options given; out: nothing of it is read yet; or what is wrong with the request. */
export async function openRequested(
  request: Request,
  terminal: Terminal,
): Promise<Opened | { readonly problem: string }> {
  const scope = await scopeOf(request.paths, terminal.here);
  if ('problem' in scope) return scope;
  const configuration = request.config === null ? null : await configurationAt(request.config, terminal, scope.root);
  if (configuration !== null && 'problem' in configuration) return configuration;
  const baseline = request.baseline === null ? null : await baselineAt(request.baseline, terminal);
  if (baseline !== null && 'problem' in baseline) return baseline;
  const folder = openFolder(nodeFiles(scope.root, true), {
    today: () => terminal.today,
    log: (message) => say(terminal, message),
    pause: () => setImmediate(),
    // Taking fixes means checking again what they change.
    brief: request.command !== 'fix',
    ...(terminal.readers === undefined ? {} : { readers: terminal.readers }),
  });
  const settings: FolderSettings = {
    force: true,
    ...(request.edition === null ? {} : { edition: request.edition }),
    ...(request.preset === null ? {} : { preset: request.preset }),
    ...(request.asOf === null ? {} : { asOf: request.asOf }),
    ...(configuration === null ? {} : { configuration }),
    // What is being written down is all that stands, whatever was known before.
    ...(request.writeBaseline !== null ? { baseline: NOTHING_KNOWN } : baseline === null ? {} : { baseline }),
  };
  await folder.setSettings(settings);
  return { folder, scope };
}

/** Reads the folder of a request; out: the folder and the units to check, or what is wrong with the request. */
export async function loadFolder(request: Request, terminal: Terminal): Promise<Loaded | { readonly problem: string }> {
  const opened = await openRequested(request, terminal);
  if ('problem' in opened) return opened;
  const { folder, scope } = opened;
  const units = await folder.load({
    progress: (done, total) => terminal.progress?.(`Reading ${done} of ${total} documents`),
    gaveUp: () => false,
  });
  terminal.progress?.('');
  for (const { path, given } of scope.files)
    if (folder.workspace.facts(path) === null && path !== folder.workspace.configuration.path)
      say(terminal, `"${given}" is not checked: it is ignored, or neither Markdown nor YAML.`);
  return { folder, units, wanted: scope.wanted };
}

/** Says something beside the output. */
function say(terminal: Terminal, message: string): void {
  // A line of progress must not stand before it.
  terminal.progress?.('');
  terminal.err(`${message}\n`);
}

const NOTHING_KNOWN: Baseline = { path: '', counts: {} };

/** The baseline that the request names; or what is wrong with it. */
async function baselineAt(named: string, { here }: Terminal): Promise<Baseline | { readonly problem: string }> {
  const text = await readFile(resolve(here, named), 'utf8').catch(() => null);
  if (text === null)
    return {
      problem: `There is no baseline "${named}". Write it with "clausewright check --write-baseline ${named}".`,
    };
  return (
    readBaseline(named, text) ?? {
      problem: `"${named}" is no baseline. Write it anew with "clausewright check --write-baseline ${named}".`,
    }
  );
}

/** The configuration that the request names, with the path to show it by; or what is wrong with it. */
async function configurationAt(
  named: string,
  { here }: Terminal,
  root: string,
): Promise<{ readonly path: string; readonly text: string } | { readonly problem: string }> {
  const full = resolve(here, named);
  const bytes = await readFile(full).catch(() => null);
  const { text, problem } = bytes === null ? { text: '', problem: null } : decode(bytes);
  if (bytes === null || problem !== null) {
    const why = problem === null ? '' : ` ${problem.message}`;
    return { problem: `The configuration "${named}" cannot be read.${why}` };
  }
  return { path: relative(root, full).split(sep).join('/'), text };
}
