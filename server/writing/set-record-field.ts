/** A field of a record, written where the record stands: in its row, its column, its YAML item, its section or its document. */
import { type FieldFact, fieldOf, type RecordFact } from '../reading/facts.ts';
import { htmlTable } from '../reading/html-tables.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { matchColumns } from '../reading/record-columns.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Table } from '../syntax/tree.ts';
import { setField } from './add-field.ts';
import { labelFor, neighbourOf, recordLabelling } from './field-labels.ts';
import { htmlAt, tablesOf, writeValue } from './field-value.ts';
import { homesOf } from './homes.ts';
import { setHtmlCell } from './html-rows.ts';
import { addPair } from './pair-edits.ts';
import { keepsMetadata, keepsRecords, parts, reread, says } from './proof.ts';
import type { WritingSource } from './source.ts';
import { addColumn, addRow, fillCell } from './table-edits.ts';
import { layoutOf } from './table-rows.ts';

/**
 * Writes a field of a record in the record's notation; a missing column, key or line is added, an old value replaced.
 * In: the document, one of its records, the canonical field name of the record's kind, the value, the lexicon.
 * Out: the edits; null where the field is none of the kind's, or would not be read back.
 */
export function setRecordField(
  source: WritingSource,
  record: RecordFact,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  if (record.form === 'document') return setField(source, fieldName, value, lexicon);
  const place = parts(source.facts).findIndex(
    (each) => each.kind === record.kind && each.span.start === record.span.start && each.span.end === record.span.end,
  );
  if (place < 0) return null;
  for (const edits of ways(source, record, fieldName, value, lexicon)) {
    if (proved(source, edits, place, fieldName, value, lexicon)) return edits;
  }
  return null;
}

function* ways(
  source: WritingSource,
  record: RecordFact,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): Generator<readonly TextEdit[]> {
  const fact = fieldOf(record, fieldName);
  // Letters in a matrix and the words of a step stand for several fields at once.
  if ((record.kind === 'raci-row' || record.kind === 'step') && record.fields.some((each) => each.labelSpan === null))
    return;
  if (fact !== null && fact.shape !== 'computed') {
    const edits = writeValue(source, fact, value);
    if (edits !== null) yield edits;
    return;
  }
  const field = lexicon.fieldNamed(record.kind, fieldName);
  if (field === null) return;
  const labelling = recordLabelling(record.kind, lexicon);
  if (record.form === 'row' || record.form === 'column') {
    const edits = inTable(source, record, fieldName, value, lexicon);
    if (edits !== null) yield edits;
    return;
  }
  for (const home of homesOf(source.tree, record.fields)) {
    const edits = addPair(source, home, field, value, labelling, lexicon);
    if (edits !== null) yield edits;
  }
}

/** A cell that its row lacks, or a column (a row, in a table that lies on its side) that the table lacks. */
function inTable(
  source: WritingSource,
  record: RecordFact,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const text = source.tree.text;
  const sideways = record.form === 'column';
  const isTable = (each: Table): boolean =>
    each.rows.some((row) =>
      sideways ? row.cells.some((cell) => cell.span.start === record.span.start) : row.span.start === record.span.start,
    );
  const block = htmlAt(source, record.span);
  const raw = block === null ? null : htmlTable(block);
  if (raw !== null) return isTable(raw) && !sideways ? inRawTable(text, raw, record, fieldName, value, lexicon) : null;
  const table = tablesOf(source).find(isTable);
  const layout = table === undefined ? null : layoutOf(text, table);
  const field = lexicon.fieldNamed(record.kind, fieldName);
  if (table === undefined || layout === null || field === null) return null;
  const cells = sideways ? table.rows.map((row) => row.cells[0]) : (table.rows[0]?.cells ?? []);
  const labels = cells.map((cell) => (cell === undefined ? '' : plainText(cell.children).trim()));
  const names = matchColumns(labels, lexicon, new Set([record.kind]))?.fields.map((each) => each?.name ?? null) ?? [];
  const number = sideways
    ? columnOf(table.rows, record)
    : table.rows.findIndex((row) => row.span.start === record.span.start);
  const known = names.indexOf(fieldName);
  if (known >= 0) {
    const edit = sideways ? fillCell(text, layout, known, number, value) : fillCell(text, layout, number, known, value);
    return edit === null ? null : [edit];
  }
  const beside = neighbourOf(
    recordLabelling(record.kind, lexicon).order,
    fieldName,
    names.filter((name) => name !== null),
  );
  const at = beside === null ? labels.length - 1 : names.indexOf(beside.field);
  const neighbours: Pick<FieldFact, 'field' | 'label'>[] = names.flatMap((name, i) =>
    name === null ? [] : [{ field: name, label: labels[i] ?? '' }],
  );
  const label = labelFor(field, neighbours, recordLabelling(record.kind, lexicon), 'words');
  if (label === null) return null;
  const behind = beside?.side === 'before' ? at - 1 : at;
  if (!sideways) return addColumn(layout, behind, label, new Map([[number, value]]));
  const width = table.rows[0]?.cells.length ?? 0;
  return [
    addRow(
      text,
      layout,
      Math.max(behind, 0),
      Array.from({ length: width }, (_, i) => (i === 0 ? label : i === number ? value : '')),
    ),
  ];
}

/** The same in raw HTML, where a new column goes to the end. */
function inRawTable(
  text: string,
  table: Table,
  record: RecordFact,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const labels = (table.rows[0]?.cells ?? []).map((cell) => plainText(cell.children).trim());
  const names = matchColumns(labels, lexicon, new Set([record.kind]))?.fields.map((each) => each?.name ?? null) ?? [];
  const field = lexicon.fieldNamed(record.kind, fieldName);
  const neighbours: Pick<FieldFact, 'field' | 'label'>[] = names.flatMap((name, i) =>
    name === null ? [] : [{ field: name, label: labels[i] ?? '' }],
  );
  const label = field === null ? null : labelFor(field, neighbours, recordLabelling(record.kind, lexicon), 'words');
  const row = table.rows.findIndex((each) => each.span.start === record.span.start);
  return label === null || row < 0 ? null : setHtmlCell(text, table, row, names.indexOf(fieldName), label, value);
}

function columnOf(
  rows: readonly { readonly cells: readonly { readonly span: { readonly start: number } }[] }[],
  record: RecordFact,
): number {
  for (const row of rows) {
    const at = row.cells.findIndex((cell) => cell.span.start === record.span.start);
    if (at >= 0) return at;
  }
  return -1;
}

function proved(
  source: WritingSource,
  edits: readonly TextEdit[],
  place: number,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): boolean {
  const before = source.facts;
  const after = reread(source, edits, lexicon);
  if (after === null) return false;
  const record = parts(after)[place];
  if (record === undefined || !says(fieldOf(record, fieldName), value)) return false;
  return (
    keepsMetadata(before, after, new Set()) &&
    before.sections.length === after.sections.length &&
    before.sections.every((section, i) => section.title === after.sections[i]?.title) &&
    keepsRecords(before, after, (each) => (each === parts(before)[place] ? fieldName : null))
  );
}
