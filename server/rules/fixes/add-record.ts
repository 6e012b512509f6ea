/** Fixes that add an entry to the register that keeps such entries, with what is known and nothing made up. */
import { termKey } from '../../model/vocabulary/names.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addRecord } from '../../writing/add-record.ts';
import { editsInTurn, type Write } from '../../writing/in-turn.ts';
import { documentFix } from './one-document.ts';

/**
 * The fix that adds a record.
 * In: its title, the register's path, the record kind, values by canonical field name, the lexicon. It no longer applies once
 * the register has an entry of that id, or of that name where no id is given.
 */
export function addRecordFix(
  title: string,
  path: string,
  kind: string,
  values: Readonly<Record<string, string>>,
  lexicon: Lexicon,
): Fix {
  return documentFix(title, path, (here) => {
    const name = values.title ?? values.description ?? values.name ?? values.statement ?? '';
    const isThere = here.facts.records.some(
      (record) =>
        record.kind === kind &&
        (values.id === undefined
          ? name !== '' && termKey(record.name) === termKey(name)
          : record.id?.trim().toLowerCase() === values.id.trim().toLowerCase()),
    );
    return isThere ? null : addRecord(here, kind, values, lexicon);
  });
}

/** The fix that adds several records to one register at once, each by its values. */
export function addRecordsFix(
  title: string,
  path: string,
  kind: string,
  values: readonly Readonly<Record<string, string>>[],
  lexicon: Lexicon,
): Fix {
  const writes = values.map(
    (each): Write =>
      (now) =>
        addRecord(now, kind, each, lexicon),
  );
  return documentFix(title, path, (here) => editsInTurn(here, writes, lexicon));
}
