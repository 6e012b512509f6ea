/** Tables: which of them hold records, which a responsibility matrix, which the document's own control data. */
import type { FieldDescription, KindDescription } from '../model/kind.ts';
import { labelKey } from '../model/vocabulary/labels.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { Table, TableRow } from '../syntax/tree.ts';
import type { FieldFact, NameFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { cellWords } from './pairs.ts';
import { linksIn } from './words.ts';

export interface TableContext {
  readonly path: string;
  readonly text: string;
  readonly lexicon: Lexicon;
  /** Record kinds that the document's kinds carry: read with fewer columns than elsewhere. */
  readonly expected: ReadonlySet<string>;
  /** Title of the section that the table stands in. */
  readonly section: string | null;
}

/** Fields that several columns or lines fill together: the lead auditor in one, the rest of the team in another. */
export const SHARED: ReadonlySet<string> = new Set(['auditor']);

export interface Columns {
  readonly kind: KindDescription;
  readonly fields: readonly (FieldDescription | null)[];
}

/** What a table turned out to be. */
export type TableReading =
  | { readonly type: 'records'; readonly records: readonly RecordFact[]; readonly names: readonly NameFact[] }
  | { readonly type: 'history'; readonly fields: readonly FieldFact[] }
  | { readonly type: 'other' };

/**
 * Gives each label the field that it names, each field once: a label that is the field's own name comes before a synonym,
 * so that `measure` is no target where a `target` stands beside it.
 */
export function assignFields(
  labels: readonly string[],
  kind: string,
  lexicon: Lexicon,
): readonly (FieldDescription | null)[] {
  const named = labels.map((label) => lexicon.field(kind, label));
  // Beside a column "Role", a column "Name" says who holds it.
  if (kind === 'role' && named.some((field, i) => field?.name === 'name' && !isNameAlone(labels[i])))
    named.forEach((field, i) => {
      if (field?.name === 'name' && isNameAlone(labels[i])) named[i] = lexicon.fieldNamed('role', 'holder');
    });
  const exact = (label: string, field: FieldDescription): boolean =>
    labelKey(label) === labelKey(field.name) || labelKey(label) === labelKey(field.title);
  const taken = new Set(
    labels.flatMap((label, i) => (named[i] != null && exact(label, named[i]) ? [named[i].name] : [])),
  );
  const given = new Set<string>();
  return labels.map((label, i) => {
    const field = named[i] ?? null;
    if (field === null) return null;
    if (SHARED.has(field.name)) return field;
    if (given.has(field.name) || (taken.has(field.name) && !exact(label, field))) return null;
    given.add(field.name);
    return field;
  });
}

function isNameAlone(label: string | undefined): boolean {
  return label !== undefined && /^names?$/.test(labelKey(label));
}

/** Finds the record kind whose columns a header row spells; null where no kind's signature is covered. */
export function matchColumns(
  labels: readonly string[],
  lexicon: Lexicon,
  expected: ReadonlySet<string>,
): Columns | null {
  // Collections repeat the same few headers over and over.
  return lexicon.remembered(`columns\u0001${labels.join('\u0001')}\u0002${[...expected].join(',')}`, () =>
    bestColumns(labels, lexicon, expected),
  );
}

function bestColumns(labels: readonly string[], lexicon: Lexicon, expected: ReadonlySet<string>): Columns | null {
  let best: { columns: Columns; score: number } | null = null;
  for (const kind of lexicon.recordKinds) {
    const seen = new Set<string>();
    const fields = assignFields(labels, kind.name, lexicon);
    for (const field of fields) if (field !== null) seen.add(field.name);
    const signed = (kind.recognise.columns ?? []).some((set) => set.every((name) => seen.has(name)));
    const carried = expected.has(kind.name) && seen.size >= 2 && seen.size * 2 >= labels.length;
    if (!signed && !carried) continue;
    // Of two kinds that a document carries, the first is what it is mostly made of.
    const score =
      seen.size +
      (expected.has(kind.name) ? 2 : 0) +
      (expected.values().next().value === kind.name ? 0.5 : 0) +
      (signed ? 1 : 0);
    if (best === null || score > best.score) best = { columns: { kind, fields }, score };
  }
  return best?.columns ?? null;
}

/** Reads a table by its columns; in: the table and where it stands; out: its records, or that it is something else. */
export function readTable(table: Table, context: TableContext): TableReading {
  const header = table.rows[0];
  if (header === undefined || header.cells.length < 2) return { type: 'other' };
  const matrix = readResponsibilities(table, header, context);
  if (matrix !== null) return matrix;
  const labels = header.cells.map((cell) => plainText(cell.children).trim());
  const history = readHistory(table, labels, context);
  if (history !== null) return history;
  const columns = matchColumns(labels, context.lexicon, context.expected);
  if (columns !== null) return readRows(table, columns, context);
  return readTransposed(table, context);
}

function readRows(table: Table, columns: Columns, context: TableContext): TableReading {
  const records: RecordFact[] = [];
  for (const row of table.rows.slice(1)) {
    const fields = columns.fields.flatMap((field, i) => {
      const cell = row.cells[i];
      const head = table.rows[0]?.cells[i];
      if (field === null || cell === undefined) return [];
      return [
        fieldFact(field, {
          label: head === undefined ? field.title : plainText(head.children).trim(),
          labelSpan: head?.span ?? null,
          raw: cellWords(context.text, cell),
          span: cell.span,
          links: linksIn(context.path, cell.children),
          shape: 'row',
        }),
      ];
    });
    // A row with nothing in it is a form to fill in, and one with a single filled cell a heading inside the table.
    if (fields.filter((field) => field.state !== 'empty').length < Math.min(2, columns.fields.length)) continue;
    records.push(recordOf(columns.kind.name, fields, row.span, 'row', context.section));
  }
  return { type: 'records', records, names: [] };
}

/** Field names down the side, one record a column. */
function readTransposed(table: Table, context: TableContext): TableReading {
  const width = table.rows[0]?.cells.length ?? 0;
  if (width < 3) return { type: 'other' };
  const labels = table.rows.map((row) => (row.cells[0] === undefined ? '' : plainText(row.cells[0].children).trim()));
  const columns = matchColumns(labels, context.lexicon, new Set());
  if (columns === null) return { type: 'other' };
  const records: RecordFact[] = [];
  for (let column = 1; column < width; column++) {
    const cells = table.rows.map((row) => row.cells[column]);
    const fields = columns.fields.flatMap((field, i) => {
      const cell = cells[i];
      const label = table.rows[i]?.cells[0];
      if (field === null || cell === undefined) return [];
      return [
        fieldFact(field, {
          label: labels[i] ?? field.title,
          labelSpan: label?.span ?? null,
          raw: cellWords(context.text, cell),
          span: cell.span,
          links: linksIn(context.path, cell.children),
          shape: 'column',
        }),
      ];
    });
    const first = cells.find((cell) => cell !== undefined)?.span ?? table.span;
    if (fields.filter((field) => field.state !== 'empty').length < 2) continue;
    records.push(recordOf(columns.kind.name, fields, first, 'column', context.section));
  }
  return { type: 'records', records, names: [] };
}

const ID = /^[A-Z]{2,6}[-_ ]?(?:[A-Z0-9]{1,6}[-_/])*\d[\w-]*$/;
const NAMING_FIELDS = ['title', 'name', 'activity', 'process', 'description', 'action'];

/** Makes the record fact of gathered fields; its name is what people would call it by. */
export function recordOf(
  kind: string,
  fields: readonly FieldFact[],
  whole: Span,
  form: RecordFact['form'],
  section: string | null,
  name?: string,
): RecordFact {
  // "Audit: AUD-2026-03" names an audit by its id, whatever the label says.
  const id =
    fields.find((field) => field.field === 'id' && field.state === 'given') ??
    fields.find((field) => (field.field === 'title' || field.field === 'name') && ID.test(field.raw)) ??
    null;
  const naming = NAMING_FIELDS.map((wanted) =>
    fields.find((field) => field.field === wanted && field.state === 'given'),
  ).find((field) => field !== undefined);
  const head = id?.span ?? naming?.span ?? whole;
  return {
    kind,
    id: id === null ? null : id.raw,
    name: (name ?? naming?.raw ?? id?.raw ?? '').slice(0, 200),
    span: whole,
    headSpan: head,
    form,
    fields,
    section,
  };
}

const LETTERS = /^[*_(]*\s*[RACISVQO](?:\s*[/,+&|]?\s*[RACISVQO])*\s*[*_)]*\d*$/;
const LETTER_FIELD: Readonly<Record<string, string>> = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
  S: 'supports',
  V: 'verifies',
  Q: 'verifies',
  O: 'informed',
};

/** Reads a RACI matrix: activities down the side, roles across, letters in the cells. */
function readResponsibilities(table: Table, header: TableRow, context: TableContext): TableReading | null {
  const width = header.cells.length;
  const body = table.rows.slice(1);
  const words = body.map((row) =>
    Array.from({ length: width }, (_, i) =>
      row.cells[i] === undefined ? '' : plainText(row.cells[i].children).trim(),
    ),
  );
  const isRole = (column: number): boolean => {
    const filled = words.map((row) => row[column] ?? '').filter((word) => word !== '' && !/^[-–—]$/.test(word));
    return filled.length > 0 && filled.every((word) => LETTERS.test(word));
  };
  const roles = header.cells.flatMap((cell, i) =>
    i > 0 && isRole(i) ? [{ column: i, text: plainText(cell.children).trim(), span: cell.span }] : [],
  );
  const letters = words.flat().filter((word) => LETTERS.test(word));
  if (roles.length < 2 || letters.length < 2 || !letters.some((word) => /[RA]/.test(word))) return null;
  const leading = header.cells.flatMap((cell, i) =>
    roles.some((role) => role.column === i)
      ? []
      : [{ column: i, field: context.lexicon.field('raci-row', plainText(cell.children)) }],
  );
  const activityColumn =
    leading.find((each) => each.field?.name === 'activity')?.column ??
    leading.find((each) => each.field === null)?.column ??
    0;
  const processColumn = leading.find((each) => each.field?.name === 'process')?.column ?? null;

  const records: RecordFact[] = [];
  let group: { text: string; span: Span } | null = null;
  body.forEach((row, i) => {
    const cells = words[i] ?? [];
    const activity = cells[activityColumn] ?? '';
    if (roles.every((role) => (cells[role.column] ?? '') === '')) {
      const title = row.cells.find((_, column) => (cells[column] ?? '') !== '');
      if (title !== undefined) group = { text: plainText(title.children).trim(), span: title.span };
      return;
    }
    const fields: FieldFact[] = [];
    const add = (name: string, raw: string, at: Span): void => {
      const field = context.lexicon.fieldNamed('raci-row', name);
      if (field !== null)
        fields.push(fieldFact(field, { label: field.title, labelSpan: null, raw, span: at, links: [], shape: 'row' }));
    };
    const activityCell = row.cells[activityColumn];
    if (activityCell !== undefined) add('activity', activity, activityCell.span);
    const processCell =
      processColumn === null || processColumn === activityColumn ? undefined : row.cells[processColumn];
    if (processCell !== undefined && (cells[processColumn ?? 0] ?? '') !== '')
      add('process', cells[processColumn ?? 0] ?? '', processCell.span);
    else if (group !== null) add('process', group.text, group.span);
    const holders = new Map<string, { names: string[]; span: Span }>();
    for (const role of roles) {
      for (const letter of new Set((cells[role.column] ?? '').replace(/[^A-Z]/g, ''))) {
        const name = LETTER_FIELD[letter];
        const cell = row.cells[role.column];
        if (name === undefined || cell === undefined || role.text === '') continue;
        const entry = holders.get(name) ?? { names: [], span: cell.span };
        entry.names.push(role.text);
        holders.set(name, entry);
      }
    }
    for (const [name, entry] of holders) add(name, entry.names.join('; '), entry.span);
    records.push(recordOf('raci-row', fields, row.span, 'row', context.section, activity));
  });
  const names: NameFact[] = roles
    .filter((role) => role.text !== '')
    .map((role) => ({ text: role.text, span: role.span, place: 'raci', field: 'role' }));
  return { type: 'records', records, names };
}

/** A version history gives the newest version and its date, of the lowest rank. */
function readHistory(table: Table, labels: readonly string[], context: TableContext): TableReading | null {
  const keys = labels.map(labelKey);
  const version = labels.findIndex((label) => context.lexicon.controlField(label)?.name === 'version');
  const date = keys.findIndex(
    (key) => /^(?:date|datum|changed on|released|issued)$/.test(key) || /\b(?:date|datum)$/.test(key),
  );
  const change = keys.findIndex((key) =>
    /change|description|comment|summary|author|aenderung|beschreibung|bemerkung|autor/.test(key),
  );
  if (version < 0 || date < 0 || change < 0 || labels.length > 7) return null;
  const dated = table.rows
    .slice(1)
    .map((row) => ({ version: row.cells[version], date: row.cells[date] }))
    .filter((row) => row.version !== undefined && plainText(row.version.children).trim() !== '');
  if (dated.length === 0) return { type: 'history', fields: [] };
  const newest = dated.reduce((best, row) => {
    const read = (cell: typeof row.version): string => (cell === undefined ? '' : plainText(cell.children).trim());
    return compareVersions(read(row.version), read(best.version)) > 0 ? row : best;
  });
  const field = context.lexicon.fieldNamed(null, 'version');
  if (field === null || newest.version === undefined) return { type: 'history', fields: [] };
  return {
    type: 'history',
    fields: [
      fieldFact(field, {
        label: labels[version] ?? field.title,
        labelSpan: table.rows[0]?.cells[version]?.span ?? null,
        raw: cellWords(context.text, newest.version),
        span: newest.version.span,
        links: [],
        shape: 'history',
      }),
    ],
  };
}

function compareVersions(a: string, b: string): number {
  const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
