/** Snippets, made from the kinds: whole documents, and tables and list items for the records in them. */
import { DEFAULT_CONFIGURATION } from '../server/model/configuration.ts';
import { lexiconFor } from '../server/reading/lexicon.ts';
import { type Piece, snippetText } from '../server/writing/holes.ts';
import { documentPieces, isRegister, recordItem, recordTable } from '../server/writing/template.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: true;
}

const lexicon = lexiconFor(DEFAULT_CONFIGURATION);

const snippet = (prefix: string, description: string, pieces: readonly Piece[]): Snippet => ({
  prefix,
  description,
  body: snippetText(pieces).split('\n'),
});

/** The snippets of Markdown: each kind of document, and a table of each kind of record. */
export function markdownSnippets(): Readonly<Record<string, Snippet>> {
  const form = { notation: 'front-matter', language: 'en' } as const;
  const documents = lexicon.documentKinds.map((kind) => [
    kind.title,
    { ...snippet(kind.name, kind.help, documentPieces(kind.name, {}, lexicon, form)), isFileTemplate: true },
  ]);
  const tables = lexicon.recordKinds.flatMap((kind) => {
    const pieces = recordTable(kind.name, [kind.name], lexicon, 'en');
    return pieces.length === 0
      ? []
      : [[`${kind.title}: table`, snippet(`${kind.name}-table`, kind.help, [...pieces, '\n'])]];
  });
  return Object.fromEntries([...documents, ...tables]);
}

/** The snippets of YAML: each register, and an item for each kind of record. */
export function yamlSnippets(): Readonly<Record<string, Snippet>> {
  const form = { notation: 'yaml', language: 'en' } as const;
  const documents = lexicon.documentKinds
    .filter(isRegister)
    .map((kind) => [
      kind.title,
      { ...snippet(kind.name, kind.help, documentPieces(kind.name, {}, lexicon, form)), isFileTemplate: true },
    ]);
  const items = lexicon.recordKinds.map((kind) => [
    `${kind.title}: item`,
    snippet(`${kind.name}-item`, kind.help, [...recordItem(kind.name, lexicon, 'en', ''), '\n']),
  ]);
  return Object.fromEntries([...documents, ...items]);
}
