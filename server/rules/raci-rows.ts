/** Rows of responsibility matrices: letters under roles, or columns named "Accountable" and "Responsible". */
import { fieldOf, type RecordFact } from '../reading/facts.ts';

const LETTERED = ['accountable', 'responsible', 'consulted', 'informed', 'supports', 'verifies', 'signs'];

/** Tells whether a row has letters under roles, so that its fields are read from several cells. */
export function isMatrixRow(record: RecordFact): boolean {
  return (
    record.kind === 'raci-row' &&
    LETTERED.some((name) => {
      const field = fieldOf(record, name);
      return field !== null && field.labelSpan === null;
    })
  );
}
