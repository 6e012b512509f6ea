/** Completion: clause numbers behind "clause", and roles and people where a field wants a name. */
import { clauses, type Edition, isEdition } from '../model/catalogue.ts';
import type { Facts } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { Span } from '../syntax/span.ts';
import { rosterOf } from '../workspace/people.ts';
import type { View } from '../workspace/view.ts';
import { clauseText } from './hover-clause.ts';
import { distinct } from './hover-markdown.ts';
import { labelBefore } from './label-before.ts';

/** One thing that may be written. */
export interface Offer {
  readonly sort: 'clause' | 'role' | 'person' | 'key' | 'value';
  /** What is written in the place of the span. */
  readonly text: string;
  readonly span: Span;
  /** A few words beside it: the clause's title, or who holds the role. */
  readonly detail: string;
  /** Markdown that explains it; empty where nothing needs explaining. */
  readonly documentation: string;
}

export interface CompletionContext {
  readonly view: View;
  readonly facts: Facts;
  readonly lexicon: Lexicon;
  readonly text: string;
  readonly offset: number;
}

const CLAUSE_ASKED =
  /(?:\b(?:sub-?)?clauses?\s+|\bKlauseln?\s+|§\s?|\b20000-1(?::(\d{4}))?(?:\/Amd\.? ?1(?::2024)?)?,?\s+(?:clauses?\s+|§\s?)?)((?:\d[\d.]*)?)$/i;

/** The offers at a place, the likeliest first; none where nothing is known to fit. */
export function completions(context: CompletionContext): readonly Offer[] {
  const { text, offset } = context;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const asked = CLAUSE_ASKED.exec(before);
  if (asked !== null) return clauseOffers(context, asked[2] ?? '', asked[1], before);
  return nameOffers(context, lineStart);
}

function clauseOffers(
  { view, offset }: CompletionContext,
  typed: string,
  year: string | undefined,
  before: string,
): readonly Offer[] {
  const named = year ?? /\b20000-1:(\d{4})\b(?!.*\b20000-1:\d{4}\b)/.exec(before)?.[1] ?? '';
  const edition: Edition = isEdition(named) ? named : view.edition;
  const span = { start: offset - typed.length, end: offset };
  return clauses(edition)
    .filter(({ number }) => number.startsWith(typed))
    .map((each) => ({ sort: 'clause', text: each.number, span, detail: each.title, documentation: clauseText(each) }));
}

function nameOffers({ view, facts, lexicon, text, offset }: CompletionContext, lineStart: number): readonly Offer[] {
  const found = labelBefore(text, lineStart, offset);
  if (found === null || !wantsNames(found.label, found.column, facts, lexicon)) return [];
  const typed = /[^,;&]*$/.exec(found.typed)?.[0].trimStart() ?? '';
  const span = { start: offset - typed.length, end: offset };
  const roster = rosterOf(view);
  const roles = roster.roles.map((role): Offer => {
    const holders = distinct(roster.holders(role, view.asOf))
      .filter((each) => each.as === 'holder')
      .map(({ person }) => person.name);
    return {
      sort: 'role',
      text: role,
      span,
      detail: holders.length === 0 ? 'role' : `role · ${holders.join(', ')}`,
      documentation: '',
    };
  });
  const people = roster.people.map((person): Offer => {
    const held = distinct(roster.held(person, view.asOf))
      .filter((each) => each.as === 'holder')
      .map(({ roleName }) => roleName);
    return {
      sort: 'person',
      text: person.name,
      span,
      detail: held.length === 0 ? 'person' : `person · ${held.join(', ')}`,
      documentation: '',
    };
  });
  return [...roles, ...people];
}

/** Does the label name a field that takes names: of the document's kinds, or, in a column, of any record? */
function wantsNames(label: string, column: boolean, facts: Facts, lexicon: Lexicon): boolean {
  const here = new Set([...facts.kinds, ...facts.records.map(({ kind }) => kind)]);
  for (const kind of here) {
    const field = lexicon.field(kind, label);
    if (field !== null) return field.type === 'names';
  }
  if (!column) return lexicon.controlField(label)?.type === 'names';
  return lexicon.recordKinds.some(({ name }) => lexicon.field(name, label)?.type === 'names');
}
