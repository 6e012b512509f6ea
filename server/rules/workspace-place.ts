/** Where a finding about the workspace as a whole stands: the most fitting register, else the configuration, else the entry page. */
import { fieldOf } from '../reading/facts.ts';
import type { Place } from '../workspace/finding.ts';
import { isInUse } from '../workspace/set-aside.ts';
import type { View } from '../workspace/view.ts';

/**
 * The place of a finding that something stands nowhere.
 * In: the view, and the kinds of documents in which somebody would look for it, best first. Out: the first live document of
 * those kinds, else the configuration file, else the entry page or the first document; null for an empty workspace.
 */
export function workspacePlace(view: View, kinds: readonly string[]): Place | null {
  for (const kind of kinds) {
    const [home] = view.documents(kind).filter(isInUse);
    if (home !== undefined)
      return { path: home.path, span: home.title?.span ?? fieldOf(home, 'id')?.span ?? { start: 0, end: 0 } };
  }
  const { path } = view.configuration;
  if (path !== null) return { path, span: { start: 0, end: 0 } };
  const documents = view.paths().filter((each) => /\.(?:md|markdown|ya?ml)$/i.test(each));
  const entry = documents.find((each) => /^(?:readme|index|_index)\.md$/i.test(each)) ?? documents[0];
  if (entry === undefined) return null;
  return { path: entry, span: view.facts(entry)?.title?.span ?? { start: 0, end: 0 } };
}
