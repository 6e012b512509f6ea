/** Names of people, roles and groups: taken apart where several are written, and compared however they are written. */
import { memory, remembered } from '../memo.ts';
import type { NamesValue, NameValue } from '../value.ts';
import { parseDate } from './dates.ts';
import { foldLetters } from './folding.ts';
import { isFamilyFirst, splitNames } from './name-lists.ts';
import { isPlaceholder, stateOf } from './placeholders.ts';
import { looksLikePerson, looksLikeRole } from './role-words.ts';

export { termKey, termWords } from './terms.ts';

const VACANT =
  /^(?:(?:currently|position|post|role|derzeit|aktuell|stelle|noch)\s+)*(?:vacant|vacancy|vakant|unbesetzt|nicht besetzt|unfilled|unassigned|unbekannt|nobody|no one|niemand|to be (?:appointed|recruited|hired))(?:\s.{0,30})?$/i;

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const HANDLE = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}][\p{L}\p{N}_/-]*)/u;

/** A stretch of the raw value that is cut down from both sides while its place is kept. */
interface Cut {
  readonly start: number;
  readonly end: number;
}

function trimCut(raw: string, cut: Cut, edge: RegExp): Cut {
  let { start, end } = cut;
  while (start < end && edge.test(raw.charAt(start))) start++;
  while (end > start && edge.test(raw.charAt(end - 1))) end--;
  return { start, end };
}

/** Reads one piece of a list of names; null for a vacancy, a placeholder or nothing. */
function readName(raw: string, piece: Cut): NameValue | null {
  let cut = trimCut(raw, piece, /[\s*_~"“”„`,;|]/);
  const bullet = /^(?:[-•+]|\d{1,2}[.)])\s+|^\[[ xX]\]\s+/.exec(raw.slice(cut.start, cut.end))?.[0].length ?? 0;
  cut = trimCut(raw, { start: cut.start + bullet, end: cut.end }, /[\s*_~"“”„`,;|]/);
  const text = () => raw.slice(cut.start, cut.end);
  if (text() === '' || stateOf(text(), 'names').state !== 'given') return null;
  const whole = text();

  const email = whole.includes('@') ? (MAIL.exec(whole)?.[0] ?? null) : null;
  const handle = whole.replace(email ?? '', '').includes('@') ? (HANDLE.exec(whole)?.[1] ?? null) : null;
  let note: string | null = null;
  const aside = (value: string | undefined) => {
    const clean = value?.replace(/^[\s*_`]+|[\s*_`]+$/g, '') ?? '';
    if (clean !== '' && !MAIL.test(clean) && !clean.startsWith('@') && !/^mailto:/i.test(clean)) note ??= clean;
  };

  // `[Jane Doe](people/jane.md)`: the label is the name.
  const link = /^\[([^[\]]+)\]\([^()]*\)/.exec(text());
  if (link !== null) {
    const rest = text().slice(link[0].length);
    aside(/\(([^()]*)\)\s*$/.exec(rest)?.[1] ?? /^\s*(?:,|[-–—])\s+(.+)$/s.exec(rest)?.[1]);
    cut = { start: cut.start + 1, end: cut.start + 1 + (link[1] ?? '').length };
  }

  if (/^mailto:/i.test(text())) cut = { start: cut.start + 7, end: cut.end };

  const role = /^([^:()<>[\]@/]{2,60}):\s+(?=\S)/.exec(text()) ?? /^([^:()<>[\]@/]{2,60})\s+[=→]\s+(?=\S)/.exec(text());
  if (role !== null) {
    aside(role[1]);
    cut = { start: cut.start + role[0].length, end: cut.end };
  }

  // What stands behind the name: in brackets, after a comma, or after a dash set off by spaces.
  for (let again = true; again; ) {
    again = false;
    const brackets = /\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|<([^<>]*)>)\s*$/.exec(text());
    const comma = isFamilyFirst(text()) ? null : /^((?:[^,(]|\([^()]*\))+),\s+(\S.*)$/s.exec(text());
    const name = comma?.[1]?.replace(/\s*\([^()]*\)\s*$/, '') ?? '';
    if (brackets !== null && brackets.index > 0) {
      aside(brackets[1] ?? brackets[2] ?? brackets[3]);
      cut = { start: cut.start, end: cut.start + brackets.index };
      again = true;
    } else if (comma !== null && looksLikePerson(name)) {
      aside(comma[2]);
      cut = { start: cut.start, end: cut.start + (comma[1] ?? '').length };
      again = true;
    }
  }
  const dash = /\s+[-–—]\s+(\S.*)$/s.exec(text());
  if (dash !== null && dash.index > 0) {
    aside(dash[1]);
    cut = { start: cut.start, end: cut.start + dash.index };
  }
  if (email !== null && text() !== email && text().includes(email)) {
    const before = text().slice(0, text().indexOf(email));
    if (/\p{L}/u.test(before.replace(/mailto:/i, ''))) cut = { start: cut.start, end: cut.start + before.length };
  }
  const spoken = handle === null ? -1 : text().indexOf(`@${handle}`);
  if (spoken > 0) cut = { start: cut.start, end: cut.start + spoken };
  cut = trimCut(raw, cut, /[\s*_~"“”„`,;|<>:]/);
  // A full stop ends a sentence, but not initials ("Jane D.") or a title.
  if (/\p{L}{3,}\.$/u.test(text())) cut = { start: cut.start, end: cut.end - 1 };

  if (VACANT.test(text()) || !/[\p{L}\p{N}]/u.test(text()) || (text() !== whole && isPlaceholder(text(), 'names')))
    return null;
  if (text().split(/\s+/).length > 12) return null;
  // "Jane Doe, 5 January 2026": the day is nobody.
  if (/^\d|\d{4}$/.test(text()) && parseDate(text()) !== null) return null;

  // "Change Manager (Jane Doe)": the person is the name and the role the remark beside it.
  const beside: string | null = note;
  if (beside !== null && looksLikeRole(text()) && looksLikePerson(beside)) {
    const at = raw.indexOf(beside, cut.end);
    if (at >= 0 && at < piece.end) {
      return { text: beside, offset: at, length: (beside as string).length, email, handle, note: text() };
    }
  }
  return { text: text(), offset: cut.start, length: cut.end - cut.start, email, handle, note };
}

/** Most values are one name of plain words, and need no taking apart. */
const PLAIN = /^\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,5}$/u;
const JOINED = / (?:and|und|sowie|or|oder) /i;

/**
 * Takes apart the names of a value: `Jane Doe (Change Manager); Roe, John`, `Owner: Jane Doe`, `@jdoe`,
 * `Jane Doe <jane@example.com>`. In: the raw value, links and emphasis allowed. Out: the names in order, with their
 * places in the raw value; vacancies ("vacant", "unbesetzt") and placeholders yield none.
 */
export function parseNames(raw: string): NamesValue {
  if (raw.length > 4000 || !/[\p{L}\p{N}]/u.test(raw)) return { type: 'names', names: [] };
  if (PLAIN.test(raw) && !JOINED.test(raw) && stateOf(raw, 'names').state === 'given' && !VACANT.test(raw)) {
    return {
      type: 'names',
      names: [{ text: raw, offset: 0, length: raw.length, email: null, handle: null, note: null }],
    };
  }
  const names = splitNames(raw).flatMap((piece) => readName(raw, piece) ?? []);
  return { type: 'names', names };
}

const TITLES =
  /^(?:dr|prof|mr|mrs|ms|miss|mx|sir|herr|frau|hr|fr|ing|dipl|dipl-ing|mag|phd|msc|bsc|mba|ma|ba|jr|sr|med|phil|rer|nat|habil|hc)$/;

const wordsOfNames = memory<readonly string[]>();

/** The words of a name for comparison: titles dropped, `Family, Given` turned round. */
function nameWords(text: string): readonly string[] {
  return remembered(wordsOfNames, text, wordsOfName);
}

function wordsOfName(text: string): readonly string[] {
  const plain = text.replace(/\([^()]*\)|<[^<>]*>|\[[^[\]]*\]/g, ' ').trim() || text;
  const turned = /^([^,]+),\s*([^,]+)$/.exec(plain);
  const ordered = turned !== null && !TITLES.test(foldLetters((turned[2] ?? '').replace(/[.\s]/g, '')));
  const spoken = ordered ? `${turned[2]} ${turned[1]}` : plain;
  const words = foldLetters(spoken.replace(/['’`´]/g, '').replace(/\./g, '. ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !TITLES.test(word));
  return kept.length > 0 ? kept : words;
}

const keys = memory<string>();

/**
 * The form in which names are compared: case, accents, punctuation, titles and order of `Family, Given` do not count.
 * E-mail addresses and `@handles` stay whole, in lower case. Empty for text without letters and digits.
 */
export function nameKey(text: string): string {
  return remembered(keys, text, (own) => {
    const trimmed = own.trim();
    return /^\S*@\S+$/.test(trimmed) ? trimmed.toLowerCase() : nameWords(trimmed).join(' ');
  });
}

/** Tells whether two texts write the same name; initials are another question, see `isInitialsOf`. */
export function sameName(a: string, b: string): boolean {
  const key = nameKey(a);
  return key !== '' && key === nameKey(b);
}

/** The initials of a name in capitals: `JD` of "Jane Doe"; empty for text without letters. */
export function initialsOf(text: string): string {
  return nameWords(text)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/**
 * Tells whether a short form can stand for a full name: "J. Doe", "Jane D.", "J.D." or "JD" for "Jane Doe".
 * False for the full name itself and for other names; whether it is the only such name is for the caller to see.
 */
export function isInitialsOf(short: string, full: string): boolean {
  const whole = nameWords(full);
  if (whole.length < 2) return false;
  const bare = short.trim();
  if (/^\p{Lu}{2,4}$/u.test(bare)) return bare === initialsOf(full);
  const parts = nameWords(short);
  if (parts.length < 2 || parts.length > whole.length) return false;
  // Middle names may be left out: the first and the last part must stand for the first and the last name.
  const middle = whole.slice(1, -1);
  const wanted = [whole[0] ?? '', ...middle.slice(0, parts.length - 2), whole.at(-1) ?? ''];
  return (
    parts.some((part) => part.length === 1) &&
    parts.every((part, i) => part === wanted[i] || (part.length === 1 && (wanted[i] ?? '').startsWith(part)))
  );
}
