/** Markdown text to a tree with absolute spans, section by section, with the same result as parsing it whole. */
import { cutFrontMatter, isClosed } from './front-matter.ts';
import { normalLabel, usedLabels } from './labels.ts';
import { readSection } from './section.ts';
import type { Section, SectionCache } from './section-cache.ts';
import { sectionCuts } from './section-cuts.ts';
import type { Block, FrontMatter, MarkdownTree, Problem } from './tree.ts';

/**
 * Parses a Markdown document. In: its text, and a cache of sections where the text will be parsed again after edits.
 * Out: its front matter, its blocks and what could not be read. Never throws.
 */
export function parseMarkdown(text: string, cache?: SectionCache): MarkdownTree {
  const frontMatter = cutFrontMatter(text);
  let start = frontMatter?.span.end ?? 0;
  // The parser would swallow the mark without counting it.
  while (text.charCodeAt(start) === 0xfeff) start += 1;
  const sections = readSections(text.slice(start), start, cache);
  const blocks: Block[] = [];
  const problems = [...frontMatterProblems(text, frontMatter)];
  for (const section of sections) {
    for (const block of section.blocks) blocks.push(block);
    problems.push(...section.problems);
  }
  return { format: 'markdown', text, frontMatter, blocks, problems };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly section: Section;
}

function readSections(body: string, base: number, cache: SectionCache | undefined): readonly Section[] {
  const borders = [...sectionCuts(body), body.length];
  const stretches: Stretch[] = [];
  let from = 0;
  for (let next = 0; next < borders.length; ) {
    // Sections that do not end by themselves grow by doubling, so that a long comment costs twice its length at most.
    for (let joined = 1; ; joined *= 2) {
      const at = Math.min(next + joined - 1, borders.length - 1);
      const to = borders[at] ?? body.length;
      const section = readSection(body.slice(from, to), base + from, to === body.length, [], cache);
      if (section.open) continue;
      stretches.push({ from, to, section });
      from = to;
      next = at + 1;
      break;
    }
  }
  return withReferences(body, base, stretches, cache);
}

/** Reads those sections again that refer to definitions of another section. */
function withReferences(
  body: string,
  base: number,
  stretches: readonly Stretch[],
  cache: SectionCache | undefined,
): readonly Section[] {
  const defined = new Map<string, string>();
  for (const { section } of stretches) {
    for (const label of section.labels) {
      const key = normalLabel(label);
      if (!defined.has(key)) defined.set(key, label);
    }
  }
  if (defined.size === 0) return stretches.map(({ section }) => section);
  const all = new Set(defined.keys());
  return stretches.map(({ from, to, section }) => {
    const text = body.slice(from, to);
    const own = new Set(section.labels.map(normalLabel));
    const labels = [...usedLabels(text, all)].filter((key) => !own.has(key)).sort();
    if (labels.length === 0) return section;
    const written = labels.map((key) => defined.get(key) ?? key);
    return readSection(text, base + from, to === body.length, written, cache);
  });
}

function frontMatterProblems(text: string, frontMatter: FrontMatter | null): readonly Problem[] {
  if (!frontMatter) return [];
  if (frontMatter.shape !== 'fenced' || isClosed(text, frontMatter)) return frontMatter.yaml.problems;
  const { start } = frontMatter.span;
  const message = 'The metadata that opens here is not closed. Add a line "---" behind its last entry.';
  return [{ kind: 'yaml', span: { start, end: start + 3 }, message }, ...frontMatter.yaml.problems];
}
