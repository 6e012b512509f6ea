/** Understands the command line of the desktop VS Code, and runs the embedded one with the tests that it names. */
import { resolve } from 'node:path';
import { startEmbedded, windowAddress } from './embedded.ts';
import { openWindow } from './window.ts';

/** A suite that says nothing for so long has hung. */
const limit = Number(process.env.CLAUSEWRIGHT_VSCODE_LIMIT ?? 180_000);

/** What the suite puts before its lines; all else that a window prints is kept for when it hangs. */
const mark = '│ ';

/** The value of `--name=value` or `--name value`; undefined when it is not given. */
function option(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  const given = args[at];
  if (given === undefined) return undefined;
  return given.includes('=') ? given.slice(given.indexOf('=') + 1) : args[at + 1];
}

/** Runs the tests; resolves with their exit code. Options of a desktop that mean nothing here are let pass. */
async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--version')) {
    process.stdout.write('1.139.1\nembedded\n');
    return 0;
  }
  const valued = new Set(['--user-data-dir', '--extensions-dir', '--extensionDevelopmentPath', '--extensionTestsPath']);
  const folder = args.find((arg, at) => !arg.startsWith('-') && !valued.has(args[at - 1] ?? ''));
  const development = option(args, 'extensionDevelopmentPath');
  const tests = option(args, 'extensionTestsPath');
  const vscode = await startEmbedded();
  try {
    const address = windowAddress(vscode.port, {
      ...(folder === undefined ? {} : { folder: resolve(folder) }),
      ...(development === undefined ? {} : { extensionDevelopmentPath: resolve(development) }),
      ...(tests === undefined ? {} : { extensionTestsPath: resolve(tests) }),
    });
    const noise: string[] = [];
    const window = await openWindow(address, (text) => {
      if (text.startsWith(mark)) process.stdout.write(`${text.replaceAll(mark, '')}\n`);
      else noise.push(text);
    });
    interrupted.push(() => window.close());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<number>((giveUp) => {
      timer = setTimeout(() => {
        process.stderr.write(`No end within ${limit / 1000} s\n${[vscode.log(), ...noise].join('\n')}\n`);
        giveUp(124);
      }, limit);
    });
    try {
      return await Promise.race([window.exit, late]);
    } finally {
      clearTimeout(timer);
      await window.close();
    }
  } finally {
    vscode.stop();
  }
}

/** What is to be closed when someone interrupts; the server goes on `exit` by itself. */
const interrupted: (() => Promise<void>)[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void Promise.allSettled(interrupted.map((close) => close())).then(() => process.exit(130));
  });
}

process.exitCode = await run(process.argv.slice(2)).catch((reason: unknown) => {
  process.stderr.write(`${reason instanceof Error ? reason.stack : reason}\n`);
  return 1;
});
