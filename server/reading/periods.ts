/** Periods over columns: `Q1 2026`, `March`, `2026-03`, with the year of the section or document where they name none. */
import { memory, remembered } from '../model/memo.ts';
import { parseDate } from '../model/vocabulary/dates.ts';

const QUARTER = /^(?:Q([1-4])|([1-4])\.?\s*(?:quarter|quartal))$/i;
const HALF = /^(?:H([12])|([12])\.?\s*(?:halbjahr|half(?:[ -]?year)?))$/i;
const MONTH =
  /^(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|january|januar|february|februar|march|märz|april|june|juni|july|juli|august|september|october|oktober|november|december|dezember)\.?$/i;

/**
 * The month, quarter or year that a column's label names, as a date can be read.
 * In: the label and the year that holds where it names none. Out: null for any other label, or where the year is not known.
 */
export function periodOf(label: string, year: string | null): string | null {
  const words = label.trim();
  const quarter = QUARTER.exec(words);
  if (quarter !== null) return year === null ? null : `Q${quarter[1] ?? quarter[2]} ${year}`;
  const half = HALF.exec(words);
  if (half !== null) return year === null ? null : `H${half[1] ?? half[2]} ${year}`;
  if (MONTH.test(words)) return year === null ? null : `${words.replace(/\.$/, '')} ${year}`;
  if (words.length > 20) return null;
  return remembered(spelled, words, isPeriod) ? words : null;
}

const spelled = memory<boolean>();

/** Is it a month, quarter or year that names its year? */
function isPeriod(words: string): boolean {
  const date = parseDate(words);
  return date !== null && !date.ambiguous && date.precision !== 'day';
}

/** The year that some words name; null where they name none, or two. */
export function yearIn(words: string): string | null {
  const years = new Set(words.match(/(?<![\d.-])(?:19|20)\d{2}(?![\d.])/g) ?? []);
  return years.size === 1 ? ([...years][0] ?? null) : null;
}
