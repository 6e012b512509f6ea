/** Words replaced inside of YAML scalars: quoted, or escaped, where they could not stand as they are. */
import type { TextEdit } from '../syntax/edit.ts';
import { applyEdits } from '../syntax/edit.ts';
import { contains } from '../syntax/span.ts';
import type { Tree, YamlNode, YamlScalar } from '../syntax/tree.ts';
import { isPlainSafe, scalarText } from './yaml-scalar.ts';

/**
 * Makes edits fit for where they stand.
 * In: a document's tree and edits of words in it. Out: the same edits, but for those in YAML scalars that would break them.
 */
export function inScalars(tree: Tree, edits: readonly TextEdit[]): readonly TextEdit[] {
  const yaml = tree.format === 'yaml' ? tree.stream : (tree.frontMatter?.yaml ?? null);
  if (yaml === null || edits.length === 0) return edits;
  const left = new Set(edits);
  const found: TextEdit[] = [];
  const see = (scalar: YamlScalar, flow: boolean): void => {
    const own = [...left].filter(({ span }) => contains(scalar.span, span));
    for (const edit of own) left.delete(edit);
    found.push(...(own.length === 0 ? [] : rewritten(tree.text, scalar, own, flow)));
  };
  const walk = (node: YamlNode, flow: boolean): void => {
    if (node.type === 'scalar') {
      see(node, flow);
      return;
    }
    const inFlow = flow || /[[{]/.test(tree.text.charAt(node.span.start));
    if (node.type === 'sequence') for (const item of node.items) walk(item, inFlow);
    else
      for (const { key, value } of node.entries) {
        see(key, inFlow);
        walk(value, inFlow);
      }
  };
  for (const root of yaml.roots) walk(root, false);
  return [...found, ...left].sort((a, b) => a.span.start - b.span.start);
}

function rewritten(text: string, scalar: YamlScalar, own: readonly TextEdit[], flow: boolean): readonly TextEdit[] {
  if (scalar.style === 'double') return own.map((edit) => ({ ...edit, text: edit.text.replace(/["\\]/g, '\\$&') }));
  if (scalar.style === 'single') return own.map((edit) => ({ ...edit, text: edit.text.replaceAll("'", "''") }));
  if (scalar.style === 'block') return own;
  const { start, end } = scalar.span;
  const plain = applyEdits(
    text.slice(start, end),
    own.map((edit) => ({ ...edit, span: { start: edit.span.start - start, end: edit.span.end - start } })),
  );
  return plain === null || isPlainSafe(plain, flow)
    ? own
    : [{ span: scalar.span, text: scalarText(plain, { always: false, mark: 'double' }, flow) }];
}
