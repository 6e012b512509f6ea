/** Tables: which of them hold records by row or by column, which a matrix, which the document's own control data. */
import type { Letters } from '../model/vocabulary/responsibility-letters.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { Table, TableCell } from '../syntax/tree.ts';
import { readCross } from './cross-tables.ts';
import type { FieldFact, NameFact, RecordFact, Shape } from './facts.ts';
import { fieldFact } from './field.ts';
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

/** Reads a table by its columns; in: the table and where it stands; out: its records, or that it is something else. */
export function readTable(table: Table, context: TableContext): TableReading {
  const header = table.rows[0];
  if (header === undefined || header.cells.length < 2) return { type: 'other' };
  const matrix = readResponsibilities(table, header, context);
  if (matrix !== null) return matrix;
  const labels = header.cells.map((cell) => plainText(cell.children).trim());
  const history = readHistory(table, labels, context);
  if (history !== null) return history;
  if (isSignatures(table, labels, context.lexicon)) return { type: 'other' };
  const cross = readCross(table, labels, context);
  if (cross !== null) return cross;
  const columns = matchColumns(labels, context.lexicon, expectedOf(table, context));
  if (columns === null) return readTransposed(table, labels, context) ?? { type: 'other' };
  // Where the header spells less than the side does, its words are the first record's: "Status | planned | new".
  const spelled = columns.fields.filter((field) => field !== null).length;
  const turned = spelled < labels.length ? readTransposed(table, labels, context, spelled) : null;
  return turned ?? readRows(table, withIds(columns, table, context), context);
}

const PREFIXED = /^([A-Z]{2,6})[-_ ]?(?:[A-Z0-9]{1,6}[-_/])*\d[\w-]*$/;

/** What the document leads one to expect, and the kind that the ids in the first column are of: `CSI-4` is an improvement. */
function expectedOf(table: Table, context: TableContext): ReadonlySet<string> {
  const ids = table.rows.slice(1).map((row) => (row.cells[0] === undefined ? '' : plainText(row.cells[0].children)));
  const carried = context.lexicon.recordKindOfIds(ids.map((id) => PREFIXED.exec(id.trim())?.[1] ?? null));
  return carried === null || context.expected.has(carried) ? context.expected : new Set([...context.expected, carried]);
}

const ID = /^[A-Z]{2,6}[-_ ]?(?:[A-Z0-9]{1,6}[-_/])*\d[\w-]*$/;

/**
 * A first column "KPI" beside a column "Name" holds identifiers, where its cells look like them: what the other column takes
 * the name from, this one numbers.
 */
function withIds(columns: Columns, table: Table, context: TableContext): Columns {
  const head = table.rows[0]?.cells[0];
  const id = context.lexicon.fieldNamed(columns.kind.name, 'id');
  if (id === null || head === undefined || columns.fields[0] !== null || columns.fields.includes(id)) return columns;
  const label = context.lexicon.field(columns.kind.name, plainText(head.children).trim());
  if (label?.name !== 'name' && label?.name !== 'title') return columns;
  const cells = table.rows.slice(1).map((row) => plainText(row.cells[0]?.children ?? []).trim());
  const given = cells.filter((cell) => cell !== '');
  if (given.length === 0 || new Set(given).size < given.length || !given.every((cell) => ID.test(cell))) return columns;
  return { kind: columns.kind, fields: [id, ...columns.fields.slice(1)] };
}

const facts = new WeakMap<TableCell, { readonly path: string; readonly fact: FieldFact; readonly of: unknown }>();

/** The fact of one cell under its label; a table is read again when its document's kind is known, mostly as before. */
function cellFact(
  cell: TableCell,
  label: TableCell | undefined,
  field: NonNullable<Columns['fields'][number]>,
  shape: Shape,
  context: TableContext,
): FieldFact {
  const known = facts.get(cell);
  if (known?.of === field && known.path === context.path && known.fact.shape === shape) return known.fact;
  const fact = readCell(cell, label, field, shape, context);
  facts.set(cell, { path: context.path, fact, of: field });
  return fact;
}

function readCell(
  cell: TableCell,
  label: TableCell | undefined,
  field: NonNullable<Columns['fields'][number]>,
  shape: Shape,
  context: TableContext,
): FieldFact {
  return fieldFact(field, {
    label: label === undefined ? field.title : plainText(label.children).trim(),
    labelSpan: label?.span ?? null,
    raw: cellWords(context.text, cell),
    span: cell.span,
    links: linksIn(context.path, cell.children),
    shape,
  });
}

/** The records of rows under a header; in: the table, what its columns are, where it stands. */
function readRows(table: Table, columns: Columns, context: TableContext): TableReading {
  const records: RecordFact[] = [];
  for (const row of table.rows.slice(1)) {
    const fields = columns.fields.flatMap((field, i) => {
      const cell = row.cells[i];
      return field === null || cell === undefined
        ? []
        : [cellFact(cell, table.rows[0]?.cells[i], field, 'row', context)];
    });
    // A row with nothing in it is a form to fill in, and one with a single filled cell a heading inside the table.
    if (fields.filter((field) => field.state !== 'empty').length < Math.min(2, columns.fields.length)) continue;
    records.push(recordOf(columns.kind.name, fields, row.span, 'row', context.section));
  }
  return { type: 'records', records, names: [] };
}

/** Words over the labels of a transposed table that name none of its fields: below them stand ids or titles. */
const CORNER = /^(?:field|attribute|property|item|criterion|feld|attribut|merkmal|eigenschaft|angabe|)$/i;

/** Field names down the side, one record a column; null where the side does not spell more than `than` fields. */
function readTransposed(table: Table, header: readonly string[], context: TableContext, than = 0): TableReading | null {
  const width = header.length;
  if (width < 3) return null;
  const labels = table.rows.map((row) => (row.cells[0] === undefined ? '' : plainText(row.cells[0].children).trim()));
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
        : [cellFact(cell, table.rows[i]?.cells[0], field, 'column', context)];
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
