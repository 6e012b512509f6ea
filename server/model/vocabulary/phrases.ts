/** Looking for listed words and phrases in a value, however they are bent: the lists are data, English and German. */
import { foldWords } from './folding.ts';

/** A list of phrases, ready to be looked for. */
export type Phrases = readonly (readonly string[])[];

/** Makes a list of phrases from one text, parted by commas; folded words, and `effectiv*` for any word that begins so. */
export function phrases(listed: string): Phrases {
  return listed.split(',').map((phrase) => phrase.trim().split(/\s+/));
}

/**
 * Where the first of the phrases begins in a text, counted in words; -1 where none is there.
 * In: the text, the phrases, and words that must not stand right before it ("non conformity").
 */
export function indexOfPhrase(text: string, listed: Phrases, notAfter: readonly string[] = []): number {
  const words = foldWords(text);
  for (let at = 0; at < words.length; at++) {
    if (at > 0 && notAfter.includes(words[at - 1] ?? '')) continue;
    if (listed.some((phrase) => phrase.every((wanted, i) => isWord(words[at + i], wanted)))) return at;
  }
  return -1;
}

/** Does a text hold one of the phrases? */
export function hasPhrase(text: string, listed: Phrases, notAfter: readonly string[] = []): boolean {
  return indexOfPhrase(text, listed, notAfter) >= 0;
}

function isWord(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}
