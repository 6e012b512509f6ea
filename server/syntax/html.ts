/** Raw HTML in Markdown: the rows and cells of its tables, by a small tag scanner, since nothing else of HTML carries facts. */
import { type Span, span } from './span.ts';

export interface HtmlCell {
  readonly text: string;
  readonly span: Span;
  readonly header: boolean;
}

export type HtmlRow = readonly HtmlCell[];

const TAG_PATTERN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Reads the rows of all tables in a stretch of raw HTML.
 * In: the HTML and where it begins in the document. Out: rows of cells with their words and absolute spans; unclosed tags end
 * where the next one of their kind begins; nested tables are read as part of the outer one.
 */
export function htmlRows(html: string, base: number): readonly HtmlRow[] {
  const rows: HtmlCell[][] = [];
  let row: HtmlCell[] | null = null;
  let cell: { start: number; header: boolean } | null = null;
  const closeCell = (end: number): void => {
    if (cell === null) return;
    row?.push(makeCell(html, cell.start, end, base, cell.header));
    cell = null;
  };
  for (const match of html.matchAll(TAG_PATTERN)) {
    const name = match[2]?.toLowerCase();
    const closing = match[1] === '/';
    if (name === 'tr') {
      closeCell(match.index);
      if (row !== null && row.length > 0) rows.push(row);
      row = closing ? null : [];
    } else if (name === 'td' || name === 'th') {
      closeCell(match.index);
      if (!closing) {
        row ??= [];
        cell = { start: match.index + match[0].length, header: name === 'th' };
      }
    } else if (name === 'table' && closing) {
      closeCell(match.index);
      if (row !== null && row.length > 0) rows.push(row);
      row = null;
    }
  }
  closeCell(html.length);
  if (row !== null && row.length > 0) rows.push(row);
  return rows;
}

function makeCell(html: string, start: number, end: number, base: number, header: boolean): HtmlCell {
  const inside = html.slice(start, end);
  const lead = inside.length - inside.trimStart().length;
  const trimmed = inside.trim();
  return {
    text: trimmed
      .replace(TAG_PATTERN, ' ')
      .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
      .replace(/\s+/g, ' ')
      .trim(),
    span: span(
      base + start + Math.min(lead, inside.length),
      base + start + Math.min(lead, inside.length) + trimmed.length,
    ),
    header,
  };
}
