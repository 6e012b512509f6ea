/** A new entry of a list in the configuration, in the file's own indentation, with all else kept byte for byte. */
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import type { Tree, YamlNode } from '../syntax/tree.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { lineEndOf, lineStart, lineStop } from './source.ts';
import { scalarText } from './yaml-scalar.ts';

/** The text of a list of one entry under its key; in: the key, the entry's values in order, the line end. */
export function configurationList(key: string, values: Readonly<Record<string, string>>, lineEnd = '\n'): string {
  return `${key}:${lineEnd}${entryText(values, '  ', lineEnd)}`;
}

/**
 * Adds an entry to a list of the configuration, at its end; the list is begun at the end of the file where it is not there yet.
 * In: the file's tree, the key of the list, the entry's values in order. Out: the edits; null where the file is not readable, or
 * the list is written in a form that has no line of its own for each entry.
 */
export function addConfigurationEntry(
  tree: Tree,
  key: string,
  values: Readonly<Record<string, string>>,
): readonly TextEdit[] | null {
  if (tree.format !== 'yaml' || tree.problems.length > 0 || tree.stream.problems.length > 0) return null;
  const edit = entryEdit(tree.text, tree.stream.roots, key, values);
  const after = edit === null ? null : applyEdits(tree.text, [edit]);
  if (edit === null || after === null) return null;
  const before = itemsOf(tree.stream.roots, key).length;
  const stream = parseYaml(after);
  const items = itemsOf(stream.roots, key);
  const added = items.at(-1);
  return stream.problems.length === 0 && items.length === before + 1 && added !== undefined && holds(added, values)
    ? [edit]
    : null;
}

function entryEdit(
  text: string,
  roots: readonly YamlNode[],
  key: string,
  values: Readonly<Record<string, string>>,
): TextEdit | null {
  const lineEnd = lineEndOf(text);
  const [root] = roots;
  if (roots.length > 1 || (root?.type === 'map' && root.flow) || root?.type === 'sequence') return null;
  const entry = root?.type === 'map' ? root.entries.find((each) => each.key.text === key) : undefined;
  if (entry === undefined) {
    const body = text.trimEnd();
    const at = span(body.length, text.length);
    return { span: at, text: `${body === '' ? '' : lineEnd}${configurationList(key, values, lineEnd)}` };
  }
  const { value } = entry;
  if (value.type === 'scalar' && value.text === '') {
    const end = lineStop(text, entry.key.span.end);
    return { span: span(end, end), text: `${lineEnd}${entryText(values, '  ', lineEnd).trimEnd()}` };
  }
  const last = value.type === 'sequence' && !value.flow ? value.items.at(-1) : undefined;
  const first = value.type === 'sequence' ? value.items[0] : undefined;
  if (last === undefined || first === undefined) return null;
  const lead = text.slice(lineStart(text, first.span.start), first.span.start);
  const indent = /^\s*(?=-)/.exec(lead)?.[0];
  if (indent === undefined) return null;
  const end = lineStop(text, last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length);
  return { span: span(end, end), text: `${lineEnd}${entryText(values, indent, lineEnd).trimEnd()}` };
}

function entryText(values: Readonly<Record<string, string>>, indent: string, lineEnd: string): string {
  return Object.entries(values)
    .map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${scalarText(value, QUOTING)}${lineEnd}`)
    .join('');
}

const QUOTING = { always: false, mark: 'double' } as const;

function itemsOf(roots: readonly YamlNode[], key: string): readonly YamlNode[] {
  const root = roots[0];
  const value = root?.type === 'map' ? root.entries.find((each) => each.key.text === key)?.value : undefined;
  return value?.type === 'sequence' ? value.items : [];
}

function holds(item: YamlNode, values: Readonly<Record<string, string>>): boolean {
  return (
    item.type === 'map' &&
    Object.entries(values).every(([key, wanted]) =>
      item.entries.some(({ key: { text }, value }) => text === key && value.type === 'scalar' && value.text === wanted),
    )
  );
}
