/** The plan: which rules have anything to say of a document at all, by edition, switches and kinds. */
import type { Configuration } from '../model/configuration.ts';
import { recently } from '../model/memo.ts';
import { type Facts, isToBeFilledIn, type RecordFact } from '../reading/facts.ts';
import type { Rule } from './rule.ts';
import { isOverridden, isSwitchedOn, severityIn } from './switches.ts';

export interface Plan {
  /** The rules to ask about a document, in the order of the list. */
  ofDocument(facts: Facts): readonly Rule[];
}

/**
 * Plans under a configuration. In: the rules, and the configuration. Out: the plan; it leaves the switches of single files to
 * whoever follows it. Few combinations of kinds come again and again, so each is worked out once.
 */
export function planFor(rules: readonly Rule[], configuration: Configuration): Plan {
  const { edition } = configuration;
  const inForce = rules.filter(
    (rule) =>
      severityIn(rule, edition) !== null &&
      (isSwitchedOn(rule, '', configuration) || isOverridden(rule, configuration)),
  );
  const known = new Map<string, readonly Rule[]>();
  return {
    ofDocument(facts) {
      const records = recordsOf(facts);
      const key = `${facts.kinds.join()}\u0000${[...records.keys()].join()}`;
      const found =
        known.get(key) ??
        inForce.filter((rule) =>
          rule.on === 'documents'
            ? rule.kinds === 'all' || rule.kinds.some((kind) => facts.kinds.includes(kind))
            : rule.on === 'records' && rule.kinds.some((kind) => records.has(kind)),
        );
      known.set(key, found);
      return found;
    },
  };
}

/** A document's records by kind, worked out once for all rules; a row of placeholders is no record yet: doc.placeholder speaks of it. */
export const recordsOf = recently(64, (facts: Facts): ReadonlyMap<string, readonly RecordFact[]> => {
  const records = new Map<string, RecordFact[]>();
  for (const record of facts.records) {
    if (isToBeFilledIn(record)) continue;
    const list = records.get(record.kind);
    if (list === undefined) records.set(record.kind, [record]);
    else list.push(record);
  }
  return records;
});
