/** The words of a section in a document's language: its heading, and the prompt below it. */

import { GERMAN } from '../model/german.ts';
import type { SectionDescription } from '../model/kind.ts';
import { termKey } from '../model/vocabulary/names.ts';
import type { SectionFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { HEADING_NUMBER } from './heading-style.ts';

/** The languages that documents are written in here. */
export type Language = 'en' | 'de';

/** The language of a document by its headings: German where most that are sections of its kind are the German pack's words for them. */
export function languageOfSections(sections: readonly SectionFact[]): Language {
  const named = sections.filter(({ names }) => names.length > 0);
  const german = named.filter(({ title, names }) =>
    names.some((name) =>
      (GERMAN.sections[name] ?? []).some((word) => termKey(word) === termKey(title.replace(HEADING_NUMBER, ''))),
    ),
  );
  return german.length * 2 > named.length ? 'de' : 'en';
}

/** The heading of a section in a language; the English one where the language's would not be read as the section. */
export function sectionTitle(section: SectionDescription, kind: string, language: Language, lexicon: Lexicon): string {
  const own = language === 'de' ? (GERMAN.sections[section.name] ?? []) : [];
  return own.find((title) => lexicon.sectionNames(kind, title).includes(section.name)) ?? section.title;
}

/** What a section asks its author, in a language; the English words where the language has none. */
export function promptOf({ prompt }: SectionDescription, language: Language): string {
  return (language === 'de' ? GERMAN.prompts[prompt] : undefined) ?? prompt;
}

/** The prompt as a comment, which still counts as empty. */
export function promptComment(section: SectionDescription, language: Language): string {
  return `<!-- ${promptOf(section, language).replaceAll('--', '–')} -->`;
}
