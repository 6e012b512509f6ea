/** The skeleton of fixes that write into one document: found again as it stands when the fix is taken, and refused where it does not fit. */
import type { Facts, RecordFact } from '../../reading/facts.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import type { Fix, Source } from '../../workspace/finding.ts';
import { recordAgain } from './record-again.ts';

/** What a fix writes into a document as it stands; null where it no longer applies. */
export type Written = readonly TextEdit[] | null;

/** The fix that writes into one document; in: its title, the path, what it writes, and whether it may be done in bulk. */
export function documentFix(title: string, path: string, write: (here: Source) => Written, safe = false): Fix {
  return {
    title,
    safe,
    reads: [path],
    changes: (source) => {
      const here = source(path);
      const edits = here === null ? null : write(here);
      return edits === null ? null : [{ type: 'edit', path, edits }];
    },
  };
}

/** The fix that writes into one record, where that is still there; in: its title, where it stands, the record, what it writes. */
export function recordFix(
  title: string,
  { path }: Facts,
  record: RecordFact,
  write: (here: Source, now: RecordFact) => Written,
): Fix {
  return documentFix(title, path, (here) => {
    const now = recordAgain(here, record);
    return now === null ? null : write(here, now);
  });
}
