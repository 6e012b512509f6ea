/** Parses one section of a Markdown text, proves that it ends by itself, and moves what is already known. */
import { toBlocks } from './blocks.ts';
import { definedLabels } from './labels.ts';
import { LIMITS } from './limits.ts';
import { moveBlocks, moveProblems } from './move.ts';
import { nestingProblem } from './nesting.ts';
import { remarkRoot } from './remark.ts';
import type { Section, SectionCache } from './section-cache.ts';
import { simpleBlocks } from './simple-blocks.ts';
import type { Block } from './tree.ts';

/** A heading that is appended to a section: where it does not come out as one, the section has swallowed it. */
const SENTINEL = '# \ue000';

/**
 * Parses a section, or takes it from the cache.
 * In: its text; its offset; whether it is the last one, which may end in the middle of anything; labels that are
 * defined elsewhere; the cache. Out: the section at its offset.
 */
export function readSection(
  text: string,
  base: number,
  last: boolean,
  labels: readonly string[],
  cache: SectionCache | undefined,
): Section {
  const prefix = definitions(labels);
  const key = cache ? `${text}${last ? '\0e' : '\0m'}${prefix}` : '';
  const known = cache?.get(key);
  if (known) {
    if (known.base === base) return known;
    const by = base - known.base;
    const section = {
      ...known,
      base,
      blocks: moveBlocks(known.blocks, by),
      problems: moveProblems(known.problems, by),
    };
    cache?.set(key, section);
    return section;
  }
  const section = parseSection(text, base, last, labels, prefix);
  cache?.set(key, section);
  return section;
}

function parseSection(text: string, base: number, last: boolean, labels: readonly string[], prefix: string): Section {
  const simple = simpleBlocks(text, base, labels);
  if (simple) return { base, blocks: simple, problems: [], labels: definedLabels(simple, text, base), open: false };
  const limit =
    text.length > LIMITS.section
      ? `This section is longer than ${LIMITS.section} characters and was read as plain text. Split it with headings.`
      : nestingProblem(text);
  if (limit !== null) return plainSection(text, base, limit);
  try {
    const source = last ? prefix + text : `${prefix}${text}${SENTINEL}`;
    const { children } = remarkRoot(source);
    const end = prefix.length + text.length;
    const tail = children.at(-1);
    const open = !last && !(tail?.type === 'heading' && tail.position?.start.offset === end);
    const own = children.filter((child) => {
      const start = child.position?.start.offset ?? 0;
      return start >= prefix.length && (last || start < end);
    });
    const blocks = toBlocks(own, source, base - prefix.length);
    return { base, blocks, problems: [], labels: definedLabels(blocks, text, base), open };
  } catch {
    return plainSection(
      text,
      base,
      'This section could not be read as Markdown and was taken as plain text. Simplify it.',
    );
  }
}

/** A blank heading behind the definitions closes whatever they opened. */
function definitions(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `${labels.map((label) => `[${label}]: x\n\n`).join('')}#\n`;
}

function plainSection(text: string, base: number, message: string): Section {
  const lead = text.length - text.trimStart().length;
  const span = { start: base + lead, end: base + Math.max(lead, text.trimEnd().length) };
  const value = text.slice(lead, span.end - base);
  const firstLine = value.search(/[\r\n]/);
  const problemEnd = firstLine < 0 ? span.end : Math.min(span.start + firstLine, span.end);
  const blocks: readonly Block[] = [{ type: 'paragraph', span, children: [{ type: 'text', span, value }] }];
  const problem = { kind: 'limit', span: { start: span.start, end: problemEnd }, message } as const;
  return { base, blocks, problems: [problem], labels: [], open: false };
}
