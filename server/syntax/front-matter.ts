/** Cuts a document's metadata off its head, in each shape that people write it, before Markdown sees it. */
import type { FrontMatter } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** A line that opens an entry: a short key of at most five words, a colon, then a blank or the line's end. */
const KEY = /^(?:"[^"\n]+"|'[^'\n]+'|<<|[\p{L}_$@][^\s:#|*`[\]{}<>]*(?:[ \t]+[^\s:#|*`[\]{}<>]+){0,4})[ \t]*:(?=\s|$)/u;
const FENCE = /^---[ \t]*$/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/;
const INDENTED = /^[ \t]+\S/;
const LIST_ITEM = /^-(?:[ \t]|$)/;
const COMMENT = /^#/;
const BRACKET = /^[\]}][\]},]*[ \t]*(?:#.*)?$/;
/** No metadata is longer; further down a line of dashes is a line of dashes. */
const MOST_LINES = 400;

/**
 * Finds the front matter. In: the text of a Markdown document. Out: its shape, spans and YAML; null where the document
 * begins with prose. An opening fence without a closing one gives the run of entries below it, and nothing of the body.
 */
export function cutFrontMatter(text: string): FrontMatter | null {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let end = lineEnd(text, start); end > start && isBlank(text.slice(start, end)); end = lineEnd(text, start)) {
    start = end;
  }
  const first = content(text, start, lineEnd(text, start));
  if (FENCE.test(first)) return fenced(text, start);
  if (first.startsWith('<!--')) return comment(text, start);
  if (/^(?:```+|~~~+)[ \t]*ya?ml[ \t]*$/i.test(first)) return yamlFence(text, start, first);
  if (KEY.test(first)) return unopened(text, start);
  return null;
}

/** Whether front matter of the shape `fenced` ends in a closing fence. In: the document's text and its front matter. */
export function isClosed(text: string, { contentSpan, span }: FrontMatter): boolean {
  return contentSpan.end < span.end && CLOSE.test(content(text, contentSpan.end, span.end));
}

function fenced(text: string, start: number): FrontMatter | null {
  const from = lineEnd(text, start);
  let keys = 0;
  /** Where the leading run of entries ends, for a fence that is still open. */
  let runEnd = -1;
  let at = from;
  let odd = -1;
  for (let count = 0; at < text.length && count < MOST_LINES; count += 1) {
    const end = lineEnd(text, at);
    const line = content(text, at, end);
    if (CLOSE.test(line)) {
      if (odd < 0 || isTight(text, odd, at) || isMap(text, from, at))
        return found('fenced', text, start, from, at, end);
      break;
    }
    const isKey = KEY.test(line);
    if (isKey) keys += 1;
    const isEntry = isKey || (keys > 0 && (INDENTED.test(line) || LIST_ITEM.test(line) || BRACKET.test(line)));
    // Blank lines and lines that could be headings end the run of an open fence, but not closed front matter.
    if (!isEntry && runEnd < 0) runEnd = at;
    if (!isEntry && odd < 0 && !isBlank(line) && !COMMENT.test(line)) odd = at;
    at = end;
  }
  if (runEnd < 0) runEnd = at;
  const first = content(text, from, lineEnd(text, from));
  if (!KEY.test(first) || runEnd === from) return null;
  return found('fenced', text, start, from, runEnd, runEnd);
}

/** No blank line between an odd line and the closing fence: a slip inside front matter, not the body's prose. */
function isTight(text: string, from: number, to: number): boolean {
  return !/\n[ \t]*\r?\n/.test(text.slice(from, to)) && !/^#{1,6}[ \t]/m.test(text.slice(from, to));
}

function isMap(text: string, from: number, to: number): boolean {
  const { roots, problems } = parseYaml(text.slice(from, to), from);
  return problems.length === 0 && roots.length === 1 && roots[0]?.type === 'map';
}

function unopened(text: string, start: number): FrontMatter | null {
  let keys = 0;
  for (let at = start, count = 0; at < text.length && count < MOST_LINES; count += 1) {
    const end = lineEnd(text, at);
    const line = content(text, at, end);
    if (FENCE.test(line)) {
      // A single line of text over dashes is a setext heading.
      return keys >= 2 ? found('unopened', text, start, start, at, end) : null;
    }
    if (KEY.test(line)) keys += 1;
    else if (/^#{2,6}[ \t]/.test(line)) return null;
    else if (
      !isBlank(line) &&
      !INDENTED.test(line) &&
      !LIST_ITEM.test(line) &&
      !COMMENT.test(line) &&
      !BRACKET.test(line)
    ) {
      return null;
    }
    at = end;
  }
  return null;
}

function comment(text: string, start: number): FrontMatter | null {
  const close = text.indexOf('-->', start + 4);
  if (close < 0) return null;
  const end = lineEnd(text, close);
  if (!isBlank(text.slice(close + 3, end))) return null;
  let from = start + 4;
  let to = close;
  if (isBlank(text.slice(from, lineEnd(text, from)))) from = Math.min(lineEnd(text, from), close);
  // Fences inside the comment belong to neither side.
  const open = content(text, from, lineEnd(text, from));
  if (FENCE.test(open)) {
    from = Math.min(lineEnd(text, from), close);
    const inner = /(?:^|\n)(?:---|\.\.\.)[ \t]*\r?\n?[ \t]*$/.exec(text.slice(from, close));
    if (inner) to = from + inner.index + (inner[0].startsWith('\n') ? 1 : 0);
  }
  return isEntries(text, from, to) ? found('comment', text, start, from, to, end) : null;
}

function yamlFence(text: string, start: number, opening: string): FrontMatter | null {
  const mark = /^(?:`+|~+)/.exec(opening)?.[0] ?? '```';
  const from = lineEnd(text, start);
  for (let at = from, count = 0; at < text.length && count < MOST_LINES; count += 1) {
    const end = lineEnd(text, at);
    const line = content(text, at, end).trimEnd();
    if (line.length >= mark.length && line === mark.charAt(0).repeat(line.length)) {
      return isEntries(text, from, at) ? found('yaml-fence', text, start, from, at, end) : null;
    }
    at = end;
  }
  return null;
}

/** At least two entries, and nothing but entries, comments and blank lines. */
function isEntries(text: string, from: number, to: number): boolean {
  const { roots } = parseYaml(text.slice(from, to), from);
  const root = roots[0];
  if (roots.length !== 1 || root?.type !== 'map' || root.entries.length < 2) return false;
  let keys = 0;
  let indent: string | null = null;
  for (const line of text.slice(from, to).split(/\r?\n/)) {
    if (isBlank(line)) continue;
    indent ??= /^[ \t]*/.exec(line)?.[0] ?? '';
    const rest = line.startsWith(indent) ? line.slice(indent.length) : line;
    if (KEY.test(rest)) keys += 1;
    else if (!INDENTED.test(rest) && !LIST_ITEM.test(rest) && !COMMENT.test(rest) && !BRACKET.test(rest)) return false;
  }
  return keys >= 2;
}

function found(
  shape: FrontMatter['shape'],
  text: string,
  start: number,
  from: number,
  to: number,
  end: number,
): FrontMatter {
  return {
    shape,
    span: { start, end },
    contentSpan: { start: from, end: to },
    yaml: parseYaml(text.slice(from, to), from),
  };
}

/** The offset behind the line end of the line that holds the offset; the end of the text for the last line. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** A line without its line end. */
function content(text: string, start: number, end: number): string {
  let to = end;
  if (to > start && text.charCodeAt(to - 1) === 10) to -= 1;
  if (to > start && text.charCodeAt(to - 1) === 13) to -= 1;
  return text.slice(start, to);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
