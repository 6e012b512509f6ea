/** The shape in which a kind is described once: its fields, sections, recognition and links, from which all else follows. */
import type { Edition } from './catalogue.ts';
import type { ValueType } from './value.ts';

/** Clause numbers by edition; an edition that is absent or empty asks for nothing here. */
export type ClausesByEdition = Readonly<Partial<Record<Edition, readonly string[]>>>;

export interface FieldDescription {
  /** Canonical name, as in `inspect` and in YAML registers: `next_review`. */
  readonly name: string;
  /** The label that a fix or a template writes: `Next review`. */
  readonly title: string;
  readonly type: ValueType;
  /** Other labels for it in English; the languages' packs add theirs. Compared by `labelKey`. */
  readonly synonyms: readonly string[];
  /**
   * Labels that name this field only beside another label for the field under which they are listed: "Commitment" is a
   * measure, and beside "Service level" it is the target.
   */
  readonly beside?: Readonly<Record<string, readonly string[]>>;
  /** One plain sentence on what the field is for, shown on hover. */
  readonly help: string;
  /** Canonical values with their synonyms where the type is `enumeration`. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Clauses that ask for it. */
  readonly clauses?: ClausesByEdition;
  /**
   * True where others ask for records or documents of this kind by what stands in this field, as measures by their process:
   * `view.recordsAbout` and `view.documentsAbout` then find them without looking at all of the kind.
   */
  readonly keyed?: boolean;
}

export interface SectionDescription {
  readonly name: string;
  /** The heading that a fix or a template writes. */
  readonly title: string;
  readonly synonyms: readonly string[];
  readonly help: string;
  /** What a template puts below the heading: a prompt, never content. */
  readonly prompt: string;
  /** Clauses that ask for the content; with one for the edition in force, absence is `doc.missing-section`. */
  readonly clauses?: ClausesByEdition;
  /** True where a rule of its own asks for it, with more knowledge than `doc.missing-section` has. */
  readonly ownRule?: boolean;
  /** The record kind that each item of a list below the heading is one of: `attendee`. */
  readonly items?: string;
  /** True where rules ask what the section says, so that all its words are kept, and not only the first paragraph. */
  readonly whole?: true;
}

export interface Recognition {
  /** What a declared `type:` may call it, beside its name and title. */
  readonly types: readonly string[];
  /** Document id prefixes: `PROC`, `SOP`. */
  readonly idPrefixes?: readonly string[];
  /** Phrases that name the kind in a title. */
  readonly titles: readonly string[];
  /** Section names of this kind that together give it away, and how many of them it takes. */
  readonly headings?: { readonly names: readonly string[]; readonly atLeast: number };
  /** Sets of fields; a table whose columns cover one of the sets holds records of this kind. */
  readonly columns?: readonly (readonly string[])[];
}

export interface KindDescription {
  /** `process-description` */
  readonly name: string;
  /** `Process description` */
  readonly title: string;
  readonly help: string;
  /** A document, or a record that stands in documents as row, list item or section. */
  readonly form: 'document' | 'record';
  /** Clauses that ask for such a document or record. */
  readonly clauses: ClausesByEdition;
  /** True for the kinds that any handbook has, see the settled point on controlled documents in docs/ARCHITECTURE.md. */
  readonly handbook?: boolean;
  readonly fields: readonly FieldDescription[];
  readonly sections: readonly SectionDescription[];
  readonly recognise: Recognition;
  /** Record kinds whose rows and entries such a document carries; their column signatures are read more readily here. */
  readonly carries?: readonly string[];
  /** The record kind that the document as a whole is one record of: an audit plan is one `audit`. */
  readonly yields?: string;
}
