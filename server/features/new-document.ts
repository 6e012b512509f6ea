/** New documents: the kind that a word means, the name of the file, and the folder in which such documents stand. */

import type { KindDescription } from '../model/kind.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { kindKey } from '../workspace/keys.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { documentTemplate } from '../writing/template.ts';
import { languageAt } from './language-at.ts';

/** The kind of document that somebody calls by a name, title or another word for it; null for none. */
export function kindCalled(word: string, lexicon: Lexicon): KindDescription | null {
  const name = lexicon.kind(word)?.form === 'document' ? word : lexicon.declaredKind(word.replaceAll('-', ' '));
  return name === null ? null : lexicon.kind(name);
}

/** A title from a file's name: `internal-audit-plan_2026.md` is "Internal audit plan 2026". */
export function titleFrom(path: string): string {
  const words = path
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The file's name for a title, in small letters and dashes; the kind's name where there is no title. */
export function fileNameFor(kind: KindDescription, title: string | null): string {
  const stem = (title ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem === '' ? kind.name : stem}.md`;
}

/** The folders of the workspace, those first in which documents of the kind stand, the fullest first; '' is the workspace itself. */
export function foldersFor(kind: string, workspace: Workspace): readonly string[] {
  const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const own = new Map<string, number>();
  for (const path of workspace.contributors(kindKey(kind)))
    if (workspace.facts(path)?.kinds.includes(kind) === true)
      own.set(folderOf(path), (own.get(folderOf(path)) ?? 0) + 1);
  const all = new Set<string>(['']);
  for (const path of workspace.paths())
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) all.add(folder);
  return [...new Set([...[...own].sort((a, b) => b[1] - a[1]).map(([folder]) => folder), ...[...all].sort()])];
}

/** A new document in a folder; in: kind, title and folder. Out: its path, which nothing stands at yet, and its text; null for no kind. */
export function newDocument(
  kindName: string,
  title: string,
  folder: string,
  workspace: Workspace,
  lexicon: Lexicon,
): { readonly path: string; readonly text: string } | null {
  const kind = kindCalled(kindName, lexicon);
  if (kind === null) return null;
  const named = title.trim();
  const name = fileNameFor(kind, named === '' ? null : named);
  const path = free(folder === '' ? name : `${folder}/${name}`, workspace);
  const values: Readonly<Record<string, string>> = named === '' ? {} : { title: named };
  return {
    path,
    text: documentTemplate(kind.name, values, lexicon, {
      notation: 'front-matter',
      language: languageAt(path, workspace),
    }),
  };
}

/** The path itself, or, where something stands there, the first with a number that is free. */
function free(path: string, workspace: Workspace): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : path.replace(/\.md$/, `-${number}.md`);
    if (!workspace.exists(candidate)) return candidate;
  }
}
