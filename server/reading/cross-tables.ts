/** Cross tables: one thing down the side, another across, and in the cells what holds of the two together. */
import { looksLikePerson, looksLikeRole } from '../model/vocabulary/role-words.ts';
import { itemStatus } from '../model/vocabulary/statuses.ts';
import { type Span, span } from '../syntax/span.ts';
import type { TableCell } from '../syntax/tree.ts';
import { clauseHeader } from './clause-references.ts';
import type { FieldFact, RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import { cellWords } from './pairs.ts';
import { periodOf } from './periods.ts';
import { recordOf } from './record.ts';
import { assignFields } from './record-columns.ts';
import type { Coverage, TableContext, TableReading, Worded } from './tables.ts';
import { linksIn } from './words.ts';

const MARK = /^(?:[xX✓✔✅☑●•○◯]|\[[xX ]\]|☐|yes|ja)\uFE0F?$/i;
const BLANK = /^(?:[-–—]|n\/a|no|nein)?$/i;

/** A table as words, with the cells that they come from. */
interface Grid {
  readonly labels: readonly string[];
  readonly heads: readonly (TableCell | undefined)[];
  readonly rows: readonly {
    readonly span: Span;
    readonly cells: readonly TableCell[];
    readonly words: readonly string[];
  }[];
}

/**
 * Reads audits by period, measures by period, audits by clause, and competences by person.
 * In: the table, the labels of its header, where it stands. Out: null where it is no such table.
 */
export function readCross(
  { table, words }: Worded,
  labels: readonly string[],
  context: TableContext,
): TableReading | null {
  const periods = labels.map((label, i) =>
    i === 0 ? null : periodOf(label.replace(/\s+audits?$/i, ''), context.year),
  );
  const byPeriod = periods.filter((period) => period !== null).length >= 2;
  if (!byPeriod && !context.expected.has('audit') && !context.expected.has('competence')) return null;
  const grid: Grid = {
    labels,
    heads: labels.map((_, i) => table.rows[0]?.cells[i]),
    rows: table.rows.slice(1).map(({ span, cells }, i) => ({ span, cells, words: words[i + 1] ?? [] })),
  };
  if (byPeriod) return auditsByPeriod(grid, periods, context) ?? resultsByPeriod(grid, periods, context);
  return auditsByClause(grid, context) ?? competences(grid, context);
}

/** The facts of the columns that a kind knows, of one row. */
function rowFacts(
  grid: Grid,
  row: Grid['rows'][number],
  kind: string,
  left: (column: number) => boolean,
  context: TableContext,
): FieldFact[] {
  return assignFields(grid.labels, kind, context.lexicon).flatMap((field, i) => {
    const cell = row.cells[i];
    if (field === null || cell === undefined || left(i)) return [];
    return [made(kind, field.name, cellWords(context.text, cell), cell, grid.labels[i] ?? '', context)].flat();
  });
}

/** One fact of a kind's field from a cell, or from words that stand in it; nothing for a field that the kind has not. */
function made(
  kind: string,
  name: string,
  raw: string,
  at: TableCell,
  label: string,
  context: TableContext,
  shape: FieldFact['shape'] = 'row',
): readonly FieldFact[] {
  const field = context.lexicon.fieldNamed(kind, name);
  if (field === null) return [];
  const links = linksIn(context.path, at.children);
  return [
    fieldFact(field, { label: label === '' ? field.title : label, labelSpan: null, raw, span: at.span, links, shape }),
  ];
}

const AUDIT_ID = /\b[A-Z]{1,6}[-_ ]?(?:\d{2,4}[-_/ ])?\d{1,5}\b/;

/** Processes or clauses down the side, quarters or months across: each marked cell is one audit. */
function auditsByPeriod(grid: Grid, periods: readonly (string | null)[], context: TableContext): TableReading | null {
  const fields = assignFields(grid.labels, 'audit', context.lexicon);
  const side = fields[0]?.name;
  const known = context.expected.has('audit') || fields.some((field) => field?.name === 'auditor');
  if (!known || (side !== 'process' && side !== 'standard' && side !== 'scope' && side !== 'title')) return null;
  const records: RecordFact[] = [];
  for (const row of grid.rows) {
    const shared = rowFacts(grid, row, 'audit', (i) => periods[i] !== null, context).filter(
      (fact) => fact.field !== 'date',
    );
    periods.forEach((period, i) => {
      const [cell, words] = [row.cells[i], row.words[i] ?? ''];
      if (period === null || cell === undefined || BLANK.test(words)) return;
      const own = [...shared, ...made('audit', 'date', period, cell, grid.labels[i] ?? '', context, 'computed')];
      const id = AUDIT_ID.exec(words)?.[0] ?? null;
      const rest = words.replace(id ?? '', '').replace(/^[\s(,:–-]+|[\s),]+$/g, '');
      if (id !== null) own.push(...made('audit', 'id', id, cell, '', context, 'computed'));
      if (!MARK.test(words) && rest !== '') {
        if (itemStatus(rest) !== null) own.push(...made('audit', 'status', rest, cell, '', context, 'computed'));
        else if (looksLikePerson(rest) || looksLikeRole(rest))
          own.push(...made('audit', 'auditor', rest, cell, '', context, 'computed'));
      }
      records.push(recordOf('audit', own, row.span, 'row', context.section));
    });
  }
  return records.length === 0 ? null : { type: 'records', records, names: [] };
}

/** Measures down the side, periods across: each filled cell is one result. */
function resultsByPeriod(grid: Grid, periods: readonly (string | null)[], context: TableContext): TableReading | null {
  const { lexicon } = context;
  const fields = assignFields(grid.labels, 'kpi', lexicon);
  const measured =
    (fields[0]?.name === 'name' && (fields.some((field) => field?.name === 'target') || context.expected.has('kpi'))) ||
    (context.expected.has('kpi-result') && lexicon.field('kpi-result', grid.labels[0] ?? '')?.name === 'kpi');
  if (!measured) return null;
  const defines = !context.expected.has('kpi-result') || context.expected.has('kpi');
  const records: RecordFact[] = [];
  for (const row of grid.rows) {
    const name = row.cells[0];
    if (name === undefined || (row.words[0] ?? '') === '') continue;
    if (defines && fields.some((field) => field?.name === 'target'))
      records.push(
        recordOf(
          'kpi',
          rowFacts(grid, row, 'kpi', (i) => periods[i] !== null, context),
          row.span,
          'row',
          context.section,
        ),
      );
    const shared = rowFacts(grid, row, 'kpi-result', (i) => i === 0 || periods[i] !== null, context).filter(
      (fact) => fact.field !== 'value' && fact.field !== 'period',
    );
    periods.forEach((period, i) => {
      const cell = row.cells[i];
      if (period === null || cell === undefined || BLANK.test(row.words[i] ?? '')) return;
      const own = [
        ...made('kpi-result', 'kpi', cellWords(context.text, name), name, grid.labels[0] ?? '', context),
        ...made('kpi-result', 'period', period, cell, grid.labels[i] ?? '', context, 'computed'),
        ...made('kpi-result', 'value', cellWords(context.text, cell), cell, grid.labels[i] ?? '', context),
        ...shared,
      ];
      records.push({ ...recordOf('kpi-result', own, row.span, 'row', context.section), headSpan: cell.span });
    });
  }
  return records.length === 0 ? null : { type: 'records', records, names: [] };
}

/** Clauses or processes down the side, audits across: what each audit covers. */
function auditsByClause(grid: Grid, context: TableContext): TableReading | null {
  if (!context.expected.has('audit')) return null;
  const first = grid.labels[0] ?? '';
  const named = context.lexicon.field('audit', first)?.name;
  const field = clauseHeader(first)?.holdsClauses === true || named === 'standard' ? 'standard' : named;
  if (field !== 'standard' && field !== 'process') return null;
  const columns = grid.labels.flatMap((label, i) => {
    const cells = grid.rows.map((row) => row.words[i] ?? '');
    const marked = cells.some((word) => MARK.test(word)) && cells.every((word) => MARK.test(word) || BLANK.test(word));
    return i > 0 && marked && (AUDIT_ID.test(label) || /audit/i.test(label)) ? [{ i, label }] : [];
  });
  if (columns.length < 2) return null;
  const coverage = columns.map(({ i, label }): Coverage => {
    const marked = grid.rows.filter(
      (row) =>
        /\S/.test(row.words[i] ?? '') && MARK.test(row.words[i] ?? '') && !/^(?:☐|\[ \])$/.test(row.words[i] ?? ''),
    );
    return {
      audit: AUDIT_ID.exec(label)?.[0] ?? label,
      field,
      items: marked.map((row) => row.words[0] ?? '').filter((item) => item !== ''),
      span: grid.heads[i]?.span ?? span(0, 0),
    };
  });
  return { type: 'records', records: [], names: [], coverage };
}

const LEVEL =
  /^(?:\d(?:[.,]\d)?(?:\s*\/\s*\d)?|L[0-7]|[✓✔✅✗✘xX●○◐]|yes|no|ja|nein|none|keine|beginner|basic|novice|trained|competent|intermediate|proficient|advanced|expert|in training|grundlagen|einsteiger|anfänger|fortgeschritten|kompetent|kenner|könner|experte|expertin|geschult)\uFE0F?$/i;
const WANTED =
  /^(?:required|required level|target|target level|minimum|needed|soll|soll-?niveau|gefordert|erforderlich)$/i;

/** People down the side and competences across, or the other way round, with levels in the cells. */
function competences(grid: Grid, context: TableContext): TableReading | null {
  if (!context.expected.has('competence')) return null;
  const fields = assignFields(grid.labels, 'competence', context.lexicon);
  const side = fields[0]?.name;
  if (side !== 'person' && side !== 'role' && side !== 'competence') return null;
  const levels = grid.labels.flatMap((label, i) => {
    const cells = grid.rows.map((row) => row.words[i] ?? '').filter((word) => !BLANK.test(word));
    return i > 0 && fields[i] === null && label !== '' && cells.length > 0 && cells.every((word) => LEVEL.test(word))
      ? [{ i, label }]
      : [];
  });
  if (levels.length < (side === 'competence' ? 1 : 2)) return null;
  if (side === 'competence' && !levels.every(({ label }) => looksLikePerson(label) || looksLikeRole(label)))
    return null;
  const wanted = grid.rows.find((row) => WANTED.test(row.words[0] ?? ''));
  const records: RecordFact[] = [];
  for (const row of grid.rows) {
    if (row === wanted) continue;
    const shared = rowFacts(grid, row, 'competence', (i) => i === 0, context);
    for (const { i, label } of levels) {
      const [cell, first, head] = [row.cells[i], row.cells[0], grid.heads[i]];
      if (cell === undefined || first === undefined || head === undefined || BLANK.test(row.words[i] ?? '')) continue;
      const across = side === 'competence' ? (looksLikePerson(label) ? 'person' : 'role') : 'competence';
      const need = wanted?.cells[i];
      const own = [
        ...made('competence', side, cellWords(context.text, first), first, grid.labels[0] ?? '', context),
        ...made('competence', across, label, head, '', context),
        ...shared,
        ...(need === undefined ? [] : made('competence', 'required', cellWords(context.text, need), need, '', context)),
        ...made('competence', 'actual', cellWords(context.text, cell), cell, '', context),
      ];
      records.push({ ...recordOf('competence', own, row.span, 'row', context.section), headSpan: cell.span });
    }
  }
  return records.length === 0 ? null : { type: 'records', records, names: [] };
}
