/** Fixes that let one place say what another one says, where the two contradict each other. */
import type { RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { setField } from '../../writing/add-field.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { documentFix } from './one-document.ts';
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
  return documentFix(title, path, (here) => {
    if (record === null) return setField(here, field, value, lexicon);
    const now = recordAgain(here, record);
    return now === null ? null : setRecordField(here, now, field, value, lexicon);
  });
}
