/** A document's path and text to its tree: Markdown or YAML, by the file's name. */
import { LIMITS } from './limits.ts';
import { parseMarkdown } from './markdown.ts';
import type { SectionCache } from './section-cache.ts';
import type { Problem, Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

const MARKDOWN_EXTENSIONS = ['md', 'markdown', 'mdown', 'mkd', 'mdx'];
const YAML_EXTENSIONS = ['yaml', 'yml'];
/** What names of documents end in; templates of generated sites, as in `page.html.md.erb`, have one more ending. */
export const DOCUMENT_EXTENSIONS: readonly string[] = [...MARKDOWN_EXTENSIONS, ...YAML_EXTENSIONS];

const MARKDOWN = new RegExp(`\\.(?:${MARKDOWN_EXTENSIONS.join('|')})(?:\\.erb)?$`, 'i');
const YAML = new RegExp(`\\.(?:${YAML_EXTENSIONS.join('|')})$`, 'i');

/** In: a path. Out: how the file is read, or null where it is no document. */
export function documentFormat(path: string): Tree['format'] | null {
  if (MARKDOWN.test(path)) return 'markdown';
  return YAML.test(path) ? 'yaml' : null;
}

/** Tells whether a file of this name is read at all: Markdown and YAML are. */
export function isDocumentPath(path: string): boolean {
  return documentFormat(path) !== null;
}

/**
 * Parses a document. In: its path, which decides the format (Markdown where the name says nothing), its decoded text,
 * a cache of sections for texts that are parsed again and again, and how many UTF-16 code units are read at most. Out: its tree. A text beyond the limit is
 * read up to the last line end before it, which a problem says. Never throws.
 */
export function parseTree(path: string, text: string, cache?: SectionCache, limit: number = LIMITS.document): Tree {
  const read = readable(text, limit);
  const problems = read.length < text.length ? [cutOff(text, read.length)] : [];
  if (documentFormat(path) === 'yaml') {
    const stream = parseYaml(read);
    return { format: 'yaml', text, stream, problems: [...problems, ...stream.problems] };
  }
  const tree = parseMarkdown(read, cache);
  return problems.length === 0 ? tree : { ...tree, text, problems: [...problems, ...tree.problems] };
}

function readable(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = text.lastIndexOf('\n', limit - 1);
  return text.slice(0, end < 0 ? limit : end + 1);
}

function cutOff(text: string, read: number): Problem {
  const share = Math.floor((read / text.length) * 100);
  return {
    kind: 'limit',
    span: { start: 0, end: firstLine(text) },
    needs: text.length,
    message: `This file is very long: only its first ${read} of ${text.length} characters (${share} %) were read. Split it, or raise "limits: bytes" in clausewright.yaml.`,
  };
}

function firstLine(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, LIMITS.document) : end;
}
