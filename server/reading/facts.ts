/** Facts: what one document tells the others, by name and never by pointer; plain data that can be kept on disk. */
import type { Edition } from '../model/catalogue.ts';
import type { FormScore } from '../model/document-forms.ts';
import type { Day, Parsed, State } from '../model/value.ts';
import type { Span } from '../syntax/span.ts';
import type { Problem } from '../syntax/tree.ts';

/** The notation that a value was found in. */
export type Shape =
  | 'front-matter'
  | 'unopened-front-matter'
  | 'comment'
  | 'yaml-fence'
  | 'table'
  | 'html-table'
  | 'key-line'
  | 'heading'
  | 'section'
  | 'history'
  | 'row'
  | 'column'
  | 'yaml'
  | 'computed';

export interface FieldFact {
  /** Canonical field name of the kind. */
  readonly field: string;
  /** The label as written: `Process Owner`. */
  readonly label: string;
  /** The value as written, trimmed, without the label. */
  readonly raw: string;
  readonly state: State;
  /** The reason beside "not applicable", where one is given. */
  readonly reason: string | null;
  /** The value parsed to the field's type; null where it could not be, or is not given. */
  readonly value: Parsed | null;
  /** Where the value stands; where it is empty, the place at which it would stand. */
  readonly span: Span;
  readonly labelSpan: Span | null;
  readonly shape: Shape;
  /** Workspace paths that links inside the value lead to. */
  readonly links: readonly string[];
}

export interface SectionFact {
  readonly title: string;
  /** Canonical names of the kind's sections that the heading answers to; several for "Purpose and scope". */
  readonly names: readonly string[];
  readonly level: number;
  readonly headingSpan: Span;
  /** From the heading to where the section ends, its subsections included. */
  readonly span: Span;
  /** How the section's own content stands, subsections included. */
  readonly state: State;
  /** The words of its first paragraph or list, at most 400 characters; all its words where its kind says that they are asked for. */
  readonly lead: string;
  /** True where those words are a table's: rows of cells, and no sentence. */
  readonly tabular: boolean;
  readonly slug: string;
}

export interface RecordFact {
  readonly kind: string;
  readonly id: string | null;
  /** What people call it: its title, name or description, shortened. */
  readonly name: string;
  readonly span: Span;
  /** A short place to underline: the id or name cell, the heading, the YAML item's first line. */
  readonly headSpan: Span;
  readonly form: 'document' | 'row' | 'column' | 'item' | 'section';
  readonly fields: readonly FieldFact[];
  /** The title of the section that it stands in, which often names the process or area. */
  readonly section: string | null;
}

export interface ClauseFact {
  /** The standard that the number is said, or taken, to be of; `unstated` where nothing near or in the document names one. */
  readonly standard: string;
  /** The edition where text beside the number or the document says it; null leaves it to the workspace. */
  readonly edition: Edition | null;
  /** `stated` beside the number, by the `document`, or not at all. */
  readonly editionFrom: 'stated' | 'document' | 'assumed';
  /** Where the year of the edition stands beside the number; several numbers of a list share one. */
  readonly editionSpan?: Span;
  readonly clause: string;
  readonly raw: string;
  /** The number itself. */
  readonly span: Span;
  /** Words beside the number that read like the clause's title. */
  readonly words: string | null;
  readonly wordsSpan: Span | null;
  /** Where it stands: metadata and tables are meant as claims, prose may be in passing. */
  readonly place: 'metadata' | 'table' | 'heading' | 'prose';
}

export interface LinkFact {
  /** The destination as written. */
  readonly target: string;
  /** Where the destination stands. */
  readonly span: Span;
  /** The whole link. */
  readonly linkSpan: Span;
  readonly text: string;
  /** Workspace path that it points at, without its anchor; null for external and absolute destinations. */
  readonly path: string | null;
  readonly anchor: string | null;
  readonly external: boolean;
  readonly image: boolean;
}

/** A role or person named where somebody acts: a RACI column, a step's actor. */
export interface NameFact {
  readonly text: string;
  readonly span: Span;
  readonly place: 'owner' | 'raci' | 'step' | 'record' | 'metadata';
  /** The field that the name stands in. */
  readonly field: string;
}

/** Two blocks of one document give different values for one field. */
export interface ConflictFact {
  readonly field: string;
  readonly first: FieldFact;
  readonly second: FieldFact;
}

/** A comment by which the authors accept a gap: for some rules, at a place or in the whole file. */
export interface SuppressionFact {
  /** The whole comment. */
  readonly span: Span;
  /** The rules that it names, as written. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** The stretch that it holds for; null where it holds for the whole file. */
  readonly scope: Span | null;
  /** Ids of the records that it is for; empty where it is for all in its stretch. */
  readonly about: readonly string[];
  /** Null where none is given, or only a placeholder: then nothing is accepted. */
  readonly reason: string | null;
  /** True where there is room for a reason that is still to be filled in. */
  readonly open: boolean;
  /** The last day on which it holds; null where it has no end, `unclear` where its end is no day. */
  readonly until: Day | 'unclear' | null;
  readonly untilSpan: Span | null;
}

export type KindFrom = 'type' | 'configuration' | 'id' | 'title' | 'headings' | 'columns' | 'none';

export interface Facts {
  readonly path: string;
  readonly format: 'markdown' | 'yaml';
  readonly title: { readonly text: string; readonly span: Span } | null;
  /** All kinds that the document is of, the leading one first; empty where it is unknown. */
  readonly kinds: readonly string[];
  readonly kindFrom: KindFrom;
  /** True where the document shows that it is controlled: declared kind, or a control field. */
  readonly controlled: boolean;
  /** Metadata of the document, one entry a field: the first given value by rank of its shape. */
  readonly metadata: readonly FieldFact[];
  readonly conflicts: readonly ConflictFact[];
  readonly sections: readonly SectionFact[];
  readonly records: readonly RecordFact[];
  readonly clauses: readonly ClauseFact[];
  readonly links: readonly LinkFact[];
  readonly names: readonly NameFact[];
  /** Comments by which the authors accept gaps. */
  readonly suppressions: readonly SuppressionFact[];
  /** Anchors that a link may point at, without `#`. */
  readonly anchors: readonly string[];
  readonly problems: readonly Problem[];
  /** How much its content is that of a process, a procedure or a work instruction; absent for all other kinds. */
  readonly score?: FormScore;
  /** Words of prose, to tell fragments from documents. */
  readonly words: number;
  readonly length: number;
}

/** Finds a metadata field by its canonical name. */
export function fieldOf(
  holder: { readonly metadata: readonly FieldFact[] } | { readonly fields: readonly FieldFact[] },
  name: string,
): FieldFact | null {
  const fields = 'metadata' in holder ? holder.metadata : holder.fields;
  return fields.find((field) => field.field === name) ?? null;
}

/** Tells whether a field is answered: given, or not applicable. */
export function isAnswered(field: FieldFact | null): boolean {
  return field !== null && (field.state === 'given' || field.state === 'not-applicable');
}

/** The field of that name where it is given; null where it is absent, empty, a placeholder or not applicable. */
export function givenField(holder: Parameters<typeof fieldOf>[0], name: string): FieldFact | null {
  const field = fieldOf(holder, name);
  return field?.state === 'given' ? field : null;
}

/** Does a field say anything at all: an answer, or the placeholder that `doc.placeholder` speaks of? */
export function isTouched(field: FieldFact | null): boolean {
  return field !== null && field.state !== 'empty';
}

/** Is nothing of it given yet but its number, only placeholders: a row that waits to be filled in, as templates have it? */
export function isToBeFilledIn(record: RecordFact): boolean {
  return (
    record.form !== 'document' &&
    record.fields.some((field) => field.state === 'placeholder') &&
    record.fields.every(
      (field) =>
        field.state === 'placeholder' ||
        field.state === 'empty' ||
        field.shape === 'computed' ||
        field.field === 'id' ||
        field.field === 'number',
    )
  );
}

/**
 * The day that a date field means; in: the field, and which end of a month, quarter or year counts.
 * Out: null where it is not given, no date, or ambiguous: nothing may be called late because of such a date.
 */
export function dayIn(field: FieldFact | null, end: 'first' | 'last'): Day | null {
  const value = field?.state === 'given' ? field.value : null;
  return value?.type === 'date' && !value.ambiguous ? value[end] : null;
}
