/** A document's records by kind, so that a kind is gone through without the others. */
import { recently } from '../model/memo.ts';
import type { Facts, RecordFact } from '../reading/facts.ts';

const NONE: readonly RecordFact[] = [];

/** The records of a kind in a document, in order of place. */
export function recordsByKind(facts: Facts, kind: string): readonly RecordFact[] {
  return sorted(facts).get(kind) ?? NONE;
}

const sorted = recently(64, ({ records }: Facts): ReadonlyMap<string, readonly RecordFact[]> => {
  const kinds = new Map<string, RecordFact[]>();
  for (const record of records) {
    const list = kinds.get(record.kind);
    if (list === undefined) kinds.set(record.kind, [record]);
    else list.push(record);
  }
  return kinds;
});
