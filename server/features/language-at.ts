/** The language of a document that is still to be written. */
import type { Facts } from '../reading/facts.ts';
import { languageOf } from '../rules/language-of.ts';
import { type Language, languageOfSections } from '../writing/section-words.ts';

/** So many documents tell how people write here. */
const ENOUGH = 50;

/**
 * The language of a new document. In: its path, and the documents around it. Out: what the path says (`docs/de/change.md`), else
 * the language of most documents there whose headings tell one.
 */
export function languageAt(
  path: string,
  around: { paths(): Iterable<string>; facts(path: string): Facts | null },
): Language {
  const said = languageOf(path);
  if (said === 'en' || said === 'de') return said;
  let [seen, german] = [0, 0];
  for (const other of around.paths()) {
    const sections = around.facts(other)?.sections.filter(({ names }) => names.length > 0) ?? [];
    if (sections.length === 0) continue;
    seen += 1;
    if (languageOfSections(sections) === 'de') german += 1;
    if (seen >= ENOUGH) break;
  }
  return german * 2 > seen ? 'de' : 'en';
}
