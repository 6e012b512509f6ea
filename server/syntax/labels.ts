/** The labels that sections share: what link and footnote definitions offer, and what a section may refer to. */
import { definitionLabel } from './destinations.ts';
import type { Block } from './tree.ts';

/** In: blocks, their source and its offset. Out: the labels they define, as written; a footnote's begins with `^`. */
export function definedLabels(blocks: readonly Block[], source: string, base: number): readonly string[] {
  if (!source.includes(']:')) return NONE;
  const labels: string[] = [];
  const walk = (children: readonly Block[]): void => {
    for (const block of children) {
      if (block.type === 'definition' || block.type === 'footnote') {
        labels.push(definitionLabel(source, block.span.start - base, block.span.end - base));
      }
      if (block.type === 'quote' || block.type === 'footnote') walk(block.children);
      if (block.type === 'list') for (const item of block.items) walk(item.children);
    }
  };
  walk(blocks);
  return labels;
}

const NONE: readonly string[] = [];
const BRACKETS = /\[((?:[^[\]\\]|\\[\s\S])*)\]/g;

/** In: a source and normalised labels. Out: those labels that stand in brackets somewhere in the source. */
export function usedLabels(source: string, labels: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set<string>();
  if (labels.size === 0 || !source.includes('[')) return used;
  for (const match of source.matchAll(BRACKETS)) {
    const label = match[1] ?? '';
    if (label.length > 1200) continue;
    const key = normalLabel(label);
    if (labels.has(key)) used.add(key);
    if (/[\r\n]/.test(label)) {
      const joined = normalLabel(label.replace(/[ \t]*[\r\n]+[ \t>]*/g, ' '));
      if (labels.has(joined)) used.add(joined);
    }
  }
  return used;
}

/** Folds a label as CommonMark compares labels. */
export function normalLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
