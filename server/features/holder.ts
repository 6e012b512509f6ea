/** Whose field is being written: the document's, or that of a record in it, and of which kind. */
import { CONTROL_FIELDS } from '../model/control.ts';
import type { FieldDescription } from '../model/kind.ts';
import { isListOf, kindOfList } from '../model/vocabulary/list-names.ts';
import type { Facts, FieldFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { matchColumns } from '../reading/record-columns.ts';
import { contains, touches } from '../syntax/span.ts';
import { documentLabelling, type Labelling, recordLabelling } from '../writing/field-labels.ts';
import type { Surroundings } from './written-place.ts';

/** The thing whose fields are written at a place. */
export interface Holder {
  /** The kind of the document or record; null for a document of no known kind. */
  readonly kind: string | null;
  readonly form: 'document' | 'record';
  readonly labelling: Labelling;
  /** All its fields, in the order in which they go. */
  readonly fields: readonly FieldDescription[];
  /** What is given already, by canonical name: raw words. */
  readonly given: ReadonlyMap<string, string>;
}

/** The document as holder; its metadata counts wherever it stands, but for the label that is being written. */
export function documentHolder(facts: Facts, lexicon: Lexicon, near: Surroundings['siblings'], offset: number): Holder {
  const labelling = documentLabelling(facts.kinds, lexicon);
  const own = facts.kinds.flatMap((kind) => lexicon.kind(kind)?.fields ?? []);
  const byName = new Map([...CONTROL_FIELDS, ...own].map((field) => [field.name, field] as const));
  const given = new Map(
    facts.metadata
      .filter((field) => isWritten(field) && !(field.labelSpan !== null && touches(field.labelSpan, offset)))
      .map((field) => [field.field, field.raw] as const),
  );
  for (const { label, raw } of near) {
    const name = labelling.resolve(label);
    if (name !== null) given.set(name, raw);
  }
  return { kind: facts.kinds[0] ?? null, form: 'document', labelling, fields: [...byName.values()], given };
}

function isWritten({ shape }: FieldFact): boolean {
  return shape !== 'computed' && shape !== 'history' && shape !== 'section' && shape !== 'heading';
}

/** A record of a kind as holder. */
export function recordHolder(kind: string, lexicon: Lexicon, near: Surroundings['siblings']): Holder {
  const labelling = recordLabelling(kind, lexicon);
  const given = new Map<string, string>();
  for (const { label, raw } of near) {
    const name = labelling.resolve(label);
    if (name !== null && !given.has(name)) given.set(name, raw);
  }
  return { kind, form: 'record', labelling, fields: lexicon.kind(kind)?.fields ?? [], given };
}

/** Record kinds that the document's kinds carry. */
export function carriedBy(facts: Facts, lexicon: Lexicon): readonly string[] {
  return [...new Set(facts.kinds.flatMap((kind) => lexicon.kind(kind)?.carries ?? []))];
}

const HEADERS = /^(?:metadata|document|document_control|control|header|dokument)$/i;

/** The holder of a YAML key or value; null where nothing is known of the map that it stands in. */
export function yamlHolder(facts: Facts, lexicon: Lexicon, around: Surroundings, offset: number): Holder | null {
  const [parent] = around.parents;
  if (!around.item && (parent === undefined || HEADERS.test(parent)))
    return documentHolder(facts, lexicon, around.siblings, offset);
  if (facts.format === 'markdown') return null;
  const carried = carriedBy(facts, lexicon);
  const all = lexicon.recordKinds.map(({ name }) => name);
  // The name of the list, or, where its entries are keyed by id, of the map around them.
  const near = around.parents.slice(0, around.item ? 1 : 2).map((key) => key.toLowerCase());
  const listed = (kinds: readonly string[]): string | undefined =>
    kinds.find((name) => near.some((key) => isListOf(key, name) || kindOfList(key) === name));
  const labels = around.siblings.map(({ label }) => label);
  const kind =
    listed(carried) ??
    matchColumns(labels, lexicon, new Set(carried))?.kind.name ??
    listed(all) ??
    (around.item && around.parents.length <= 1 ? (mostRecords(facts) ?? carried[0]) : undefined);
  return kind === undefined ? null : recordHolder(kind, lexicon, around.siblings);
}

/** The kind of most of the records that a register holds already. */
function mostRecords(facts: Facts): string | undefined {
  const counts = new Map<string, number>();
  for (const { kind, form } of facts.records) if (form === 'item') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The holder of key lines and control tables at a place: the record whose section they stand in, else the document. */
export function markdownHolder(facts: Facts, lexicon: Lexicon, offset: number, near: Surroundings['siblings']): Holder {
  const record = facts.records.find(
    ({ form, span }) => form === 'section' && contains(span, { start: offset, end: offset }),
  );
  if (record === undefined) return documentHolder(facts, lexicon, near, offset);
  const fields = record.fields.map(({ label, raw }) => ({ label, raw }));
  return recordHolder(record.kind, lexicon, [...fields, ...near]);
}

/** The kind of record that a table holds or is to hold; in: the heads of its columns and the section that it stands in. */
export function tableKind(labels: readonly string[], facts: Facts, lexicon: Lexicon, offset: number): string | null {
  const carried = carriedBy(facts, lexicon);
  const matched = labels.length === 0 ? null : matchColumns(labels, lexicon, new Set(carried));
  if (matched !== null) return matched.kind.name;
  const section = facts.sections.findLast(({ span }) => span.start <= offset && offset <= span.end + 2);
  const titled =
    section === undefined ? undefined : carried.find((kind) => section.names.some((name) => isListOf(name, kind)));
  if (titled !== undefined) return titled;
  if (labels.length === 0) return carried[0] ?? null;
  // The kind of which most of the heads are fields, where that is most of them.
  const ranked = [...carried, ...lexicon.recordKinds.map(({ name }) => name)]
    .map((kind) => ({ kind, known: labels.filter((label) => lexicon.field(kind, label) !== null).length }))
    .sort((a, b) => b.known - a.known)[0];
  return ranked !== undefined && ranked.known >= Math.min(2, labels.length) && ranked.known * 2 > labels.length
    ? ranked.kind
    : null;
}
