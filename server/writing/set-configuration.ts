/** One value of the configuration, set where it stands or at the end, with all else kept byte for byte. */
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import type { Tree, YamlNode } from '../syntax/tree.ts';
import { parseYaml } from '../syntax/yaml.ts';
import { lineEndOf, lineStart, lineStop } from './source.ts';

/** The text of a value below its group, for a configuration that has no such group yet; in: the names, the value, the line end. */
export function configurationValue(group: string, name: string, value: string, lineEnd = '\n'): string {
  return `${group}:${lineEnd}  ${name}: ${value}${lineEnd}`;
}

/**
 * Sets a value below a group of the configuration, such as `bytes` below `limits`.
 * In: the file's tree, the two names and the value as YAML. Out: the edits; null where the file is not readable, or the group is
 * written in a form that cannot be added to.
 */
export function setConfigurationValue(
  tree: Tree,
  group: string,
  name: string,
  value: string,
): readonly TextEdit[] | null {
  if (tree.format !== 'yaml' || tree.problems.length > 0 || tree.stream.problems.length > 0) return null;
  const edit = valueEdit(tree.text, tree.stream.roots, group, name, value);
  const after = edit === null ? null : applyEdits(tree.text, [edit]);
  if (edit === null || after === null) return null;
  const stream = parseYaml(after);
  const set = at(at(stream.roots[0], group), name);
  return stream.problems.length === 0 && set?.type === 'scalar' && set.text === value ? [edit] : null;
}

function valueEdit(
  text: string,
  roots: readonly YamlNode[],
  group: string,
  name: string,
  value: string,
): TextEdit | null {
  const lineEnd = lineEndOf(text);
  const [root] = roots;
  if (roots.length > 1 || (root?.type === 'map' && root.flow) || root?.type === 'sequence') return null;
  const values = at(root, group);
  if (values === undefined) {
    const body = text.trimEnd();
    const lead = body === '' ? '' : lineEnd;
    return {
      span: span(body.length, text.length),
      text: `${lead}${configurationValue(group, name, value, lineEnd)}`,
    };
  }
  const old = at(values, name);
  if (old !== undefined) return old.type === 'scalar' ? { span: old.span, text: value } : null;
  const first = values.type === 'map' && !values.flow ? values.entries[0] : undefined;
  if (first === undefined) return null;
  const indent = text.slice(lineStart(text, first.span.start), first.span.start);
  const end = lineStop(text, first.span.start + text.slice(first.span.start, first.span.end).trimEnd().length);
  return indent.trim() === '' ? { span: span(end, end), text: `${lineEnd}${indent}${name}: ${value}` } : null;
}

const at = (node: YamlNode | undefined, name: string): YamlNode | undefined =>
  node?.type === 'map' ? node.entries.find(({ key }) => key.text === name)?.value : undefined;
