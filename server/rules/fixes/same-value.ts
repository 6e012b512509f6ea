/** Fixes that let one place say what another one says, where the two contradict each other. */
import type { RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { setField } from '../../writing/add-field.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { recordAgain } from './record-again.ts';

/**
 * The fix that gives a field another value.
 * In: its title, the path, the record (null: the document itself), the field, the value that another place gives, the lexicon.
 */
export function sayInstead(
  title: string,
  path: string,
  record: RecordFact | null,
  field: string,
  value: string,
  lexicon: Lexicon,
): Fix {
  return {
    title,
    safe: false,
    reads: [path],
    changes: (source) => {
      const here = source(path);
      if (here === null) return null;
      const now = record === null ? null : recordAgain(here, record);
      if (record !== null && now === null) return null;
      const edits =
        now === null ? setField(here, field, value, lexicon) : setRecordField(here, now, field, value, lexicon);
      return edits === null ? null : [{ type: 'edit', path, edits }];
    },
  };
}
