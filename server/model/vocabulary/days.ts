/** Arithmetic on calendar days, without a clock and without time zones. */
import type { Day } from '../value.ts';

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days of a month, 1 to 12, in the Gregorian calendar; 0 for no month. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day of a year, month and day of month; null where there is no such day, as 30 February. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Tells whether a text is a calendar day, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return found !== null && dayOf(Number(found[1]), Number(found[2]), Number(found[3])) !== null;
}

/** Days since 1 March of the year 0, a count in which leap days fall at a year's end. NaN for no day. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) return Number.NaN;
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear;
}

/** The day with a number as `dayNumber` counts; null out of the years 1 to 9999. */
export function dayFromNumber(number: number): Day | null {
  if (!Number.isInteger(number)) return null;
  let year = Math.floor((number + 1) / 365.2425) + 2;
  let start = Number.POSITIVE_INFINITY;
  // The estimate is late by two years at most; step back to the 1 March at or before the day.
  while (start > number) {
    year--;
    start = year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  }
  const dayOfYear = number - start;
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((shifted + 2) % 12) + 1;
  return dayOf(month > 2 ? year : year + 1, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** Days from one day to another, negative where the second is earlier; NaN where either is no day. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Orders two days for sorting: negative, zero or positive. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A day some days later, or earlier for a negative count; the day itself where the result is out of range. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + Math.trunc(count)) ?? day;
}

/** A day some months later; the last day of the month where that month is shorter. */
function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return dayOf(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))) ?? day;
}

/**
 * A day after an interval: `addInterval('2024-01-31', 'P1M')` is `2024-02-29`.
 * In: a day and an ISO 8601 duration, with `-` before it to go back; parts of a day are dropped.
 * Out: the day unchanged where the duration cannot be read or the result has no four-digit year.
 */
export function addInterval(day: Day, duration: string): Day {
  const found = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:\d+M)?(?:\d+S)?)?$/.exec(duration);
  if (found === null || !isDay(day)) return day;
  const [, sign, years, months, weeks, days, hours] = found;
  const factor = sign === undefined ? 1 : -1;
  const inMonths = Number(years ?? 0) * 12 + Number(months ?? 0);
  const inDays = Number(weeks ?? 0) * 7 + Number(days ?? 0) + Math.floor(Number(hours ?? 0) / 24);
  return addDays(addMonths(day, factor * inMonths), factor * inDays);
}
