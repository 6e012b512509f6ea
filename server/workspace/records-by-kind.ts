/** A document's records of one kind. */
import type { Facts, RecordFact } from '../reading/facts.ts';

/**
 * The records of a kind in a document, in order of place. Few documents hold more than some dozen records, so going through them
 * takes less time, and far less memory, than a map for each document would.
 */
export function recordsByKind({ records }: Facts, kind: string): readonly RecordFact[] {
  return records.filter((record) => record.kind === kind);
}
