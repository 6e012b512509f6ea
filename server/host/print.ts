/** Prints: one number for all that a document was read from, by which to see that nothing is new. */
import type { Problem } from '../syntax/tree.ts';
import { digest } from '../workspace/digest.ts';

/**
 * The print of a document. In: the parts of the configuration on which reading depends, as JSON; its text; what is wrong with the
 * file. Out: the same number for the same of all three.
 */
export function printOf(configuration: string, text: string, problem: Problem | null): number {
  return digest(`${configuration}\u0000${problem?.message ?? ''}\u0000${text}`);
}
