/** Folders on a real disk for tests: read and checked as the command line does it. */
import { setImmediate } from 'node:timers/promises';
import { type Folder, openFolder } from '../../server/host/folder.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { checkUnits } from '../../server/rules/run.ts';
import { FIXTURE_DAY, raise } from './workspace.ts';

/** Loads and checks a folder; in: its absolute path. Out: the folder, with all findings made. */
export async function checkedFolder(root: string): Promise<Folder> {
  const folder = openFolder(nodeFiles(root), {
    today: () => FIXTURE_DAY,
    log: () => undefined,
    pause: () => setImmediate(),
  });
  const units = await folder.load({ progress: () => undefined, gaveUp: () => false });
  checkUnits(folder.workspace, units, RULES, raise);
  return folder;
}
