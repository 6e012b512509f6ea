/** What `npm start` and `npm test` do first, with nothing but Node itself: install the dependencies where they are missing or stale. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` unless every package of the lock file is installed in its version; ends the process where npm fails. */
export function setUp() {
  if (isInstalled()) return;
  process.stderr.write('Installing dependencies (npm ci)\n');
  const run = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** Tells whether the packages that npm wrote down as installed are those of the lock file. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(
    // Packages for other systems are in the lock file too, but not installed.
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  );
}

/** The packages of a lock file by path; undefined when it is missing or broken. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
