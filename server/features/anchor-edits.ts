/** Links to headings whose words change: the anchor changes with them, in every document that names it. */
import type { Facts } from '../reading/facts.ts';
import { linkCandidates } from '../reading/links.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { parseTree } from '../syntax/parse.ts';
import { headingSlugs } from '../syntax/slug.ts';
import type { Tree } from '../syntax/tree.ts';

/** The anchors that edits of a document change; in: its path, its tree and the edits. Out: each old one with the new one. */
export function movedAnchors(path: string, tree: Tree, edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const moved = new Map<string, string>();
  const text = tree.format === 'markdown' ? applyEdits(tree.text, edits) : null;
  const after = text === null ? null : parseTree(path, text);
  if (tree.format !== 'markdown' || after?.format !== 'markdown') return moved;
  const now = headingSlugs(after.blocks);
  for (const [order, { slug }] of headingSlugs(tree.blocks).entries()) {
    const next = now[order]?.slug ?? slug;
    if (next !== slug) moved.set(slug, next);
  }
  return moved;
}

/**
 * The edits of the links in one document.
 * In: its facts, the moved anchors by path, and whether there is a document at a path. Out: only anchors are written anew.
 */
export function anchorEdits(
  facts: Facts,
  moved: ReadonlyMap<string, ReadonlyMap<string, string>>,
  exists: (path: string) => boolean,
): readonly TextEdit[] {
  return facts.links.flatMap(({ path, anchor, target, span }): readonly TextEdit[] => {
    if (path === null || anchor === null || span.end - span.start !== target.length) return [];
    const home = linkCandidates(path).find(exists);
    const next = home === undefined ? undefined : moved.get(home)?.get(anchor);
    if (next === undefined) return [];
    const written = /%[0-9a-f]{2}/i.test(target) ? encodeURIComponent(next) : next;
    return [{ span: { start: span.start + target.indexOf('#') + 1, end: span.end }, text: written }];
  });
}
