/** Files: the outside world's documents behind one small interface, so that the core never touches a disk. */
import type { Problem } from '../syntax/tree.ts';

/** Folders that never hold documents of the workspace, though files come and go in them all the time. */
export const NEVER_SEARCHED: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.vscode-test',
  '.venv',
  '__pycache__',
]);

export interface Listing {
  /** All files that are not ignored, relative to the root, with `/`, sorted. */
  readonly paths: readonly string[];
  /** What could not be listed, and why, in words for the user. */
  readonly notes: readonly { readonly path: string; readonly message: string }[];
}

export interface Reading {
  /** Null where there is no such file. */
  readonly text: string | null;
  readonly problem: Problem | null;
}

export interface ListingOptions {
  /** Patterns like those of .gitignore, from the configuration. */
  readonly ignore: readonly string[];
}

export interface Files {
  readonly root: string;
  list(options: ListingOptions): Promise<Listing>;
  /** Reads at most `bytes` bytes of a document; a longer file comes with a problem that says so. */
  read(path: string, bytes: number): Promise<Reading>;
  /**
   * One print over documents, to see whether anything is new since an earlier run. In: their paths, how many bytes of each count,
   * and words that go into the print. Out: the same text for the same of all three, and no other in practice.
   */
  print(paths: readonly string[], bytes: number, words: string): string;
}
