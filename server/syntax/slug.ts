/** The anchors that a link into a document can name: GitHub's heading slugs, heading ids and HTML anchors. */
import type { Block, Heading, Inline, MarkdownTree } from './tree.ts';

export interface HeadingSlug {
  readonly heading: Heading;
  /** As GitHub makes it, with `-1`, `-2` … for repeated headings; the `{#id}` where there is one. */
  readonly slug: string;
}

/** GitHub's slug of a heading's words: lower case, blanks to hyphens, all but letters, digits, `-` and `_` dropped. */
export function slugify(words: string): string {
  const low = words.trim().toLowerCase();
  // Most headings are plain words, of which nothing is dropped.
  const kept = /[^a-z\d _-]/.test(low) ? low.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '') : low;
  return kept.replace(/ /g, '-');
}

/** In: a document's blocks. Out: its headings, those in quotes and lists too, in order, each with its slug. */
export function headingSlugs(blocks: readonly Block[]): readonly HeadingSlug[] {
  const taken = new Map<string, number>();
  const slugs: HeadingSlug[] = [];
  for (const heading of headings(blocks)) {
    if (heading.id !== null) {
      slugs.push({ heading, slug: heading.id });
      continue;
    }
    const plain = slugify(heading.text);
    let slug = plain;
    let count = taken.get(plain) ?? 0;
    while (taken.has(slug)) {
      count += 1;
      slug = `${plain}-${count}`;
    }
    taken.set(plain, count);
    taken.set(slug, 0);
    slugs.push({ heading, slug });
  }
  return slugs;
}

/** In: a document. Out: the names of its `<a name="…">` and `id="…"` anchors. */
export function htmlAnchors(tree: MarkdownTree): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (html: string): void => {
    for (const match of html.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
      names.add(match[1] ?? match[2] ?? match[3] ?? '');
    }
  };
  const walkInlines = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'html') take(node.value);
      else if ('children' in node) walkInlines(node.children);
    }
  };
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'html') take(block.value);
      else if (block.type === 'heading' || block.type === 'paragraph') walkInlines(block.children);
      else if (block.type === 'quote' || block.type === 'footnote') walk(block.children);
      else if (block.type === 'list') for (const item of block.items) walk(item.children);
      else if (block.type === 'table') {
        for (const row of block.rows) for (const cell of row.cells) walkInlines(cell.children);
      }
    }
  };
  if (tree.text.includes('<')) walk(tree.blocks);
  names.delete('');
  return names;
}

function headings(blocks: readonly Block[], found: Heading[] = []): readonly Heading[] {
  for (const block of blocks) {
    if (block.type === 'heading') found.push(block);
    else if (block.type === 'quote' || block.type === 'footnote') headings(block.children, found);
    else if (block.type === 'list') for (const item of block.items) headings(item.children, found);
  }
  return found;
}
