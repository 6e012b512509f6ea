/** Fixes that put other words in the place of wrong ones. */
import type { Span } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import { replaceSpan } from '../../writing/replace.ts';

/**
 * The fix that replaces one stretch of a document.
 * In: its title, the path, the stretch, the words that must still stand there (null where they are not known), the new
 * words, and whether nothing but these can be meant, so that it may be done in bulk.
 */
export function replaceText(
  title: string,
  path: string,
  place: Span,
  before: string | null,
  after: string,
  safe = false,
): Fix {
  return {
    title,
    safe,
    reads: [path],
    changes: (source) => {
      const here = source(path);
      if (here === null || (before !== null && here.tree.text.slice(place.start, place.end) !== before)) return null;
      const edits = replaceSpan(here, place, after);
      return edits === null ? null : [{ type: 'edit', path, edits }];
    },
  };
}
