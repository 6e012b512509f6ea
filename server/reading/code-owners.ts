/** CODEOWNERS: who owns which paths, as code hosts read the file; the last pattern that a path matches counts. */
import type { PathOwners } from '../model/configuration.ts';

/** Where code hosts look for the file, first come first. */
export const CODE_OWNERS_FILES: readonly string[] = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
];

/**
 * Reads the file.
 * In: its text. Out: globs with their owners in the order of the lines; a pattern without owners takes ownership away, unless
 * the section that it stands in names some. Never fails: what is no pattern is passed over.
 */
export function readCodeOwners(text: string): readonly PathOwners[] {
  const found: PathOwners[] = [];
  let usual: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (words === '') continue;
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?\s*(.*)$/.exec(words);
    if (section !== null) {
      usual = ownersIn(section[1] ?? '');
      continue;
    }
    const [pattern, rest] = /^((?:\\.|[^\s\\])+)\s*(.*)$/.exec(words)?.slice(1) ?? [];
    if (pattern === undefined || pattern.startsWith('!')) continue;
    const named = ownersIn(rest ?? '');
    found.push({ globs: globsOf(pattern.replace(/\\(.)/g, '$1')), owners: named.length > 0 ? named : usual });
  }
  return found;
}

function ownersIn(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word.includes('@'));
}

/** A pattern as globs: without a slash it holds at any depth, and a folder's holds for all in it. */
function globsOf(pattern: string): readonly string[] {
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const bare = pattern.replace(/^\//, '');
  const glob = anchored || bare === '*' ? bare : `**/${bare}`;
  if (bare === '*' || bare === '**') return ['**'];
  if (glob.endsWith('/')) return [`${glob}**`];
  // `docs/*` holds for the files of the folder itself.
  return /(?:^|\/)[^/]*\*[^/]*$/.test(glob) ? [glob] : [glob, `${glob}/**`];
}
