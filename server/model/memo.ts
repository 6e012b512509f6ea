/** A memory for pure functions over short words: the same few labels, names and headings come again in every document. */

/** So many words are kept before those that nobody has asked for meanwhile are let go of. */
const MOST = 5_000;
/** Longer words are worked out anew: they rarely come twice, and would be kept for nothing. */
const LONGEST = 300;

/** What was worked out, in two halves: what is asked for goes into the younger one, and the older one is dropped when that is full. */
export interface Memory<T> {
  young: Map<string, T>;
  old: Map<string, T>;
}

/** Makes an empty memory. */
export function memory<T>(): Memory<T> {
  return { young: new Map(), old: new Map() };
}

/**
 * Looks a key up, or works its value out and keeps it. In: the memory, the key, and the function of the key alone; it is given
 * the key apart from the text that it may have been cut from, since what is kept must not hold on to a whole document.
 */
export function remembered<T>(of: Memory<T>, key: string, compute: (own: string) => T): T {
  const known = of.young.get(key);
  if (known !== undefined) return known;
  if (!isShort(key)) return compute(key);
  const before = of.old.get(key);
  const own = detached(key);
  const value = before ?? compute(own);
  if (of.young.size >= MOST) {
    of.old = of.young;
    of.young = new Map();
  }
  of.young.set(own, value);
  return value;
}

/** Shorter pieces of a text are copied anyway. */
const COPIED = 12;

/** The same text, apart from the longer one that it may have been cut from: engines keep that whole for as long as a piece is there. */
export function detached(text: string): string {
  return text.length <= COPIED ? text : (JSON.parse(JSON.stringify(text)) as string);
}

const words = memory<string>();

/** Is a text so short that it is remembered? */
export const isShort = (text: string): boolean => text.length <= LONGEST;

/** The same text, kept once however many documents say it. */
export function shared(text: string): string {
  return isShort(text) ? remembered(words, text, (own) => own) : detached(text);
}

/**
 * A function that remembers what it worked out for the objects asked about last. In: how many, and the function of the object
 * alone. What is known of all others is let go of: kept beside each of thousands of documents, it would outweigh them.
 */
export function recently<K extends object, V>(most: number, compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}
