/** Renaming and moving files: the links that lead to them, those that they hold, and what the configuration says of them. */
import type { Facts, LinkFact } from '../reading/facts.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { Span } from '../syntax/span.ts';
import type { YamlNode, YamlStream } from '../syntax/tree.ts';

/** From which path to which; of a moved folder, each of its files and the folder itself, which may be linked, too. */
export type Moves = ReadonlyMap<string, string>;

/** The moves of all files that a renamed file or folder stands for; in: its old and new path, and all paths there are. */
export function movesOf(from: string, to: string, paths: Iterable<string>): Moves {
  const moves = new Map<string, string>();
  for (const path of paths) {
    if (path === from) moves.set(path, to);
    else if (path.startsWith(`${from}/`)) moves.set(path, to + path.slice(from.length)).set(from, to);
  }
  return moves;
}

/**
 * The edits in one document, whether it moves itself or not: each link goes on leading where it led.
 * In: its facts, its text and all moves. Out: only destinations are written anew, each with its anchor and its escapes.
 */
export function linkEdits(facts: Facts, text: string, moves: Moves): readonly TextEdit[] {
  return facts.links.flatMap((link) => {
    const written = writtenAnew(link, facts.path, moves);
    const now = text.slice(link.span.start, link.span.end);
    return written === null || written === now ? [] : [{ span: link.span, text: written }];
  });
}

/** Would any link of a document be written anew? In: its facts and all moves; its text need not be read for the answer. */
export function hasLinkEdits(facts: Facts, moves: Moves): boolean {
  return facts.links.some((link) => {
    const written = writtenAnew(link, facts.path, moves);
    return written !== null && written !== link.target;
  });
}

/** How a link would be written after the moves; null where it says nothing of a place, or neither end moves. */
function writtenAnew(link: LinkFact, path: string, moves: Moves): string | null {
  if (link.path === null || link.external || link.target.startsWith('#') || link.path === '') return null;
  const home = moves.get(path) ?? path;
  const target = movedTo(link.path, moves) ?? link.path;
  // A document that stays, and whose target stays, keeps its words to the letter.
  if (target === link.path && home === path) return null;
  const folder = /\/(?:[?#]|$)/.test(link.target.trim()) ? '/' : '';
  return destination(link, relativePath(home, target) + folder);
}

/** Where what a link leads to has gone; in: its path as linked, with its extension or without. Out: null where it stays. */
function movedTo(path: string, moves: Moves): string | null {
  return moves.get(path) ?? movedWithout(path, moves);
}

/** A page that is linked without its extension, as sites do: the same link to where the page has gone. */
function movedWithout(path: string, moves: Moves): string | null {
  let pages = pagesOf.get(moves);
  if (pages === undefined) {
    pages = new Map();
    for (const [from, to] of moves) {
      const page = from.replace(/\.[^./]+$/, '');
      if (!pages.has(page)) pages.set(page, to.replace(/\.[^./]+$/, ''));
    }
    pagesOf.set(moves, pages);
  }
  return pages.get(path) ?? null;
}

/** The moves by the pages' names without extension, worked out once for all links: a folder may hold thousands. */
const pagesOf = new WeakMap<Moves, Map<string, string>>();

function destination(link: LinkFact, path: string): string {
  const written = link.target.trim();
  const tail = written.search(/[?#]/);
  const anchor = tail < 0 ? '' : written.slice(tail);
  // What would begin a query, an anchor or an escape has to be escaped itself.
  const plain = path.replace(/[%?#]/g, encodeURIComponent);
  const dotted = written.startsWith('./') && !plain.startsWith('../') ? `./${plain}` : plain;
  // Blanks and brackets would end the destination early, unless angle brackets hold it, which stand outside of the span.
  const escaped =
    /%[0-9A-Fa-f]{2}/.test(written) || !/\s/.test(written)
      ? dotted.replace(/[\s()<>]/g, (c) => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'))
      : dotted;
  return `${escaped}${anchor}`;
}

/** The path of a file as seen from a document; both are workspace paths. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** The edits in the configuration: keys and values that are the very path of a moved file, or begin with a moved folder. */
export function configurationEdits(stream: YamlStream, text: string, from: string, to: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const scalar = (value: string, span: Span): void => {
    if (value !== from && !value.startsWith(`${from}/`)) return;
    const at = text.slice(span.start, span.end).indexOf(from);
    if (at >= 0) edits.push({ span: { start: span.start + at, end: span.start + at + from.length }, text: to });
  };
  const node = (each: YamlNode): void => {
    if (each.type === 'scalar') scalar(each.text, each.span);
    else if (each.type === 'sequence') each.items.forEach(node);
    else
      for (const { key, value } of each.entries) {
        scalar(key.text, key.span);
        node(value);
      }
  };
  stream.roots.forEach(node);
  return edits;
}
