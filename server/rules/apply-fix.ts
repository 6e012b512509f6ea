/** Taking a fix: the documents that it reads, as they stand now, and the changes that it makes of them. */
import { readTree } from '../reading/read.ts';
import { parseTree } from '../syntax/parse.ts';
import type { Change, Fix, Source } from '../workspace/finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A document as a fix reads it; in: its path and its text right now (null where there is none); out: null where it is not there. */
export function createSource(workspace: Workspace, path: string, text: string | null): Source | null {
  const facts = workspace.facts(path);
  const tree = workspace.tree(path);
  if (facts !== null && tree !== null && (text === null || tree.text === text)) return { facts, tree };
  if (text === null) return null;
  const parsed = parseTree(path, text);
  return { facts: readTree(path, parsed, workspace.configuration), tree: parsed };
}

/** The changes of a fix; null where it no longer applies. */
export function changesOf(fix: Fix, source: (path: string) => Source | null): readonly Change[] | null {
  const changes = fix.changes(source);
  return changes === null || changes.length === 0 ? null : changes;
}
