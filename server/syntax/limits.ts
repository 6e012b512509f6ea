/** The limits up to which documents are read; whatever lies beyond one is announced as a problem, never silent. */

export interface Limits {
  /** UTF-16 code units of one document that are read at most. */
  readonly document: number;
  /** UTF-16 code units of one section that are parsed as Markdown at most. */
  readonly section: number;
  /** Levels of quotes, lists, brackets, or of YAML maps and lists inside one another. */
  readonly nesting: number;
  /** YAML nodes that aliases of one stream may add to those that are written out. */
  readonly aliasNodes: number;
}

/** The default limits: far beyond any document a person writes, far below what would stall an editor. */
export const LIMITS: Limits = {
  document: 2_000_000,
  section: 500_000,
  nesting: 64,
  aliasNodes: 10_000,
};
