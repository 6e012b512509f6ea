/** Folding of what a reader passes over as one: the block of document control, tables and lists of records, entries of a register. */
import type { Facts } from '../reading/facts.ts';
import type { Span } from '../syntax/span.ts';

/** The stretches to fold, in order of place; in: the document's facts. Those on one line are for the caller to leave out. */
export function foldings(facts: Facts): readonly Span[] {
  const spans: Span[] = [];
  const control = facts.metadata.filter(
    ({ shape }) => shape === 'table' || shape === 'key-line' || shape === 'html-table',
  );
  const [first] = control;
  const last = control.at(-1);
  if (first !== undefined && last !== undefined && control.length > 2)
    spans.push({ start: (first.labelSpan ?? first.span).start, end: Math.max(first.span.end, last.span.end) });
  let rows: Span | null = null;
  for (const record of facts.records) {
    if (record.form === 'item' || record.form === 'section') spans.push(record.span);
    if (record.form !== 'row') continue;
    // Rows of one table follow each other; whatever stands between two tables ends the run.
    if (rows !== null && record.span.start - rows.end <= 2) rows = { start: rows.start, end: record.span.end };
    else {
      if (rows !== null) spans.push(rows);
      rows = record.span;
    }
  }
  if (rows !== null) spans.push(rows);
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
