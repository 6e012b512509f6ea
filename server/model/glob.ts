/** Globs of the configuration; the only file that names the glob library. */
import picomatch from 'picomatch';

/** Compiles globs; in: patterns relative to the folder, with `/`; out: a test for workspace paths, false for no patterns. */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  return picomatch([...patterns], { dot: true });
}
