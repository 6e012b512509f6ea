/** A new pair of label and value in a block that holds such pairs, whichever notation it is in. */
import type { FieldDescription } from '../model/kind.ts';
import type { FieldFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { cellWords } from '../reading/pairs.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { Table } from '../syntax/tree.ts';
import { type Labelling, labelFor, neighbourOf } from './field-labels.ts';
import type { Home } from './homes.ts';
import { insertHtmlRow } from './html-rows.ts';
import { insertListLine, insertParagraphLine } from './key-lines.ts';
import type { WritingSource } from './source.ts';
import { addRow } from './table-edits.ts';
import { layoutOf } from './table-rows.ts';
import { insertEntry, keyText, ownEntries } from './yaml-entries.ts';
import { quotingOf, scalarText } from './yaml-scalar.ts';

/**
 * Adds a pair to a home.
 * In: the document, the home, the field and its value, how labels are read there. Out: the edits; null where the home's
 * notation cannot take it.
 */
export function addPair(
  source: WritingSource,
  home: Home,
  field: FieldDescription,
  value: string,
  labelling: Labelling,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const text = source.tree.text;
  const label = labelFor(field, home.fields, labelling, home.type === 'yaml' ? 'key' : 'words');
  const neighbour = neighbourOf(
    labelling.order,
    field.name,
    home.fields.map((fact) => fact.field),
  );
  const beside = neighbour === null ? undefined : home.fields.find((fact) => fact.field === neighbour.field);
  if (label === null || neighbour === null || beside === undefined) return null;
  const { side } = neighbour;
  switch (home.type) {
    case 'yaml': {
      const entry = ownEntries(home.map).find((each) => each.key.span.start === beside.labelSpan?.start);
      if (entry === undefined) return null;
      const scalar = scalarText(value, quotingOf(home.map), home.map.flow);
      return listed(insertEntry(text, home.map, keyText(label), scalar, entry, side, home.limit));
    }
    case 'table':
      return addTablePair(text, home.table, beside, side, label, value);
    case 'html':
      return listed(insertHtmlRow(text, home.block, beside, side, label, value));
    case 'list':
      return listed(insertListLine(text, home.list, beside, side, label, value));
    default:
      return listed(insertParagraphLine(source.facts.path, text, home.paragraphs, beside, side, lexicon, label, value));
  }
}

function addTablePair(
  text: string,
  table: Table,
  beside: FieldFact,
  side: 'after' | 'before',
  label: string,
  value: string,
): readonly TextEdit[] | null {
  const layout = layoutOf(text, table);
  const index = table.rows.findIndex((row) => row.cells.some((cell) => cell.span.start === beside.labelSpan?.start));
  const row = table.rows[index];
  const column = row?.cells.findIndex((cell) => cell.span.start === beside.labelSpan?.start) ?? -1;
  const cell = row?.cells[column];
  if (layout === null || row === undefined || cell === undefined) return null;
  const written = text.slice(cell.span.start, cell.span.end);
  const words = cellWords(text, cell).replace(/\s*:\s*$/, '');
  const styled = words !== '' && written.includes(words) ? written.replace(words, () => label) : label;
  const width = table.rows[0]?.cells.length ?? row.cells.length;
  const values = Array.from({ length: width }, (_, i) => (i === 0 ? styled : i === 1 ? value : ''));
  // A row can only stand behind the delimiter, so "before the header" is "first of the others".
  return [addRow(text, layout, Math.max(side === 'after' ? index : index - 1, 0), values)];
}

function listed(edit: TextEdit | null): readonly TextEdit[] | null {
  return edit === null ? null : [edit];
}
