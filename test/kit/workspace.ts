/** A whole workspace in memory for tests, read and checked as the editor and the command line do it. */

import { KINDS } from '../../server/model/kinds.generated.ts';
import { readConfiguration } from '../../server/reading/configuration.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { checkUnits } from '../../server/rules/run.ts';
import { isDocumentPath } from '../../server/syntax/parse.ts';
import { sectionCache } from '../../server/syntax/section-cache.ts';
import { createWorkspace, WORKSPACE_UNIT, type Workspace } from '../../server/workspace/workspace.ts';

/** The day that fixtures are checked for, unless their configuration names another. */
export const FIXTURE_DAY = '2026-11-01';

export interface WorkspaceOptions {
  readonly rules?: readonly Rule[];
  readonly asOf?: string;
}

export const HANDBOOK_KINDS: ReadonlySet<string> = new Set(
  KINDS.filter((kind) => kind.handbook === true).map((kind) => kind.name),
);

/** Fixtures repeat each other's sections; parsing each once is what makes a thousand cases affordable. */
export const SHARED_SECTIONS = sectionCache(64_000_000);

/** Builds and checks a workspace; a failing rule fails the test. */
export function workspaceOf(files: ReadonlyMap<string, string>, options: WorkspaceOptions = {}): Workspace {
  const rules = options.rules ?? RULES;
  const workspace = createWorkspace(HANDBOOK_KINDS, SHARED_SECTIONS);
  const configurationText = files.get('clausewright.yaml');
  const configuration =
    configurationText === undefined
      ? undefined
      : readConfiguration('clausewright.yaml', configurationText, {
          ruleIds: new Set(RULES.map((rule) => rule.id)),
        });
  const documents = [...files]
    .filter(([path]) => isDocumentPath(path) && path !== 'clausewright.yaml')
    .map(([path, text]) => ({ path, text, open: true }));
  const dirty = workspace.apply({
    ...(configuration === undefined ? {} : { configuration }),
    asOf: configuration?.asOf ?? options.asOf ?? FIXTURE_DAY,
    documents,
    files: { added: [...files.keys()], removed: [] },
    loaded: true,
  });
  checkUnits(workspace, new Set([...dirty, WORKSPACE_UNIT]), rules, raise);
  return workspace;
}

/** A rule that throws is a bug here, never something to go on from. */
export function raise(rule: string, unit: string, error: unknown): never {
  throw new Error(`${rule} failed on ${unit === '' ? 'the workspace' : unit}`, { cause: error });
}
