/** Links: what a destination points at, worked out from the words alone; whether it exists is asked later. */

import { plainText } from '../syntax/inline-text.ts';
import type { Block, Inline } from '../syntax/tree.ts';
import type { LinkFact } from './facts.ts';

export interface LinkTarget {
  readonly path: string | null;
  readonly anchor: string | null;
  readonly external: boolean;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Resolves a link destination.
 * In: the workspace path of the document and the destination as written. Out: the workspace path it leads to (null where it
 * is external, absolute, or climbs out of the workspace) and its anchor.
 */
export function resolveLink(from: string, url: string): LinkTarget {
  const trimmed = url.trim();
  if (trimmed.startsWith('//') || SCHEME.test(trimmed)) return { path: null, anchor: null, external: true };
  const hash = trimmed.indexOf('#');
  const anchor = hash < 0 ? null : decode(trimmed.slice(hash + 1));
  const whole = hash < 0 ? trimmed : trimmed.slice(0, hash);
  const bare = whole.includes('?') ? whole.replace(/\?.*$/, '') : whole;
  if (bare === '') return { path: from, anchor, external: false };
  if (bare.startsWith('/') || bare.startsWith('\\')) return { path: null, anchor, external: false };
  const parts = from.split('/').slice(0, -1);
  for (const part of decode(bare).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return { path: null, anchor, external: true };
  }
  return { path: parts.join('/'), anchor, external: false };
}

function decode(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The paths under which a destination may be found, most literal first: static sites drop extensions and name folders.
 */
export function linkCandidates(path: string): readonly string[] {
  if (path === '') return ['README.md', 'index.md', '_index.md'];
  const bare = path.replace(/\.html?$/i, '');
  return [
    path,
    ...['.md', '.markdown', '.html.md.erb', '.md.erb', '.html.md', '.yaml', '.yml'].map(
      (extension) => bare + extension,
    ),
    ...['README.md', 'index.md', '_index.md', 'index.html.md.erb'].map((name) => `${bare}/${name}`),
  ];
}

/** All links and images of a document's blocks, in order, reference links through their definitions. */
export function readLinks(path: string, blocks: readonly Block[]): readonly LinkFact[] {
  const found: LinkFact[] = [];
  const inlines = (children: readonly Inline[]): void => {
    for (const child of children) {
      if (child.type === 'link' || child.type === 'image') {
        found.push({
          target: child.url,
          span: child.urlSpan,
          linkSpan: child.span,
          text: child.type === 'image' ? child.alt : plainText(child.children),
          ...resolveLink(path, child.url),
          image: child.type === 'image',
        });
      }
      if ('children' in child) inlines(child.children);
    }
  };
  visit(blocks, (block) => {
    if (block.type === 'definition') {
      found.push({
        target: block.url,
        span: block.urlSpan,
        linkSpan: block.span,
        text: block.identifier,
        ...resolveLink(path, block.url),
        image: false,
      });
    } else if (block.type === 'paragraph' || block.type === 'heading') inlines(block.children);
    else if (block.type === 'table') for (const row of block.rows) for (const cell of row.cells) inlines(cell.children);
  });
  return found.filter((link) => !link.target.startsWith('mailto:'));
}

/** Walks blocks depth first, containers before what they hold. */
export function visit(blocks: readonly Block[], see: (block: Block) => void): void {
  for (const block of blocks) {
    see(block);
    if (block.type === 'list') for (const item of block.items) visit(item.children, see);
    else if (block.type === 'quote' || block.type === 'footnote') visit(block.children, see);
  }
}

/** The title that a file's name makes: `post mortem process` of `post_mortem_process.md`; null for an index, a README and hidden folders. */
export function fileTitle(path: string): string | null {
  if (/(?:^|\/)\./.test(path)) return null;
  const name = path
    .replace(/^.*\//, '')
    .replace(/(?:\.[a-z]{2,8})+$/i, '')
    .replace(/^[\d._-]+/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return name === '' || /^(?:readme|index)$/i.test(name) ? null : name;
}
