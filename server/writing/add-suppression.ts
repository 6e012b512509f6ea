/** A suppression comment for a finding: beside it in the notation of its place, with room for the reason, proved by reading again. */
import type { Facts } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { SUPPRESSION_WORD } from '../reading/suppressions.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { type Span, span, touches } from '../syntax/span.ts';
import type { Block, MarkdownTree } from '../syntax/tree.ts';
import { keepsMetadata, keepsRecords, reread } from './proof.ts';
import { lineEndOf, lineStart, lineStop, type WritingSource } from './source.ts';

/** No reader takes it for a reason. */
const ROOM = 'TBD';

/**
 * Adds the comment.
 * In: the document as it stands now, the place of the finding, the rule, and the lexicon. Out: the edits, at the place where it
 * can be said there, for the whole file where not; null where neither can be read back as meant.
 */
export function addSuppression(
  source: WritingSource,
  place: Span,
  rule: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const words = `${SUPPRESSION_WORD} ${rule}: ${ROOM}`;
  const whole = `${SUPPRESSION_WORD}-file ${rule}: ${ROOM}`;
  const ways = [...besides(source, place, words), atTop(source, whole)];
  return ways.find((edits) => isRead(source, edits, place, rule, lexicon)) ?? null;
}

/** Is the comment read as meant, and everything else as before? */
function isRead(
  source: WritingSource,
  edits: readonly TextEdit[],
  place: Span,
  rule: string,
  lexicon: Lexicon,
): boolean {
  const after = reread(source, edits, lexicon);
  if (after === null) return false;
  const moved = edits
    .filter((edit) => edit.span.end <= place.start)
    .reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), 0);
  const at = place.start + moved;
  const fresh = after.suppressions.filter(
    ({ rules, scope, open }) => open && rules.some(({ id }) => id === rule) && (scope === null || touches(scope, at)),
  );
  return fresh.length > 0 && keepsAll(source.facts, after);
}

function keepsAll(before: Facts, after: Facts): boolean {
  return (
    keepsMetadata(before, after, new Set()) &&
    keepsRecords(before, after, () => null) &&
    before.kinds.join() === after.kinds.join() &&
    before.title?.text === after.title?.text &&
    before.sections.length === after.sections.length
  );
}

function* besides(source: WritingSource, place: Span, words: string): Iterable<readonly TextEdit[]> {
  const { tree } = source;
  const { text } = tree;
  if (tree.format === 'yaml') {
    yield [aboveLine(text, place.start, `# ${words}`)];
    return;
  }
  const { frontMatter } = tree;
  if (frontMatter !== null && touches(frontMatter.contentSpan, place.start)) {
    yield [aboveLine(text, place.start, `# ${words}`)];
    return;
  }
  const comment = `<!-- ${words} -->`;
  const block = blockAt(tree, place.start);
  if (block === null) return;
  if (block.type === 'table') {
    const row = block.rows.find((each) => touches(each.span, place.start));
    const cell = row?.cells.at(-1);
    if (cell !== undefined) {
      const blank = cell.span.end === cell.span.start ? '' : ' ';
      yield [{ span: span(cell.span.end, cell.span.end), text: `${blank}${comment}` }];
    }
  }
  if (block.type === 'list') {
    const stop = lineStop(text, place.start);
    yield [{ span: span(stop, stop), text: ` ${comment}` }];
  }
  yield [aboveLine(text, block.span.start, comment)];
}

/** The block of the top level that holds a place. */
function blockAt({ blocks }: MarkdownTree, at: number): Block | null {
  return blocks.find((block) => touches(block.span, at)) ?? null;
}

/** A line of its own above the line of a place, with the same indentation. */
function aboveLine(text: string, at: number, line: string): TextEdit {
  const start = lineStart(text, at);
  const mark = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
  const indent = /^[ \t]*/.exec(text.slice(mark))?.[0] ?? '';
  return { span: span(mark, mark), text: `${indent}${line}${lineEndOf(text)}` };
}

/** At the beginning of the document, behind its front matter. */
function atTop({ tree }: WritingSource, words: string): readonly TextEdit[] {
  const { text } = tree;
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (tree.format === 'yaml') return [{ span: span(mark, mark), text: `# ${words}${lineEndOf(text)}` }];
  const at = tree.frontMatter?.span.end ?? mark;
  const lead = at > 0 && text.charAt(at - 1) !== '\n' && at === text.length ? lineEndOf(text) : '';
  return [{ span: span(at, at), text: `${lead}<!-- ${words} -->${lineEndOf(text)}` }];
}
