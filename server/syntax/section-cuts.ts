/** Where a Markdown text may be cut into sections that can be parsed by themselves. */

/**
 * In: a Markdown text. Out: the offsets of its column-0 ATX headings outside fenced code, ascending, never 0.
 * These are guesses to be proven: a heading inside an HTML comment is still among them.
 */
export function sectionCuts(text: string): readonly number[] {
  const cuts: number[] = [];
  // A lone CR is so rare that the text is searched for one once; without it, indexOf finds the line ends.
  const nextLine = text.includes('\r') ? nextLineAfterAny : nextLineAfterFeed;
  let fence = '';
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (fence !== '') {
      if (closesFence(text, at, fence)) fence = '';
    } else if (code === HASH) {
      if (at > 0 && isHeading(text, at)) cuts.push(at);
    } else if (
      code === BACKTICK ||
      code === TILDE ||
      code === SPACE ||
      code === DASH ||
      code === STAR ||
      isDigit(code)
    ) {
      OPENING.lastIndex = at;
      fence = OPENING.exec(text)?.[1] ?? '';
    }
    at = nextLine(text, at);
  }
  return cuts;
}

const HASH = 35;
const SPACE = 32;
const STAR = 42;
const DASH = 45;
const BACKTICK = 96;
const TILDE = 126;
/** A fence, possibly as the first thing in a list item or indented below one; backtick fences have no backtick behind. */
const OPENING = /[ ]{0,12}(?:(?:[-*]|\d{1,9}[.)])[ ]{1,4})?(`{3,}(?![^\r\n]*`)|~{3,})/y;

function isHeading(text: string, at: number): boolean {
  let end = at + 1;
  while (text.charCodeAt(end) === HASH) end += 1;
  if (end - at > 6) return false;
  const next = text.charCodeAt(end);
  return next === SPACE || next === 9 || next === 10 || next === 13 || Number.isNaN(next);
}

function closesFence(text: string, at: number, fence: string): boolean {
  let from = at;
  while (text.charCodeAt(from) === SPACE) from += 1;
  if (!text.startsWith(fence, from)) return false;
  const mark = fence.charCodeAt(0);
  let end = from + fence.length;
  while (text.charCodeAt(end) === mark) end += 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) return true;
    if (code !== SPACE && code !== 9) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function nextLineAfterFeed(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function nextLineAfterAny(text: string, at: number): number {
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10) return end + 1;
    if (code === 13) return text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return text.length;
}
