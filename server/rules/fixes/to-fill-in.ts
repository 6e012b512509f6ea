/** Fixes that make room for an answer: the field in its place, with a mark that it is still to be filled in, and nothing made up. */
import type { Facts, RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addField } from '../../writing/add-field.ts';
import { editsInTurn, type Write } from '../../writing/in-turn.ts';
import { setRecordField } from '../../writing/set-record-field.ts';
import { documentFix, recordFix } from './one-document.ts';
import { recordAgain } from './record-again.ts';

/** Every reader takes it for no answer; `doc.placeholder` goes on asking until somebody gives one. */
const MARK = 'TBD';

/** The fix that adds a field of a record to be filled in; in: where it stands, the field's name, and what to call it. */
export function toFillIn(facts: Facts, record: RecordFact, field: string, called: string, lexicon: Lexicon): Fix {
  return recordFix(`Add ${called}, to be filled in`, facts, record, (here, now) =>
    setRecordField(here, now, field, MARK, lexicon),
  );
}

/** The fix that adds a field to several records of one document, as where their table lacks the column. */
export function allToFillIn(
  facts: Facts,
  records: readonly RecordFact[],
  field: string,
  called: string,
  lexicon: Lexicon,
): Fix {
  const [first] = records;
  if (first !== undefined && records.length === 1) return toFillIn(facts, first, field, called, lexicon);
  const writes = records.map(
    (record): Write =>
      (now) => {
        const again = recordAgain(now, record);
        return again === null ? null : setRecordField(now, again, field, MARK, lexicon);
      },
  );
  return documentFix(`Add ${called} to each, to be filled in`, facts.path, (here) =>
    editsInTurn(here, writes, lexicon),
  );
}

/** The fix that adds a metadata field of a document to be filled in; in: the document, the field's name, and what to call it. */
export function documentToFillIn(facts: Facts, field: string, called: string, lexicon: Lexicon): Fix {
  return setMetadata(`Add ${called}, to be filled in`, facts.path, field, MARK, lexicon);
}

/** The fix that gives a missing metadata field a value that somebody else said already; in: its title, path, field and value. */
export function setMetadata(title: string, path: string, field: string, value: string, lexicon: Lexicon): Fix {
  return documentFix(title, path, (here) => addField(here, field, value, lexicon));
}
