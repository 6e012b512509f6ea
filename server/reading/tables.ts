/** Tables: which of them hold records by row or by column, which a matrix, which the document's own control data. */
import type { FieldDescription } from '../model/kind.ts';
import type { Letters } from '../model/vocabulary/responsibility-letters.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { Table, TableCell, TableRow } from '../syntax/tree.ts';
import { readCross } from './cross-tables.ts';
import type { FieldFact, NameFact, RecordFact, Shape } from './facts.ts';
import { fieldFact, type Reading } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { cellWords } from './pairs.ts';
import { recordOf } from './record.ts';
import { type Columns, matchColumns } from './record-columns.ts';
import { readResponsibilities } from './responsibilities.ts';
import { isSignatures } from './signatures.ts';
import { readHistory } from './version-history.ts';
import { linksIn } from './words.ts';

export interface TableContext {
  readonly path: string;
  readonly text: string;
  readonly lexicon: Lexicon;
  /** Record kinds that the document's kinds carry: read with fewer columns than elsewhere. */
  readonly expected: ReadonlySet<string>;
  /** Title of the section that the table stands in. */
  readonly section: string | null;
  /** Title of the document. */
  readonly title: string | null;
  /** What the legend beside it says of letters in its cells; null without one. */
  readonly legend: Letters | null;
  /** True where the table stands in the midst of text on something else than the document itself. */
  readonly aside: boolean;
  /** The year that the section or the document is of, for columns that name months and quarters alone. */
  readonly year: string | null;
  /** What was read of single cells: a table is read again when its document's kind is known, mostly as before. */
  readonly cells: Map<TableCell, Reading>;
}

/** A table with the words of its cells row by row, which each of its readers asks for. */
export interface Worded {
  readonly table: Table;
  readonly words: readonly (readonly string[])[];
}

/** Reads the words of a table's cells, as far as its header is wide. */
export function worded(table: Table): Worded {
  const width = table.rows[0]?.cells.length ?? 0;
  const wordsOf = ({ cells }: TableRow): readonly string[] =>
    (cells.length > width ? cells.slice(0, width) : cells).map((cell) => plainText(cell.children));
  return { table, words: table.rows.map(wordsOf) };
}

/** An audit and what a table of clauses by audits says that it covers. */
export interface Coverage {
  readonly audit: string;
  readonly field: 'standard' | 'process';
  readonly items: readonly string[];
  readonly span: Span;
}

/** What a table turned out to be. */
export type TableReading =
  | {
      readonly type: 'records';
      readonly records: readonly RecordFact[];
      readonly names: readonly NameFact[];
      readonly coverage?: readonly Coverage[];
    }
  | { readonly type: 'history'; readonly fields: readonly FieldFact[] }
  | { readonly type: 'other' };

/**
 * Reads a table that is the same in documents of every kind.
 * In: the table and where it stands. Out: what it is; null where it depends on the records that the document carries.
 */
export function readPlainly(worded: Worded, context: TableContext): TableReading | null {
  const { table, words } = worded;
  const labels = words[0];
  if (labels === undefined || labels.length < 2) return { type: 'other' };
  const matrix = readResponsibilities(worded, context);
  if (matrix !== null) return matrix;
  const history = readHistory(worded, labels, context);
  if (history !== null) return history;
  return isSignatures(table, labels, context.lexicon) ? { type: 'other' } : null;
}

/** Reads any other table by its columns; in: the table and where it stands; out: its records, or that it is something else. */
export function readTable(worded: Worded, context: TableContext): TableReading {
  const labels = worded.words[0] ?? [];
  const cross = readCross(worded, labels, context);
  if (cross !== null) return cross;
  const columns = matchColumns(labels, context.lexicon, expectedOf(worded, context));
  if (columns === null) return readTransposed(worded, labels, context) ?? { type: 'other' };
  // Where the header spells less than the side does, its words are the first record's: "Status | planned | new".
  const spelled = columns.fields.filter((field) => field !== null).length;
  const turned = spelled < labels.length ? readTransposed(worded, labels, context, spelled) : null;
  return turned ?? readRows(worded, withIds(columns, worded, context), context);
}

/** The words down the side of a table, its header's left out where the rows begin at 1. */
function sideOf({ words }: Worded, from: 0 | 1): readonly string[] {
  return words.slice(from).map((row) => row[0] ?? '');
}

const PREFIXED = /^([A-Z]{2,6})[-_ ]?(?:[A-Z0-9]{1,6}[-_/])*\d[\w-]*$/;

/** What the document leads one to expect, and the kind that the ids in the first column are of: `CSI-4` is an improvement. */
function expectedOf(worded: Worded, context: TableContext): ReadonlySet<string> {
  const ids = sideOf(worded, 1);
  // Where the first is no id, the others say nothing.
  if (!PREFIXED.test(ids[0] ?? '')) return context.expected;
  const carried = context.lexicon.recordKindOfIds(ids.map((id) => PREFIXED.exec(id)?.[1] ?? null));
  return carried === null || context.expected.has(carried) ? context.expected : new Set([...context.expected, carried]);
}

const ID = /^[A-Z]{2,6}[-_ ]?(?:[A-Z0-9]{1,6}[-_/])*\d[\w-]*$/;

/**
 * A first column "KPI" beside a column "Name" holds identifiers, where its cells look like them: what the other column takes
 * the name from, this one numbers.
 */
function withIds(columns: Columns, worded: Worded, context: TableContext): Columns {
  const head = worded.words[0]?.[0];
  const id = context.lexicon.fieldNamed(columns.kind.name, 'id');
  if (id === null || head === undefined || columns.fields[0] !== null || columns.fields.includes(id)) return columns;
  const label = context.lexicon.field(columns.kind.name, head);
  if (label?.name !== 'name' && label?.name !== 'title') return columns;
  const given = sideOf(worded, 1).filter((cell) => cell !== '');
  if (given.length === 0 || new Set(given).size < given.length || !given.every((cell) => ID.test(cell))) return columns;
  return { kind: columns.kind, fields: [id, ...columns.fields.slice(1)] };
}

/** A field's label as a table has it. */
interface Label {
  readonly words: string;
  readonly span: Span;
}

/** The fact of one cell under its label. */
function cellFact(
  cell: TableCell,
  label: Label | null,
  field: FieldDescription,
  shape: Shape,
  context: TableContext,
): FieldFact {
  const known = context.cells.get(cell);
  if (known?.of === field && known.fact.shape === shape) return known.fact;
  const fact = fieldFact(field, {
    label: label?.words ?? field.title,
    labelSpan: label?.span ?? null,
    raw: cellWords(context.text, cell),
    span: cell.span,
    links: linksIn(context.path, cell.children),
    shape,
  });
  context.cells.set(cell, { of: field, fact });
  return fact;
}

function labelIn({ table, words }: Worded, row: number, column: number): Label | null {
  const cell = table.rows[row]?.cells[column];
  return cell === undefined ? null : { words: words[row]?.[column] ?? '', span: cell.span };
}

/** The records of rows under a header; in: the table, what its columns are, where it stands. */
function readRows(worded: Worded, columns: Columns, context: TableContext): TableReading {
  const records: RecordFact[] = [];
  const { rows } = worded.table;
  const labels = columns.fields.map((_, i) => labelIn(worded, 0, i));
  for (let n = 1; n < rows.length; n++) {
    const row = rows[n] as TableRow;
    const fields: FieldFact[] = [];
    let filled = 0;
    for (const [i, field] of columns.fields.entries()) {
      const cell = row.cells[i];
      if (field === null || cell === undefined) continue;
      const fact = cellFact(cell, labels[i] ?? null, field, 'row', context);
      fields.push(fact);
      if (fact.state !== 'empty') filled += 1;
    }
    // A row with nothing in it is a form to fill in, and one with a single filled cell a heading inside the table.
    if (filled < Math.min(2, columns.fields.length)) continue;
    records.push(recordOf(columns.kind.name, fields, row.span, 'row', context.section));
  }
  return { type: 'records', records, names: [] };
}

/** Words over the labels of a transposed table that name none of its fields: below them stand ids or titles. */
const CORNER = /^(?:field|attribute|property|item|criterion|feld|attribut|merkmal|eigenschaft|angabe|)$/i;

/** Field names down the side, one record a column; null where the side does not spell more than `than` fields. */
function readTransposed(
  worded: Worded,
  header: readonly string[],
  context: TableContext,
  than = 0,
): TableReading | null {
  const { table } = worded;
  const width = header.length;
  if (width < 3) return null;
  const labels = sideOf(worded, 0);
  const spelled = labels.filter((label) => label !== '').length;
  // A list of terms that happens to hold a few labels is no register on its side.
  const enough = (known: number): boolean => known * 2 >= spelled && known > than;
  // Most first columns hold ids and titles, each time others: no kind has to be tried where not even any kind's labels would do.
  if (!enough(labels.filter(context.lexicon.isLabel).length)) return null;
  const columns = matchColumns(labels, context.lexicon, context.expected);
  if (columns === null || !enough(columns.fields.filter((field) => field !== null).length)) return null;
  const { kind } = columns;
  const corner = columns.fields[0] === null && CORNER.test(labels[0] ?? '');
  const named = (name: string): boolean => columns.fields.some((field) => field?.name === name);
  const headed = !corner ? null : ['id', 'title', 'name'].find((name) => kindHas(kind, name) && !named(name));
  const records: RecordFact[] = [];
  for (let column = 1; column < width; column++) {
    const fields = columns.fields.flatMap((found, i) => {
      const cell = table.rows[i]?.cells[column];
      const field = i === 0 && headed != null ? context.lexicon.fieldNamed(kind.name, headed) : found;
      return field === null || cell === undefined
        ? []
        : [cellFact(cell, labelIn(worded, i, 0), field, 'column', context)];
    });
    if (fields.filter((field) => field.state !== 'empty').length < 2) continue;
    const first = table.rows.map((row) => row.cells[column]).find((cell) => cell !== undefined)?.span ?? table.span;
    records.push(recordOf(kind.name, fields, first, 'column', context.section));
  }
  return { type: 'records', records, names: [] };
}

function kindHas(kind: Columns['kind'], name: string): boolean {
  return kind.fields.some((field) => field.name === name);
}
