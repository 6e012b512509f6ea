/** Where in `clausewright.yaml` the cursor stands: the shape that is asked for there, by the indentation above it. */
import { CONFIGURATION_SCHEMA, type ValueShape } from '../model/configuration-schema.ts';
import type { Span } from '../syntax/span.ts';

export interface ConfigurationPlace {
  /** A key of a group or map, or a value, is being written. */
  readonly role: 'key' | 'value';
  readonly shape: ValueShape;
  /** What is already there of it, up to the cursor. */
  readonly span: Span;
  /** The keys that stand beside it already. */
  readonly used: ReadonlySet<string>;
}

interface Line {
  /** Columns of the dashes, in order. */
  readonly dashes: readonly number[];
  /** Column of what follows them. */
  readonly column: number;
  readonly key: string | null;
  /** What stands behind the key's colon, or the whole where there is no key. */
  readonly rest: string;
  /** Column of that. */
  readonly restColumn: number;
}

const ROOT: ValueShape = { type: 'group', keys: CONFIGURATION_SCHEMA };
const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{},&*!|>%@`][^#]*?))\s*:(?=\s|$)\s*/;

/**
 * Finds the place. In: the text and the cursor. Out: null in a comment, or where the lines above lead to no key that the file
 * has. It goes by lines, since a line that is being typed is seldom whole YAML.
 */
export function configurationPlace(text: string, offset: number): ConfigurationPlace | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return null;
  const here = lineOf(before);
  const above = text.slice(0, lineStart).split('\n').slice(0, -1).map(lineOf);
  const lineEnd = text.indexOf('\n', offset);
  const below =
    lineEnd < 0
      ? []
      : text
          .slice(lineEnd + 1)
          .split('\n')
          .map(lineOf);
  const { path, used } = waysUp(here, above, below);
  const shape = shapeAt(path);
  if (shape === null) return null;
  if (here.key !== null) {
    const value = stepInto(shape, here.key);
    return value === null ? null : { role: 'value', ...valueBeing(value, here, lineStart, offset), used };
  }
  const span = { start: offset - here.rest.length, end: offset };
  if (shape.type === 'group' || shape.type === 'map') return { role: 'key', shape, span, used };
  return { role: 'value', ...valueBeing(shape, here, lineStart, offset), used };
}

function lineOf(line: string): Line {
  const dashes: number[] = [];
  let column = /^ */.exec(line)?.[0].length ?? 0;
  for (let dash = /^-(?: +|$)/.exec(line.slice(column)); dash !== null; dash = /^-(?: +|$)/.exec(line.slice(column))) {
    dashes.push(column);
    column += dash[0].length;
  }
  const rest = line.slice(column).replace(/\r$/, '');
  const key = KEY.exec(rest);
  if (key === null) return { dashes, column, key: null, rest, restColumn: column };
  return {
    dashes,
    column,
    key: key[1] ?? key[2] ?? key[3] ?? '',
    rest: rest.slice(key[0].length),
    restColumn: column + key[0].length,
  };
}

/** The keys and dashes that lead to the line, outermost first, and the keys beside it. */
function waysUp(
  here: Line,
  above: readonly Line[],
  below: readonly Line[],
): { readonly path: readonly string[]; readonly used: ReadonlySet<string> } {
  const path: string[] = [];
  const used = new Set<string>();
  let column = here.column;
  let dashes = [...here.dashes];
  let level = 0;
  const beside = (line: Line): void => {
    if (level === 0 && line.column === column && line.key !== null) used.add(line.key);
  };
  const climb = (): void => {
    for (let dash = dashes.pop(); dash !== undefined; dash = dashes.pop()) {
      path.unshift('-');
      column = dash;
      level += 1;
    }
  };
  if (here.dashes.length === 0)
    for (const line of below) {
      if (isBlank(line)) continue;
      if ((line.dashes[0] ?? line.column) < column || line.dashes.length > 0) break;
      beside(line);
    }
  climb();
  for (const line of [...above].reverse()) {
    if (isBlank(line)) continue;
    const opens = line.dashes[0] ?? line.column;
    if (line.dashes.length > 0 && line.column === column && path[0] !== '-') {
      // The first line of the item that this line belongs to.
      beside(line);
      dashes = [...line.dashes];
      climb();
      continue;
    }
    const parent = line.column < column || (line.column === column && path[0] === '-' && line.dashes.length === 0);
    if (!parent) {
      beside(line);
      continue;
    }
    if (line.key === null || opens > column) continue;
    path.unshift(line.key);
    level += 1;
    column = line.column;
    dashes = [...line.dashes];
    climb();
    if (column === 0 && path[0] !== '-') break;
  }
  return { path, used };
}

const isBlank = (line: Line): boolean =>
  line.key === null && line.dashes.length === 0 && (line.rest.trim() === '' || line.rest.trimStart().startsWith('#'));

function shapeAt(path: readonly string[]): ValueShape | null {
  let shape: ValueShape | null = ROOT;
  for (const step of path) shape = shape === null ? null : stepInto(shape, step);
  return shape;
}

/** The shape behind a key, or behind the dash of a list. */
export function stepInto(shape: ValueShape, step: string): ValueShape | null {
  if (shape.type === 'list') return step === '-' ? shape.of : stepInto(shape.of, step);
  if (shape.type === 'map') return step === '-' ? null : shape.of;
  if (shape.type === 'group') return shape.keys.find(({ name }) => name === step)?.value ?? null;
  return null;
}

/** Of a value on one line, the part being written: the last item of a `[list, of words]`, the whole elsewhere. */
function valueBeing(
  shape: ValueShape,
  line: Line,
  lineStart: number,
  offset: number,
): { readonly shape: ValueShape; readonly span: Span } {
  const inner = shape.type === 'list' ? shape.of : shape;
  const opened = /^\[/.test(line.rest) ? Math.max(line.rest.lastIndexOf('['), line.rest.lastIndexOf(',')) + 1 : 0;
  const blank = /^\s*/.exec(line.rest.slice(opened))?.[0].length ?? 0;
  return { shape: inner, span: { start: Math.min(offset, lineStart + line.restColumn + opened + blank), end: offset } };
}
