/** Sharing: words and values that many documents have in common are kept once, and apart from the texts that they were cut from. */
import { isShort, type Memory, memory, remembered, shared } from '../model/memo.ts';
import type { Parsed } from '../model/value.ts';
import type { Facts, FieldFact, RecordFact } from './facts.ts';

type Fresh<T> = { -readonly [Key in keyof T]: T[Key] };

const NONE: readonly string[] = [];

/**
 * Lets facts share what they have in common with those of other documents: a closed document is kept for days and looked at
 * rarely. In: facts that nobody else holds yet, as they were just read or came from a thread; they say the same afterwards,
 * in less than half the room. Out: the same facts.
 */
export function shareFacts(facts: Facts): Facts {
  const own = facts as Fresh<Facts>;
  own.anchors = sharedList(facts.anchors);
  own.kinds = sharedList(facts.kinds);
  if (facts.title !== null) (facts.title as Fresh<NonNullable<Facts['title']>>).text = shared(facts.title.text);
  // A list that grew has room for more, which a copy has not.
  own.metadata = [...facts.metadata];
  own.records = [...facts.records];
  own.names = [...facts.names];
  own.links = [...facts.links];
  for (const field of facts.metadata) shareField(field);
  for (const record of facts.records) shareRecord(record, facts.metadata);
  for (const section of facts.sections as readonly Fresh<Facts['sections'][number]>[]) {
    section.title = shared(section.title);
    section.names = sharedList(section.names);
    section.lead = shared(section.lead);
    section.slug = shared(section.slug);
  }
  for (const clause of facts.clauses as readonly Fresh<Facts['clauses'][number]>[]) {
    clause.standard = shared(clause.standard);
    clause.clause = shared(clause.clause);
    clause.raw = shared(clause.raw);
    clause.words = sharedOrNull(clause.words);
  }
  for (const link of facts.links as readonly Fresh<Facts['links'][number]>[]) {
    link.target = shared(link.target);
    link.text = shared(link.text);
    link.path = sharedOrNull(link.path);
    link.anchor = sharedOrNull(link.anchor);
  }
  for (const name of facts.names as readonly Fresh<Facts['names'][number]>[]) name.text = shared(name.text);
  return facts;
}

function shareRecord(record: RecordFact, metadata: readonly FieldFact[]): void {
  const own = record as Fresh<RecordFact>;
  own.kind = shared(record.kind);
  own.id = sharedOrNull(record.id);
  own.name = shared(record.name);
  own.section = sharedOrNull(record.section);
  // A document that is a record itself has the fields of its metadata.
  const same = (field: FieldFact): FieldFact | undefined =>
    metadata.find(
      (each) => each.field === field.field && each.span.start === field.span.start && each.raw === field.raw,
    );
  own.fields = record.form === 'document' ? record.fields.map((field) => same(field) ?? field) : [...record.fields];
  for (const field of own.fields) shareField(field);
}

function shareField(field: Fresh<FieldFact>): void {
  field.field = shared(field.field);
  field.label = shared(field.label);
  field.raw = shared(field.raw);
  field.reason = sharedOrNull(field.reason);
  field.links = sharedList(field.links);
  if (field.value !== null) field.value = sharedValue(field.value, field.raw);
}

const sharedOrNull = (text: string | null): string | null => (text === null ? null : shared(text));

const lists = memory<readonly string[]>();

/** Most lists are of one word or two: the kind of a document, the sections that a heading answers to. */
function sharedList(list: readonly string[]): readonly string[] {
  if (list.length === 0) return NONE;
  return list.length > 2 ? list.map(shared) : remembered(lists, list.join('\u0001'), () => list.map(shared));
}

const values = new Map<Parsed['type'], Memory<Parsed>>();

/**
 * What a value was parsed to mostly follows from its type and its words. Where it does not, as the words of an enumeration mean
 * another thing in another list, and a due date is worked out from the words of a review, the value stays what it is.
 */
function sharedValue(value: Parsed, raw: string): Parsed {
  // What is too long to come twice only has to be taken out of its text.
  if (!isShort(raw)) return apart(value, raw);
  const ofType = values.get(value.type) ?? memory<Parsed>();
  values.set(value.type, ofType);
  const known = remembered(ofType, raw, () => apart(value, raw));
  return JSON.stringify(known) === JSON.stringify(value) ? known : value;
}

/** The value apart from the text that it was cut from; in: its words, which are apart already. */
function apart(value: Parsed, raw: string): Parsed {
  if ('text' in value && value.text === raw) return { ...value, text: raw };
  return JSON.parse(JSON.stringify(value)) as Parsed;
}
