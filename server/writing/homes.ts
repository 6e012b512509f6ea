/** The blocks of a document in which pairs of label and value stand, and which of them a new pair goes to. */
import type { FieldFact } from '../reading/facts.ts';
import { contains } from '../syntax/span.ts';
import type { Block, HtmlBlock, List, Paragraph, Table, Tree, YamlMap, YamlNode } from '../syntax/tree.ts';

/** A block that takes up pairs, with the facts that were read from it, in the order of the text. */
export type Home = { readonly fields: readonly FieldFact[] } & (
  | { readonly type: 'yaml'; readonly map: YamlMap; readonly limit: number }
  | { readonly type: 'table'; readonly table: Table }
  | { readonly type: 'html'; readonly block: HtmlBlock }
  | { readonly type: 'list'; readonly list: List }
  | { readonly type: 'paragraphs'; readonly paragraphs: readonly Paragraph[] }
);

const YAML_SHAPES: ReadonlySet<string> = new Set([
  'front-matter',
  'unopened-front-matter',
  'comment',
  'yaml-fence',
  'yaml',
]);

/** Is the value written as an entry of a YAML map? */
export function isYamlShape(fact: FieldFact): boolean {
  return YAML_SHAPES.has(fact.shape);
}

/** All YAML maps of a document, front matter included, outer ones first. */
export function yamlMaps(tree: Tree): readonly YamlMap[] {
  const roots = tree.format === 'yaml' ? tree.stream.roots : (tree.frontMatter?.yaml.roots ?? []);
  const maps: YamlMap[] = [];
  const gather = (node: YamlNode): void => {
    if (node.type === 'scalar') return;
    if (node.type === 'map') maps.push(node);
    for (const child of node.type === 'map' ? node.entries.map((entry) => entry.value) : node.items) gather(child);
  };
  for (const root of roots) gather(root);
  return maps;
}

/** Where the YAML of a document ends in its text. */
export function yamlLimit(tree: Tree): number {
  return tree.format === 'yaml' ? tree.text.length : (tree.frontMatter?.contentSpan.end ?? 0);
}

/**
 * The homes of some facts, the one with the most of them first.
 * In: the tree and the facts (a document's metadata, or a record's fields). Facts that stand in no such block are left out.
 */
export function homesOf(tree: Tree, facts: readonly FieldFact[]): readonly Home[] {
  const homes: Home[] = [];
  const yaml = facts.filter(isYamlShape);
  for (const map of yamlMaps(tree)) {
    const fields = yaml.filter((fact) =>
      map.entries.some((entry) => entry.key.span.start === fact.labelSpan?.start && contains(map.span, entry.span)),
    );
    if (fields.length > 0) homes.push({ type: 'yaml', map, limit: yamlLimit(tree), fields });
  }
  if (tree.format === 'markdown') homes.push(...blockHomes(tree.blocks, facts));
  return homes
    .map((home, i) => ({ home, i, count: home.fields.filter((fact) => fact.field !== 'title').length }))
    .sort((a, b) => b.count - a.count || a.i - b.i)
    .map(({ home }) => home);
}

function blockHomes(blocks: readonly Block[], facts: readonly FieldFact[]): readonly Home[] {
  const homes: Home[] = [];
  let run: { paragraphs: Paragraph[]; fields: FieldFact[] } | null = null;
  for (const block of blocks) {
    const fields = facts.filter(
      (fact) => PAIR_SHAPES.has(fact.shape) && fact.labelSpan !== null && contains(block.span, fact.labelSpan),
    );
    if (block.type !== 'paragraph' || fields.length === 0) run = null;
    if (fields.length === 0) continue;
    if (block.type === 'table') homes.push({ type: 'table', table: block, fields });
    else if (block.type === 'html') homes.push({ type: 'html', block, fields });
    else if (block.type === 'list') homes.push({ type: 'list', list: block, fields });
    else if (block.type === 'paragraph' && run !== null) {
      run.paragraphs.push(block);
      run.fields.push(...fields);
    } else if (block.type === 'paragraph') {
      run = { paragraphs: [block], fields: [...fields] };
      homes.push({ type: 'paragraphs', ...run });
    }
  }
  return homes;
}

const PAIR_SHAPES: ReadonlySet<string> = new Set(['table', 'html-table', 'key-line']);
