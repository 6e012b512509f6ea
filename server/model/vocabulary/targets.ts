/** Targets of measures and service levels, and whether a measured result meets them. */
import type { TargetValue } from '../value.ts';
import { foldLetters } from './folding.ts';
import { parseInterval } from './intervals.ts';

type Comparator = TargetValue['comparator'];

/** A measured value: `99.92 %`, `3`, `4.2 h`. */
export interface MeasuredResult {
  readonly number: number;
  readonly unit: string;
}

/** A target with the label that stood before it, such as `P1`. */
export interface LabelledTarget {
  readonly label: string | null;
  readonly target: TargetValue;
}

const NUMBER = '\\d{1,3}(?:[  \\u202f]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*';

const COMPARATORS: readonly (readonly [words: string, comparator: NonNullable<Comparator>])[] = [
  [
    '>=|=>|≥|⩾|&ge;|at least|no less than|not less than|a minimum of|minimum of|minimum|min\\.?|greater than or equal to|mindestens|wenigstens|minimal|mind\\.',
    '>=',
  ],
  [
    '<=|=<|≤|⩽|&le;|at most|no more than|not more than|not exceeding|not exceed|a maximum of|maximum of|maximum|max\\.?|up to|within|less than or equal to|hoechstens|maximal|innerhalb(?: von)?|binnen|bis zu|nicht mehr als',
    '<=',
  ],
  ['>|&gt;|more than|greater than|higher than|over|above|exceeding|exceeds|mehr als|groesser als|ueber', '>'],
  ['<|&lt;|less than|fewer than|lower than|under|below|weniger als|kleiner als|unter', '<'],
  ['==|=|exactly|equals|equal to|genau', '='],
];

const AFTER: readonly (readonly [words: RegExp, comparator: NonNullable<Comparator>])[] = [
  [
    /^\s*(?:\+(?!\d)|or (?:more|above|higher|better|greater)\b|and (?:above|more)\b|minimum\b|min\.?$|oder (?:mehr|hoeher|besser)\b)/,
    '>=',
  ],
  [/^\s*(?:or (?:less|fewer|below|lower|under)\b|and below\b|maximum\b|max\.?$|oder (?:weniger|niedriger)\b)/, '<='],
];

/** Written unit to the one used here; folded, the longest first. */
const UNITS: readonly (readonly [words: string, unit: string])[] = [
  ['%|percent|per cent|pct|prozent|v\\. ?h\\.', '%'],
  [
    'business hours?|working hours?|service hours?|office hours?|arbeitsstunden?|geschaeftsstunden?|servicestunden?',
    'business hours',
  ],
  ['business days?|working days?|workdays?|arbeitstage?n?|werktage?n?|bankarbeitstage?n?', 'business days'],
  ['calendar days?|days?|kalendertage?n?|tage?n?|d', 'days'],
  ['milliseconds?|millisekunden?|ms', 'ms'],
  ['minutes?|mins?|minuten?', 'min'],
  ['hours?|hrs?|stunden?|std\\.?|h', 'h'],
  ['seconds?|secs?|sekunden?|sek\\.|s', 's'],
  ['weeks?|wochen?|wks?', 'weeks'],
  ['months?|monate?n?', 'months'],
  ['years?|jahre?n?', 'years'],
  ['euros?|eur|€', 'EUR'],
  ['us-?dollars?|usd|\\$', 'USD'],
  ['gbp|£', 'GBP'],
  ['chf', 'CHF'],
  ['sek', 'SEK'],
];

const UNIT = UNITS.map(([words]) => words).join('|');
const PREFIX = COMPARATORS.map(([words]) => words).join('|');

const TARGET = new RegExp(
  `(?<![\\p{L}\\p{N}_.,:#/-])(?:(${PREFIX})\\s*:?\\s*)?([€$£]\\s?)?(?<![\\p{L}\\p{N}_])(${NUMBER})(?![\\p{N}]|[.,:/-]\\p{N}|\\s?[-–—]\\s?\\p{N})(?:[ \\u00a0-]?(${UNIT})(?![\\p{L}\\p{N}])|(?![\\p{L}_]))`,
  'giu',
);

/** `99,9`, `99.9`, `1,000`, `1.000,50`, `10 000`: a lone separator before three digits marks thousands only in countable things. */
function readNumber(text: string, unit: string): number {
  const digits = text.replace(/[  \u202f]/g, '');
  const decimalOnly = ['%', 'h', 'min', 's', 'ms', 'days', 'business hours', 'business days'].includes(unit);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) && !(decimalOnly && /^\d+,\d{3}$/.test(digits))) {
    return Number(digits.replace(/,/g, ''));
  }
  if (/^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) {
    return Number(digits.replace(/\./g, '').replace(',', '.'));
  }
  if (!decimalOnly && unit !== '' && /^[1-9]\d{0,2}\.\d{3}$/.test(digits)) return Number(digits.replace('.', ''));
  return Number(digits.replace(',', '.'));
}

type Spellings<T> = readonly (readonly [spelling: RegExp, value: T])[];

function spellings<T>(list: readonly (readonly [string, T])[]): Spellings<T> {
  return list.map(([words, value]) => [new RegExp(`^(?:${words})$`, 'iu'), value]);
}

const COMPARATOR_SPELLINGS = spellings(COMPARATORS);
const UNIT_SPELLINGS = spellings(UNITS);
const KNOWN_UNITS: ReadonlySet<string> = new Set(UNITS.map(([, unit]) => unit));

function lookUp<T>(list: Spellings<T>, text: string | undefined): T | null {
  return text === undefined ? null : (list.find(([spelling]) => spelling.test(text))?.[1] ?? null);
}

const PERIOD =
  /(?:\b(?:per|each|every|pro|im|in der|je|in any|in a|a|an|jede[nrsm]?)\s+|\/\s?)(?:calendar |rolling )?(hour|day|week|month|quarter|year|annum|stunde|tag|woche|monat|quartal|jahr|[1-9]\d?\s?(?:months|days|weeks))\b|\b(hourly|daily|weekly|monthly|quarterly|annually|yearly|taeglich|woechentlich|monatlich|quartalsweise|vierteljaehrlich|jaehrlich|p\. ?a\.)/;

function periodIn(text: string): string | null {
  const found = PERIOD.exec(text);
  if (found === null) return null;
  const words = found[2] ?? `every ${found[1]}`;
  return parseInterval(words)?.iso ?? null;
}

/** Number words before a unit: "one hour", "zwei Tage". */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  ein: 1,
  eine: 1,
  einer: 1,
  eines: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fuenf: 5,
};
const SPELLED = new RegExp(`\\b(${Object.keys(NUMBER_WORDS).join('|')})(?=[ -](?:${UNIT})(?![\\p{L}\\p{N}]))`, 'giu');

/** How many seconds a unit of time has; business hours and days are no lengths of time and stay apart. */
const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3600, days: 86_400, weeks: 604_800 };

/** Words behind a number that are no thing counted: "3 per month", "4 out of 5". */
const NO_NOUN = /^(?:per|pro|and|und|with|for|from|the|each|every|over|within|out|oder|bis|mal|times|was|target)$/;

interface Reading {
  readonly target: TargetValue;
  /** What stood before the number and its comparator, folded. */
  readonly before: string;
  /** Whether nothing but this target was written. */
  readonly whole: boolean;
}

function fold(raw: string): string {
  return foldLetters(raw.replace(/[*_`]/g, ' '))
    .replace(/&nbsp;/g, ' ')
    .replace(SPELLED, (word) => String(NUMBER_WORDS[word] ?? word));
}

/** The unit of a number: a known one, or the noun of what is counted, such as "incidents". */
function unitOf(known: string | undefined, tail: string): string {
  const unit = lookUp(UNIT_SPELLINGS, known);
  if (unit !== null) return unit;
  const noun = /^\s?(\p{L}{3,})(?=\s|$|[.,;)/])/u.exec(tail)?.[1];
  const counts = noun !== undefined && !NO_NOUN.test(noun) && !PERIOD.test(noun);
  return counts && AFTER.every(([words]) => !words.test(tail)) ? noun : '';
}

function readAll(raw: string): readonly Reading[] {
  if (raw.length > 300 || !/\d|one|two|three|four|ein|zwei|drei|vier/i.test(raw)) return [];
  const text = fold(raw);
  const found = [...text.matchAll(TARGET)];
  const readings: Reading[] = [];
  let lastEnd = -1;
  for (const [i, match] of found.entries()) {
    const [all, prefix, currency, number, unitWord] = match;
    const end = match.index + all.length;
    const tail = text.slice(end, found[i + 1]?.index ?? text.length);
    const unit = unitOf(unitWord ?? currency?.trim(), tail);
    const value = readNumber(number ?? '', unit);
    // "1 h 30 min" is one length of time.
    const previous = readings.at(-1);
    const [large, small] = [SECONDS[previous?.target.unit ?? ''], SECONDS[unit]];
    const joined = prefix === undefined && /^\s*(?:and|und)?\s*$/.test(text.slice(lastEnd, match.index));
    lastEnd = end;
    if (previous !== undefined && joined && large !== undefined && small !== undefined && large > small) {
      const sum = (previous.target.number * large) / small + value;
      readings[readings.length - 1] = { ...previous, target: { ...previous.target, number: sum, unit } };
      continue;
    }
    const comparator = lookUp(COMPARATOR_SPELLINGS, prefix) ?? AFTER.find(([words]) => words.test(tail))?.[1] ?? null;
    const before = text.slice(0, match.index);
    readings.push({
      target: { type: 'target', comparator, number: value, unit, period: periodIn(tail) },
      before,
      whole: before.trim() === '' && (tail.trim() === '' || comparator !== null),
    });
  }
  return readings;
}

/** The reading that a text is about: the first with a comparator, else with a unit, else the one it begins with. */
function chiefReading(raw: string): Reading | null {
  const all = readAll(raw);
  const compared = all.findIndex(({ target }) => target.comparator !== null);
  // In "95 % within 4 h" the share is measured, and the time belongs to what is counted.
  const share = all.slice(0, Math.max(compared, 0)).find(({ target }) => target.unit === '%');
  return (
    share ??
    all[compared] ??
    all.find(({ target }) => KNOWN_UNITS.has(target.unit)) ??
    all.find(({ before, whole }) => whole || before === '') ??
    (all.length === 1 ? all.find(({ before }) => /[:=]\s*$/.test(before)) : undefined) ??
    null
  );
}

/**
 * Reads a target: "≥ 95 %", "at least 95 % per month", "within 4 business hours", "max. 5", "99,9 %", "0".
 * In a longer text the first number with a comparator counts, else the first with a unit; a share before it wins. Null where there is none, and
 * for ranges, dates and times of day. `comparator` null where no direction is written; `unit` empty where none is.
 */
export function parseTarget(raw: string): TargetValue | null {
  if (/^\s*(?:zero|none|no\b|null|keine?)\s*$/i.test(raw)) {
    return { type: 'target', comparator: null, number: 0, unit: '', period: null };
  }
  return chiefReading(raw)?.target ?? null;
}

/** Reads several targets in one value, "P1: 1h / P2: 4h", each with its label; one entry for a single target. */
export function parseTargets(raw: string): readonly LabelledTarget[] {
  const parts = raw
    .slice(0, 1000)
    .split(/\s*(?:[;|\n]|<br\s*\/?>)\s*|,\s+(?=\S*\p{L})|\s+\/\s+|\s*\/\s*(?=[<>≤≥=]?\s*\d|[\p{L}\d ]{1,20}:)/u);
  const read = parts.flatMap((part) => {
    const named = /^\s*([^:<>≤≥=]{1,40}?)\s*:\s*(\S.*)$/su.exec(part);
    const reading = chiefReading(named?.[2] ?? part);
    if (reading === null) return [];
    const before = part.trim().slice(0, reading.before.trim().length);
    return [{ label: named?.[1] ?? (before === '' || before.length > 40 ? null : before), target: reading.target }];
  });
  if (read.length > 1) return read;
  const single = parseTarget(raw);
  return single === null ? [] : [{ label: read[0]?.label ?? null, target: single }];
}

/** Reads a measured result: "99.92 %", "3", "4,2 h (target 4 h)". Null where no number leads it. */
export function parseMeasuredResult(raw: string): MeasuredResult | null {
  if (/^\s*(?:zero|none|keine?)\s*$/i.test(raw)) return { number: 0, unit: '' };
  const text = raw.replace(/^(?:[\s*_`~]|\p{Extended_Pictographic}\uFE0F?|[✓✗✘])+/u, '');
  const first = readAll(text)[0];
  return first === undefined || first.before !== '' ? null : { number: first.target.number, unit: first.target.unit };
}

/**
 * Tells whether a result meets a target. Null where the target has no direction, or the units differ and cannot be
 * converted; a unit left out on one side is taken from the other, save for a fraction beside a percentage. A bare "="
 * has no direction either, unless it names an end of the scale, as "= 0" and "= 100 %" do.
 */
export function meets(target: TargetValue, actual: MeasuredResult): boolean | null {
  if (target.comparator === null) return null;
  let number = actual.number;
  if (target.unit !== actual.unit && target.unit !== '' && actual.unit !== '') {
    const [wanted, given] = [SECONDS[target.unit], SECONDS[actual.unit]];
    if (wanted === undefined || given === undefined) return null;
    number = (number * given) / wanted;
  }
  if (target.unit === '%' && actual.unit === '' && number > 0 && number <= 1 && target.number > 1) return null;
  switch (target.comparator) {
    case '>=':
      return number >= target.number;
    case '<=':
      return number <= target.number;
    case '>':
      return number > target.number;
    case '<':
      return number < target.number;
    case '=':
      if (number === target.number) return true;
      return target.number === 0 || (target.unit === '%' && target.number === 100) ? false : null;
  }
}
