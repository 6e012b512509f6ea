/** A document's records by kind: a function of its facts, kept beside them, so that a kind is gone through without the others. */
import type { Facts, RecordFact } from '../reading/facts.ts';

const NONE: readonly RecordFact[] = [];
const kept = new WeakMap<Facts, ReadonlyMap<string, readonly RecordFact[]>>();

/** The records of a kind in a document, in order of place. */
export function recordsByKind(facts: Facts, kind: string): readonly RecordFact[] {
  const known = kept.get(facts) ?? sorted(facts);
  kept.set(facts, known);
  return known.get(kind) ?? NONE;
}

function sorted({ records }: Facts): ReadonlyMap<string, readonly RecordFact[]> {
  const kinds = new Map<string, RecordFact[]>();
  for (const record of records) {
    const list = kinds.get(record.kind);
    if (list === undefined) kinds.set(record.kind, [record]);
    else list.push(record);
  }
  return kinds;
}
