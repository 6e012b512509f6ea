/** A memory for pure functions over short words: the same few labels, names and headings come again in every document. */

/** More words than any management system uses, fewer than a hostile file could fill memory with. */
const MOST = 20_000;
/** Longer words are worked out anew: they rarely come twice, and would be kept for nothing. */
const LONGEST = 300;

/** Looks a key up, or works its value out and keeps it; in: the memory, the key, and the function of the key alone. */
export function remembered<T>(memory: Map<string, T>, key: string, compute: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (memory.size >= MOST) memory.clear();
  if (key.length <= LONGEST) memory.set(key, value);
  return value;
}
