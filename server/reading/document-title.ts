/** The title of a document while its kind is not known yet: which heading or field it may be, and what it may be called by. */

import { type Title, titleOf } from './document-record.ts';
import type { FieldFact } from './facts.ts';
import { fileTitle } from './links.ts';
import type { Section } from './sections.ts';

export interface Titled {
  /** The first heading of the first level; null where there is none. */
  readonly top: Section | null;
  /** The heading that is the title; null where a field gives it, or nothing does. */
  readonly heading: Section | null;
  readonly presumed: Title | null;
  /** All that may be its title, the likeliest first. */
  readonly titles: readonly (string | null)[];
}

/** Presumes the title of a document; in: its path and text, its sections, the field that gives a title or null. */
export function presumeTitle(
  path: string,
  text: string,
  sections: readonly Section[],
  field: FieldFact | null,
): Titled {
  const top = sections.find((section) => section.heading.depth === 1) ?? null;
  // A site generator's `<%= title %>` is no title; the one it stands for is in the front matter.
  const generated =
    top !== null &&
    field !== null &&
    /^\s*(?:<%|\{\{|\{%)/.test(text.slice(top.heading.textSpan.start, top.heading.textSpan.end));
  const heading = generated ? null : (top ?? (field === null ? (sections[0] ?? null) : null));
  const presumed = heading === null ? titleOf(field) : headingTitle(heading);
  // A heading among others of its depth is a section, whatever it is called.
  const single =
    heading === null ||
    heading.heading.depth === 1 ||
    sections.every((section) => section === heading || section.heading.depth > heading.heading.depth);
  // Site generators take the file's name for the title of a page that has none.
  const filed = field === null && (presumed === null || !single) ? fileTitle(path) : null;
  return { top, heading, presumed, titles: [field?.raw ?? null, single ? (presumed?.text ?? null) : null, filed] };
}

/** A heading as a title. */
export function headingTitle({ heading }: Section): Title {
  return { text: heading.text, span: heading.textSpan };
}
