/** Measures what one more document takes of memory, once it is read and checked: the slope between two sizes of workspace. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DEFAULT_CONFIGURATION } from '../server/model/configuration.ts';
import { KINDS } from '../server/model/kinds.generated.ts';
import { RULES } from '../server/rules/rules.generated.ts';
import { checkUnits } from '../server/rules/run.ts';
import { createWorkspace, WORKSPACE_UNIT, type Workspace } from '../server/workspace/workspace.ts';
import { corpus } from './corpus.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Kilobytes that are in use once all that nobody needs is let go of. */
function used(): number {
  for (let round = 0; round < 4; round++) collect();
  return process.memoryUsage().heapUsed / 1024;
}

/** In: two numbers of documents. Out: kilobytes a document more. */
export function memoryOfOneMore(few: number, many: number): number {
  const workspace = createWorkspace(new Set(KINDS.filter((kind) => kind.handbook === true).map((kind) => kind.name)));
  workspace.apply({
    configuration: { ...DEFAULT_CONFIGURATION, path: 'clausewright.yaml' },
    asOf: '2026-11-01',
    loaded: true,
  });
  const before = filled(workspace, few);
  return (filled(workspace, many) - before) / (many - few);
}

/** Kilobytes in use once the workspace holds so many documents, all checked. */
function filled(workspace: Workspace, size: number): number {
  for (const [path, text] of corpus(size)) {
    if (workspace.exists(path)) continue;
    workspace.apply({ documents: [{ path, text }], files: { added: [path], removed: [] } });
  }
  checkUnits(workspace, [WORKSPACE_UNIT, ...workspace.paths()], RULES, (rule, unit, error) => {
    throw new Error(`${rule} failed on ${unit}`, { cause: error });
  });
  return used();
}
