/** Looks for what would stall or crash the Markdown parser before it is let loose on a section. */
import { LIMITS } from './limits.ts';

/**
 * In: a section's text. Out: what is too much in it and what to do, or null where all is well.
 * Containers nested without end exhaust the parser's stack, and brackets, emphasis marks and tags that find no
 * partner cost it the square of their number; both far beyond what a person writes.
 */
export function nestingProblem(text: string): string | null {
  if (/\){500}/.test(text)) return TOO_MUCH;
  let fence = '';
  /** Columns of the list items that are open. */
  const open: number[] = [];
  let marks = 0;
  let cost = 0;
  let underlines = 0;
  let lazy = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const lead = LEAD.exec(line)?.[0] ?? '';
    if (lead.length > 1) {
      const markers = BREAK.test(line) ? 0 : (lead.match(MARKER)?.length ?? 0);
      if (depthOf(open, lead, markers) > LIMITS.nesting) return TOO_DEEP;
    }
    if (fence !== '') {
      const closing = FENCE.exec(line)?.[1] ?? '';
      if (closing.startsWith(fence)) fence = '';
      continue;
    }
    fence = FENCE.exec(line)?.[1] ?? '';
    const isBlank = lead.length === line.length;
    lazy = isBlank ? 0 : lead.includes('>') || lazy > 0 ? lazy + 1 : 0;
    if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line)) underlines += 1;
    if (isBlank || STARTS_BLOCK.test(line)) {
      cost += costOf(marks);
      marks = 0;
    }
    if (line.length > 1) marks += line.match(MARKS)?.length ?? 0;
    if (lazy > 2000) cost = Number.POSITIVE_INFINITY;
  }
  cost += costOf(marks);
  return cost > MOST_COST || underlines > 1000 ? TOO_MUCH : null;
}

const TOO_DEEP = `Lists or quotes are nested more than ${LIMITS.nesting} levels deep here, so this section was read as plain text. Flatten it.`;
const TOO_MUCH =
  'This section holds too many brackets, emphasis marks or tags in one paragraph and was read as plain text. Split it.';

/** The square of some six hundred marks in one paragraph: about half a second of the parser's time. */
const MOST_COST = 400_000;
const LEAD = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,99}\]:))*[ \t]*/;
const MARKER = />|[-+*]|\d{1,9}[.)]|\[\^/g;
const BREAK = /^[ \t>]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;
const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}(?!.*`)|~{3,})/;
const STARTS_BLOCK = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|\||#)/;
const MARKS = /[[\]<]|\*+|_+|~+|`+/g;

function costOf(marks: number): number {
  return marks > 100 ? marks * marks : 0;
}

/** Nesting of a line's own markers, and of the list items that its indentation leaves open. */
function depthOf(open: number[], lead: string, markers: number): number {
  let column = 0;
  while (column < lead.length && (lead.charAt(column) === ' ' || lead.charAt(column) === '\t')) column += 1;
  while (open.length > 0 && (open.at(-1) ?? 0) >= column) open.pop();
  const depth = open.length + markers;
  if (markers > 0 && /[-+*\d[]/.test(lead.charAt(column))) open.push(column);
  return depth;
}
