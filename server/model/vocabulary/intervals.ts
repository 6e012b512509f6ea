/** Intervals such as "quarterly" or "alle 6 Monate", read to ISO 8601 durations. */
import type { IntervalValue } from '../value.ts';
import { foldLetters } from './folding.ts';

type Unit = 'D' | 'W' | 'M' | 'H';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  'twenty-four': 24,
  other: 2,
  second: 2,
  third: 3,
  fourth: 4,
  sixth: 6,
  ein: 1,
  einen: 1,
  einem: 1,
  eine: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fuenf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwoelf: 12,
  zweite: 2,
  zweiten: 2,
  zweites: 2,
  dritte: 3,
  dritten: 3,
  drittes: 3,
};

const TIMES: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  einmal: 1,
  zweimal: 2,
  dreimal: 3,
  viermal: 4,
  sechsmal: 6,
};

/** Length of a named unit of time: a count and an ISO letter. */
const UNITS: readonly (readonly [pattern: RegExp, count: number, unit: Unit])[] = [
  [/^(?:hours?|hourly|hrs?|stunden?|stuendlich|std)$/, 1, 'H'],
  [
    /^(?:days?|daily|calendar days?|working days?|business days?|workdays?|tage?n?|taeglich|arbeitstage?n?|werktage?n?)$/,
    1,
    'D',
  ],
  [/^(?:weeks?|weekly|wochen?|woechentlich)$/, 7, 'D'],
  [/^(?:months?|monthly|mths?|mos?|monate?n?|monatlich)$/, 1, 'M'],
  [/^(?:quarters?|quarterly|quartale?n?|quartals)$/, 3, 'M'],
  [/^(?:half[ -]?years?|halbjahre?n?)$/, 6, 'M'],
  [/^(?:years?|yearly|yrs?|annum|jahre?n?|jaehrlich|annually)$/, 12, 'M'],
];

const UNIT_WORD =
  'calendar days?|working days?|business days?|hours?|hrs?|days?|weeks?|months?|mths?|quarters?|half[ -]?years?|years?|yrs?|annum|stunden?|tage?n?|arbeitstage?n?|werktage?n?|wochen?|monate?n?|quartale?n?|halbjahre?n?|jahre?n?';
const NUMBER_WORD = `\\d{1,4}(?:st|nd|rd|th)?|${Object.keys(NUMBERS).join('|')}`;

/** Single words and fixed phrases; folded, the more special first. */
const WORDS: readonly (readonly [pattern: RegExp, iso: string])[] = [
  [
    /\b(?:half[ -]?yearly|semi[ -]?annual(?:ly)?|bi[ -]?annual(?:ly)?|six[ -]?monthly|halbjaehrlich\w*|every half year)\b/,
    'P6M',
  ],
  [/\b(?:biennial(?:ly)?|two[ -]?yearly|zweijaehr(?:lich|ig)\w*)\b/, 'P24M'],
  [/\b(?:triennial(?:ly)?|three[ -]?yearly|dreijaehr(?:lich|ig)\w*)\b/, 'P36M'],
  [/\b(?:bi[ -]?weekly|fortnightly|fortnight|vierzehntaegig|14[ -]?taegig|zweiwoechentlich|zweiwoechig)\b/, 'P14D'],
  [/\b(?:bi[ -]?monthly|two[ -]?monthly|zweimonatlich)\b/, 'P2M'],
  [/\b(?:three[ -]?monthly|quarterly|vierteljaehrlich\w*|quartalsweise|quartalsmaessig|quartalsmaessige?)\b/, 'P3M'],
  [/\b(?:hourly|stuendlich)\b/, 'PT1H'],
  [/\b(?:daily|taeglich\w*|every working day|arbeitstaeglich|werktaeglich)\b/, 'P1D'],
  [
    /\b(?:every|each|jede[nr]) (?:mon|tues|wednes|thurs|fri|satur|sun|mon|diens|mitt|donners|frei|sams|sonn)(?:day|tag|woch)\b/,
    'P7D',
  ],
  [
    /\b(?:every|each|jede[nrms]?) (?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|maerz|mai|juni|juli|oktober|dezember|spring|summer|autumn|winter|fruehjahr|herbst)\b/,
    'P12M',
  ],
  [/\b(?:weekly|woechentlich\w*)\b/, 'P7D'],
  [/\b(?:monthly|monatlich\w*)\b/, 'P1M'],
  [/\b(?:annual(?:ly)?|yearly|per annum|p\. ?a\.|(?<!(?:halb|zwei|drei|viertel))jaehrlich\w*)(?!\w)/, 'P12M'],
];

const VAGUE =
  /\b(?:regular(?:ly)?|periodic(?:al|ally)?|as (?:and when )?(?:needed|required|necessary|appropriate)|when(?:ever)? (?:needed|required|necessary)|if (?:needed|required|necessary)|ad[ -]?hoc|on demand|on request|from time to time|occasional(?:ly)?|continu(?:ous|al)(?:ly)?|ongoing|event[ -]driven|on change|(?:at )?planned intervals?|frequent(?:ly)?|regelmaessig\w*|bei bedarf|nach bedarf|anlassbezogen|periodisch\w*|(?:fort)?laufend\w*|gelegentlich|kontinuierlich|in geplanten abstaenden|unregelmaessig)\b/;

const AT_MOST =
  /\b(?:at least|no less than|not less than|a minimum of|minimum|min\.|no later than|not exceeding|not more than|no more than|at most|maximum(?: of)?|max\.?|within|up to|mindestens|wenigstens|spaetestens|maximal|hoechstens|innerhalb)(?=[\s:]|$)/;

/** A duration in the one form used here: years as months and weeks as days, so that equal lengths are equal texts. */
function duration(count: number, unit: Unit): string | null {
  if (!Number.isInteger(count) || count <= 0 || count > 9999) return null;
  return unit === 'H' ? `PT${count}H` : unit === 'W' ? `P${count * 7}D` : `P${count}${unit}`;
}

function unitOf(word: string): readonly [count: number, unit: Unit] | null {
  const found = UNITS.find(([pattern]) => pattern.test(word));
  return found === undefined ? null : [found[1], found[2]];
}

function numberOf(word: string): number {
  return NUMBERS[word] ?? Number(word.replace(/(?:st|nd|rd|th)$/, ''));
}

/** An ISO 8601 duration in normal form; null for anything else. */
function isoDuration(text: string): string | null {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$/i.exec(text);
  if (found === null) return null;
  const [, years, months, weeks, days, hours] = found;
  const inMonths = Number(years ?? 0) * 12 + Number(months ?? 0);
  const inDays = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  if (inMonths > 9999 || inDays > 99_999) return null;
  const parts = `${inMonths > 0 ? `${inMonths}M` : ''}${inDays > 0 ? `${inDays}D` : ''}`;
  const time = Number(hours ?? 0) > 0 ? `T${Number(hours)}H` : '';
  return parts === '' && time === '' ? null : `P${parts}${time}`;
}

const TIMES_PER = new RegExp(
  `\\b(?:(${Object.keys(TIMES).join('|')})|(${NUMBER_WORD})\\s?(?:x|times?|mal))\\s?(?:a|an|per|each|every|in a|/|pro|im|in der|je|jede[nrs]?|am)?\\s?(${UNIT_WORD}|annually|yearly|monthly|weekly|daily|quarterly|jaehrlich|monatlich|woechentlich|taeglich|p\\. ?a\\.?)(?!\\w)`,
);

/** "twice a year", "4x per year", "2 mal im Jahr": so many times in a unit. */
function timesPer(text: string): string | null {
  const found = TIMES_PER.exec(text);
  if (found === null) return null;
  const times = found[1] === undefined ? numberOf(found[2] ?? '') : (TIMES[found[1]] ?? 0);
  const unit = unitOf((found[3] ?? '').replace(/^p\. ?a\.?$/, 'annum'));
  if (unit === null || times < 1) return null;
  const [count, letter] = unit;
  if (count % times === 0) return duration(count / times, letter);
  const days = letter === 'M' ? count * 30 : letter === 'D' ? count : 0;
  return days === 0 ? null : duration(Math.max(1, Math.floor(days / times)), 'D');
}

const EVERY = [
  new RegExp(`\\b(?:every|each|per|alle|jede[nrsm]?|pro|je|all)\\s+(?:(${NUMBER_WORD})[ -]?)?(${UNIT_WORD})(?!\\w)`),
  new RegExp(`(?<![\\w.,/-])(${NUMBER_WORD})[ -]?(monthly|weekly|yearly|monatlich|jaehrlich|woechentlich)(?!\\w)`),
  new RegExp(`(?<![\\w.,/-])(${NUMBER_WORD})[ -]?(${UNIT_WORD})(?!\\w)`),
];

/** "every 6 months", "alle zwei Jahre", "12-monthly", "per quarter", "90 days". */
function everySo(text: string): string | null {
  for (const pattern of EVERY) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const unit = unitOf(found[2] ?? '');
    if (unit !== null) return duration((found[1] === undefined ? 1 : numberOf(found[1])) * unit[0], unit[1]);
  }
  return null;
}

/**
 * Reads an interval: `P12M`, "annually", "every 6 months", "twice a year", "vierteljährlich", "at least annually".
 * Null where the text speaks of no interval at all; `iso` null for "regularly", "as needed" and the like. Years come
 * back as months and weeks as days (`P1Y` as `P12M`). "Bimonthly" is taken as every two months, "biannual" as half-yearly.
 */
export function parseInterval(raw: string): IntervalValue | null {
  if (raw.length > 300) return null;
  const text = foldLetters(raw.replace(/[*_`"]/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/[‐‑]/g, '-')
    .trim();
  const atMost = AT_MOST.test(text);
  const written = /(?:^|[\s≤(:])(p(?:\d|t\d)[\dymwdth]*)(?=$|[\s),.;])/.exec(text)?.[1];
  const iso = written === undefined ? null : isoDuration(written);
  if (iso !== null) return { type: 'interval', iso, atMost: atMost || /≤|<=/.test(text) };

  const often = timesPer(text) ?? everySo(text);
  if (often !== null) return { type: 'interval', iso: often, atMost };
  let first: { readonly iso: string; readonly index: number } | null = null;
  for (const [pattern, word] of WORDS) {
    const index = text.search(pattern);
    if (index >= 0 && (first === null || index < first.index)) first = { iso: word, index };
  }
  if (first !== null) return { type: 'interval', iso: first.iso, atMost };
  return VAGUE.test(text) ? { type: 'interval', iso: null, atMost: false } : null;
}

/** The length of an ISO 8601 duration in days, a month taken as 30.44; null for what is no duration. */
export function daysOf(iso: string): number | null {
  const normal = isoDuration(iso);
  const found = normal === null ? null : /^P(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?$/.exec(normal);
  if (found === null) return null;
  return Number(found[1] ?? 0) * (365.25 / 12) + Number(found[2] ?? 0) + Number(found[3] ?? 0) / 24;
}
