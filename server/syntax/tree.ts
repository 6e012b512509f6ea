/** The trees that the rest of the house reads: Markdown blocks and inlines, and YAML nodes, all with absolute spans. */
import type { Span } from './span.ts';

export type Inline =
  | { readonly type: 'text'; readonly span: Span; readonly value: string }
  | { readonly type: 'code'; readonly span: Span; readonly value: string }
  | { readonly type: 'html'; readonly span: Span; readonly value: string }
  | { readonly type: 'break'; readonly span: Span }
  | { readonly type: 'emphasis' | 'strong' | 'delete'; readonly span: Span; readonly children: readonly Inline[] }
  | {
      readonly type: 'link';
      readonly span: Span;
      readonly url: string;
      /** Where the destination stands in the source, without angle brackets; equals the label's span for an autolink. */
      readonly urlSpan: Span;
      readonly children: readonly Inline[];
    }
  | { readonly type: 'image'; readonly span: Span; readonly url: string; readonly urlSpan: Span; readonly alt: string }
  | {
      readonly type: 'linkReference' | 'imageReference' | 'footnoteReference';
      readonly span: Span;
      /** Normalised identifier, as CommonMark folds it. */
      readonly identifier: string;
      readonly children: readonly Inline[];
    };

export interface Heading {
  readonly type: 'heading';
  readonly span: Span;
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly setext: boolean;
  readonly children: readonly Inline[];
  /** The heading's words without markup, without closing hashes and without a trailing `{#id}`. */
  readonly text: string;
  /** Span of those words in the source (still with inline markup). */
  readonly textSpan: Span;
  /** The identifier of a trailing `{#id}`, where there is one. */
  readonly id: string | null;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
  readonly children: readonly Inline[];
}

export interface ListItem {
  readonly span: Span;
  /** null where the item is no task. */
  readonly checked: boolean | null;
  readonly children: readonly Block[];
}

export interface List {
  readonly type: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface TableCell {
  /** The cell's content, trimmed, without its pipes; an empty cell has an empty span where content would go. */
  readonly span: Span;
  readonly children: readonly Inline[];
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly TableCell[];
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  /** The header row first; a GFM table always has one, though it may be blank. */
  readonly rows: readonly TableRow[];
}

export interface CodeBlock {
  readonly type: 'code';
  readonly span: Span;
  readonly lang: string | null;
  readonly value: string;
  /** The content between the fences, in the source; the whole block for indented code. */
  readonly contentSpan: Span;
  readonly fenced: boolean;
  /** True where the closing fence is missing and the block runs on to the end. */
  readonly unclosed: boolean;
}

export interface HtmlBlock {
  readonly type: 'html';
  readonly span: Span;
  readonly value: string;
}

export interface Quote {
  readonly type: 'quote';
  readonly span: Span;
  readonly children: readonly Block[];
}

export interface ThematicBreak {
  readonly type: 'rule';
  readonly span: Span;
}

export interface Definition {
  readonly type: 'definition';
  readonly span: Span;
  readonly identifier: string;
  readonly url: string;
  readonly urlSpan: Span;
}

export interface FootnoteDefinition {
  readonly type: 'footnote';
  readonly span: Span;
  readonly identifier: string;
  readonly children: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | CodeBlock
  | HtmlBlock
  | Quote
  | ThematicBreak
  | Definition
  | FootnoteDefinition;

export interface YamlScalar {
  readonly type: 'scalar';
  /** The scalar as it stands in the source, quotes included; empty for an implied null. */
  readonly span: Span;
  /** The text of the value: quotes and escapes resolved, but a plain `8.10` stays `8.10` and `Yes` stays `Yes`. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** What YAML's core schema would make of a plain scalar. */
  readonly resolved: 'string' | 'number' | 'boolean' | 'null';
}

export interface YamlEntry {
  readonly span: Span;
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly type: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

export interface YamlSequence {
  readonly type: 'sequence';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export type YamlNode = YamlScalar | YamlMap | YamlSequence;

/** Something that a reader could not take in, said where it stands. */
export interface Problem {
  readonly kind: 'yaml' | 'limit' | 'encoding' | 'fence';
  readonly span: Span;
  readonly message: string;
  /** Of a file that was too long: the limit by which it would have been read whole. */
  readonly needs?: number;
}

export interface YamlStream {
  /** One root a YAML document of the stream; aliases are resolved to the node they name, cycles and bombs cut. */
  readonly roots: readonly YamlNode[];
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  readonly problems: readonly Problem[];
}

export interface FrontMatter {
  readonly shape: 'fenced' | 'unopened' | 'comment' | 'yaml-fence';
  /** All of it, fences included, up to and with the line end after the closing fence. */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly contentSpan: Span;
  /** Spans in it are absolute in the document. */
  readonly yaml: YamlStream;
}

export interface MarkdownTree {
  readonly format: 'markdown';
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

export interface YamlTree {
  readonly format: 'yaml';
  readonly text: string;
  readonly stream: YamlStream;
  readonly problems: readonly Problem[];
}

export type Tree = MarkdownTree | YamlTree;
