/** The fix that takes a service into the scope statement, behind the last service that stands there. */
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addListItem } from '../../writing/add-list-item.ts';
import { addRecord } from '../../writing/add-record.ts';
import type { Scope } from '../scope-cover.ts';
import { recordAgain } from './record-again.ts';

/** In: the scope, the service's name and id, the lexicon. Out: no fix where the scope is neither a list nor a table that ends with it. */
export function scopeItemFixes(scope: Scope, name: string, id: string | null, lexicon: Lexicon): readonly Fix[] {
  const last = scope.included.at(-1)?.record ?? null;
  if (last === null) return [];
  const { path } = scope.facts;
  const isLast = scope.facts.records.filter((record) => record.kind === 'scope-item').at(-1) === last;
  if (last.form !== 'item' && !(last.form === 'row' && isLast)) return [];
  return [
    {
      title: `Add “${name}” to the scope statement`,
      safe: false,
      reads: [path],
      changes: (source) => {
        const here = source(path);
        const before = recordAgain(here, last);
        if (here === null || before === null) return null;
        const edits =
          last.form === 'item'
            ? addListItem(here, before, id === null ? name : `${name} (${id})`, lexicon)
            : addRecord(here, 'scope-item', { name, included: 'yes', ...(id === null ? {} : { id }) }, lexicon);
        return edits === null ? null : [{ type: 'edit', path, edits }];
      },
    },
  ];
}
