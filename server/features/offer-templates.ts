/** Offers of whole documents in an empty file: one of each kind, those that the file's name speaks of first. */

import type { KindDescription } from '../model/kind.ts';
import { kindsInTitle } from '../reading/classify.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { plainText, snippetText } from '../writing/holes.ts';
import type { Language } from '../writing/section-words.ts';
import { documentPieces, isRegister, type TemplateForm } from '../writing/template.ts';
import type { Offer } from './completion.ts';
import { escaped } from './hover-markdown.ts';
import { titleFrom } from './new-document.ts';

/** Is there nothing in a document yet, or no more than a word by which a template may be found? */
export function isFresh(text: string): boolean {
  return /^\uFEFF?\s*[\p{L} -]{0,40}\s*$/u.test(text);
}

/** The kinds of document that a file may become, the likeliest first; YAML takes those that list records, or are one. */
export function kindsFor(path: string, format: 'markdown' | 'yaml', lexicon: Lexicon): readonly KindDescription[] {
  const possible = lexicon.documentKinds.filter((kind) => format === 'markdown' || isRegister(kind));
  const named = kindsInTitle(titleFrom(path), lexicon, true);
  const likely = possible.filter(({ name }) => named.includes(name));
  const others = possible.filter(({ name }) => !named.includes(name));
  return [...likely, ...[...others].sort((a, b) => (a.title < b.title ? -1 : 1))];
}

/** How a new document of a format is written. */
export function formFor(format: 'markdown' | 'yaml', language: Language): TemplateForm {
  return { notation: format === 'yaml' ? 'yaml' : 'front-matter', language };
}

/** The templates, each replacing the whole of the text. */
export function templateOffers(
  path: string,
  format: 'markdown' | 'yaml',
  text: string,
  lexicon: Lexicon,
  language: Language,
): readonly Offer[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return kindsFor(path, format, lexicon).map((kind): Offer => {
    const pieces = documentPieces(kind.name, {}, lexicon, formFor(format, language));
    return {
      sort: 'template',
      label: kind.title,
      filter: `${kind.title} ${kind.name}`,
      text: plainText(pieces),
      snippet: snippetText(pieces),
      span: { start, end: text.length },
      detail: 'new document',
      documentation: escaped(kind.help),
    };
  });
}
