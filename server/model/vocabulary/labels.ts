/** Keys of field labels, so that `Next review`, `next_review`, `nextReview:` and `**Next Review**` are one. */
import { foldLetters } from './folding.ts';

/**
 * The form of a field label in which labels are compared: letters and digits only, folded.
 * `#` counts as "no" and `&` as "and"; an optional `(s)` is dropped. Text without any letter or digit comes back trimmed.
 */
export function labelKey(text: string): string {
  const spelled = /[(/:*&#№]/.test(text) ? spelledOut(text) : text;
  const key = foldLetters(spelled).replace(/[^\p{L}\p{N}]+/gu, '');
  return key === '' ? text.trim() : key;
}

/** A label without the signs that stand for words or endings. */
function spelledOut(text: string): string {
  return text
    .replace(/\((?:s|es|en|n|e)\)/gi, '')
    .replace(/[/:*](?:innen|in|r|s)\b/g, '')
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/[#№]/g, ' no ');
}

/** The keys under which a label may be known, best first: whole, and without a trailing bracket such as `(YYYY-MM-DD)`. */
export function labelKeys(text: string): readonly string[] {
  const whole = labelKey(text);
  const bare = labelKey(text.replace(/\s*[([][^()[\]]*[)\]]\s*[*_:]*\s*$/, ''));
  return bare === '' || bare === whole ? [whole] : [whole, bare];
}
