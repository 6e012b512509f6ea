/** What an edition, or the organization itself, asks a kind of document to say. */
import type { Edition } from '../model/catalogue.ts';
import type { Configuration } from '../model/configuration.ts';
import type { ClausesByEdition, KindDescription, SectionDescription } from '../model/kind.ts';
import { termKey } from '../model/vocabulary/names.ts';
import type { Lexicon } from '../reading/lexicon.ts';

/** Do the clauses of an edition ask for it? */
export function asksFor(clauses: ClausesByEdition | undefined, edition: Edition): boolean {
  return (clauses?.[edition]?.length ?? 0) > 0;
}

export interface AskedSection {
  /** Canonical name; for a section that only the organization knows, the heading that it asks for. */
  readonly name: string;
  readonly title: string;
  /** The description; null for a heading that no kind knows. */
  readonly description: SectionDescription | null;
  readonly by: 'clause' | 'configuration';
}

/** The sections that a document of a kind has to have: those of the edition's clauses, then those of the configuration. */
export function askedSections(
  kind: KindDescription,
  configuration: Configuration,
  lexicon: Lexicon,
): readonly AskedSection[] {
  const found: AskedSection[] = kind.sections
    .filter((section) => asksFor(section.clauses, configuration.edition))
    .map((section) => ({ name: section.name, title: section.title, description: section, by: 'clause' }));
  const required = Object.hasOwn(configuration.requiredSections, kind.name)
    ? (configuration.requiredSections[kind.name] ?? [])
    : [];
  for (const heading of required) {
    const known = lexicon.sectionNames(kind.name, heading);
    const description = kind.sections.find((section) => known.includes(section.name)) ?? null;
    const name = description?.name ?? heading;
    if (found.some((section) => section.name === name || termKey(section.title) === termKey(heading))) continue;
    found.push({ name, title: description?.title ?? heading, description, by: 'configuration' });
  }
  return found;
}

/** Is an answer under this name asked for: as a section, or as a field that a section may answer? */
export function isAskedFor(
  kind: KindDescription,
  name: string,
  configuration: Configuration,
  lexicon: Lexicon,
): boolean {
  return (
    asksFor(kind.fields.find((field) => field.name === name)?.clauses, configuration.edition) ||
    askedSections(kind, configuration, lexicon).some((section) => section.name === name)
  );
}
