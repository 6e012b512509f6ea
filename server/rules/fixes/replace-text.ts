/** Fixes that put other words in the place of wrong ones. */
import type { Span } from '../../syntax/span.ts';
import type { Fix, Source } from '../../workspace/finding.ts';
import { replaceSpan } from '../../writing/replace.ts';
import { documentFix, type Written } from './one-document.ts';

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
  const write = (here: Source): Written =>
    before !== null && here.tree.text.slice(place.start, place.end) !== before ? null : replaceSpan(here, place, after);
  return documentFix(title, path, write, safe);
}
