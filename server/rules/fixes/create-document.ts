/** Fixes that create a document from its kind: a draft with questions in it, and nothing that nobody said. */
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { documentTemplate } from '../../writing/template.ts';

/**
 * The fix that creates a document.
 * In: its title, the path of the new document, the kind (null: a heading only), values by field name, the lexicon.
 */
export function createDocumentFix(
  title: string,
  path: string,
  kind: string | null,
  values: Readonly<Record<string, string>>,
  lexicon: Lexicon,
): Fix {
  return {
    title,
    safe: false,
    reads: [path],
    changes: (source) => {
      if (source(path) !== null) return null;
      const text =
        kind === null
          ? `# ${values.title ?? 'Untitled'}\n`
          : documentTemplate(kind, values, lexicon, { notation: 'front-matter', language: 'en' });
      return text === '' ? null : [{ type: 'create', path, text }];
    },
  };
}
