/** Where a line of YAML stands: the keys beside it and above it, told by indentation alone, since half-written YAML does not parse. */

/** A key and the value on its line, as far as there is one. */
export interface Neighbour {
  readonly label: string;
  readonly raw: string;
}

export interface YamlAround {
  /** Keys of the same map, in order, the line's own left out. */
  readonly siblings: readonly Neighbour[];
  /** Keys that the line stands under, the nearest first. */
  readonly parents: readonly string[];
  /** True where the line belongs to an item of a list. */
  readonly item: boolean;
}

const LINE =
  /^(\s*)((?:-\s+)*)(?:(["']?)([^\s#"'\-[{&*!|>%@`][^:#"']*?|-?[^\s#"':,[\]{}][^:#"']*?)\3\s*:(?:\s+(.*))?)?$/;

interface Line {
  /** Column of the key, or of the first character; -1 for a blank or comment line. */
  readonly column: number;
  /** Column of the first dash; -1 where there is none. */
  readonly dash: number;
  readonly label: string | null;
  readonly raw: string;
}

/**
 * Looks around a line.
 * In: the lines of the YAML, the index of the line in question, and the column at which its key stands or would stand.
 */
export function yamlAround(lines: readonly string[], index: number, column: number): YamlAround {
  const read = lines.map(lineOf);
  const here = read[index];
  const above: Neighbour[] = [];
  const below: Neighbour[] = [];
  let dash = here?.dash ?? -1;
  let at = index - 1;
  if (dash < 0) {
    for (; at >= 0; at--) {
      const line = read[at];
      if (line === undefined || line.column < 0 || line.column > column) continue;
      if (line.column < column) break;
      if (line.label !== null) above.unshift({ label: line.label, raw: line.raw });
      dash = line.dash;
      if (dash >= 0) {
        at -= 1;
        break;
      }
    }
  }
  for (let next = index + 1; next < read.length; next++) {
    const line = read[next];
    if (line === undefined || line.column < 0 || line.column > column) continue;
    if (line.column < column || line.dash >= 0) break;
    if (line.label !== null) below.push({ label: line.label, raw: line.raw });
  }
  const parents: string[] = [];
  let limit = dash >= 0 ? dash : column;
  let inList = dash >= 0;
  for (; at >= 0; at--) {
    const line = read[at];
    if (line === undefined || line.column < 0) continue;
    const start = line.dash >= 0 ? line.dash : line.column;
    // The items of a list may stand at the column of its key.
    const isParent = line.label !== null && (line.column < limit || (inList && line.dash < 0 && line.column === limit));
    if (!isParent) {
      if (start < limit && line.label === null) limit = start;
      continue;
    }
    parents.push(line.label);
    limit = line.dash >= 0 ? line.dash : line.column;
    inList = line.dash >= 0;
  }
  return { siblings: [...above, ...below], parents, item: dash >= 0 };
}

function lineOf(text: string): Line {
  const line = text.replace(/\r$/, '');
  if (/^\s*(?:#.*)?$/.test(line)) return { column: -1, dash: -1, label: null, raw: '' };
  const match = LINE.exec(line);
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const dashes = /^\s*((?:-\s+)*)/.exec(line)?.[1] ?? '';
  return {
    column: indent + dashes.length,
    dash: dashes === '' ? (/^\s*-$/.test(line) ? indent : -1) : indent,
    label: match?.[4] ?? null,
    raw: (match?.[5] ?? '').replace(/\s+#.*$/, '').trim(),
  };
}
