/** Legends of responsibility matrices: what a document says that its letters mean. */
import { type Letters, partInLegend } from '../model/vocabulary/responsibility-letters.ts';
import { plainText } from '../syntax/inline-text.ts';
import type { Block, Table } from '../syntax/tree.ts';
import type { Lexicon } from './lexicon.ts';

/** Finds the legend that goes for the tables of a section: its own, else the first of the document; null without one. */
export type Legends = (own: readonly Block[]) => Letters | null;

/**
 * The legends of a document.
 * In: its tables, its blocks section by section, the lexicon. Out: none, at little cost, where no table has letters in its cells.
 */
export function legendsOf(tables: readonly Table[], parts: readonly (readonly Block[])[], lexicon: Lexicon): Legends {
  if (!tables.some(hasLetters)) return () => null;
  const found = parts.map((blocks) => ({ blocks, legend: legendIn(blocks, lexicon) }));
  const first = found.find(({ legend }) => legend !== null)?.legend ?? null;
  return (own) => found.find(({ blocks }) => blocks === own)?.legend ?? first;
}

/** Cells longer than this hold no letters. */
const SHORT = 12;
const LETTERED = /^[^\p{L}\d]*[A-Z](?:\s*[/,+&|]?\s*[A-Z]){0,3}[^\p{L}\d]*$/u;

/** Has the table cells of letters alone, so that a legend would be worth looking for? */
function hasLetters(table: Table): boolean {
  return table.rows.some(
    (row, i) =>
      i > 0 &&
      row.cells.some(
        ({ span, children }, column) =>
          column > 0 &&
          children.length > 0 &&
          span.end - span.start <= SHORT &&
          LETTERED.test(plainText(children).trim()),
      ),
  );
}

/** What a letter stands for, behind it: `R: responsible`, `R = is responsible`, `R (responsible)`. */
const AFTER = /(?<![\p{L}\d])([A-Z])\s*(?:[:=–—-]|\()\s*(?:(?:is|are|ist|sind|the|must|muss|wird)\s+)*(\p{L}+)/gu;
/** Or before it: `Responsible (R)`. */
const BEFORE = /(\p{L}{3,40})\s?\(([A-Z])\)/gu;

/** The legend among some blocks: the first paragraph, list or table that explains two letters; null where none does. */
function legendIn(blocks: readonly Block[], lexicon: Lexicon): Letters | null {
  for (const block of blocks) {
    const lines = linesOf(block);
    const found: Record<string, string | null> = {};
    const note = (letter: string, word: string): void => {
      if (letter in found) return;
      const label = lexicon.field('raci-row', word)?.name;
      const part = label !== undefined && PARTS.has(label) ? label : partInLegend(word);
      // A word that tells nothing leaves the letter what it is everywhere.
      if (part !== undefined) found[letter] = part;
    };
    for (const line of lines) {
      for (const [, letter = '', word = ''] of line.matchAll(AFTER)) note(letter, word);
      for (const [, word = '', letter = ''] of line.matchAll(BEFORE)) note(letter, word);
    }
    if (Object.keys(found).length >= 2) return found;
  }
  return null;
}

const PARTS: ReadonlySet<string> = new Set([
  'responsible',
  'accountable',
  'consulted',
  'informed',
  'supports',
  'verifies',
  'signs',
]);

/** The lines of a block in which a legend may stand. */
function linesOf(block: Block): readonly string[] {
  if (block.type === 'paragraph') return plainText(block.children).split('\n');
  if (block.type === 'list') return block.items.flatMap((item) => item.children.flatMap(linesOf));
  if (block.type === 'quote') return block.children.flatMap(linesOf);
  if (block.type !== 'table') return [];
  // A table that explains letters has one a row; the matrix itself has its letters behind the first column.
  return block.rows.flatMap(({ cells }) => {
    const [letter, word] = cells;
    return letter === undefined || word === undefined
      ? []
      : [`${plainText(letter.children).trim()}: ${plainText(word.children).trim()}`];
  });
}
