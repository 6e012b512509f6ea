/** `npm start`: sets up, builds and opens VS Code with the extension on the examples; see scripts/open.ts for its options. */
import { spawn } from 'node:child_process';
import { root, setUp } from './set-up.mjs';

setUp();
const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/open.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// A Ctrl-C reaches both; the child cleans up and ends, and this process after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
