/** What stands above a document or a record: which clauses it answers, who uses it, which gaps are open, when it is reviewed. */
import { daysBetween } from '../model/vocabulary/dates.ts';
import { OUR_STANDARD } from '../reading/clause-references.ts';
import { dayIn, type Facts, fieldOf, type RecordFact } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';
import { rosterOf } from '../workspace/people.ts';
import { subjectOf } from '../workspace/subjects.ts';
import type { View } from '../workspace/view.ts';

/** One lens; what it does when it is clicked, if anything. */
export interface Lens {
  readonly span: Span;
  readonly text: string;
  readonly does: 'references' | 'gaps' | 'go' | 'clause' | null;
  /** For `go`: the offset in this document; for `clause`: the number. */
  readonly target: number | string | null;
}

const MOST_CLAUSES = 4;
const LENSED: ReadonlySet<string> = new Set([
  'role',
  'person',
  'service',
  'audit',
  'customer',
  'supplier',
  'improvement',
]);

/** The lenses of a document; in: its facts, how many gaps it has, and the view. */
export function codeLenses(facts: Facts, gaps: number, view: View): readonly Lens[] {
  const lenses: Lens[] = [];
  const top = facts.title?.span ?? facts.metadata[0]?.labelSpan ?? facts.metadata[0]?.span ?? null;
  if (top !== null && facts.kinds.length > 0) {
    const lens = (text: string, does: Lens['does'], target: Lens['target'] = null): void => {
      lenses.push({ span: top, text, does, target });
    };
    const clauses = [
      ...new Set(
        facts.clauses
          .filter(({ standard, place }) => standard === OUR_STANDARD && place !== 'table')
          .map(({ clause }) => clause),
      ),
    ];
    const shown = clauses.slice(0, MOST_CLAUSES).join(', ');
    if (clauses.length > 0)
      lens(
        `Answers ${shown}${clauses.length > MOST_CLAUSES ? ` and ${clauses.length - MOST_CLAUSES} more` : ''}`,
        'clause',
        clauses[0] ?? null,
      );
    const users = view.linking(facts.path).filter(({ path }) => path !== facts.path).length;
    if (users > 0) lens(`Used by ${counted(users, 'document')}`, 'references');
    if (gaps > 0) lens(counted(gaps, 'open gap'), 'gaps');
    const review = reviewWords(facts, view);
    if (review !== null) lens(review.text, 'go', review.at);
  }
  for (const record of facts.records) {
    const lens = recordLens(facts, record, view);
    if (lens !== null) lenses.push(lens);
  }
  return lenses;
}

function reviewWords(facts: Facts, view: View): { readonly text: string; readonly at: number } | null {
  const next = fieldOf(facts, 'next_review');
  const due = dayIn(next, 'last');
  const last = fieldOf(facts, 'reviewed');
  const held = dayIn(last, 'last');
  const parts: string[] = [];
  if (held !== null) parts.push(`last review ${held}`);
  if (due !== null) parts.push(`next review ${due} (${inDays(daysBetween(view.asOf, due))})`);
  const field = due === null ? last : next;
  if (parts.length === 0 || field === null) return null;
  const text = parts.join(', ');
  return { text: text.charAt(0).toUpperCase() + text.slice(1), at: field.span.start };
}

/** "in 12 days", "today", "3 days ago". */
export function inDays(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}

function recordLens(facts: Facts, record: RecordFact, view: View): Lens | null {
  if (!LENSED.has(record.kind) || (record.form === 'document' && record.kind !== 'role')) return null;
  // A row has no room above it that would not tear the table apart; entries and sections have.
  if (record.form === 'row' || record.form === 'column') return null;
  const subject = subjectOf(record);
  if (subject === null) return null;
  const span = record.form === 'document' ? (facts.title?.span ?? record.headSpan) : record.headSpan;
  if (subject.type === 'role') {
    const holders = rosterOf(view)
      .holders(subject.name, view.asOf)
      .filter(({ as }) => as === 'holder');
    const names = [...new Set(holders.map(({ person }) => person.name))];
    const users = view.naming(subject.name).filter(({ path }) => path !== facts.path).length;
    return {
      span,
      text: `${names.length === 0 ? 'Held by nobody' : `Held by ${names.slice(0, 3).join(', ')}`} · acts in ${counted(users, 'document')}`,
      does: 'references',
      target: null,
    };
  }
  if (subject.type === 'person') {
    const held = rosterOf(view).held({ key: subject.key, name: subject.name }, view.asOf);
    const roles = [...new Set(held.map(({ roleName }) => roleName))];
    return {
      span,
      text: roles.length === 0 ? 'Holds no role' : `Holds ${roles.slice(0, 3).join(', ')}`,
      does: 'references',
      target: null,
    };
  }
  return { span, text: 'Who speaks of it', does: 'references', target: null };
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
