/** Literate cases: Markdown that says why, with fixtures in fenced blocks that say what. */

export interface LiterateCase {
  /** The heading above the block, or the last sentence before it. */
  readonly title: string;
  /** Line of the block in its file, from 1. */
  readonly line: number;
  readonly fixture: string;
}

/** Takes the fenced `fixture` blocks out of a literate file; in: its text; out: the cases in order. */
export function literateCases(text: string): readonly LiterateCase[] {
  const cases: LiterateCase[] = [];
  let title = '';
  let open: { fence: string; line: number; lines: string[] } | null = null;
  for (const [i, line] of text.split('\n').entries()) {
    if (open !== null) {
      if (line.trimEnd() === open.fence) {
        cases.push({ title, line: open.line, fixture: `${open.lines.join('\n')}\n` });
        open = null;
      } else open.lines.push(line);
      continue;
    }
    const fence = /^(`{3,})fixture\s*$/.exec(line);
    if (fence !== null) open = { fence: fence[1] ?? '', line: i + 1, lines: [] };
    else if (line.trim() !== '') title = line.replace(/^#+\s*/, '').trim();
  }
  return cases;
}
