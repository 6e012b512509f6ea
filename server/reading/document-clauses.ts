/** Clause references of a whole document: every stretch of its words in which one may stand, and what the document says of standards. */
import { type FlatText, flatten, plainText, wordsOf } from '../syntax/inline-text.ts';
import type { Span } from '../syntax/span.ts';
import type { MarkdownTree } from '../syntax/tree.ts';
import {
  type ClauseContext,
  clauseHeader,
  clauseReferences,
  mayRefer,
  type Named,
  namedStandards,
} from './clause-references.ts';
import type { ClauseFact, FieldFact, RecordFact } from './facts.ts';
import { visit } from './links.ts';
import type { Section } from './sections.ts';

/** Counts words by the blanks between them. */
function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const blank = text.charCodeAt(i) <= 32;
    if (!blank && !inside) count += 1;
    inside = !blank;
  }
  return count;
}

/** Clause references of all prose, tables and metadata, and the number of words. */
export function documentClauses(
  tree: MarkdownTree,
  sections: readonly Section[],
  metadata: readonly FieldFact[],
  records: readonly RecordFact[],
): { clauses: readonly ClauseFact[]; words: number } {
  const stretches: {
    text: string;
    spanOf: (from: number, to: number) => Span;
    place: ClauseFact['place'];
    bare: boolean;
    column: Named | null;
    standards: readonly Named[];
  }[] = [];
  const standards = new Map<string, Set<string>>();
  let words = 0;
  const note = (text: string): readonly Named[] => {
    const all = namedStandards(text);
    for (const named of all) {
      const years = standards.get(named.standard) ?? new Set<string>();
      if (named.year !== null) years.add(named.year);
      standards.set(named.standard, years);
    }
    return all;
  };
  const take = (
    text: string,
    flat: () => Pick<FlatText, 'spanOf'>,
    place: ClauseFact['place'],
    bare: boolean,
    column: Named | null = null,
  ): void => {
    const named = note(text);
    words += wordCount(text);
    // Places are worked out only for the few stretches in which there may be anything.
    if (mayRefer(text, named, bare))
      stretches.push({ text, spanOf: flat().spanOf, place, bare, column, standards: named });
  };
  const clauseCells = new Set<number>();
  for (const record of records)
    for (const field of record.fields)
      if (field.field === 'standard' && (field.shape === 'row' || field.shape === 'column'))
        clauseCells.add(field.span.start);
  const clauseFields = metadata.filter((field) => field.field === 'standard');
  visit(tree.blocks, (block) => {
    if (block.type === 'paragraph' || block.type === 'heading') {
      const bare = clauseFields.some(
        (field) =>
          field.shape === 'key-line' && field.span.start >= block.span.start && field.span.end <= block.span.end,
      );
      const place = block.type === 'heading' ? 'heading' : bare ? 'metadata' : 'prose';
      take(wordsOf(block.children, 'blank'), () => flatten(block.children, 'blank'), place, false);
    } else if (block.type === 'table') {
      const heads = (block.rows[0]?.cells ?? []).map((cell) => clauseHeader(plainText(cell.children)));
      for (const row of block.rows) {
        row.cells.forEach((cell, i) => {
          if (cell.children.length === 0) return;
          const bare =
            row !== block.rows[0] &&
            (heads[i]?.holdsClauses === true ||
              clauseCells.has(cell.span.start) ||
              clauseFields.some((field) => field.span.start === cell.span.start));
          const flat = (): FlatText => flatten(cell.children, 'blank');
          take(wordsOf(cell.children, 'blank'), flat, 'table', bare, heads[i]?.standard ?? null);
        });
      }
    }
  });
  for (const field of clauseFields) {
    // Tables were read cell by cell above, and a section's own prose too.
    if (field.shape === 'row' || field.shape === 'table' || field.shape === 'section') continue;
    const { start, end } = field.span;
    const spanOf = (from: number, to: number): Span => ({ start: start + from, end: start + to });
    take(tree.text.slice(start, end), () => ({ spanOf }), 'metadata', true);
  }

  if (tree.frontMatter !== null)
    note(tree.text.slice(tree.frontMatter.contentSpan.start, tree.frontMatter.contentSpan.end));
  const ownNumbers = new Set(
    sections.flatMap((section) => /^\s*(?:§\s*)?(\d{1,2}(?:\.\d{1,2})*)\b/.exec(section.heading.text)?.[1] ?? []),
  );
  const context: ClauseContext = { standards, ownNumbers };
  const seen = new Set<number>();
  const clauses: ClauseFact[] = [];
  for (const stretch of stretches) {
    for (const fact of clauseReferences(
      stretch.text,
      stretch.spanOf,
      context,
      stretch.place,
      stretch.bare,
      stretch.column,
      stretch.standards,
    )) {
      if (seen.has(fact.span.start)) continue;
      seen.add(fact.span.start);
      clauses.push(fact);
    }
  }
  clauses.sort((a, b) => a.span.start - b.span.start);
  return { clauses, words };
}
