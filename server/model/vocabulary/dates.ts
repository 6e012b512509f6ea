/** Dates as people write them, German and English, each with the precision that it was written in. */
import type { DateValue, Day } from '../value.ts';
import { addDays, dayNumber, dayOf, daysInMonth } from './days.ts';

export { addDays, addInterval, compareDays, dayOf, daysBetween, daysInMonth, isDay } from './days.ts';

/** A date in running text, with its place in UTF-16 units. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly value: DateValue;
}

const MONTHS: readonly string[] = [
  'january|januar|jänner|jaenner|jan',
  'february|februar|feb',
  'march|märz|maerz|mrz|mär|mar',
  'april|apr',
  'may|mai',
  'june|juni|jun',
  'july|juli|jul',
  'august|aug',
  'september|sept|sep',
  'october|oktober|oct|okt',
  'november|nov',
  'december|dezember|dec|dez',
];
const MONTH = `(?:${MONTHS.join('|')})`;
const YEAR = '(?:19|20|21)\\d\\d';
const ORDINALS = ['first', 'second', 'third', 'fourth'];

function monthNumber(word: string): number {
  const lower = word.toLowerCase().normalize('NFC');
  return MONTHS.findIndex((names) => names.split('|').includes(lower)) + 1;
}

function exactly(day: Day | null): DateValue | null {
  return day === null ? null : { type: 'date', iso: day, precision: 'day', first: day, last: day, ambiguous: false };
}

function wholeMonth(year: number, month: number): DateValue | null {
  const first = dayOf(year, month, 1);
  const last = dayOf(year, month, daysInMonth(year, month));
  if (first === null || last === null) return null;
  return { type: 'date', iso: first.slice(0, 7), precision: 'month', first, last, ambiguous: false };
}

function wholeQuarter(year: number, quarter: number): DateValue | null {
  const first = dayOf(year, quarter * 3 - 2, 1);
  const last = dayOf(year, quarter * 3, daysInMonth(year, quarter * 3));
  if (first === null || last === null) return null;
  return { type: 'date', iso: `${year}-Q${quarter}`, precision: 'quarter', first, last, ambiguous: false };
}

function wholeHalf(year: number, half: number): DateValue {
  return {
    type: 'date',
    iso: `${year}-H${half}`,
    precision: 'half-year',
    first: half === 1 ? `${year}-01-01` : `${year}-07-01`,
    last: half === 1 ? `${year}-06-30` : `${year}-12-31`,
    ambiguous: false,
  };
}

/** Neither the month in which a fiscal year begins nor the year that names it is told: any of its days may be meant. */
function fiscal(from: number, to: number, quarter: string | null): DateValue | null {
  if (to < from || to > from + 1) return null;
  return {
    type: 'date',
    iso: quarter === null ? String(from) : `${from}-Q${quarter}`,
    precision: quarter === null ? 'year' : 'quarter',
    first: `${to - 1}-01-01`,
    last: `${from + 1}-12-31`,
    ambiguous: true,
  };
}

/** Several days in a row, in one month: an audit on 12 to 14 March. */
function daysInARow(from: string, to: string, month: number, year: number): DateValue | null {
  const [first, last] = [dayOf(year, month, Number(from)), dayOf(year, month, Number(to))];
  if (first === null || last === null || last < first) return null;
  return { type: 'date', iso: first, precision: 'day', first, last, ambiguous: false };
}

function wholeYear(year: number): DateValue {
  return {
    type: 'date',
    iso: String(year),
    precision: 'year',
    first: `${year}-01-01`,
    last: `${year}-12-31`,
    ambiguous: false,
  };
}

/** A week is taken as its Monday to Sunday; 1 January of 2001 was a Monday. */
function wholeWeek(year: number, week: number): DateValue | null {
  const fourth = dayOf(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  const weekday = (((dayNumber(fourth) - dayNumber('2001-01-01')) % 7) + 7) % 7;
  const first = addDays(fourth, (week - 1) * 7 - weekday);
  // A week belongs to the year of its Thursday; 53 exists in long years only.
  if (!addDays(first, 3).startsWith(String(year))) return null;
  const iso = `${year}-W${String(week).padStart(2, '0')}`;
  return { type: 'date', iso, precision: 'week', first, last: addDays(first, 6), ambiguous: false };
}

/** `03/04/2024`: day first or month first, unless one of them can only be a day. */
function slashed(a: number, b: number, year: number): DateValue | null {
  const dayFirst = dayOf(year, b, a);
  const monthFirst = dayOf(year, a, b);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return exactly(dayFirst ?? monthFirst);
  const [first, last] = dayFirst < monthFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return { type: 'date', iso: dayFirst, precision: 'day', first, last, ambiguous: true };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

interface Notation {
  readonly pattern: string;
  readonly read: (groups: readonly string[]) => DateValue | null;
  /** Too bare to be taken for a date in running text. */
  readonly wholeOnly?: boolean;
}

/** The month of a year and a number beside it. */
const monthOf = (groups: readonly string[]): DateValue | null =>
  wholeMonth(Number(at(groups, 0)), Number(at(groups, 1)));

const at = (groups: readonly string[], index: number): string => groups[index] ?? '';

const NOTATIONS: readonly Notation[] = [
  {
    pattern: `(${YEAR})-(\\d{1,2})-(\\d{1,2})(?:[T ]\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:\\s?(?:Z|UTC|GMT|CES?T|MES?Z|[+-]\\d\\d:?\\d\\d))?)?`,
    read: (g) => exactly(dayOf(Number(at(g, 0)), Number(at(g, 1)), Number(at(g, 2)))),
  },
  {
    pattern: `(${YEAR})[/.](\\d{1,2})[/.](\\d{1,2})`,
    read: (g) => exactly(dayOf(Number(at(g, 0)), Number(at(g, 1)), Number(at(g, 2)))),
  },
  {
    pattern: `(${YEAR})(\\d\\d)(\\d\\d)`,
    read: (g) => exactly(dayOf(Number(at(g, 0)), Number(at(g, 1)), Number(at(g, 2)))),
    wholeOnly: true,
  },
  {
    pattern: `(\\d{1,2})\\.?\\s?(?:[-–/]|to|bis)\\s?(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(${YEAR})`,
    read: (g) => daysInARow(at(g, 0), at(g, 1), Number(at(g, 2)), Number(at(g, 3))),
    wholeOnly: true,
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s?(?:[-–/]|to|bis)\\s?(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s(${MONTH})\\.?,?\\s(${YEAR})`,
    read: (g) => daysInARow(at(g, 0), at(g, 1), monthNumber(at(g, 2)), Number(at(g, 3))),
    wholeOnly: true,
  },
  {
    pattern: `(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(${YEAR})`,
    read: (g) => exactly(dayOf(Number(at(g, 2)), Number(at(g, 1)), Number(at(g, 0)))),
  },
  {
    pattern: '(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)',
    read: (g) => exactly(dayOf(fullYear(at(g, 2)), Number(at(g, 1)), Number(at(g, 0)))),
    wholeOnly: true,
  },
  {
    pattern: `(\\d{1,2})([/-])(\\d{1,2})\\2(${YEAR})`,
    read: (g) => slashed(Number(at(g, 0)), Number(at(g, 2)), Number(at(g, 3))),
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\s+of)?[\\s/-]*(${MONTH})\\.?,?[\\s/-]*(${YEAR})`,
    read: (g) => exactly(dayOf(Number(at(g, 2)), monthNumber(at(g, 1)), Number(at(g, 0)))),
  },
  {
    pattern: `(\\d{1,2})[-/](${MONTH})[-/](\\d\\d)`,
    read: (g) => exactly(dayOf(fullYear(at(g, 2)), monthNumber(at(g, 1)), Number(at(g, 0)))),
  },
  {
    pattern: `(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)(${YEAR})`,
    read: (g) => exactly(dayOf(Number(at(g, 2)), monthNumber(at(g, 0)), Number(at(g, 1)))),
  },
  { pattern: `(${YEAR})[-\\s]?(?:W|KW|CW)\\s?(\\d{1,2})`, read: (g) => wholeWeek(Number(at(g, 0)), Number(at(g, 1))) },
  {
    pattern: `(?:week|KW|CW|kalenderwoche)\\s?(\\d{1,2})(?:\\s*[/,-]\\s*|\\s+(?:of\\s+)?)(${YEAR})`,
    read: (g) => wholeWeek(Number(at(g, 1)), Number(at(g, 0))),
  },
  {
    pattern: `(?:(?:week|KW|CW|W)\\s?(\\d{1,2})|(\\d{1,2})\\.\\s?(?:KW|kalenderwoche))\\s?[/, ]?\\s?(${YEAR}|\\d\\d)`,
    read: (g) => wholeWeek(fullYear(at(g, 2)), Number(at(g, 0) || at(g, 1))),
    wholeOnly: true,
  },
  { pattern: `H([12])\\s?[-/,']?\\s?(?:of\\s+)?(${YEAR})`, read: (g) => wholeHalf(Number(at(g, 1)), Number(at(g, 0))) },
  { pattern: `(${YEAR})\\s?[-/,]?\\s?H([12])`, read: (g) => wholeHalf(Number(at(g, 0)), Number(at(g, 1))) },
  {
    pattern: `([12])(?:H\\s?|(?:\\.|st|nd)\\s*(?:half(?:[ -]?year)?|halbjahr)(?:\\s+of)?,?\\s+)(${YEAR})`,
    read: (g) => wholeHalf(Number(at(g, 1)), Number(at(g, 0))),
  },
  {
    pattern: `(first|second|erstes|zweites) (?:half(?:[ -]?year)?|halbjahr)(?: of)?,? (${YEAR})`,
    read: (g) => wholeHalf(Number(at(g, 1)), /^(?:first|erstes)$/i.test(at(g, 0)) ? 1 : 2),
  },
  {
    pattern: `(?:(?:FY|GJ)\\s?'?|(?:fiscal|financial) year |geschäftsjahr )(${YEAR}|\\d\\d)(?:\\s?[/–-]\\s?(${YEAR}|\\d\\d))?(?:[ ,/-]*Q([1-4]))?`,
    read: (g) => fiscal(fullYear(at(g, 0)), fullYear(at(g, 1) || at(g, 0)), at(g, 2) || null),
    wholeOnly: true,
  },
  {
    pattern: `Q([1-4])[ ,/-]*(?:FY|GJ)\\s?'?(${YEAR}|\\d\\d)(?:\\s?[/–-]\\s?(${YEAR}|\\d\\d))?`,
    read: (g) => fiscal(fullYear(at(g, 1)), fullYear(at(g, 2) || at(g, 1)), at(g, 0)),
    wholeOnly: true,
  },
  {
    pattern: `(${YEAR})\\s?/\\s?(${YEAR}|\\d\\d)`,
    // 2024/03 is a month; two years side by side are a year that begins in the midst of one.
    read: (g) =>
      fullYear(at(g, 1)) === Number(at(g, 0)) + 1 ? fiscal(Number(at(g, 0)), fullYear(at(g, 1)), null) : monthOf(g),
    wholeOnly: true,
  },
  {
    pattern: `Q([1-4])\\s?[-/,']?\\s?(?:of\\s+)?(${YEAR})`,
    read: (g) => wholeQuarter(Number(at(g, 1)), Number(at(g, 0))),
  },
  { pattern: `(${YEAR})\\s?[-/,]?\\s?Q([1-4])`, read: (g) => wholeQuarter(Number(at(g, 0)), Number(at(g, 1))) },
  {
    pattern: 'Q([1-4])\\s?/\\s?(\\d\\d)',
    read: (g) => wholeQuarter(fullYear(at(g, 1)), Number(at(g, 0))),
    wholeOnly: true,
  },
  {
    pattern: `(?:([1-4])Q\\s?|(?:quarter|quartal)\\s([1-4])(?:,?\\s|\\s?/\\s?))(${YEAR})`,
    read: (g) => wholeQuarter(Number(at(g, 2)), Number(at(g, 0) || at(g, 1))),
  },
  {
    pattern: `(I{1,3}|IV)(?:\\s?/\\s?|\\.\\s?quartal\\s)(${YEAR})`,
    read: (g) => wholeQuarter(Number(at(g, 1)), ['I', 'II', 'III', 'IV'].indexOf(at(g, 0).toUpperCase()) + 1),
    wholeOnly: true,
  },
  {
    pattern: `(${MONTH})\\.?\\s?'(\\d\\d)`,
    read: (g) => wholeMonth(fullYear(at(g, 1)), monthNumber(at(g, 0))),
    wholeOnly: true,
  },
  {
    pattern: `([1-4])(?:\\.|st|nd|rd|th)\\s*(?:quarter|quartal)(?:\\s+of)?,?\\s+(${YEAR})`,
    read: (g) => wholeQuarter(Number(at(g, 1)), Number(at(g, 0))),
  },
  {
    pattern: `(${ORDINALS.join('|')}) quarter(?: of)?,? (${YEAR})`,
    read: (g) => wholeQuarter(Number(at(g, 1)), ORDINALS.indexOf(at(g, 0).toLowerCase()) + 1),
  },
  {
    pattern: `(${MONTH})\\.?,?[\\s/-]+(?:of\\s+)?(${YEAR})`,
    read: (g) => wholeMonth(Number(at(g, 1)), monthNumber(at(g, 0))),
  },
  { pattern: `(${YEAR})[-/](\\d\\d)`, read: (g) => wholeMonth(Number(at(g, 0)), Number(at(g, 1))) },
  { pattern: `(\\d{1,2})[/.-](${YEAR})`, read: (g) => wholeMonth(Number(at(g, 1)), Number(at(g, 0))), wholeOnly: true },
  { pattern: `(${YEAR})`, read: (g) => wholeYear(Number(at(g, 0))), wholeOnly: true },
];

const WHOLE = NOTATIONS.map((n) => ({ regex: new RegExp(`^${n.pattern}$`, 'iu'), read: n.read }));

// A date in prose is not part of an id such as AUD-2024-03-12, of a path, or of a longer number.
const INLINE = NOTATIONS.filter((n) => n.wholeOnly !== true).map((n) => ({
  regex: new RegExp(
    `(?<![\\p{L}\\p{N}_/]|\\p{N}[.,]|[\\p{L}\\p{N}]-)(?:${n.pattern})(?![\\p{L}\\p{N}_]|[-/][\\p{L}\\p{N}]|[.,]\\p{N})`,
    'giu',
  ),
  read: n.read,
}));

const LEAD =
  /^(?:(?:by|on|from|until|till|before|since|due|as of|end of|approx\.?|ca\.?|c\.|bis|am|ab|vom|seit|im|in|bis zum|zum|ende|stand|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)[.,:]?\s+)+/i;

/** Longest value in which a date is looked for; longer ones are prose, not the value of a date field. */
const LONGEST = 120;

/**
 * Reads the value of a date field: ISO, `12.03.2024`, `12 March 2024`, `Q3 2024`, `2024-W05`, `2024`; a word such as
 * "by" may stand before it and a remark beside it, as long as there is just one date.
 * Null where there is no date, more than one, or a day that does not exist. A week comes back as its Monday to Sunday.
 */
export function parseDate(raw: string): DateValue | null {
  const text = raw.replace(/^[\s*_`'"(~]+|[\s*_`'").;,~]+$/g, '');
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  for (const candidate of new Set([text, text.replace(LEAD, '')])) {
    for (const { regex, read } of WHOLE) {
      const found = regex.exec(candidate);
      if (found !== null) return read(found.slice(1));
    }
  }
  const dates = findDates(text);
  return dates.length === 1 ? (dates[0]?.value ?? null) : null;
}

const SLASHED = new RegExp(`(?<!\\d)(\\d{1,2})([/-])(\\d{1,2})\\2${YEAR}(?!\\d)`);

/** Where a value holds a date such as `03/04/2024`, in UTF-16 units; null where it holds none. */
export function slashedDateIn(raw: string): { readonly start: number; readonly end: number } | null {
  const found = SLASHED.exec(raw);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

/** Which part of a date such as `25/04/2024` can only be the day; null where either can, or there is no such date. */
export function dayOrderIn(raw: string): 'day first' | 'month first' | null {
  const found = SLASHED.exec(raw);
  const [a, b] = [Number(found?.[1]), Number(found?.[3])];
  if (a > 12 && b >= 1 && b <= 12) return 'day first';
  return b > 12 && a >= 1 && a <= 12 ? 'month first' : null;
}

/** Finds the dates in running text, in order and without overlap; bare years are left out, as are days that do not exist. */
export function findDates(text: string): readonly FoundDate[] {
  // Every notation has a full year, save for `12-Mar-24`; most texts have neither.
  if (!/(?:19|20|21)\d\d|\d[-/]\p{L}{3,}[-/]\d\d/u.test(text)) return [];
  const taken: { start: number; end: number; value: DateValue | null }[] = [];
  for (const { regex, read } of INLINE) {
    for (const found of text.matchAll(regex)) {
      const start = found.index;
      const end = start + found[0].length;
      // Earlier notations are more precise, so they keep their place even where the day does not exist.
      if (taken.every((other) => end <= other.start || other.end <= start)) {
        taken.push({ start, end, value: read(found.slice(1)) });
      }
    }
  }
  return taken.filter((one): one is FoundDate => one.value !== null).sort((a, b) => a.start - b.start);
}
