/** Which findings of a document an editor shows: all in the strict preset, without mere information in the recommended one. */
import type { Finding } from '../workspace/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The findings of a document for display.
 * In: the workspace and a workspace path. Out: its findings in order of place, related places kept. The preset
 * `recommended` leaves out information, unless the configuration asks for that very severity by the rule's name.
 */
export function displayedFindings(workspace: Workspace, path: string): readonly Finding[] {
  const all = workspace.findings(path);
  const { preset, rules } = workspace.configuration;
  if (all.length === 0 || preset === 'strict') return all;
  return all.filter(({ severity, rule }) => severity !== 'information' || Object.hasOwn(rules, rule));
}
