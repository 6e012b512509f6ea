/** Offers of values by the type of their field: names, lists to choose from, dates, intervals, ids, clauses, other documents. */
import { clauses } from '../model/catalogue.ts';
import type { FieldDescription } from '../model/kind.ts';
import type { Day } from '../model/value.ts';
import { addInterval, parseDate } from '../model/vocabulary/dates.ts';
import { parseInterval } from '../model/vocabulary/intervals.ts';
import { kindOfList } from '../model/vocabulary/list-names.ts';
import { DOCUMENT_STATUS } from '../model/vocabulary/statuses.ts';
import type { Facts } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { View } from '../workspace/view.ts';
import { cellText } from '../writing/table-rows.ts';
import { scalarText } from '../writing/yaml-scalar.ts';
import type { Offer } from './completion.ts';
import { directory, type Listed, MOST_OFFERS, nextIds, takenIds } from './directory.ts';
import type { Holder } from './holder.ts';
import { clauseText } from './hover-clause.ts';
import { auditorOffers, nameOffers } from './offer-names.ts';
import type { WrittenPlace } from './written-place.ts';

/** Intervals as people write them. */
export const INTERVALS = [
  'monthly',
  'quarterly',
  'every 6 months',
  'yearly',
  'every 2 years',
  'every 3 years',
] as const;

interface Context {
  readonly view: View;
  readonly facts: Facts;
  readonly lexicon: Lexicon;
}

type Place = WrittenPlace & { readonly type: 'value' };

/** What a field may say; in: the place, the field and whose it is. */
export function valueOffers(place: Place, field: FieldDescription, holder: Holder, context: Context): readonly Offer[] {
  const { view, lexicon } = context;
  const several = ['names', 'list', 'reference', 'clauses'].includes(field.type);
  const typed = several ? (/[^,;&]*$/.exec(place.typed)?.[0].trimStart() ?? '') : place.typed.trimStart();
  const span = { start: place.span.end - typed.length, end: place.span.end };
  const write = (value: string): string =>
    place.notation === 'yaml'
      ? scalarText(value, { always: false, mark: 'double' })
      : place.notation === 'line'
        ? value
        : cellText(value);
  const plain = (value: string, detail: string, documentation = ''): Offer => ({
    sort: 'value',
    label: value,
    text: write(value),
    span,
    detail,
    documentation,
  });
  if (field.name === 'type' && holder.form === 'document')
    return lexicon.documentKinds.map((kind) =>
      plain(place.notation === 'yaml' ? kind.name : kind.title, place.notation === 'yaml' ? kind.title : '', kind.help),
    );
  switch (field.type) {
    case 'names': {
      const audited = field.name === 'auditor' ? processesOf(holder, view) : [];
      return audited.length > 0
        ? auditorOffers(audited, view, span, typed, write)
        : nameOffers(view, span, typed, write);
    }
    case 'enumeration': {
      const values = field.values ?? (field.name === 'status' ? DOCUMENT_STATUS : {});
      const capital = place.notation !== 'yaml' && hasCapitals(field.name, holder, context);
      return Object.entries(values).map(([value, synonyms]) =>
        plain(spelled(value, capital), synonyms.length === 0 ? '' : `also: ${synonyms.slice(0, 3).join(', ')}`),
      );
    }
    case 'yes-no':
      return [plain('yes', field.title), plain('no', field.title)];
    case 'interval':
      return INTERVALS.map((interval) => plain(interval, field.title));
    case 'date':
      return dateOffers(field, holder, view.asOf).map(([day, why]) => plain(day, why, 'YYYY-MM-DD'));
    case 'clauses':
      return clauses(view.edition).map((each) => plain(each.number, each.title, clauseText(each)));
    case 'id':
      return idOffers(holder, context).map((id) => plain(id, 'the next free id'));
    default: {
      const targets = targetsOf(field, lexicon);
      return found(targets, typed, view).map(({ kind, entry: { id, name } }): Offer => {
        const byName = id === null || (targets.length === 1 && NAMED.has(kind));
        const [value, other] = byName ? [name, id ?? ''] : [id, name];
        const title = lexicon.kind(kind)?.title ?? kind;
        return {
          ...plain(value, [other, title].filter((word) => word !== '').join(' · ')),
          filter: `${value} ${other}`,
        };
      });
    }
  }
}

/** Documents and records of some kinds whose id or name holds what is typed; of thousands, no more than fill a list. */
function found(
  kinds: readonly string[],
  typed: string,
  view: View,
): readonly { readonly kind: string; readonly entry: Listed }[] {
  const wanted = typed.toLowerCase();
  const list: { readonly kind: string; readonly entry: Listed }[] = [];
  for (const kind of kinds) {
    for (const entry of directory(view, kind)) {
      const { id, name } = entry;
      if (wanted !== '' && !name.toLowerCase().includes(wanted) && id?.toLowerCase().includes(wanted) !== true)
        continue;
      list.push({ kind, entry });
      if (list.length > MOST_OFFERS) return list;
    }
  }
  return list;
}

/** Kinds that people call by their names; the others go by their ids. */
const NAMED: ReadonlySet<string> = new Set(['process-description', 'service', 'customer', 'supplier', 'role', 'kpi']);

/** The kinds that a field speaks of by its name: `process`, `services`, `nonconformity`, `finding`; any document for a plain reference. */
export function targetsOf(field: Pick<FieldDescription, 'name' | 'type'>, lexicon: Lexicon): readonly string[] {
  const kinds = [...lexicon.recordKinds, ...lexicon.documentKinds].map(({ name }) => name);
  const called = [...new Set([field.name.replaceAll('_', '-'), kindOfList(field.name)])];
  // "processes" loses more than its last letter.
  if (field.name === 'processes') called.push('process');
  const exact = kinds.filter((name) => called.some((word) => name === word || name === `${word}-description`));
  if (field.type !== 'reference')
    return field.type === 'text' || field.type === 'list' ? exact.filter((name) => NAMED.has(name)) : [];
  if (exact.length > 0) return exact;
  const ending = kinds.filter((name) => called.some((word) => name.endsWith(`-${word}`)));
  return ending.length > 0 ? ending : lexicon.documentKinds.map(({ name }) => name);
}

function processesOf(holder: Holder, view: View): readonly Facts[] {
  const named = (holder.given.get('process') ?? '')
    .split(/\s*[,;]\s*/)
    .map((word) => word.replace(/^\[([^\]]*)\].*$/, '$1'));
  return [...new Set(named.filter((word) => word !== '').flatMap((word) => view.processes(word)))];
}

/** Are the values of the field written with a capital by the records that stand here already? */
function hasCapitals(name: string, { kind, form }: Holder, { facts }: Context): boolean {
  const records = form === 'record' ? facts.records.filter((record) => record.kind === kind) : [];
  const words = records.flatMap(({ fields }) => fields.filter(({ field, raw }) => field === name && raw !== ''));
  return words.filter(({ raw }) => /^\p{Lu}/u.test(raw)).length * 2 > words.length;
}

function spelled(value: string, capital: boolean): string {
  return capital ? `${value.charAt(0).toUpperCase()}${value.slice(1).replaceAll('-', ' ')}` : value;
}

/** Today, and for what falls due, the day that the interval stated beside it leads to. */
function dateOffers({ name }: FieldDescription, { given }: Holder, today: Day): readonly (readonly [Day, string])[] {
  const every = parseInterval(given.get('review_interval') ?? given.get('frequency') ?? '')?.iso ?? null;
  const last = ['reviewed', 'approved', 'effective'].flatMap(
    (field) => parseDate(given.get(field) ?? '')?.last ?? [],
  )[0];
  const due: readonly (readonly [Day, string])[] =
    name === 'next_review' && every !== null && last !== undefined
      ? [[addInterval(last, every), `the last one (${last}) and the interval`]]
      : [];
  return [...due, [today, 'today']];
}

/** The next free ids in the scheme of the register, else of the kind anywhere, else with the kind's usual prefix. */
function idOffers({ kind, form }: Holder, { view, facts, lexicon }: Context): readonly string[] {
  if (kind === null) return [];
  const taken = takenIds(view, kind);
  const here =
    form === 'record'
      ? facts.records.flatMap((record) => (record.kind === kind && record.id !== null ? [record.id] : []))
      : [];
  const year = view.asOf.slice(0, 4);
  // The last of the register shows how its ids go on; elsewhere the last by name does.
  const model = here.at(-1) ?? taken.at(-1);
  if (model !== undefined) return nextIds(taken, model, year);
  const prefix = lexicon.kind(kind)?.recognise.idPrefixes?.[0];
  return prefix === undefined ? [] : [`${prefix}-001`];
}
