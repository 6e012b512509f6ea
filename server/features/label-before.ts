/** The label whose value is being written: before the cursor on its line, or at the head of the table's column. */

/** A label and what of its value is already there, up to the cursor. */
export interface LabelBefore {
  readonly label: string;
  readonly typed: string;
  /** True where the label is the head of a column. */
  readonly column: boolean;
}

const YAML_KEY = /^\s*(?:-\s+)?["']?([\p{L}][\p{L}\d _./-]{0,40}?)["']?\s*:\s+(?:\[\s*)?["']?([^"'[\]]*)$/u;
const BOLD_KEY = /^\s*(?:[-*+]\s+)?(?:\*\*|__)([^*_:]{1,40}?)\s*:?\s*(?:\*\*|__)\s*:?\s*(.*)$/;

/**
 * Finds the label.
 * In: the text, where the cursor's line starts, and the cursor. Out: the label as written and the value so far; null where the
 * line has neither. Long tables are searched upwards only as far as they are tables.
 */
export function labelBefore(text: string, lineStart: number, offset: number): LabelBefore | null {
  const before = text.slice(lineStart, offset);
  const bold = BOLD_KEY.exec(before);
  if (bold !== null) return { label: bold[1] ?? '', typed: bold[2] ?? '', column: false };
  if (/^\s*\|/.test(before)) return inTable(text, lineStart, before);
  const key = YAML_KEY.exec(before);
  return key === null ? null : { label: key[1] ?? '', typed: key[2] ?? '', column: false };
}

function inTable(text: string, lineStart: number, before: string): LabelBefore | null {
  const cells = cellsOf(before);
  const typed = (cells.at(-1) ?? '').trimStart();
  const column = cells.length - 1;
  let head: string | null = null;
  let start = lineStart;
  while (start > 0) {
    const end = start - 1;
    start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (!/^\s*\|/.test(line)) break;
    head = line;
  }
  const title = head === null ? '' : bare(cellsOf(head)[column] ?? '');
  // A table of two columns may name its fields on the left: "| Owner | … |".
  const left = bare(cells[0] ?? '');
  if (column === 1 && (/^(?:|value|field|item|details?|wert)$/i.test(title) || head === null) && left !== '')
    return { label: left, typed, column: false };
  if (column === 1 && cellsOf(head ?? '').length === 2 && left !== '') return { label: left, typed, column: false };
  return title === '' ? null : { label: title, typed, column: true };
}

/** The cells up to the cursor; the last one is the one being written. */
function cellsOf(line: string): readonly string[] {
  return line
    .trimStart()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
}

function bare(cell: string): string {
  return cell.replace(/[*_`]/g, '').replace(/:\s*$/, '').trim();
}
