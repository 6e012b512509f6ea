/** Phrases: where some words stand in the prose of a document - headings, paragraphs, cells, values - and never in code, links' targets or comments. */
import type { Span } from '../syntax/span.ts';
import type { Block, Inline, Tree, YamlNode, YamlStream } from '../syntax/tree.ts';

/**
 * All places of a phrase.
 * In: the tree and the words. Out: spans of whole words, whatever their case, in order of place; blanks in the source may be any.
 */
export function phrasesIn(tree: Tree, phrase: string): readonly Span[] {
  const words = phrase.trim();
  if (words === '') return [];
  const pattern = patternOf(words);
  const found: Span[] = [];
  const seek = (from: number, to: number): void => {
    const source = tree.text.slice(from, to);
    for (const match of source.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!isAddress(source, match.index, end)) found.push({ start: from + match.index, end: from + end });
    }
  };
  if (tree.format === 'yaml') stream(tree.stream, seek);
  else {
    if (tree.frontMatter !== null) stream(tree.frontMatter.yaml, seek);
    blocks(tree.blocks, tree.text, seek);
  }
  return found.sort((a, b) => a.start - b.start).filter(({ start }, i, all) => all[i - 1]?.start !== start);
}

/** Whole words only: what stands to either side may be no letter, no digit, and for an id no further part of one. */
function patternOf(words: string): RegExp {
  const source = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[ \\t]+');
  const isId = /\d/.test(words) && !/\s/.test(words);
  return new RegExp(
    isId
      ? `(?<![\\p{L}\\p{N}_./-])${source}(?![\\p{L}\\p{N}_]|[-./][\\p{L}\\p{N}])`
      : `(?<![\\p{L}\\p{N}_-])${source}(?![\\p{L}\\p{N}_]|-\\p{L})`,
    'giu',
  );
}

/** Do the words stand in an address: a URL, an e-mail address, the path of a file? */
function isAddress(source: string, start: number, end: number): boolean {
  const before = /[^\s<>"'()[\]|,;]*$/.exec(source.slice(0, start))?.[0] ?? '';
  const after = /^[^\s<>"'()[\]|,;]*/.exec(source.slice(end))?.[0] ?? '';
  if (before === '' && after === '') return false;
  const token = before + source.slice(start, end) + after;
  return /:\/\/|^www\.|[^\s@]@[^\s@]+\.\p{L}|\.(?:md|markdown|ya?ml|html?)(?:[#?]|$)/iu.test(token);
}

type Seek = (from: number, to: number) => void;

function stream({ roots }: YamlStream, seek: Seek): void {
  const node = (each: YamlNode): void => {
    if (each.type === 'scalar') seek(each.span.start, each.span.end);
    else if (each.type === 'sequence') each.items.forEach(node);
    else
      for (const { key, value } of each.entries) {
        seek(key.span.start, key.span.end);
        node(value);
      }
  };
  roots.forEach(node);
}

function blocks(all: readonly Block[], text: string, seek: Seek): void {
  for (const block of all) {
    if (block.type === 'heading')
      // An id at its end, `{#id}`, is what links lead to, and no words.
      inlines(block.children, text, (from, to) => seek(from, Math.min(to, block.textSpan.end)));
    else if (block.type === 'paragraph') inlines(block.children, text, seek);
    else if (block.type === 'table')
      for (const row of block.rows) for (const cell of row.cells) inlines(cell.children, text, seek);
    else if (block.type === 'list') for (const item of block.items) blocks(item.children, text, seek);
    else if (block.type === 'quote' || block.type === 'footnote') blocks(block.children, text, seek);
    else if (block.type === 'definition')
      seek(block.span.start + 1, Math.max(block.span.start + 1, text.indexOf(']:', block.span.start)));
    else if (block.type === 'html') between(text, block.span, seek);
  }
}

function inlines(all: readonly Inline[], text: string, seek: Seek): void {
  for (const each of all) {
    if (each.type === 'text') seek(each.span.start, each.span.end);
    else if ('children' in each) inlines(each.children, text, seek);
    // The label of a reference and that of its definition are the same words, or the link is lost.
    if (each.type !== 'linkReference') continue;
    const label = /\]\[[^[\]]+\]$/.exec(text.slice(each.span.start, each.span.end));
    if (label !== null) seek(each.span.start + label.index + 2, each.span.end - 1);
  }
}

/** The words between the tags of a raw HTML block; comments are no words. */
function between(text: string, { start, end }: Span, seek: Seek): void {
  const source = text.slice(start, end);
  let at = 0;
  for (const tag of source.matchAll(/<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)/g)) {
    if (tag.index > at) seek(start + at, start + tag.index);
    at = tag.index + tag[0].length;
  }
  if (at < source.length) seek(start + at, end);
}
