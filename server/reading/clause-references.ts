/** Clause references: numbers that are said to be clauses, told apart from everything else that looks like one. */
import { clause, EDITIONS, type Edition } from '../model/catalogue.ts';
import { memory, remembered } from '../model/memo.ts';
import type { Span } from '../syntax/span.ts';
import type { ClauseFact } from './facts.ts';

export const OUR_STANDARD = 'ISO/IEC 20000-1';
/** The standard of a reference that neither its sentence nor its document says anything about. */
export const UNSTATED = 'unstated';

const STANDARD =
  /\b(?:(?:DIN\s+|BS\s+|EN\s+|ÖNORM\s+|SN\s+)*ISO(?:\s*\/\s*IEC)?(?:\s*\/?\s*(?:TR|TS))?[\s-]*(\d{4,5})(?:\s*-\s*(\d{1,3}))?(?:\s*:\s*((?:19|20)\d{2}))?(?:\s*\/\s*Amd\.?\s*1(?:\s*:\s*2024)?)?|(NIST|SOC\s?2|COBIT|PCI(?:[\s-]DSS)?|GDPR|DSGVO|HIPAA|HITRUST|BSI|CIS|FedRAMP|SOX|TISAX|ITIL|FitSM)\b)/g;
/** No standard is named without one of these; most stretches have none, and a look is cheaper than a search. */
const HINT = /ISO|NIST|SOC|COBIT|PCI|GDPR|DSGVO|HIPAA|HITRUST|BSI|CIS|FedRAMP|SOX|TISAX|ITIL|FitSM/;
/** Words that only a standard's clauses have, and those that any document's parts have. */
const OF_CLAUSES = String.raw`clauses?|cl\.|Klauseln?|Norm-?(?:kapiteln?|abschnitte?n?|klauseln?|kap\.)|requirements?`;
const OF_PARTS = String.raw`sections?|sect\.|sec\.|paras?\.?|paragraphs?|Abschnitte?n?|Abschn\.|Kapiteln?|Kap\.|Ziffern?|Ziff\.|chapters?`;
const CLAUSE_WORD = new RegExp(String.raw`(?:\b(?:sub-?)?(${OF_CLAUSES})|\b(${OF_PARTS})|(§§?))\s*`, 'gi');
const NUMBER = /(?<![\w.,:-])([1-9]\d?(?:\.\d{1,2}){0,3})(?![\w]|[.:]\d|,\d(?!\d?\.\d)|-\d(?!\d?\.\d)|\s?%)/y;
/** What follows in a list or range: "8.5.1-8.5.3" and "8.2,8.3" are written without blanks too. */
const NEXT_NUMBER = /([1-9]\d?(?:\.\d{1,2}){0,3})(?![\w]|[.:]\d|,\d(?!\d?\.\d)|-\d(?!\d?\.\d)|\s?%)/y;
const JOINT =
  /\s*(?:,\s*(?:and|und|or|oder)|,|;|\band\b|\bund\b|&|\bor\b|\boder\b|\bto\b|\bbis\b|\bthrough\b|–|—|-|\/)\s*(?:(?:sub-?)?clauses?\s+|sections?\s+|§+\s*)?/iy;
const ITEM = /\s?(?:\([a-z]\)|[a-z]\))/y;
const LATER_STANDARD =
  /^\s*(?:\([a-z]\)|[a-z]\))?\s*,?\s*(?:of|in|from|der|von|aus|to|under|per)\s+(?:the\s+|our\s+)?$/i;
const OWN_WORDS =
  /^[\s,]*(?:of this (?:document|policy|procedure|plan|page|agreement|contract)|below|above|oben|unten|dieses Dokuments)/i;

/** What is known of the document around a stretch of text. */
export interface ClauseContext {
  /** Standards named anywhere in the document, by designation, with the editions that are stated. */
  readonly standards: ReadonlyMap<string, ReadonlySet<string>>;
  /** Numbers of the document's own headings. */
  readonly ownNumbers: ReadonlySet<string>;
}

export interface Named {
  readonly standard: string;
  readonly year: string | null;
  readonly start: number;
  readonly end: number;
}

/** All standards named in a text, with their places in it. */
export function namedStandards(text: string): readonly Named[] {
  const found: Named[] = [];
  if (!HINT.test(text)) return found;
  for (const match of text.matchAll(STANDARD)) {
    const start = match.index;
    found.push({ standard: designation(match), year: match[3] ?? null, start, end: start + match[0].length });
  }
  return found;
}

function designation(match: RegExpMatchArray): string {
  const number = match[1];
  if (number === undefined) return (match[4] ?? '').replace(/\s+/g, ' ').toUpperCase();
  if (number === '20000' && (match[2] === undefined || match[2] === '1')) return OUR_STANDARD;
  return `ISO/IEC ${number}${match[2] === undefined ? '' : `-${match[2]}`}`;
}

/** A number right behind a word for clauses; the number is looked for first, since most texts have none. */
const WORD_AND_NUMBER = new RegExp(String.raw`[\s§][1-9]\d?(?!\d)(?<=(?:${OF_CLAUSES}|${OF_PARTS}|§)\s*\d{1,2})`, 'i');

/** May there be a clause reference at all? In: some words, the standards that they name, and whether bare numbers count. */
export function mayRefer(text: string, standards: readonly Named[], bareNumbers: boolean): boolean {
  return bareNumbers || standards.length > 0 ? /\d/.test(text) : WORD_AND_NUMBER.test(text);
}

const YEARS: ReadonlySet<string> = new Set(EDITIONS);

function isClause(edition: Edition, number: string): boolean {
  return clause(edition, number.replace(/\.0$/, '')) !== null;
}

/**
 * Finds clause references in one stretch of prose.
 * In: its words with code blanked out, the way back to the source, what the document is about, where the stretch stands, and
 * whether bare numbers count (a column or field of clauses), of which standard the heading of a column says that they are, and the standards that the words name. Out: one fact a number; lists and ranges are taken apart.
 */
export function clauseReferences(
  text: string,
  spanOf: (from: number, to: number) => Span,
  context: ClauseContext,
  place: ClauseFact['place'],
  bareNumbers = false,
  column: Named | null = null,
  standards: readonly Named[] = namedStandards(text),
): readonly ClauseFact[] {
  if (!mayRefer(text, standards, bareNumbers)) return [];
  const found: ClauseFact[] = [];
  const taken = new Set<number>();

  const numbersFrom = (at: number): { start: number; end: number; number: string }[] => {
    const list: { start: number; end: number; number: string }[] = [];
    let position = at;
    for (;;) {
      const number = list.length === 0 ? NUMBER : NEXT_NUMBER;
      number.lastIndex = position;
      const match = number.exec(text);
      if (match === null) break;
      list.push({ start: match.index, end: number.lastIndex, number: match[1] ?? '' });
      position = number.lastIndex;
      ITEM.lastIndex = position;
      if (ITEM.test(text)) position = ITEM.lastIndex;
      JOINT.lastIndex = position;
      if (!JOINT.test(text)) break;
      position = JOINT.lastIndex;
    }
    return list;
  };

  const record = (
    numbers: readonly { start: number; end: number; number: string }[],
    named: Named | null,
    loose: boolean,
    from: number,
  ): void => {
    const last = numbers[numbers.length - 1];
    if (last === undefined) return;
    const { standard, edition, editionFrom } = resolve(named, context);
    if (loose && OWN_WORDS.test(text.slice(last.end))) return;
    // What the heading of a column names stands somewhere else.
    const year = named === null || named === column || editionFrom !== 'stated' ? null : yearSpan(text, named, spanOf);
    if (named === null && loose && standard !== OUR_STANDARD) return;
    for (const each of numbers) {
      if (taken.has(each.start)) continue;
      if (named === null && context.ownNumbers.has(each.number) && standard !== OUR_STANDARD) continue;
      if (named === null && loose && (context.ownNumbers.has(each.number) || !each.number.includes('.'))) continue;
      // "See section 12.4" is mostly this handbook's, or a contract's: without the standard beside it, only a number that fits counts.
      if (
        named === null &&
        loose &&
        !(edition === null ? EDITIONS : [edition]).every((one) => isClause(one, each.number))
      )
        continue;
      taken.add(each.start);
      const words = each === last ? titleWords(text, each.end) : null;
      found.push({
        standard,
        edition,
        editionFrom,
        ...(year === null ? {} : { editionSpan: year }),
        clause: each.number.replace(/\.0$/, ''),
        raw: text.slice(Math.min(from, each.start), each.end),
        span: spanOf(each.start, each.end),
        words: words === null ? null : words.text,
        wordsSpan: words === null ? null : spanOf(words.start, words.end),
        place,
      });
    }
  };

  for (const match of text.matchAll(CLAUSE_WORD)) {
    const start = match.index;
    const word = match[0];
    const at = start + word.length;
    const numbers = numbersFrom(at);
    const last = numbers[numbers.length - 1];
    if (last === undefined) continue;
    const loose = match[1] === undefined || /^requirement/i.test(match[1]);
    record(numbers, standardNear(text, standards, start, last.end), loose, start);
  }
  for (const named of standards) {
    const gap = /^(?:\s*[,:;(–-]\s*|\s+)/.exec(text.slice(named.end));
    if (gap === null) continue;
    const numbers = numbersFrom(named.end + gap[0].length).filter(
      (each) => each.number.includes('.') && !taken.has(each.start),
    );
    record(numbers, named, false, named.start);
  }
  if (bareNumbers) {
    for (let at = 0; at < text.length; at++) {
      NUMBER.lastIndex = at;
      if (!NUMBER.test(text) || taken.has(at)) continue;
      if (standards.some((named) => named.start <= at && at < named.end)) continue;
      const numbers = numbersFrom(at);
      const end = numbers[numbers.length - 1]?.end ?? at + 1;
      for (const each of numbers)
        record([each], standardNear(text, standards, each.start, each.end) ?? column, false, each.start);
      at = end - 1;
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The place of the year in a designation: `2011` of `ISO/IEC 20000-1:2011`. */
function yearSpan(text: string, named: Named, spanOf: (from: number, to: number) => Span): Span | null {
  const at = named.year === null ? -1 : text.slice(named.start, named.end).indexOf(named.year);
  return at < 0 ? null : spanOf(named.start + at, named.start + at + 4);
}

/** The standard that a reference leans on: named just before it in the sentence, or right after it ("clause 9.2 of ISO …"). */
function standardNear(text: string, standards: readonly Named[], start: number, end: number): Named | null {
  const after = standards.find((named) => named.start >= end && LATER_STANDARD.test(text.slice(end, named.start)));
  if (after !== undefined) return after;
  let before: Named | null = null;
  for (const named of standards) if (named.end <= start) before = named;
  if (before === null) return null;
  // The letter after the full stop may be the reference's own: "… ISO 9001. Clause 4.1".
  const between = text.slice(before.end, start + 1);
  return between.length <= 121 && !/[.!?]\s+[A-ZÄÖÜ]|\n\s*\n/.test(between) ? before : null;
}

/** Guidance and vocabulary, which nobody is audited against: naming it makes no number ambiguous. */
const GUIDANCE: ReadonlySet<string> = new Set([
  'ISO/IEC 19011',
  'ISO/IEC 9000',
  'ISO/IEC 31000',
  'ISO/IEC 17021-1',
  'ISO/IEC 20000-2',
  'ISO/IEC 20000-3',
  'ISO/IEC 20000-5',
  'ISO/IEC 20000-10',
  'ISO/IEC 20000-11',
  'ITIL',
  'FITSM',
  'COBIT',
]);

function resolve(
  named: Named | null,
  context: ClauseContext,
): { standard: string; edition: Edition | null; editionFrom: ClauseFact['editionFrom'] } {
  if (named !== null) {
    const stated = named.year !== null && YEARS.has(named.year) ? (named.year as Edition) : null;
    if (stated !== null || named.standard !== OUR_STANDARD)
      return { standard: named.standard, edition: stated, editionFrom: 'stated' };
    return { standard: OUR_STANDARD, ...documentEdition(context) };
  }
  const all = [...context.standards.keys()].filter((standard) => !GUIDANCE.has(standard));
  if (all.length === 1 && all[0] === OUR_STANDARD) return { standard: OUR_STANDARD, ...documentEdition(context) };
  if (all.length === 1 && all[0] !== undefined) return { standard: all[0], edition: null, editionFrom: 'document' };
  return { standard: UNSTATED, edition: null, editionFrom: 'assumed' };
}

function documentEdition(context: ClauseContext): { edition: Edition | null; editionFrom: ClauseFact['editionFrom'] } {
  const years = [...(context.standards.get(OUR_STANDARD) ?? [])].filter((year) => YEARS.has(year));
  return years.length === 1
    ? { edition: years[0] as Edition, editionFrom: 'document' }
    : { edition: null, editionFrom: 'assumed' };
}

const TITLE_AFTER =
  /^(?:\s?\([a-z]\)|\s?[a-z]\))?(?:\s*(?:[:–—]|\s-)\s*|\s*\(\s*|\s*[“"„]\s*|[^\S\n]+)([A-ZÄÖÜ][^\n.;:()"“”|]{2,70})/;

/** Words right behind a number that read like a title: `Clause 8.7 - Capacity management`, `9.2 (Internal audit)`, `9.3 Management review`. */
function titleWords(text: string, end: number): { text: string; start: number; end: number } | null {
  const match = TITLE_AFTER.exec(text.slice(end));
  if (match === null) return null;
  const words = (match[1] ?? '').replace(/,?\s+(?:of\s+|in\s+)?(?:ISO|DIN|BS|EN)\b.*$/, '').replace(/[\s,]+$/, '');
  if (/^(?:ISO|DIN|BS|EN)\b/.test(words)) return null;
  const start = end + match[0].length - (match[1] ?? '').length;
  // A title is a handful of words; a sentence that happens to follow a dash is none.
  if (words.split(/\s+/).length > 9 || /\b(?:is|are|was|shall|must|should|requires?|asks?|says)\b/i.test(words))
    return null;
  return { text: words, start, end: start + words.length };
}

const CLAUSE_COLUMN =
  /^(?:sub-?)?(?:clauses?|klauseln?|norm-?(?:kapitel|abschnitte?|klauseln?)|requirements?)(?:\s*(?:no\.?|number|nr\.?|ref\.?|reference))?$/i;
/** Beside the name of a standard, less is enough: "ISO/IEC 20000-1:2018", "ISO 20000-1 ref.", "Kapitel der ISO/IEC 20000-1". */
const OF_STANDARD =
  /^(?:clauses?|klauseln?|norm-?(?:kapitel|abschnitte?|klauseln?)|requirements?|sections?|kapitel|abschnitte?|refs?\.?|references?|referenz(?:en)?|no\.?|nr\.?)?(?:\s*(?:no\.?|number|nr\.?|ref\.?|references?|of|in|der|nach|gemäß))*$/i;

/** What a table's heading says of its column: whether it holds clause numbers, and of which standard; in: the words of the heading. */
export function clauseHeader(words: string): ClauseHeader {
  return remembered(headers, words, readHeader);
}

interface ClauseHeader {
  readonly holdsClauses: boolean;
  readonly standard: Named | null;
}

const headers = memory<ClauseHeader>();

function readHeader(words: string): ClauseHeader {
  const standard = namedStandards(words)[0] ?? null;
  const rest = (standard === null ? words : `${words.slice(0, standard.start)} ${words.slice(standard.end)}`)
    .replace(/[()[\]:–—]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { holdsClauses: (standard === null ? CLAUSE_COLUMN : OF_STANDARD).test(rest), standard };
}
