/** Cuts a value that holds several names into its pieces, without cutting through a name. */
import { isFieldWord, looksLikePerson, looksLikeRole } from './role-words.ts';

/** A piece of the raw value, half-open, in UTF-16 units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const SUFFIX =
  /^\s*(?:jr|sr|ph\.?\s?d|m\.?sc|b\.?sc|mba|m\.?a|b\.?a|dr|dipl\.?-?ing|esq|cisa|cissp|pmp|iii?|iv|acting|interim|a\.?i|deputy|external|extern|internal|intern|kommissarisch)\.?\s*$/i;

/** Blanks out what stands in brackets, in links and in addresses, so that separators there do not count. */
function masked(raw: string): string {
  const blank = (all: string) => ' '.repeat(all.length).replace(/ /g, '\u0001');
  return raw
    .replace(/\]\([^()\s]*\)/g, blank)
    .replace(/https?:\/\/[^\s,;]+/g, blank)
    .replace(/\([^()]*\)|\[[^[\]]*\]|<(?!br\s*\/?>)[^<>]*>/gi, blank)
    .replace(/&amp;|&nbsp;/g, (all) => (all === '&amp;' ? '&   \u0001' : blank(all)))
    .replace(/@[\w-]+\/[\w-]+/g, blank);
}

function cutAt(mask: string, piece: Piece, separator: RegExp): readonly (Piece & { readonly by: string })[] {
  const out: (Piece & { by: string })[] = [];
  let start = piece.start;
  for (const found of mask.slice(piece.start, piece.end).matchAll(separator)) {
    const at = piece.start + found.index;
    out.push({ start, end: at, by: found[0] });
    start = at + found[0].length;
  }
  out.push({ start, end: piece.end, by: '' });
  return out;
}

const textOf = (mask: string, piece: Piece): string =>
  mask
    .slice(piece.start, piece.end)
    .replace(/\u0001/g, ' ')
    .replace(/[*_`~]/g, '')
    .trim();

const isAcronym = (text: string): boolean => /^C[A-Z]{2,3}$/.test(text);

/** One word that can be a given or a family name. */
function isSingleName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’-]+$/u.test(text) && !/^\p{Lu}{2,5}$/u.test(text) && !isFieldWord(text) && !looksLikeRole(text)
  );
}

/** Tells whether a text can stand as an entry of its own in a list of names. */
function standsAlone(text: string): boolean {
  return (
    looksLikePerson(text) || looksLikeRole(text) || /^@|@.+\./.test(text) || /^\p{Lu}\.\s?\p{Lu}\p{L}+$/u.test(text)
  );
}

/** Cuts at "and", "&" and "/" where what stands at both sides are names, not two halves of "Change and Release Manager". */
function cutAtJoins(mask: string, piece: Piece): readonly Piece[] {
  const parts = cutAt(mask, piece, /\s+(?:and|und|sowie|or|oder)\s+|\s*&\s*|\s*\/\s*|\s+\+\s+/g);
  const out: Piece[] = [];
  for (const [i, part] of parts.entries()) {
    const before = out.at(-1);
    const by = parts[i - 1]?.by ?? '';
    if (before === undefined) {
      out.push({ start: part.start, end: part.end });
      continue;
    }
    const left = textOf(mask, before);
    const right = textOf(mask, part);
    const leftEnd = left.slice(left.lastIndexOf(',') + 1).trim();
    // A handle or address leaves nothing but blanks in the mask; it always stands alone.
    const both =
      (left === '' || standsAlone(left) || standsAlone(leftEnd) || isFamilyFirst(left)) &&
      (right === '' || standsAlone(right) || isFamilyFirst(right));
    // "Customer and Supplier Manager" is one role: its first half lacks the noun of the second.
    const halved = !left.includes(' ') && isFieldWord(left) && right.includes(' ') && !isAcronym(left);
    const singles = isSingleName(leftEnd) && isSingleName(right);
    const spacedSlash = /^\s+\/\s+$/.test(by);
    if ((both && !halved) || singles || spacedSlash) out.push({ start: part.start, end: part.end });
    else out[out.length - 1] = { start: before.start, end: part.end };
  }
  return out;
}

/** Tells whether a text is one name with the family name first: `Doe, Jane` or `van der Berg, Jan Marie`. */
export function isFamilyFirst(text: string): boolean {
  const found = /^([^,]+),\s*([^,]+)$/.exec(text);
  if (found === null) return false;
  const [family, given] = [(found[1] ?? '').trim(), (found[2] ?? '').trim()];
  const familyWords = family.split(/\s+/);
  const oneFamily =
    isSingleName(family) ||
    (familyWords.length <= 4 && /^\p{Ll}/u.test(family) && isSingleName(familyWords.at(-1) ?? ''));
  const givenWords = given.split(/\s+/);
  return (
    oneFamily && givenWords.length <= 3 && givenWords.every((word) => isSingleName(word) || /^\p{Lu}\.?$/u.test(word))
  );
}

/** Cuts at commas, save for `Family, Given`, `Jane Doe, Change Manager` and degrees behind a name. */
function cutAtCommas(mask: string, piece: Piece, next: Piece | undefined): readonly Piece[] {
  const parts = cutAt(mask, piece, /,/g);
  if (parts.length === 1) return [piece];
  const label = /^[^:,]{2,60}:\s+/.exec(mask.slice(piece.start, piece.end))?.[0].length ?? 0;
  const body = textOf(mask, { start: piece.start + label, end: piece.end });
  // In "Jane, John and Bob" the last entry tells that given names are listed.
  const listed = next !== undefined && isSingleName(textOf(mask, next));
  if (parts.length === 2 && isFamilyFirst(body) && !listed) return [piece];

  const out: Piece[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    const text = textOf(mask, part);
    const left = before === undefined ? '' : textOf(mask, before);
    const roleOfLeft = parts.length === 2 && looksLikePerson(left.replace(/^[^:]*:\s+/, '')) && looksLikeRole(text);
    if (before !== undefined && (SUFFIX.test(text) || roleOfLeft)) {
      out[out.length - 1] = { start: before.start, end: part.end };
    } else {
      out.push({ start: part.start, end: part.end });
    }
  }
  return out;
}

/**
 * Cuts a value into the pieces that hold one name each. In: the raw value. Out: pieces in order, not yet trimmed, some
 * perhaps blank. Of `Doe, Jane`, "Change and Release Manager" and "Incident/Problem Manager" each stays one piece.
 */
export function splitNames(raw: string): readonly Piece[] {
  const mask = masked(raw);
  const strong = cutAt(mask, { start: 0, end: raw.length }, /;|\r?\n|<br\s*\/?>|\s\|\s/gi);
  return strong.flatMap((piece) =>
    cutAtJoins(mask, piece).flatMap((part, i, all) => cutAtCommas(mask, part, all[i + 1])),
  );
}
