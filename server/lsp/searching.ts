/** Searching the documents of a root one after the other, in slices that let key strokes in between and stop when nobody waits. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Facts } from '../reading/facts.ts';
import { createSource } from '../rules/apply-fix.ts';
import { type LineIndex, lineIndex } from '../syntax/lines.ts';
import type { Tree } from '../syntax/tree.ts';
import { createView } from '../workspace/view.ts';
import { linesOf, openAt, type Root, type Session } from './session.ts';
import { takeTurn } from './slicing.ts';

/** One document as it stands right now. */
export interface Searched {
  readonly path: string;
  readonly facts: Facts;
  /** Null where none of the wanted words stand in the document, so that it was not parsed again. */
  readonly tree: Tree | null;
  readonly lines: LineIndex;
  /** The version in the editor; null for a closed document. */
  readonly version: number | null;
}

/** Milliseconds that it may take to read a document anew. */
const PARSE = 3;
/** Files read at a time, beyond those that are open. */
const BATCH = 32;

/**
 * Goes through the documents of a root in path order.
 * In: the words of which at least one has to stand in a document for it to be parsed (none: facts only). Fails with
 * `ContentModified` once the workspace has moved on, so that no answer mixes what was with what is, and with `RequestCancelled`
 * once the editor no longer waits. While a folder is still being read it moves on all the time, and is searched as far as it is.
 */
export async function* searched(
  session: Session,
  root: Root,
  words: readonly string[],
  token: CancellationToken,
): AsyncGenerator<Searched> {
  const { workspace, files } = root.folder;
  const turn = takeTurn(session, workspace.loaded ? [workspace] : [], token);
  const wanted = words.length === 0 ? null : patternOf(words);
  // All paths are kept in order; to put those of the documents in order anew would take a slice and more.
  const paths = createView(workspace, new Set())
    .paths()
    .filter((path) => workspace.facts(path) !== null);
  await turn.pause();
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    const texts =
      wanted === null
        ? []
        : await Promise.all(
            batch.map(async (path) => {
              const open = openAt(session, root, path);
              return open?.text ?? (await files.read(path, workspace.configuration.limits.bytes)).text;
            }),
          );
    turn.check();
    for (const [order, path] of batch.entries()) {
      if (turn.isOver()) await turn.pause();
      const open = openAt(session, root, path);
      const text = open?.text ?? texts[order] ?? null;
      const version = open?.version ?? null;
      if (text !== null && wanted?.test(text) === true) {
        if (turn.isOver(PARSE)) await turn.pause();
        const source = createSource(workspace, path, text);
        if (source === null) continue;
        yield { path, ...source, lines: open === null ? lineIndex(text) : linesOf(open), version };
        continue;
      }
      const facts = workspace.facts(path);
      const lines = open === null ? root.folder.lines(path) : linesOf(open);
      if (facts !== null && lines !== null) yield { path, facts, tree: null, lines, version };
    }
  }
}

/** Any of the words, in any case, with any blanks between them: no less than `phrasesIn` finds in a tree. */
function patternOf(words: readonly string[]): RegExp {
  const sources = words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(sources.join('|'), 'iu');
}
