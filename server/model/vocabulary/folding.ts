/** Folding of letters, on which every comparison of labels, terms and names rests. */

/**
 * Lower case without accents; German umlauts become `ae`, `oe`, `ue`, `ss`, so that both ways of writing them meet.
 * In: any text. Out: text of possibly other length; never fails.
 */
export function foldLetters(text: string): string {
  // Nearly all labels and names are ASCII; Unicode normalisation is the costly part.
  if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
  const spelled = text.normalize('NFC').toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
  // Some signs hide such a letter until they are taken apart: the raised æ of phonetic script.
  return spelledOut(spelledOut(spelled).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}

/** Letters that do not come apart by themselves, as people write them without them. */
function spelledOut(text: string): string {
  return text
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[æǽ]/g, 'ae')
    .replace(/[øœ]/g, 'oe')
    .replace(/å/g, 'a')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd');
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** The words of a text for comparison: folded runs of letters and digits, `&` read as "and"; in: any text. */
export function foldWords(text: string): readonly string[] {
  const spelled = text.includes('&') ? text.replace(/&(?:amp;)?/g, ' and ') : text;
  const folded = foldLetters(spelled);
  return folded.match(WORDS) ?? [];
}
