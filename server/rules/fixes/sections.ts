/** Fixes that insert missing sections, each with the question that it has to answer. */
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { insertSections } from '../../writing/insert-section.ts';
import { documentFix } from './one-document.ts';

/** The fix that inserts sections of a kind at their places; in: its title, the path, the kind, the sections' canonical names. */
export function insertSectionsFix(
  title: string,
  path: string,
  kind: string,
  names: readonly string[],
  lexicon: Lexicon,
): Fix {
  return documentFix(title, path, (here) => insertSections(here, kind, names, lexicon));
}
