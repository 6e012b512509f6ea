/** One folder read whole for the command line, with a progress line on a terminal. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Folder, type FolderSettings, openFolder } from '../host/folder.ts';
import { nodeFiles } from '../host/node-files.ts';
import type { Request } from './arguments.ts';
import { scopeOf } from './scope.ts';

export interface Terminal {
  readonly here: string;
  /** The day of the host's clock. */
  readonly today: string;
  readonly version: string;
  out(text: string): void;
  err(text: string): void;
  /** Rewrites one line where there is a terminal to see it; null elsewhere. */
  readonly progress: ((line: string) => void) | null;
}

export interface Loaded {
  readonly folder: Folder;
  readonly units: ReadonlySet<string>;
  readonly wanted: (path: string) => boolean;
}

/** Reads the folder of a request; out: the folder and the units to check, or what is wrong with the request. */
export async function loadFolder(request: Request, terminal: Terminal): Promise<Loaded | { readonly problem: string }> {
  const scope = await scopeOf(request.paths, terminal.here);
  if ('problem' in scope) return scope;
  const configuration =
    request.config === null ? null : await readFile(resolve(terminal.here, request.config), 'utf8').catch(() => null);
  if (request.config !== null && configuration === null)
    return { problem: `The configuration "${request.config}" cannot be read.` };
  const folder = openFolder(nodeFiles(scope.root), {
    today: () => terminal.today,
    log: (message) => terminal.err(`${message}\n`),
    pause: () => setImmediate(),
  });
  const settings: FolderSettings = {
    force: true,
    ...(request.edition === null ? {} : { edition: request.edition }),
    ...(request.preset === null ? {} : { preset: request.preset }),
    ...(request.asOf === null ? {} : { asOf: request.asOf }),
    ...(configuration === null || request.config === null
      ? {}
      : { configuration: { path: basename(request.config), text: configuration } }),
  };
  await folder.setSettings(settings);
  const units = await folder.load({
    progress: (done, total) => terminal.progress?.(`Reading ${done} of ${total} documents`),
    gaveUp: () => false,
  });
  terminal.progress?.('');
  return { folder, units, wanted: scope.wanted };
}
