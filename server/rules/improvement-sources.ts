/** Where improvements came from: what the kept entries say of their sources, to find out what was taken up. */

import { isEvidence } from '../model/evidence-kinds.ts';
import { termKey } from '../model/vocabulary/names.ts';
import { type Facts, fieldOf, type RecordFact } from '../reading/facts.ts';
import { kindKey } from '../workspace/keys.ts';
import type { Located, View } from '../workspace/view.ts';
import { isSetAside } from './life.ts';

/** One kept improvement, as others look for it. */
interface Kept {
  readonly id: string | null;
  /** Everything that may name its source, folded. */
  readonly words: string;
  readonly links: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export interface KeptImprovements {
  readonly entries: readonly Kept[];
  /** The register that holds most of them, with the ids in it; null where none is kept. */
  readonly register: { readonly path: string; readonly ids: readonly string[] } | null;
}

/** All improvements that a register, or whatever else is no record of one event, keeps. */
export function keptImprovements(view: View): KeptImprovements {
  const located = view.records('improvement');
  const all = view.derive(kindKey('improvement'), 'improvements by document', () => byDocument(located));
  // What a document is stands in its own facts, which may change while its entries stay the same.
  const homes = [...all].filter(([path]) => {
    const facts = view.facts(path);
    return facts !== null && isHome(facts);
  });
  const [first] = homes.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return {
    entries: homes.flatMap(([, entries]) => entries),
    register: first === undefined ? null : { path: first[0], ids: first[1].flatMap((entry) => entry.id ?? []) },
  };
}

function byDocument(located: readonly Located[]): ReadonlyMap<string, readonly Kept[]> {
  const homes = new Map<string, Kept[]>();
  for (const { facts, record } of located) {
    const entries = homes.get(facts.path) ?? [];
    homes.set(facts.path, entries);
    const said = ['source', 'description', 'title', 'raised_by', 'follow_up', 'evidence'].flatMap(
      (name) => fieldOf(record, name) ?? [],
    );
    entries.push({
      id: record.id,
      words: ` ${said.map((field) => field.raw.toLowerCase()).join(' \u0001 ')} `,
      links: new Set(said.flatMap((field) => field.links)),
      names: new Set(['title', 'description'].flatMap((name) => termKey(fieldOf(record, name)?.raw ?? '') || [])),
    });
  }
  return homes;
}

function isHome(facts: Facts): boolean {
  return !isSetAside(facts) && (facts.kinds[0] === undefined || !isEvidence(facts.kinds[0]));
}

/** Does a text name an id, standing alone: "finding F-2", not "F-21"? In: both in lower case. */
export function namesId(words: string, id: string): boolean {
  for (let at = words.indexOf(id); at >= 0; at = words.indexOf(id, at + 1)) {
    const [before, after] = [words.charAt(at - 1), words.charAt(at + id.length)];
    if (!/[\p{L}\p{N}_-]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after) && !/^-\w/.test(words.slice(at + id.length)))
      return true;
  }
  return false;
}

/**
 * Was a record taken up by a kept improvement?
 * In: the record and its document, what the document goes by, the ids of all its records that might be taken up, and the kept
 * entries. Out: true where an entry names the record, or the document without saying which part of it.
 */
export function isTakenUp(
  facts: Facts,
  record: RecordFact,
  documentIds: readonly string[],
  recordIds: readonly string[],
  { entries }: KeptImprovements,
): boolean {
  const own = record.id?.trim().toLowerCase() ?? null;
  const name = termKey(record.name);
  return entries.some((entry) => {
    if (own !== null && entry.id?.trim().toLowerCase() === own) return true;
    if (name !== '' && entry.names.has(name)) return true;
    const document = entry.links.has(facts.path) || documentIds.some((id) => namesId(entry.words, id));
    // "F-2" is the name of many findings, "AUD-2026-03-F2" of one.
    if (own !== null && namesId(entry.words, own) && (document || own.length > 5)) return true;
    return document && !recordIds.some((id) => namesId(entry.words, id));
  });
}
