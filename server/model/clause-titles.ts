/** How well words fit the title of a clause, and which clauses a mistaken number or title was probably meant to be. */
import { CLAUSES, type Clause, type Edition } from './catalogue-data.ts';

const STOP_WORDS = new Set(
  'a an and the of for to in on by at its it with or from as und oder der die das des den im am zur zum'.split(' '),
);

/** Cuts an English word down to a stem, roughly, so that `measuring` and `measurement`, `plans` and `plan` meet. */
function stem(word: string): string {
  let w = word.replace(/(?<=..)sses$/, 'ss');
  if (!w.endsWith('ss')) {
    w = w.replace(/(?<=...)(?:ements?|ments?|ations?|ions?|ings?|ities|ity|ies|ed|es|s|e|y)$/, '');
  }
  return w.replace(/([bdgmnprt])\1$/, '$1');
}

/** The words of a title or heading that carry meaning, cut to stems; a phase behind it, "(Plan)", is left out. */
export function titleWords(text: string): readonly string[] {
  const words = text
    .replace(/(\S)\s*\((?:plan|do|check|act)\)\s*$/i, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/organis/g, 'organiz')
    .match(/[a-z0-9]{2,}/g);
  return [...new Set((words ?? []).filter((w) => !STOP_WORDS.has(w) && !/^\d+$/.test(w)).map(stem))];
}

interface TitleIndex {
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Which clauses have a word in their title. */
  readonly clauses: ReadonlyMap<string, readonly Clause[]>;
  /** Rare words tell more than "service" or "management". */
  readonly weight: (word: string) => number;
}

function indexTitles(edition: Edition): TitleIndex {
  const words = new Map<string, readonly string[]>();
  const clauses = new Map<string, Clause[]>();
  for (const clause of CLAUSES[edition]) {
    const stems = titleWords(clause.title);
    words.set(clause.number, stems);
    for (const stem of stems) clauses.set(stem, [...(clauses.get(stem) ?? []), clause]);
  }
  const weights = new Map([...clauses].map(([word, list]) => [word, Math.log(1 + words.size / list.length)]));
  const rarest = Math.log(1 + words.size);
  return { words, clauses, weight: (word) => weights.get(word) ?? rarest };
}

const indexes: Readonly<Record<Edition, TitleIndex>> = {
  '2005': indexTitles('2005'),
  '2011': indexTitles('2011'),
  '2018': indexTitles('2018'),
};

function fitOf(index: TitleIndex, title: readonly string[], words: readonly string[]): number {
  const sum = (list: readonly string[]) => list.reduce((total, word) => total + index.weight(word), 0);
  const both = sum(title) + sum(words);
  return both === 0 ? 0 : (2 * sum(title.filter((word) => words.includes(word)))) / both;
}

/** How well words fit the titles that share any of them; clauses that are not listed fit not at all. */
function fits(index: TitleIndex, stems: readonly string[]): ReadonlyMap<Clause, number> {
  const found = new Map<Clause, number>();
  for (const stem of stems) {
    for (const clause of index.clauses.get(stem) ?? []) {
      if (!found.has(clause)) found.set(clause, fitOf(index, index.words.get(clause.number) ?? [], stems));
    }
  }
  return found;
}

/**
 * How well words fit the title of a clause: 1 for the same meaningful words, 0 for none in common.
 * In: any text, such as what follows the number in a heading. Out: 0 also for an unknown number.
 */
export function titleFit(edition: Edition, number: string, words: string): number {
  const index = indexes[edition];
  const title = index.words.get(number);
  return title === undefined ? 0 : fitOf(index, title, titleWords(words));
}

/** The clauses whose titles share meaningful words with a text, best first; at most ten. */
export function bestTitle(
  edition: Edition,
  words: string,
): readonly { readonly clause: Clause; readonly fit: number }[] {
  return [...fits(indexes[edition], titleWords(words))]
    .map(([clause, fit]) => ({ clause, fit }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, 10);
}

/** Levenshtein distance of two short texts. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The clauses that a number was probably meant to be, best first, at most five.
 * In: the number as written, whether or not it exists, and the words beside it, which outweigh the number.
 */
export function nearestClauses(edition: Edition, number: string, words = ''): readonly Clause[] {
  const asked = number.slice(0, 20);
  const parent = asked.replace(/\.?[^.]*$/, '');
  const fitting = fits(indexes[edition], titleWords(words));
  return CLAUSES[edition]
    .map((clause) => {
      const close = Math.abs(asked.length - clause.number.length) <= 2;
      const distance = close ? editDistance(asked, clause.number) : 3;
      const near = distance <= 2 ? 1 / (1 + distance) : 0;
      const family = clause.number === parent ? 0.4 : parent !== '' && clause.parent === parent ? 0.2 : 0;
      const fit = fitting.get(clause) ?? 0;
      return { clause, score: near + family + (fit >= 0.3 ? 2 * fit : 0) };
    })
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ clause }) => clause);
}
