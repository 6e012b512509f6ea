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
  readonly length: number;
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
  const parts: string[] = [];
  let length = 0;
  const add = (value: string, start: number, end: number, exact: boolean): void => {
    if (value === '') return;
    pieces.push({ at: length, length: value.length, start, end, exact });
    parts.push(value);
    length += value.length;
  };
  const walk = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      const { start, end } = node.span;
      switch (node.type) {
        case 'text':
          add(node.value, start, end, node.value.length === end - start);
          break;
        case 'code':
          if (code === 'blank') add(' ', start, end, false);
          // Between single backticks, and only there, the lengths prove that nothing was left out.
          else if (node.value.length + 2 === end - start) add(node.value, start + 1, end - 1, true);
          else add(node.value, start, end, false);
          break;
        case 'html':
          if (/^<br\b/i.test(node.value)) add('\n', start, end, false);
          break;
        case 'break':
          add('\n', start, end, false);
          break;
        case 'image':
          add(node.alt, start, end, false);
          break;
        default:
          walk(node.children);
      }
    }
  };
  walk(children);

  const first = children[0]?.span.start ?? 0;
  const last = children.at(-1)?.span.end ?? first;
  return {
    text: parts.join(''),
    spanOf(from, to) {
      const low = clamp(from, 0, length);
      const high = clamp(to, low, length);
      if (low === high) {
        const point = startIn(pieces, low) ?? last;
        return { start: point, end: point };
      }
      const start = startIn(pieces, low) ?? first;
      const piece = pieceAt(pieces, high - 1);
      if (!piece) return { start, end: Math.max(start, last) };
      return { start, end: piece.exact ? piece.start + (high - piece.at) : piece.end };
    },
  };
}

/** The words of inlines on one line, trimmed; in: the nodes. Code counts as words. */
export function plainText(children: readonly Inline[]): string {
  return flatten(children)
    .text.replace(/\s*[\r\n]\s*/g, ' ')
    .trim();
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
    else if (at >= piece.at + piece.length) low = middle + 1;
    else return piece;
  }
  return null;
}

function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return Math.min(value, high);
}
