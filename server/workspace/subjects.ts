/** Subjects: what is meant at a place - a clause, a role, a person, a document, or a record under its id or name. */
import type { Edition } from '../model/catalogue.ts';
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import { OUR_STANDARD, UNSTATED } from '../reading/clause-references.ts';
import { type ClauseFact, type Facts, type FieldFact, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import { contains, type Span, touches } from '../syntax/span.ts';
import type { Place } from './finding.ts';
import { kindKey } from './keys.ts';
import { rosterOf } from './people.ts';
import type { Located, View } from './view.ts';

export type Subject =
  | { readonly type: 'clause'; readonly edition: Edition; readonly number: string }
  | { readonly type: 'role'; readonly name: string }
  | { readonly type: 'person'; readonly key: string; readonly name: string }
  | { readonly type: 'document'; readonly path: string; readonly anchor: string | null }
  /** A record that goes by an id, or by a name where it has none: `service`, `audit`, `improvement`. */
  | { readonly type: 'record'; readonly kind: string; readonly id: string | null; readonly name: string };

/** A subject and the stretch that speaks of it. */
export interface Spoken {
  readonly subject: Subject;
  readonly span: Span;
}

/** The kinds whose records others speak of by name, beside roles and people, which have subjects of their own. */
export const NAMED_KINDS: ReadonlySet<string> = new Set(['service', 'customer', 'supplier', 'kpi']);

const ID = /[\p{L}][\p{L}\d]*(?:[-_/.][\p{L}\d]+)+/gu;
/** How far an id may reach to either side of a place. */
const REACH = 60;

/**
 * What a place speaks of; the narrowest meaning wins.
 * In: the document's facts and text, an offset in it, and the view. Out: null where nothing is meant that anybody could follow.
 */
export function subjectAt(facts: Facts, text: string, offset: number, view: View): Spoken | null {
  return (
    linkAt(facts, offset) ??
    clauseAt(facts, offset, view) ??
    nameAt(facts, offset, view) ??
    recordAt(facts, offset) ??
    targetAt(facts, offset, view) ??
    idAt(text, offset, view) ??
    titleAt(facts, offset)
  );
}

function linkAt(facts: Facts, offset: number): Spoken | null {
  const link = facts.links.find(({ linkSpan }) => touches(linkSpan, offset));
  if (link === undefined || link.path === null || (link.path === facts.path && link.anchor === null)) return null;
  return { subject: { type: 'document', path: link.path, anchor: link.anchor }, span: link.linkSpan };
}

/** The clause that a reference speaks of; null for other standards'. */
export function clauseOf(fact: ClauseFact, view: View): Subject | null {
  if (fact.standard !== OUR_STANDARD && fact.standard !== UNSTATED) return null;
  return { type: 'clause', edition: fact.edition ?? view.edition, number: fact.clause };
}

/** Is the reference meant as one to ISO/IEC 20000-1: it says so, or nothing else is said and the workspace is set up for it? */
export function isOurClause({ standard }: ClauseFact, view: View): boolean {
  return standard === OUR_STANDARD || (standard === UNSTATED && view.configuration.path !== null);
}

function clauseAt(facts: Facts, offset: number, view: View): Spoken | null {
  const fact = facts.clauses.find(({ span }) => touches(span, offset));
  const subject = fact === undefined ? null : clauseOf(fact, view);
  return fact === undefined || subject === null ? null : { subject, span: fact.span };
}

/** Whom a name means: a role that is defined, a person who is known; null where it is nobody's or ambiguous. */
export function subjectNamed(name: string, view: View): Subject | null {
  const roster = rosterOf(view);
  if (roster.isRole(name))
    return { type: 'role', name: roster.roles.find((each) => termKey(each) === termKey(name)) ?? name };
  const person = roster.person({ text: name, email: null, handle: null });
  return person !== null && roster.knows(person) ? { type: 'person', key: person.key, name: person.name } : null;
}

function nameAt(facts: Facts, offset: number, view: View): Spoken | null {
  const name = facts.names.find(({ span }) => touches(span, offset));
  const subject = name === undefined ? null : subjectNamed(name.text, view);
  return name === undefined || subject === null ? null : { subject, span: name.span };
}

/** What a record is spoken of as; null for one that nobody could name. */
export function subjectOf(record: RecordFact): Subject | null {
  if (record.kind === 'role') return record.name === '' ? null : { type: 'role', name: record.name };
  if (record.kind === 'person')
    return record.name === '' ? null : { type: 'person', key: nameKey(record.name), name: record.name };
  if (record.id === null && (record.name === '' || !NAMED_KINDS.has(record.kind))) return null;
  return { type: 'record', kind: record.kind, id: record.id, name: record.name };
}

/** A record where its id or name stands. */
function recordAt(facts: Facts, offset: number): Spoken | null {
  for (const record of facts.records) {
    if (record.form === 'document' && record.kind !== 'role') continue;
    const subject = contains(record.span, { start: offset, end: offset }) ? subjectOf(record) : null;
    if (subject === null) continue;
    for (const name of ['id', 'name', 'title']) {
      const field = givenField(record, name);
      if (field !== null && touches(field.span, offset)) return { subject, span: field.span };
    }
    if (touches(record.headSpan, offset)) return { subject, span: record.headSpan };
    // A role's description may say its name in its front matter, too; what else a title says is the document's.
    const title = record.form === 'document' ? givenField(facts, 'title') : null;
    if (title !== null && touches(title.span, offset) && termKey(title.raw) === termKey(record.name))
      return { subject, span: title.span };
  }
  return null;
}

/** What one target of a reference field names: a document, a process, a record, a service. */
export function subjectReferred(target: string, view: View): Subject | null {
  const [found] = view.identified(target);
  if (found !== undefined)
    return found.record === null ? { type: 'document', path: found.facts.path, anchor: null } : subjectOf(found.record);
  const [process] = view.processes(target);
  if (process !== undefined) return { type: 'document', path: process.path, anchor: null };
  const term = termKey(target);
  for (const kind of NAMED_KINDS) {
    const named = view.derive(kindKey(kind), 'subjects by name', () => subjectsByName(view.records(kind)));
    const subject = named.get(term);
    if (subject !== undefined) return subject;
  }
  return null;
}

/** What the first record under each name is spoken of as. */
function subjectsByName(records: readonly Located[]): ReadonlyMap<string, Subject | null> {
  const found = new Map<string, Subject | null>();
  for (const { record } of records) {
    const term = termKey(record.name);
    if (!found.has(term)) found.set(term, subjectOf(record));
  }
  return found;
}

/** The targets of a reference or list field, each at its place; none where the field is not written plainly. */
export function targetsIn(field: FieldFact): readonly { readonly text: string; readonly span: Span }[] {
  if (field.state !== 'given' || field.span.end - field.span.start !== field.raw.length) return [];
  const words =
    field.value?.type === 'reference' ? field.value.targets : field.value?.type === 'list' ? field.value.items : [];
  const found: { text: string; span: Span }[] = [];
  let from = 0;
  for (const text of words) {
    const at = field.raw.indexOf(text, from);
    if (at < 0) continue;
    from = at + text.length;
    found.push({ text, span: { start: field.span.start + at, end: field.span.start + from } });
  }
  return found;
}

function targetAt(facts: Facts, offset: number, view: View): Spoken | null {
  for (const field of fieldsOf(facts)) {
    if (!touches(field.span, offset)) continue;
    const target = targetsIn(field).find(({ span }) => touches(span, offset));
    const subject =
      target === undefined ? null : (subjectNamed(target.text, view) ?? subjectReferred(target.text, view));
    if (target !== undefined && subject !== null) return { subject, span: target.span };
  }
  return null;
}

/** All fields of a document: its metadata and those of its records. */
export function* fieldsOf(facts: Facts): Iterable<FieldFact> {
  yield* facts.metadata;
  for (const record of facts.records) if (record.form !== 'document') yield* record.fields;
}

function idAt(text: string, offset: number, view: View): Spoken | null {
  const from = Math.max(0, offset - REACH);
  for (const match of text.slice(from, offset + REACH).matchAll(ID)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (!touches(span, offset) || !/\d/.test(match[0])) continue;
    const [found] = [...view.identified(match[0])].sort(
      (a, b) => Number(a.record !== null) - Number(b.record !== null),
    );
    if (found === undefined) return null;
    const subject: Subject | null =
      found.record === null ? { type: 'document', path: found.facts.path, anchor: null } : subjectOf(found.record);
    return subject === null ? null : { subject, span };
  }
  return null;
}

/** The document itself, at its title or its id. */
function titleAt(facts: Facts, offset: number): Spoken | null {
  const id = fieldOf(facts, 'id');
  for (const span of [facts.title?.span, id?.span])
    if (span !== undefined && touches(span, offset))
      return { subject: { type: 'document', path: facts.path, anchor: null }, span };
  return null;
}

/** Do two subjects mean the same? */
export function isSameSubject(a: Subject, b: Subject): boolean {
  if (a.type === 'clause') return b.type === 'clause' && a.edition === b.edition && a.number === b.number;
  if (a.type === 'role') return b.type === 'role' && termKey(a.name) === termKey(b.name);
  if (a.type === 'person') return b.type === 'person' && a.key === b.key;
  if (a.type === 'document') return b.type === 'document' && a.path === b.path;
  return (
    b.type === 'record' &&
    a.kind === b.kind &&
    (a.id === null || b.id === null
      ? a.id === b.id && termKey(a.name) === termKey(b.name)
      : a.id.trim().toLowerCase() === b.id.trim().toLowerCase())
  );
}

/** Where a subject is defined: the description of the role, the entry of the person, the record, the document; none for a clause. */
export function definitionsOf(subject: Subject, view: View): readonly Place[] {
  switch (subject.type) {
    case 'clause':
      return [];
    case 'role':
      return view.roles(subject.name).map(({ facts, record }) => ({ path: facts.path, span: record.headSpan }));
    case 'person': {
      const roster = rosterOf(view);
      const entries = view
        .people()
        .filter(
          ({ record }) =>
            record.kind === 'person' &&
            roster.person({ text: record.name, email: null, handle: null })?.key === subject.key,
        );
      if (entries.length > 0) return entries.map(({ facts, record }) => ({ path: facts.path, span: record.headSpan }));
      return roster.held({ key: subject.key, name: subject.name }, view.asOf).map(({ place }) => place);
    }
    case 'document': {
      const facts = view.facts(subject.path);
      if (facts === null) return view.exists(subject.path) ? [{ path: subject.path, span: { start: 0, end: 0 } }] : [];
      const section = facts.sections.find(({ slug }) => slug === subject.anchor);
      return [{ path: facts.path, span: section?.headingSpan ?? facts.title?.span ?? { start: 0, end: 0 } }];
    }
    case 'record': {
      const found = subject.id === null ? view.records(subject.kind) : view.identified(subject.id);
      return found.flatMap(({ facts, record }) => {
        const same = record === null ? null : subjectOf(record);
        return record !== null && same !== null && isSameSubject(same, subject)
          ? [{ path: facts.path, span: record.headSpan }]
          : [];
      });
    }
  }
}

/** Names that hold the words and more: "Deputy Change Manager" is another role than "Change Manager". */
export function longerNames(words: string, view: View): readonly string[] {
  const roster = rosterOf(view);
  const own = words.toLowerCase();
  const names = [...roster.roles, ...roster.people.map((person) => person.name)];
  for (const kind of NAMED_KINDS) names.push(...view.records(kind).map(({ record }) => record.name));
  return [...new Set(names)].filter((each) => each.length > words.length && each.toLowerCase().includes(own));
}
