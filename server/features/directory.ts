/** The directory: what the documents and records of a kind are called. */
import type { Facts, RecordFact } from '../reading/facts.ts';
import { givenField } from '../reading/facts.ts';
import { nextId } from '../rules/fixes/next-id.ts';
import { kindKey, processName } from '../workspace/keys.ts';
import type { View } from '../workspace/view.ts';

/** More than anybody scrolls through: where there are more to offer, the rest comes as soon as more is typed. */
export const MOST_OFFERS = 200;

/** One document or record by what it is called. */
export interface Listed {
  readonly id: string | null;
  readonly name: string;
  readonly path: string;
}

/** All documents and records of a kind, in path order and order of place, for as far as somebody reads; in: the view and the kind's name. */
export function* directory(view: View, kind: string): Iterable<Listed> {
  for (const facts of view.documents(kind)) yield documentEntry(facts, kind);
  for (const { facts, record } of view.records(kind)) if (record.form !== 'document') yield recordEntry(facts, record);
}

/** All ids of a kind that are taken, in order; in: the view and the kind's name. */
export function takenIds(view: View, kind: string): readonly string[] {
  return view.derive(kindKey(kind), 'ids', () =>
    [...directory(view, kind)].flatMap(({ id }) => id?.trim() ?? []).sort(),
  );
}

const entries = new WeakMap<Facts, { readonly kind: string; readonly entry: Listed }>();

/** Typing changes one document of a kind; what the others are called stays as it was. */
function documentEntry(facts: Facts, kind: string): Listed {
  const known = entries.get(facts);
  if (known?.kind === kind) return known.entry;
  const entry = entryOf(facts, kind);
  entries.set(facts, { kind, entry });
  return entry;
}

function entryOf(facts: Facts, kind: string): Listed {
  const id = givenField(facts, 'id')?.raw ?? null;
  const name = kind === 'process-description' ? processName(facts) : (facts.title?.text ?? null);
  return { id, name: name ?? id ?? facts.path, path: facts.path };
}

function recordEntry({ path }: Facts, { id, name }: RecordFact): Listed {
  return { id, name: name === '' ? (id ?? '') : name, path };
}

/**
 * The next free id in the scheme of some ids.
 * In: the ids that are taken, the one that shows the scheme, and the year of today. Out: ids that nobody has, the likeliest
 * first: the scheme's own, and, where it carries another year than today's, that of this year; none where it ends in no number.
 */
export function nextIds(taken: readonly string[], model: string, year: string): readonly string[] {
  const scheme = /^(.*?)(\d+)$/.exec(model.trim());
  if (scheme === null) return [];
  const [, prefix = '', digits = ''] = scheme;
  const next = (stem: string): string => nextId([...taken, `${stem}${'0'.repeat(digits.length)}`]) ?? '';
  const current = prefix.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/, year);
  return current === prefix ? [next(prefix)] : [next(current), next(prefix)];
}
