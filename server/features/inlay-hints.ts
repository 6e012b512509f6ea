/** Words behind words: the title of a clause, who holds a role, how many days until a date is due. */
import { clause } from '../model/catalogue.ts';
import { daysBetween } from '../model/vocabulary/dates.ts';
import { isSettled, itemStatus } from '../model/vocabulary/statuses.ts';
import { dayIn, type Facts, type FieldFact, givenField, type RecordFact } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';
import { rosterOf } from '../workspace/people.ts';
import { isOurClause } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';
import { inDays } from './code-lenses.ts';

export interface Hint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

/** Dates by which something has to happen. */
const DUE = ['due', 'next_review', 'end', 'valid_until', 'next_test', 'next_meeting'];
/** Dates further away are nobody's worry today. */
const HORIZON = 120;

/** The hints of a stretch of a document, in order of place; in: its facts, the stretch that is in view, and the view. */
export function inlayHints(facts: Facts, within: Span, view: View): readonly Hint[] {
  const hints = [...clauseHints(facts, view), ...holderHints(facts, view), ...dueHints(facts, view)];
  return hints
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset }, i, all) => all[i - 1]?.offset !== offset);
}

function* clauseHints(facts: Facts, view: View): Iterable<Hint> {
  for (const fact of facts.clauses) {
    if (!isOurClause(fact, view) || fact.words !== null) continue;
    const found = clause(fact.edition ?? view.edition, fact.clause);
    if (found === null) continue;
    yield {
      offset: fact.span.end,
      text: found.title,
      tooltip: `${found.number} ${found.title}, ISO/IEC 20000-1:${found.edition}`,
    };
  }
}

function* holderHints(facts: Facts, view: View): Iterable<Hint> {
  const roster = rosterOf(view);
  for (const name of facts.names) {
    if (name.place === 'raci' || name.place === 'step' || !roster.isRole(name.text)) continue;
    const holders = roster.holders(name.text, view.asOf).filter(({ as }) => as === 'holder');
    const names = [...new Set(holders.map(({ person }) => person.name))];
    yield {
      offset: name.span.end,
      text: names.length === 0 ? 'nobody' : names.slice(0, 2).join(', '),
      tooltip:
        names.length === 0 ? `Nobody holds the role ${name.text}` : `${name.text} is held by ${names.join(', ')}`,
    };
  }
}

function* dueHints(facts: Facts, view: View): Iterable<Hint> {
  const holders: { readonly find: (name: string) => FieldFact | null; readonly settled: boolean }[] = [
    { find: (name) => givenField(facts, name), settled: false },
    ...facts.records
      .filter(({ form }) => form !== 'document')
      .map((record: RecordFact) => {
        const status = givenField(record, 'status');
        const settled =
          givenField(record, 'closed') !== null ||
          givenField(record, 'done') !== null ||
          (status !== null && isSettled(itemStatus(status.raw)));
        return { find: (name: string) => givenField(record, name), settled };
      }),
  ];
  for (const { find, settled } of holders) {
    if (settled) continue;
    for (const name of DUE) {
      const field = find(name);
      const day = dayIn(field, 'last');
      if (field === null || day === null) continue;
      const days = daysBetween(view.asOf, day);
      if (days <= HORIZON)
        yield { offset: field.span.end, text: inDays(days), tooltip: `${day}, counted from ${view.asOf}` };
    }
  }
}
