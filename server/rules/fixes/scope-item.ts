/** The fix that takes a service into the scope statement, behind the last service that stands there. */
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addListItem } from '../../writing/add-list-item.ts';
import { addRecord } from '../../writing/add-record.ts';
import type { Scope } from '../scope-cover.ts';
import { recordFix } from './one-document.ts';

/** In: the scope, the service's name and id, the lexicon. Out: no fix where the scope is neither a list nor a table that ends with it. */
export function scopeItemFixes(scope: Scope, name: string, id: string | null, lexicon: Lexicon): readonly Fix[] {
  const last = scope.included.at(-1)?.record ?? null;
  if (last === null) return [];
  const isLast = scope.facts.records.filter((record) => record.kind === 'scope-item').at(-1) === last;
  if (last.form !== 'item' && !(last.form === 'row' && isLast)) return [];
  return [
    recordFix(`Add “${name}” to the scope statement`, scope.facts, last, (here, before) =>
      last.form === 'item'
        ? addListItem(here, before, id === null ? name : `${name} (${id})`, lexicon)
        : addRecord(here, 'scope-item', { name, included: 'yes', ...(id === null ? {} : { id }) }, lexicon),
    ),
  ];
}
