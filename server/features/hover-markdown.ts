/** The Markdown of hovers: names made safe, links to documents, and lists that stay short. */
import { type Facts, fieldOf } from '../reading/facts.ts';
import type { Address } from './hover.ts';

const SPECIAL = /[\\`*_{}[\]<>()#+!|~]/g;

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
  const shown = parts.slice(0, most).join(', ');
  return parts.length > most ? `${shown} and ${parts.length - most} more` : shown;
}

/** The owner of a document as written; null where none is given. */
export function ownerOf(facts: Facts): string | null {
  const owner = fieldOf(facts, 'owner');
  return owner !== null && owner.state === 'given' ? owner.raw : null;
}
