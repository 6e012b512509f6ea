/** The tables of a document: read once to tell its kind by what they hold, and once more when it is known. */
import type { Block, MarkdownTree, Table } from '../syntax/tree.ts';
import { coverAudits } from './covered-audits.ts';
import type { Titled } from './document-title.ts';
import type { FieldFact, NameFact, RecordFact } from './facts.ts';
import type { Pair } from './field.ts';
import { htmlTable } from './html-tables.ts';
import { legendsOf } from './legends.ts';
import type { Lexicon } from './lexicon.ts';
import { visit } from './links.ts';
import { isControl } from './metadata.ts';
import { yearIn } from './periods.ts';
import type { Section } from './sections.ts';
import {
  type Coverage,
  readPlainly,
  readTable,
  type TableContext,
  type TableReading,
  type Worded,
  worded,
} from './tables.ts';

/** A table with where it stands, and what it is as far as that is known without the document's kind. */
export interface PlacedTable {
  readonly worded: Worded;
  readonly context: TableContext;
  /** What it is in documents of every kind; null where that depends on the kind. */
  readonly plainly: TableReading | null;
  /** What it is in a document of no kind. */
  readonly roughly: TableReading;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Labels that say which year a document is of. */
const OF_YEAR = /^(?:(?:audit|programme|reporting)\s+)?(?:period|year|jahr|zeitraum|auditjahr|berichtszeitraum)$/i;

/** All tables of a document, those inside lists and quotes too; in: its outline, its presumed title, its metadata. */
export function documentTables(
  path: string,
  tree: MarkdownTree,
  lead: readonly Block[],
  sections: readonly Section[],
  { presumed, titles }: Titled,
  pairs: readonly Pair[],
  lexicon: Lexicon,
): readonly PlacedTable[] {
  const tables = placedTables(lead, sections);
  if (tables.length === 0) return [];
  const told = pairs.find((pair) => OF_YEAR.test(pair.label))?.raw ?? '';
  const year = yearIn(presumed?.text ?? '') ?? yearIn(titles[0] ?? '') ?? yearIn(told);
  const legends = legendsOf(
    tables.map(({ table }) => table),
    [lead, ...sections.map(({ own }) => own)],
    lexicon,
  );
  const cells: TableContext['cells'] = new Map();
  return tables.map(({ table, section }) => {
    const context: TableContext = {
      path,
      text: tree.text,
      lexicon,
      expected: NOTHING,
      section: section?.heading.text ?? null,
      title: presumed?.text ?? null,
      legend: legends(section?.own ?? lead),
      aside: section !== null && isAside(section, sections),
      year: yearIn(section?.heading.text ?? '') ?? year,
      cells,
    };
    const words = worded(table);
    const plainly = readPlainly(words, context);
    return { worded: words, context, plainly, roughly: plainly ?? readTable(words, context) };
  });
}

/** How many records of each kind the tables hold. */
export function recordKindsIn(tables: readonly PlacedTable[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { roughly } of tables)
    if (roughly.type === 'records') for (const { kind } of roughly.records) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return kinds;
}

/** How much of the text tables of records fill. */
export function recordLength(tables: readonly PlacedTable[]): number {
  return tables.reduce((sum, { worded: { table }, roughly }) => {
    return roughly.type === 'records' ? sum + table.span.end - table.span.start : sum;
  }, 0);
}

/** What the tables of a document say, once its kind is known. */
export interface Tabled {
  readonly records: readonly RecordFact[];
  readonly names: readonly NameFact[];
  readonly history: readonly FieldFact[];
  readonly recordTables: ReadonlySet<Block>;
  readonly matrices: ReadonlySet<Block>;
}

/** Reads the tables of a document; in: the tables, the record kinds that it carries, the lexicon. */
export function readTables(tables: readonly PlacedTable[], expected: ReadonlySet<string>, lexicon: Lexicon): Tabled {
  const records: RecordFact[] = [];
  const names: NameFact[] = [];
  const history: FieldFact[] = [];
  const recordTables = new Set<Block>();
  const matrices = new Set<Block>();
  const coverage: Coverage[] = [];
  for (const { worded, context, plainly, roughly } of tables) {
    const known = plainly ?? (expected.size === 0 ? roughly : null);
    const reading = known ?? readTable(worded, { ...context, expected });
    if (reading.type === 'history') history.push(...reading.fields);
    if (reading.type !== 'records') continue;
    coverage.push(...(reading.coverage ?? []));
    if (reading.records.length === 0) continue;
    records.push(...reading.records);
    names.push(...reading.names);
    recordTables.add(worded.table);
    if (reading.names.length > 0) matrices.add(worded.table);
  }
  coverAudits(records, coverage, lexicon);
  return { records, names, history, recordTables, matrices };
}

/** All tables with the title of the section that they stand in, those inside lists and quotes too. */
function placedTables(
  lead: readonly Block[],
  sections: readonly Section[],
): readonly { readonly table: Table; readonly section: Section | null }[] {
  const found: { table: Table; section: Section | null }[] = [];
  const gather = (blocks: readonly Block[], section: Section | null): void =>
    visit(blocks, (block) => {
      const table = block.type === 'table' ? block : block.type === 'html' ? htmlTable(block) : null;
      if (table !== null) found.push({ table, section });
    });
  gather(lead, null);
  for (const section of sections) gather(section.own, section);
  return found;
}

/** Does the section stand in the midst of the document, and speak of other things than the document itself? */
function isAside(section: Section, sections: readonly Section[]): boolean {
  const at = sections.indexOf(section);
  return at > 0 && at < sections.length - 2 && !isControl(section);
}
