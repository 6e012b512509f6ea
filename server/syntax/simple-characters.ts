/** Classes of characters as CommonMark draws them, for the reader of plain prose. */

/** What stands beside an emphasis mark. */
export type WordKind = 'word' | 'space' | 'punctuation';

/** In: a UTF-16 unit. Out: its class beside an emphasis mark. */
export function wordKind(code: number): WordKind {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13) ? 'space' : 'word';
  if (code < 128) return isEscapable(code) ? 'punctuation' : 'word';
  const char = String.fromCharCode(code);
  if (/\s/.test(char)) return 'space';
  return /\p{P}|\p{S}/u.test(char) ? 'punctuation' : 'word';
}

/** Tells a word's character from blanks and punctuation. */
export function isWord(kind: WordKind): boolean {
  return kind === 'word';
}

/** Tells a blank from words and punctuation. */
export function isWhitespace(kind: WordKind): boolean {
  return kind === 'space';
}

/** Tells whether a backslash before this UTF-16 unit escapes it: ASCII punctuation. */
export function isEscapable(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** Tells whether a link's destination may hold an entity, which stands for another character. */
export function decodable(url: string): boolean {
  return url.includes('&') && /&[#a-zA-Z0-9]+;/.test(url);
}
