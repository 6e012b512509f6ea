/** Fixes that create a document from its kind: a draft with questions in it, and nothing that nobody said. */
import { DEFAULT_CONFIGURATION } from '../../model/configuration.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import { readTree } from '../../reading/read.ts';
import { parseTree } from '../../syntax/parse.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addRecord } from '../../writing/add-record.ts';
import { type Write, writtenInTurn } from '../../writing/in-turn.ts';
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

/** Records of a kind that a new document begins with, each by field name; only what other documents say already. */
export interface Entries {
  readonly kind: string;
  readonly values: readonly Readonly<Record<string, string>>[];
}

/** The fix that creates a document with first entries in its list; in: as for `createDocumentFix`, and the entries. */
export function createRegisterFix(
  title: string,
  path: string,
  kind: string,
  values: Readonly<Record<string, string>>,
  entries: Entries,
  lexicon: Lexicon,
): Fix {
  return {
    title,
    safe: false,
    reads: [path],
    changes: (source) => {
      if (source(path) !== null) return null;
      const text = documentTemplate(kind, values, lexicon, { notation: 'front-matter', language: 'en' });
      if (text === '') return null;
      const tree = parseTree(path, text);
      const empty = { tree, facts: readTree(path, tree, DEFAULT_CONFIGURATION) };
      const writes = entries.values.map(
        (each): Write =>
          (now) =>
            addRecord(now, entries.kind, each, lexicon),
      );
      const filled = writtenInTurn(empty, writes, lexicon);
      return [{ type: 'create', path, text: filled?.tree.text ?? text }];
    },
  };
}
