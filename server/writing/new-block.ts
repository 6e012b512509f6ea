/** The first metadata of a document that has none: key lines below the title, front matter, or the first key of a YAML file. */
import type { FieldDescription } from '../model/kind.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { span } from '../syntax/span.ts';
import { type Labelling, labelFor } from './field-labels.ts';
import { keyLineText, NEW_KEY_LINE } from './key-lines.ts';
import { lineEndOf, lineStart, lineStop, nextLine, type WritingSource } from './source.ts';
import { keyText } from './yaml-entries.ts';
import { scalarText } from './yaml-scalar.ts';

const PLAIN = { always: false, mark: 'double' } as const;

/** The ways to begin a block of metadata with one field, the most fitting first; each has still to be proved by reading. */
export function newBlocks(
  source: WritingSource,
  field: FieldDescription,
  value: string,
  labelling: Labelling,
): readonly (readonly TextEdit[])[] {
  const { tree } = source;
  const text = tree.text;
  const lineEnd = lineEndOf(text);
  const key = labelFor(field, [], labelling, 'key');
  const words = labelFor(field, [], labelling, 'words');
  if (key === null || words === null) return [];
  const scalar = scalarText(value, PLAIN);
  const entry = scalar === '' ? `${keyText(key)}:` : `${keyText(key)}: ${scalar}`;
  if (tree.format === 'yaml') return yamlStart(source, `${entry}${lineEnd}`);
  const ways: (readonly TextEdit[])[] = [];
  if (tree.frontMatter !== null) {
    ways.push([inFrontMatter(text, tree.frontMatter, entry, lineEnd)]);
  }
  const title = tree.blocks.find((block) => block.type === 'heading');
  if (title !== undefined && title.type === 'heading') {
    const at = lineStop(text, title.span.end);
    const next = text.slice(nextLine(text, at), lineStop(text, nextLine(text, at)));
    const gap = next.trim() === '' ? '' : lineEnd;
    ways.push([{ span: span(at, at), text: `${lineEnd}${lineEnd}${keyLineText(NEW_KEY_LINE, words, value)}${gap}` }]);
  }
  if (tree.frontMatter === null) {
    const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const gap = text.slice(at).trim() === '' ? '' : lineEnd;
    ways.push([{ span: span(at, at), text: `---${lineEnd}${entry}${lineEnd}---${lineEnd}${gap}` }]);
  }
  return ways;
}

function inFrontMatter(
  text: string,
  { contentSpan }: { readonly contentSpan: { readonly start: number; readonly end: number } },
  entry: string,
  lineEnd: string,
): TextEdit {
  const content = text.slice(contentSpan.start, contentSpan.end);
  const at = contentSpan.start + content.trimEnd().length;
  const first = /\S/.exec(content)?.index;
  const indent =
    first === undefined
      ? ''
      : (/^\s*/.exec(text.slice(lineStart(text, contentSpan.start + first), contentSpan.start + first))?.[0] ?? '');
  if (first === undefined) return { span: span(contentSpan.start, contentSpan.start), text: `${entry}${lineEnd}` };
  return { span: span(at, at), text: `${lineEnd}${indent}${entry}` };
}

/** Before the first key of a YAML map, or at the end of a file that holds nothing but comments. */
function yamlStart(source: WritingSource, line: string): readonly (readonly TextEdit[])[] {
  const { tree } = source;
  if (tree.format !== 'yaml') return [];
  const root = tree.stream.roots.find((each) => each.type === 'map');
  if (root !== undefined) {
    const first = root.entries[0];
    if (root.flow || first === undefined || lineStart(tree.text, first.key.span.start) !== first.key.span.start)
      return [];
    return [[{ span: span(first.key.span.start, first.key.span.start), text: line }]];
  }
  const bare = tree.stream.roots.every((each) => each.type === 'scalar' && each.text === '');
  const at = tree.text.length;
  const gap = at === 0 || tree.text.endsWith('\n') ? '' : lineEndOf(tree.text);
  return bare ? [[{ span: span(at, at), text: `${gap}${line}` }]] : [];
}
