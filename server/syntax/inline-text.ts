/** Inline nodes to plain words, with a way back from every stretch of the words to the source. */
import type { Span } from './span.ts';
import type { Inline } from './tree.ts';

export interface FlatText {
  /** The words without markup; `\n` for each line break, soft, hard or `<br>`. */
  readonly text: string;
  /**
   * In: a stretch of `text`. Out: the source that it comes from: exact for plain words, and the whole of an escape,
   * an entity or an image's description of which only a part is meant. Clamped; always inside the inlines' own span.
   */
  spanOf(from: number, to: number): Span;
}

/** One node's share of the text; characters map one to one where `exact`. */
interface Piece {
  readonly at: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/**
 * Flattens inlines. In: the nodes, and whether code is kept as words or stands as one blank (so that nothing in it is
 * taken for a mention). Raw HTML gives nothing, `<br>` a line break; an image gives its description.
 */
export function flatten(children: readonly Inline[], code: 'keep' | 'blank' = 'keep'): FlatText {
  const pieces: Piece[] = [];
  collect(children, code, 0, pieces);
  let text = '';
  for (const { words } of pieces) text += words;
  const first = children[0]?.span.start ?? 0;
  const last = children.at(-1)?.span.end ?? first;
  return { text, spanOf: (from, to) => spanIn(pieces, { start: first, end: last }, text.length, from, to) };
}

/** Appends the pieces of some nodes; in: how long the words before them are. Out: how long they are with them. */
function collect(nodes: readonly Inline[], code: 'keep' | 'blank', length: number, pieces: Piece[]): number {
  let at = length;
  for (const node of nodes) {
    const { start, end } = node.span;
    let words = '';
    let exact = false;
    let inset = 0;
    switch (node.type) {
      case 'text':
        words = node.value;
        exact = words.length === end - start;
        break;
      case 'code':
        words = code === 'blank' ? ' ' : node.value;
        // Between single backticks, and only there, the lengths prove that nothing was left out.
        exact = code === 'keep' && words.length + 2 === end - start;
        inset = exact ? 1 : 0;
        break;
      case 'html':
        words = /^<br\b/i.test(node.value) ? '\n' : '';
        break;
      case 'break':
        words = '\n';
        break;
      case 'image':
        words = node.alt;
        break;
      default:
        at = collect(node.children, code, at, pieces);
    }
    if (words === '') continue;
    pieces.push({ at, words, start: start + inset, end: end - inset, exact });
    at += words.length;
  }
  return at;
}

function spanIn(pieces: readonly Piece[], whole: Span, length: number, from: number, to: number): Span {
  const low = clamp(from, 0, length);
  const high = clamp(to, low, length);
  if (low === high) {
    const point = startIn(pieces, low) ?? whole.end;
    return { start: point, end: point };
  }
  const start = startIn(pieces, low) ?? whole.start;
  const piece = pieceAt(pieces, high - 1);
  if (!piece) return { start, end: Math.max(start, whole.end) };
  return { start, end: piece.exact ? piece.start + (high - piece.at) : piece.end };
}

/** The words of inlines as `flatten` gives them, where nobody asks for their places. */
export function wordsOf(children: readonly Inline[], code: 'keep' | 'blank' = 'keep'): string {
  // Most cells, items and headings are one run of plain words.
  const only = children[0];
  return only?.type === 'text' && children.length === 1 ? only.value : flatten(children, code).text;
}

/** The words of inlines on one line, trimmed; in: the nodes. Code counts as words. */
export function plainText(children: readonly Inline[]): string {
  const text = wordsOf(children);
  return (/[\r\n]/.test(text) ? text.replace(/\s*[\r\n]\s*/g, ' ') : text).trim();
}

function startIn(pieces: readonly Piece[], at: number): number | null {
  const piece = pieceAt(pieces, at);
  if (piece) return piece.exact ? piece.start + (at - piece.at) : piece.start;
  const last = pieces.at(-1);
  return last ? last.end : null;
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | null {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (!piece) return null;
    if (at < piece.at) high = middle - 1;
    else if (at >= piece.at + piece.words.length) low = middle + 1;
    else return piece;
  }
  return null;
}

function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return Math.min(value, high);
}
