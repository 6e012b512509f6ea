/** Which things bear an id: accounts of one thing, such as an audit's row and its report, are one bearer; two things are two. */
import { isEvidence } from '../model/evidence-kinds.ts';
import { termKey } from '../model/vocabulary/names.ts';
import { type Facts, fieldOf, type RecordFact } from '../reading/facts.ts';
import { languageOf } from '../rules/language-of.ts';
import { isSetAside } from '../workspace/set-aside.ts';
import type { View } from '../workspace/view.ts';

/** Somebody or something that an id stands at. */
export interface Bearer {
  readonly name: string;
  readonly path: string;
}

/** Kinds whose entries give one id to many rows, or tell of a thing that has its place elsewhere. */
const RETOLD: ReadonlySet<string> = new Set(['audit', 'kpi-result', 'competence', 'training', 'document-entry']);
/** A nonconformity goes by the id of the finding that it came from, in words of its own. */
const FOLLOWED: ReadonlySet<string> = new Set(['audit-finding', 'nonconformity', 'corrective-action']);

interface Claimant {
  readonly facts: Facts;
  readonly record: RecordFact | null;
  readonly name: string;
}

/** Two different things that bear an id; null where one does, however often it is told of. In: the id and the view. */
export function rivals(id: string, view: View): readonly [Bearer, Bearer] | null {
  const all = view
    .identified(id)
    .filter(({ facts }) => !isSetAside(facts))
    .map(({ facts, record }): Claimant => ({ facts, record, name: nameOf(facts, record) }));
  for (const [order, one] of all.entries())
    for (const other of all.slice(order + 1)) if (!isOne(one, other)) return [bearer(one), bearer(other)];
  return null;
}

/** May the two be accounts of one thing? */
function isOne(a: Claimant, b: Claimant): boolean {
  if (languageOf(a.facts.path) !== languageOf(b.facts.path)) return true;
  if (a.record === null && b.record === null) return [a, b].some(({ facts }) => isAccount(facts));
  // The id of a plan, a report or minutes is mostly that of what they are evidence of.
  if ([a, b].some(({ facts, record }) => record === null && isAccount(facts))) return true;
  const kinds = [a, b].flatMap(({ record }) => record?.kind ?? []);
  if (kinds.some((kind) => kind === 'document-entry')) return true;
  if (kinds.length === 2) {
    if (kinds.every((kind) => kind === kinds[0] && RETOLD.has(kind))) return true;
    if (kinds[0] !== kinds[1] && kinds.every((kind) => FOLLOWED.has(kind))) return true;
  }
  // The same thing told twice, in a register and in minutes, is one thing.
  const [one, other] = [termKey(a.name), termKey(b.name)];
  return one.includes(other) || other.includes(one);
}

function isAccount({ kinds }: Facts): boolean {
  return kinds.some((kind) => isEvidence(kind) || kind === 'audit-programme');
}

function nameOf(facts: Facts, record: RecordFact | null): string {
  if (record === null) return facts.title?.text ?? facts.path;
  const telling = ['title', 'name', 'description'].map((name) => fieldOf(record, name));
  return (telling.find((field) => field?.state === 'given')?.raw ?? record.name).trim().slice(0, 120);
}

function bearer({ facts, name }: Claimant): Bearer {
  return { name, path: facts.path };
}
