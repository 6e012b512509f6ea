/** `clausewright init`: a commented configuration in a folder that has none. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { configurationTemplate } from '../writing/configuration-template.ts';
import type { Request } from './arguments.ts';
import type { Terminal } from './load.ts';

/** Writes the configuration; out: the exit code, 2 where there is one already. */
export async function init({ paths, edition }: Request, terminal: Terminal): Promise<number> {
  const [folder = '.', ...others] = paths;
  if (others.length > 0) {
    terminal.err('init takes one folder.\n');
    return 2;
  }
  const path = join(resolve(terminal.here, folder), CONFIGURATION_FILE);
  await mkdir(resolve(terminal.here, folder), { recursive: true });
  if (!(await writeNew(path, configurationTemplate(edition ?? '2018')))) {
    terminal.err(`There is a ${CONFIGURATION_FILE} already in "${folder}"; it stays as it is.\n`);
    return 2;
  }
  terminal.out(
    `Wrote ${join(folder, CONFIGURATION_FILE)}. Now "clausewright new" writes documents, and "clausewright check" checks them.\n`,
  );
  return 0;
}

/** Writes a file that is not there yet; out: false where it is. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
