/** Parsed sections by their text, so that a key stroke costs one section and not the document. */
import type { Block, Problem } from './tree.ts';

/** A parsed section; all its spans are absolute for a section that begins at `base`. */
export interface Section {
  readonly base: number;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  /** Labels of the link and footnote definitions in it, as written. */
  readonly labels: readonly string[];
  /** True where the section does not end by itself, as after an unclosed comment, so that the cut behind it is wrong. */
  readonly open: boolean;
}

export interface SectionCache {
  get(key: string): Section | undefined;
  /** Keeps a section, or replaces it; forgets those used longest ago beyond the bound. */
  set(key: string, section: Section): void;
  /** UTF-16 units of source that the kept sections stand for. */
  readonly size: number;
}

/** Makes an empty cache; in: the bound in UTF-16 units of source, over all documents that share the cache. */
export function sectionCache(bound = 4_000_000): SectionCache {
  const sections = new Map<string, Section>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    get(key) {
      const section = sections.get(key);
      if (section) {
        // A Map keeps the order of insertion, so that its first key is the one used longest ago.
        sections.delete(key);
        sections.set(key, section);
      }
      return section;
    },
    set(key, section) {
      if (sections.delete(key)) size -= key.length;
      sections.set(key, section);
      size += key.length;
      for (const oldest of sections.keys()) {
        if (size <= bound || oldest === key) break;
        sections.delete(oldest);
        size -= oldest.length;
      }
    },
  };
}
