/** Colours by meaning: clause references, roles, people and ids, each as the theme colours such things. */
import { type Facts, givenField } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';
import { rosterOf } from '../workspace/people.ts';
import { isOurClause } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';

/** The types, in the order in which they are numbered on the wire; standard ones, so that every theme has a colour. */
export const TOKEN_TYPES = ['number', 'interface', 'variable', 'enumMember', 'class'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export interface Token {
  readonly span: Span;
  readonly type: TokenType;
}

/** The tokens of a document in order of place, none overlapping; in: its facts and the view. */
export function semanticTokens(facts: Facts, view: View): readonly Token[] {
  const roster = rosterOf(view);
  const tokens: Token[] = [];
  for (const fact of facts.clauses) if (isOurClause(fact, view)) tokens.push({ span: fact.span, type: 'number' });
  for (const name of facts.names) {
    if (roster.isRole(name.text)) tokens.push({ span: name.span, type: 'interface' });
    else {
      const person = roster.person({ text: name.text, email: null, handle: null });
      if (person !== null && roster.knows(person)) tokens.push({ span: name.span, type: 'variable' });
    }
  }
  const id = givenField(facts, 'id');
  if (id !== null) tokens.push({ span: id.span, type: 'class' });
  for (const record of facts.records) {
    const own =
      record.form === 'document' ? undefined : record.fields.find(({ raw }) => raw.trim() === record.id?.trim());
    if (own !== undefined) tokens.push({ span: own.span, type: 'enumMember' });
  }
  let end = 0;
  return tokens
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < end || span.end <= span.start) return false;
      end = span.end;
      return true;
    });
}
