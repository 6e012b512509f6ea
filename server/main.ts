/** The way in: the language server for editors, or one command for the command line. */
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import manifest from '../package.json' with { type: 'json' };
import { runCommandLine } from './cli/run.ts';
import { cacheFolder, keptFor } from './host/kept.ts';
import { READING_THREAD, serveReading, startReaders } from './host/reading-thread.ts';
import { startServer } from './lsp/start.ts';

const words = process.argv.slice(2);
const today = (): string => {
  const day = new Date();
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
};

const program = fileURLToPath(import.meta.url);
const readers = (root: string) => startReaders(program, root);

// An editor that starts the server over node's own channel passes no command.
if (parentPort !== null && workerData === READING_THREAD) {
  serveReading(parentPort);
} else if (
  words[0] === 'lsp' ? words.includes('--stdio') || words.includes('--node-ipc') : words.includes('--node-ipc')
) {
  startServer({ today, version: manifest.version, readers });
} else {
  // A closed pipe (`| head`) is no fault of ours; a full disk is one of somebody's.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
  const terminal = process.stderr.isTTY === true && process.env.CI === undefined;
  void runCommandLine(words, {
    here: process.cwd(),
    today: today(),
    version: manifest.version,
    readers,
    // Run from its sources, the program is more than this file, and a change elsewhere in it would go unseen.
    ...(program.endsWith('.cjs') ? { kept: (root: string) => keptFor(cacheFolder(process.env), program, root) } : {}),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: terminal ? (line) => process.stderr.write(`\r\x1b[K${line}`) : null,
  }).then((code) => {
    process.exitCode = code;
  });
}
