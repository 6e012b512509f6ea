/** Globs of the configuration; the only file that names the glob library. */
import picomatch from 'picomatch';

/** Compiles globs; in: patterns relative to the folder, with `/`; out: a test for workspace paths, false for no patterns. */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  return picomatch([...patterns], { dot: true });
}

/**
 * A glob that matches exactly one path, also as a part of a longer glob; in: the path, without backslashes, which globs take
 * for escapes. Two dots between braces would be a range, and cannot be escaped by a backslash.
 */
export function globLiteral(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|,^$"'`~<>]/g, '\\$&').replace(/\.(?=\.)/g, '[.]');
}
