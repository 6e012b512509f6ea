/** The one place that runs remark: CommonMark with GitHub's extensions to an mdast root. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/**
 * Takes remark's second look at text nodes away: it looks for bare addresses that the grammar did not take for links,
 * and puts nodes without a position in their place.
 */
function keepPositions(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: unknown[] };
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extensions) =>
    Array.isArray(extensions) ? extensions.map(({ transforms: _, ...rest }) => rest) : extensions,
  );
}

const processor = unified().use(remarkParse).use(remarkGfm).use(keepPositions).freeze();

/** In: Markdown that does not begin with a byte order mark. Out: its mdast; offsets are those of the text given. */
export function remarkRoot(markdown: string): Root {
  return processor.parse(markdown);
}

const entities = new Map<string, string>();

/** In: a stretch such as `&amp;`. Out: the characters it stands for; itself where it is no entity. */
export function decodeEntity(written: string): string {
  const known = entities.get(written);
  if (known !== undefined) return known;
  const paragraph = remarkRoot(`x${written}`).children[0];
  const text = paragraph?.type === 'paragraph' && paragraph.children.length === 1 ? paragraph.children[0] : undefined;
  const decoded = text?.type === 'text' ? text.value.slice(1) : written;
  // Enough for every named entity; numeric ones beyond that are decoded anew.
  if (entities.size < 3000) entities.set(written, decoded);
  return decoded;
}
