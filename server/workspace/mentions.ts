/** Mentions: the places in one document at which a subject is spoken of, as far as its facts know; prose is searched by `phrases.ts`. */
import { nameKey, termKey } from '../model/vocabulary/names.ts';
import type { Facts } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';
import { aboutTerms, type Called, calledProcess, calledTerms } from './keys.ts';
import {
  clauseOf,
  definitionsOf,
  fieldsOf,
  isSameSubject,
  type Subject,
  subjectNamed,
  subjectOf,
  targetsIn,
} from './subjects.ts';
import type { View } from './view.ts';

export interface Mention {
  readonly span: Span;
  readonly sort: 'definition' | 'reference';
}

/** What looks for the mentions of one subject; made once, asked for each document. */
export type Seeker = (facts: Facts) => readonly Mention[];

/** Prepares the search for a subject; in: the subject and the view. Out: a function of one document's facts. */
export function seekerFor(subject: Subject, view: View): Seeker {
  const defined = new Map<string, Set<number>>();
  for (const { path, span } of definitionsOf(subject, view)) {
    const starts = defined.get(path) ?? new Set<number>();
    defined.set(path, starts.add(span.start));
  }
  const find = finderFor(subject, view);
  return (facts) => {
    const starts = defined.get(facts.path) ?? NONE;
    const found = new Map<number, Mention>();
    for (const start of starts) {
      const span = spanAt(facts, start);
      if (span !== null) found.set(start, { span, sort: 'definition' });
    }
    for (const span of find(facts)) if (!found.has(span.start)) found.set(span.start, { span, sort: 'reference' });
    return [...found.values()].sort((a, b) => a.span.start - b.span.start);
  };
}

const NONE: ReadonlySet<number> = new Set();

/** The place of a definition that begins at an offset: the title, a heading, or a record's head. */
function spanAt(facts: Facts, start: number): Span | null {
  if (facts.title?.span.start === start) return facts.title.span;
  return (
    facts.records.find(({ headSpan }) => headSpan.start === start)?.headSpan ??
    facts.sections.find(({ headingSpan }) => headingSpan.start === start)?.headingSpan ??
    null
  );
}

function finderFor(subject: Subject, view: View): (facts: Facts) => Iterable<Span> {
  switch (subject.type) {
    case 'clause':
      return (facts) =>
        facts.clauses.flatMap((fact) => {
          const meant = clauseOf(fact, view);
          return meant !== null && isSameSubject(meant, subject) ? [fact.span] : [];
        });
    case 'role':
    case 'person':
      return (facts) => named(facts, subject, view);
    case 'document':
      return documentFinder(subject, view);
    case 'record':
      return (facts) => recorded(facts, subject);
  }
}

function* named(facts: Facts, subject: Subject & { readonly type: 'role' | 'person' }, view: View): Iterable<Span> {
  const quick = subject.type === 'role' ? termKey(subject.name) : null;
  const means = (text: string): boolean => {
    if (quick !== null) return termKey(text) === quick;
    if (!sharesWord(text, subject.name)) return false;
    const meant = subjectNamed(text, view);
    return meant !== null && isSameSubject(meant, subject);
  };
  for (const name of facts.names) if (means(name.text)) yield name.span;
  for (const field of fieldsOf(facts))
    if (field.value?.type === 'list')
      for (const { text, span } of targetsIn(field)) if (means(text.replace(/\s*\([^)]*\)\s*$/, ''))) yield span;
}

/** Names of one person share a word or at least an initial; most other names do not, and a look is cheaper than the roster. */
function sharesWord(text: string, name: string): boolean {
  const initials = new Set(
    nameKey(name)
      .split(' ')
      .map((word) => word[0]),
  );
  return nameKey(text)
    .split(' ')
    .some((word) => initials.has(word[0]));
}

function documentFinder(
  subject: Subject & { readonly type: 'document' },
  view: View,
): (facts: Facts) => Iterable<Span> {
  const facts = view.facts(subject.path);
  const called: Called = facts === null ? { names: [], paths: [subject.path] } : calledProcess(facts);
  const terms = calledTerms(called);
  return function* (other) {
    for (const link of other.links)
      if (link.path === subject.path && (subject.anchor === null || link.anchor === subject.anchor))
        yield link.linkSpan;
    if (subject.anchor !== null) return;
    for (const field of fieldsOf(other)) {
      if (field.value?.type !== 'reference') continue;
      if (![...aboutTerms(field)].some((term) => terms.has(term))) continue;
      for (const { text, span } of targetsIn(field))
        if ([...calledTerms({ names: [text] })].some((term) => terms.has(term))) yield span;
    }
  };
}

function* recorded(facts: Facts, subject: Subject & { readonly type: 'record' }): Iterable<Span> {
  const id = subject.id?.trim().toLowerCase() ?? null;
  const term = subject.name === '' ? null : termKey(subject.name);
  const means = (text: string): boolean =>
    (id !== null && text.trim().toLowerCase() === id) || (term !== null && termKey(text) === term);
  for (const record of facts.records) {
    const same = subjectOf(record);
    if (same !== null && isSameSubject(same, subject)) yield record.headSpan;
  }
  for (const field of fieldsOf(facts)) {
    if (field.state !== 'given') continue;
    if (field.value?.type === 'reference' || field.value?.type === 'list') {
      for (const { text, span } of targetsIn(field)) if (means(text)) yield span;
    } else if (field.field !== 'id' && field.field !== 'name' && field.field !== 'title' && means(field.raw))
      yield field.span;
  }
}
