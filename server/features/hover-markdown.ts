/** The Markdown of hovers: names made safe, links to documents, and lists that stay short. */
import type { Facts } from '../reading/facts.ts';
import type { Holding } from '../workspace/people.ts';
import type { Address } from './hover.ts';

const SPECIAL = /[\\`*_[\]<>|~]/g;

/** Makes any words safe to stand in Markdown; line ends become spaces. */
export function escaped(words: string): string {
  return words.replace(/\s+/g, ' ').trim().replace(SPECIAL, '\\$&');
}

/** A link; in: its words, unescaped, and its address. */
export function link(words: string, address: string): string {
  return `[${escaped(words)}](${address})`;
}

/** A link to a document by its title, or by its path where it has none; leads to the given offset. */
export function documentLink(facts: Facts, address: Address, offset = 0): string {
  return link(facts.title?.text ?? facts.path, address(facts.path, offset));
}

/** Joins what there is, at most `most` of it, and says how many more there are. */
export function listed(parts: readonly string[], most: number): string {
  return listedAs(parts, most, (part) => part);
}

/** The same of things that are written by a function, which is asked for those alone that are shown. */
export function listedAs<T>(things: readonly T[], most: number, write: (thing: T) => string): string {
  const shown = things.slice(0, most).map(write).join(', ');
  return things.length > most ? `${shown} and ${things.length - most} more` : shown;
}

/** One holding a person and a role: registers and role descriptions often say the same. */
export function distinct(holdings: readonly Holding[]): readonly Holding[] {
  const seen = new Map<string, Holding>();
  for (const each of holdings) {
    const key = `${each.person.key}\u0001${each.role}\u0001${each.as}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
