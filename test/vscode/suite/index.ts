/** The entry that VS Code calls in the extension host: runs the suite with Mocha and reports by lines. */
import Mocha from 'mocha';

/** Marks our lines: a window prints much else, and the stand-in for the desktop shows only these. */
const mark = '│ ';

function say(text: string): void {
  console.log(text.replace(/^/gm, mark));
}

// Mocha's default reporter in this build wants a DOM; these lines are all that a terminal needs.
function lines(runner: Mocha.Runner): void {
  runner.on('pass', (test) => say(`✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
  runner.on('fail', (test, error: Error) => say(`✘ ${test.fullTitle()}\n${error.stack ?? error.message}`));
  runner.on('end', () => say(`${runner.stats?.passes ?? 0} passed, ${runner.stats?.failures ?? 0} failed`));
}

/** Runs every test of the bundle; rejects, which VS Code turns into exit code 1, when one failed or none ran. */
export async function run(): Promise<void> {
  // While VS Code starts, it may hold a command back for up to half a minute on a busy machine.
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, reporter: lines as unknown as Mocha.ReporterConstructor });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  // The first one looks at the extension as nothing has woken it yet.
  await import('./extension.test.ts');
  await import('./checking.test.ts');
  await import('./editing.test.ts');
  await import('./trace.test.ts');
  await new Promise<void>((passed, failed) => {
    const runner = mocha.run((failures) => (failures === 0 ? passed() : failed(new Error(`${failures} failed`))));
    if (runner.total === 0) failed(new Error('no test ran'));
  });
}
