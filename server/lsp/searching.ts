/** Searching the documents of a root one after the other, in slices that let key strokes in between and stop when nobody waits. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Facts } from '../reading/facts.ts';
import { createSource } from '../rules/apply-fix.ts';
import { type LineIndex, lineIndex } from '../syntax/lines.ts';
import type { Tree } from '../syntax/tree.ts';
import { linesOf, openAt, type Root, type Session } from './session.ts';

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

const SLICE = 32;

/**
 * Goes through the documents of a root in path order.
 * In: the words of which at least one has to stand in a document for it to be parsed (none: facts only). Fails with
 * `RequestCancelled` once the editor no longer waits.
 */
export async function* searched(
  session: Session,
  root: Root,
  words: readonly string[],
  token: CancellationToken,
): AsyncGenerator<Searched> {
  const { workspace, files } = root.folder;
  const wanted = words.map((each) => each.toLowerCase().replace(/\s+/g, ' '));
  const paths = [...workspace.paths()].sort();
  for (let start = 0; start < paths.length; start += SLICE) {
    await session.host.pause();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const slice = paths.slice(start, start + SLICE);
    const texts =
      wanted.length === 0
        ? []
        : await Promise.all(
            slice.map(async (path) => {
              const open = openAt(session, root, path);
              return open?.text ?? (await files.read(path, workspace.configuration.limits.bytes)).text;
            }),
          );
    for (const [order, path] of slice.entries()) {
      const open = openAt(session, root, path);
      const text = open?.text ?? texts[order] ?? null;
      const version = open?.version ?? null;
      if (text !== null && holdsAny(text, wanted)) {
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

function holdsAny(text: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const folded = text.toLowerCase().replace(/\s+/g, ' ');
  return wanted.some((words) => folded.includes(words));
}
