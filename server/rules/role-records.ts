/** Roles as they are described here: which record speaks for a role, and what the description of one lacks. */
import { type Facts, fieldOf, isTouched, type RecordFact } from '../reading/facts.ts';
import type { Located, View } from '../workspace/view.ts';
import { isAskedToBeComplete } from './life.ts';
import type { RecordSubject } from './rule.ts';

/** All that is said of the role of a record, its description before rows of registers; what is a draft or out of use left out. */
export function accountsOfRole(record: RecordFact, view: View): readonly Located[] {
  return view
    .roles(record.name)
    .filter(({ facts }) => isAskedToBeComplete(facts))
    .sort((a, b) => Number(b.record.form === 'document') - Number(a.record.form === 'document'));
}

/** Does this record speak for the role, as the first of all that describe it? */
export function speaksForRole(facts: Facts, record: RecordFact, accounts: readonly Located[]): boolean {
  const first = accounts[0];
  return first !== undefined && first.facts.path === facts.path && first.record.span.start === record.span.start;
}

/**
 * Is a part of the description missing where it would have to stand?
 * In: the record, and the name that its field and its section share. Out: true for a role description that has other parts, or
 * nothing at all below its title, and for a row with an empty cell in a column of that name; false where any account of the role
 * says it, where a heading or a placeholder waits for it, and for a page of prose or lists of assignments.
 */
export function lacksPart(subject: RecordSubject, part: string): boolean {
  const { facts, record, view } = subject;
  const accounts = accountsOfRole(record, view);
  const says = ({ facts: here, record: each }: Located): boolean =>
    isTouched(fieldOf(each, part)) ||
    (each.form === 'document' && view.whole(here).sections.some((section) => section.names.includes(part)));
  if (accounts.some(says)) return false;
  if (record.form !== 'document') return fieldOf(record, part)?.state === 'empty' && record.name !== '';
  return isStructured(facts) || isBare(facts);
}

/** Does the page have sections of a role description, and none whose heading could hold anything? */
function isStructured(facts: Facts): boolean {
  const below = facts.sections.filter((section) => section.level > 1);
  return below.some((section) => section.names.length > 0) && below.every((section) => section.names.length > 0);
}

/** Is there nothing but the title and the document's data? */
function isBare(facts: Facts): boolean {
  return facts.format === 'yaml' || (facts.words < BARE && facts.sections.length <= 1 && facts.records.length <= 1);
}

/** A title and a few key lines; whatever is longer may say it in prose. */
const BARE = 25;

/** The heads of documents in which the role has parts of a matrix. */
export function isAccountableSomewhere(record: RecordFact, view: View): boolean {
  return view.recordsAbout('raci-row', 'accountable', { names: [record.name] }).length > 0;
}

/** Does any matrix give the role something to do? */
export function hasDutiesInMatrix(record: RecordFact, view: View): boolean {
  return (
    isAccountableSomewhere(record, view) ||
    view.recordsAbout('raci-row', 'responsible', { names: [record.name] }).length > 0
  );
}
