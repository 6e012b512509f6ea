/** What `npm start` and `npm test` do first, with nothing but Node itself: install the dependencies where they are missing or stale. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs unless every package of the lock file is there in its version; ends the process where npm fails. */
export function setUp() {
  if (isInstalled()) return;
  process.stderr.write('Installing dependencies (npm ci)\n');
  // A registry that lacks packages for other systems makes `npm ci` refuse the lock file; `npm install` takes the same
  // versions from it and passes over what this system does not need.
  if (npm('ci') !== 0 && npm('install', '--no-save') !== 0) process.exit(1);
}

function npm(...args) {
  const run = spawnSync('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return run.status;
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
