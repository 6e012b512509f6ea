/** The lines of a section, for the reader of plain prose: where each begins, ends and stops being indented. */

export interface Lines {
  readonly count: number;
  readonly starts: readonly number[];
  /** Without the line end. */
  readonly ends: readonly number[];
  /** Columns before the first character that is no space; the reader of lists moves it behind a marker. */
  readonly indents: number[];
  /** Blank lines, which hold only spaces. */
  readonly blank: readonly boolean[];
}

/** In: a text. Out: its lines, without an empty one behind a final line end; null where it has a lone `\r`. */
export function splitLines(text: string): Lines | null {
  const starts: number[] = [];
  const ends: number[] = [];
  const indents: number[] = [];
  const blank: boolean[] = [];
  for (let at = 0; at < text.length; ) {
    let next = text.indexOf('\n', at);
    let end = next;
    if (next < 0) end = next = text.length;
    else next += 1;
    if (end > at && text.charCodeAt(end - 1) === 13) end -= 1;
    let indent = at;
    while (indent < end && text.charCodeAt(indent) === 32) indent += 1;
    starts.push(at);
    ends.push(end);
    indents.push(indent - at);
    blank.push(indent === end);
    at = next;
  }
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return null;
  return { count: starts.length, starts, ends, indents, blank };
}
