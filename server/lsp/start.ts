/** Starts the language server on the channel that the command line names: standard input and output, or node's own. */
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { nodeFiles } from '../host/node-files.ts';
import { pause } from '../host/pause.ts';
import type { Readers } from '../host/readers.ts';
import type { Day } from '../model/value.ts';
import { serve } from './serve.ts';

/** Runs until the editor goes; in: the clock's day, the version to report, and how readers beside the main thread are started. */
export function startServer({
  today,
  version,
  readers,
}: {
  readonly today: () => Day;
  readonly version: string;
  readonly readers: (root: string) => Readers | null;
}): void {
  serve(createConnection(), {
    version,
    today,
    readers,
    files: (folder) => (folder.startsWith('file:') ? nodeFiles(fileURLToPath(folder)) : null),
    pause,
  });
}
