/** How sure the catalogue is of a clause, in words: its least certain requirement decides. */
import { type Clause, clause, type Edition, itemsUnder } from './catalogue.ts';

/** What a reader has to know before leaning on a clause; in: the edition and the number. Out: null where nothing is in doubt. */
export function clauseDoubt(edition: Edition, number: string): string | null {
  const found = clause(edition, number);
  if (found === null) return null;
  const grades = new Set([
    found.titleIsLabel ? 'high' : found.titleConfidence,
    ...itemsUnder(edition, number)
      .filter(({ level }) => level === 'requirement')
      .map(({ confidence }) => confidence),
    ...(isOneLine(found) ? ['medium'] : []),
  ]);
  if (grades.has('low')) return 'parts of it are uncertain: check them against a licensed copy before you lean on them';
  if (grades.has('medium')) return 'parts of it rest on working knowledge and were not checked against a licensed copy';
  return null;
}

/** The edition of 2011 is summed up in a line a clause. */
function isOneLine({ edition, asks, items }: Clause): boolean {
  return edition === '2011' && asks && items.length === 0;
}
