/** Another value in the place of a field's old one, in whichever notation it stands. */
import type { FieldFact } from '../reading/facts.ts';
import { visit } from '../reading/links.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { contains, type Span, span } from '../syntax/span.ts';
import type { Block, HtmlBlock, Table } from '../syntax/tree.ts';
import { isYamlShape, yamlMaps } from './homes.ts';
import { htmlText } from './html-rows.ts';
import { lineEndOf, lineStop, oneLine, type WritingSource } from './source.ts';
import { fillCell } from './table-edits.ts';
import { layoutOf } from './table-rows.ts';
import { entryAt, replaceEntry } from './yaml-entries.ts';
import { quotingOf, scalarText } from './yaml-scalar.ts';

/** Writes a value where a fact's value stands, or would stand; in: the document, the fact, the value. Null where that is not safe. */
export function writeValue(source: WritingSource, fact: FieldFact, value: string): readonly TextEdit[] | null {
  const text = source.tree.text;
  if (isYamlShape(fact)) {
    const found = fact.labelSpan === null ? null : entryAt(yamlMaps(source.tree), fact.labelSpan);
    return found === null
      ? null
      : listed(replaceEntry(text, found.entry, scalarText(value, entryQuoting(fact, found.map, text), found.map.flow)));
  }
  switch (fact.shape) {
    case 'table':
    case 'row':
    case 'column':
      return cellValue(source, fact.span, value);
    case 'html-table':
      return [{ span: fact.span, text: htmlText(value) }];
    case 'key-line':
      return [
        {
          span: fact.span,
          text:
            fact.span.start === fact.span.end && !/\s/.test(text.charAt(fact.span.start - 1))
              ? ` ${oneLine(value)}`
              : oneLine(value),
        },
      ];
    case 'heading':
      return wordsIn(text, fact.span, fact.raw, value);
    case 'section':
      return sectionBody(source, fact, value);
    default:
      return null;
  }
}

function entryQuoting(
  fact: FieldFact,
  map: Parameters<typeof quotingOf>[0],
  text: string,
): ReturnType<typeof quotingOf> {
  const quoting = quotingOf(map);
  const mark = text.charAt(fact.span.start);
  return mark === "'" ? { ...quoting, mark: 'single' } : quoting;
}

/** The table that a cell stands in, with the cell's row and column; null where no cell has this span. */
export function cellAt(
  source: WritingSource,
  place: Span,
): { readonly table: Table; readonly row: number; readonly column: number } | null {
  for (const table of tablesOf(source)) {
    if (!contains(table.span, place)) continue;
    const row = table.rows.findIndex((each) => contains(each.span, place));
    const column =
      table.rows[row]?.cells.findIndex((cell) => cell.span.start === place.start && cell.span.end === place.end) ?? -1;
    if (column >= 0) return { table, row, column };
  }
  return null;
}

/** All Markdown tables of a document, those in lists and quotes too. */
export function tablesOf(source: WritingSource): readonly Table[] {
  const tables: Table[] = [];
  if (source.tree.format === 'markdown')
    visit(source.tree.blocks, (block: Block) => void (block.type === 'table' && tables.push(block)));
  return tables;
}

/** The raw HTML that a place stands in; null where it stands in none. */
export function htmlAt(source: WritingSource, place: Span): HtmlBlock | null {
  let found: HtmlBlock | null = null;
  if (source.tree.format === 'markdown')
    visit(source.tree.blocks, (block: Block) => {
      if (block.type === 'html' && contains(block.span, place)) found = block;
    });
  return found;
}

function cellValue(source: WritingSource, place: Span, value: string): readonly TextEdit[] | null {
  const cell = cellAt(source, place);
  if (cell === null && htmlAt(source, place) !== null) return [{ span: place, text: htmlText(value) }];
  const layout = cell === null ? null : layoutOf(source.tree.text, cell.table);
  return cell === null || layout === null
    ? null
    : listed(fillCell(source.tree.text, layout, cell.row, cell.column, value));
}

/** The last occurrence of some words in a stretch. */
function wordsIn(text: string, place: Span, words: string, value: string): readonly TextEdit[] | null {
  const at = words === '' ? -1 : text.slice(place.start, place.end).lastIndexOf(words);
  return at < 0 ? null : [{ span: span(place.start + at, place.start + at + words.length), text: oneLine(value) }];
}

/** A section that answers a field: only one with nothing in it, or nothing but a single placeholder, is filled. */
function sectionBody(source: WritingSource, fact: FieldFact, value: string): readonly TextEdit[] | null {
  const { tree } = source;
  if (tree.format !== 'markdown' || fact.labelSpan === null) return null;
  const place = fact.labelSpan;
  const at = tree.blocks.findIndex((block) => block.type === 'heading' && contains(block.span, place));
  const heading = tree.blocks[at];
  if (heading === undefined || (fact.state !== 'empty' && fact.state !== 'placeholder')) return null;
  const body = tree.blocks.slice(at + 1).filter((block) => contains(fact.span, block.span));
  const lineEnd = lineEndOf(tree.text);
  const only = body[0];
  if (only !== undefined && (body.length > 1 || (only.type !== 'paragraph' && only.type !== 'html'))) return null;
  if (only !== undefined) return [{ span: only.span, text: oneLine(value) }];
  const end = lineStop(tree.text, heading.span.end);
  return [{ span: span(end, end), text: `${lineEnd}${lineEnd}${oneLine(value)}` }];
}

function listed(edit: TextEdit | null): readonly TextEdit[] | null {
  return edit === null ? null : [edit];
}
