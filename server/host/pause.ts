/** A pause in long work, in which whatever waits has its turn. */

/** A message passes some turns from the stream to its handler, and its answer as many on the way out. */
const TURNS = 8;

/**
 * Resolves once whatever has come in was dealt with: a pause of one turn would put a piece of the long work between each two
 * steps of a message. Where nothing waits, a turn takes some microseconds.
 */
export async function pause(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}
