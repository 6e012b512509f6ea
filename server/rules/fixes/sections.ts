/** Fixes that insert missing sections, each with the question that it has to answer. */
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { insertSections } from '../../writing/insert-section.ts';

/** The fix that inserts sections of a kind at their places; in: its title, the path, the kind, the sections' canonical names. */
export function insertSectionsFix(
  title: string,
  path: string,
  kind: string,
  names: readonly string[],
  lexicon: Lexicon,
): Fix {
  return {
    title,
    safe: false,
    reads: [path],
    changes: (source) => {
      const here = source(path);
      const edits = here === null ? null : insertSections(here, kind, names, lexicon);
      return edits === null ? null : [{ type: 'edit', path, edits }];
    },
  };
}
