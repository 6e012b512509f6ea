/** Suppression comments: which findings a document's authors accept where, why and until when, read from the comments of its tree. */
import type { Day } from '../model/value.ts';
import { parseDate } from '../model/vocabulary/dates.ts';
import { stateOf } from '../model/vocabulary/placeholders.ts';
import { contains, type Span } from '../syntax/span.ts';
import type { Block, Inline, MarkdownTree, Tree, YamlNode, YamlStream } from '../syntax/tree.ts';
import type { SuppressionFact } from './facts.ts';

/** The word that such a comment begins with; `-file` behind it makes it hold for the whole file. */
export const SUPPRESSION_WORD = 'clausewright-ignore';

const COMMENT = /<!--([\s\S]*?)-->/g;
const WORDS = /^\s*clausewright-ignore(-file)?(?![\w-])([^:]*)(?::([\s\S]*))?$/;
const UNTIL_LAST = /(?:^|[\s(,;])\(?until\s+([\p{L}\d./-]+(?:\s[\p{L}\d.]+){0,2})\)?\s*\.?\s*$/iu;

/** All suppression comments of a tree, in order of place. */
export function readSuppressions(tree: Tree): readonly SuppressionFact[] {
  // Hardly any document has one; this spares the others the walk.
  if (!tree.text.includes(SUPPRESSION_WORD)) return [];
  const found = tree.format === 'yaml' ? inYaml(tree.text, tree.stream) : inMarkdown(tree);
  return [...found].sort((a, b) => a.span.start - b.span.start);
}

function* inMarkdown(tree: MarkdownTree): Iterable<SuppressionFact> {
  if (tree.frontMatter !== null) yield* inYaml(tree.text, tree.frontMatter.yaml);
  yield* inBlocks(tree.blocks, tree.text);
}

function* inBlocks(blocks: readonly Block[], text: string): Iterable<SuppressionFact> {
  for (const [order, block] of blocks.entries()) {
    switch (block.type) {
      case 'html': {
        const next = isCommentAlone(block, text)
          ? blocks.slice(order + 1).find((each) => !isCommentAlone(each, text))
          : undefined;
        for (const { words, at, span } of commentsIn(block.span, text)) {
          const own = wholeLines(span, text);
          yield* suppression(words, at, span, { start: own.start, end: Math.max(own.end, next?.span.end ?? 0) });
        }
        break;
      }
      case 'heading':
      case 'paragraph':
        yield* inInlines(block.children, text, block.type === 'heading' ? block.span : null);
        break;
      case 'table':
        for (const row of block.rows) for (const cell of row.cells) yield* inInlines(cell.children, text, row.span);
        break;
      case 'list':
        for (const item of block.items) yield* inBlocks(item.children, text);
        break;
      case 'quote':
      case 'footnote':
        yield* inBlocks(block.children, text);
        break;
    }
  }
}

/** Comments among words hold for the lines that they stand on; in a table for its row, in a heading for all of it. */
function* inInlines(inlines: readonly Inline[], text: string, whole: Span | null): Iterable<SuppressionFact> {
  for (const inline of inlines) {
    if ('children' in inline) yield* inInlines(inline.children, text, whole);
    if (inline.type !== 'html') continue;
    for (const { words, at, span } of commentsIn(inline.span, text))
      yield* suppression(words, at, span, whole ?? wholeLines(span, text));
  }
}

function isCommentAlone(block: Block, text: string): boolean {
  return block.type === 'html' && text.slice(block.span.start, block.span.end).replace(COMMENT, '').trim() === '';
}

function* commentsIn(place: Span, text: string): Iterable<{ words: string; at: number; span: Span }> {
  for (const match of text.slice(place.start, place.end).matchAll(COMMENT)) {
    const start = place.start + match.index;
    yield { words: match[1] ?? '', at: start + 4, span: { start, end: start + match[0].length } };
  }
}

function wholeLines({ start, end }: Span, text: string): Span {
  const stop = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: stop < 0 ? text.length : stop };
}

/** A comment of its own holds for the entry or list item that follows it; one behind a value holds for its line. */
function* inYaml(text: string, { comments, roots }: YamlStream): Iterable<SuppressionFact> {
  for (const { span } of comments) {
    const words = text.slice(span.start + 1, span.end);
    if (!words.includes(SUPPRESSION_WORD)) continue;
    const own = wholeLines(span, text);
    const alone = text.slice(own.start, span.start).trim() === '';
    const next = alone ? following(roots, span.end, text) : null;
    yield* suppression(words, span.start + 1, span, { start: own.start, end: Math.max(own.end, next?.end ?? 0) });
  }
}

/** The outermost entry or item that begins on the first line with one behind a place. */
function following(roots: readonly YamlNode[], after: number, text: string): Span | null {
  let first: Span | null = null;
  const see = (span: Span): void => {
    if (span.start < after) return;
    const sameLine =
      first !== null &&
      !text.slice(Math.min(first.start, span.start), Math.max(first.start, span.start)).includes('\n');
    if (first === null || (sameLine ? contains(span, first) || span.end > first.end : span.start < first.start))
      first = span;
  };
  const walk = (node: YamlNode): void => {
    if (node.span.end < after) return;
    if (node.type === 'sequence')
      for (const item of node.items) {
        see(item.span);
        walk(item);
      }
    if (node.type === 'map')
      for (const entry of node.entries) {
        see(entry.span);
        walk(entry.value);
      }
  };
  for (const root of roots) walk(root);
  return first;
}

/** The comment's words taken apart; nothing where it is another comment. */
function* suppression(words: string, at: number, span: Span, scope: Span): Iterable<SuppressionFact> {
  const match = WORDS.exec(words);
  if (match === null) return;
  const [, file, head = '', tail] = match;
  const headAt = at + words.indexOf(SUPPRESSION_WORD) + SUPPRESSION_WORD.length + (file?.length ?? 0);
  const [, ids = '', about = '', headUntil] = /^(.*?)(?:\s+for\s+(.*?))?(?:\s+until\s+(.*?))?\s*$/is.exec(head) ?? [];
  const reason = tail?.trim() ?? '';
  const late = headUntil === undefined ? UNTIL_LAST.exec(reason) : null;
  const lateUntil = late?.[1] !== undefined && parseDate(late[1]) !== null ? late[1] : undefined;
  const untilWords = headUntil ?? lateUntil ?? null;
  const said = lateUntil === undefined ? reason : reason.slice(0, late?.index).trim();
  yield {
    span,
    scope: file === undefined ? scope : null,
    rules: [...ids.matchAll(/[^\s,;]+/g)].map((id) => ({
      id: id[0],
      span: { start: headAt + id.index, end: headAt + id.index + id[0].length },
    })),
    about: about
      .split(/[,;]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    reason: stateOf(said, 'text').state === 'given' ? said : null,
    open: stateOf(said, 'text').state === 'placeholder',
    until: untilWords === null ? null : endOf(untilWords),
    untilSpan: untilWords === null ? null : placeOf(untilWords, words, at),
  };
}

function endOf(words: string): Day | 'unclear' {
  const date = parseDate(words.trim());
  return date === null || date.ambiguous ? 'unclear' : date.last;
}

function placeOf(part: string, words: string, at: number): Span {
  const start = at + words.search(/until\s/i) + 5;
  const from = words.indexOf(part, start - at);
  return { start: at + from, end: at + from + part.length };
}
