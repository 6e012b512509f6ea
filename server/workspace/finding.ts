/** A finding: a gap at a place, with its reason, the clauses that ask for more, and the ways out. */
import type { Severity } from '../model/configuration.ts';
import type { Day } from '../model/value.ts';
import type { Facts } from '../reading/facts.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { Span } from '../syntax/span.ts';
import type { Tree } from '../syntax/tree.ts';

/** A place in a document. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface Related extends Place {
  readonly message: string;
}

/** One document as it stands right now, for a fix to write into. */
export interface Source {
  readonly facts: Facts;
  readonly tree: Tree;
}

/** What a fix does to one file. */
export type Change =
  | { readonly type: 'edit'; readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly type: 'create'; readonly path: string; readonly text: string };

export interface Fix {
  readonly title: string;
  /** A safe fix may run on save or in bulk; a suggested one is taken by hand. */
  readonly safe: boolean;
  /** Documents that it has to read; they are handed over as they stand when the fix is taken. */
  readonly reads: readonly string[];
  /** Recomputed on demand; null where it no longer applies. */
  readonly changes: (source: (path: string) => Source | null) => readonly Change[] | null;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  /** Clause numbers of the edition in force. */
  readonly clauses: readonly string[];
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** What it is about: an id or a name. */
  readonly about: string;
  /** Stable under edits elsewhere in the file: rule, path and what the finding is about, not where. */
  readonly fingerprint: string;
}

/** A finding that the organization knows and lives with: no squiggle, but counted, and an auditor can ask for the list. */
export interface AcceptedFinding {
  readonly finding: Finding;
  /** A comment in the document, an entry of the configuration, or the findings that were there before. */
  readonly by: 'comment' | 'configuration' | 'baseline';
  /** Where that is said; null for the baseline. */
  readonly place: Place | null;
  readonly reason: string | null;
  readonly owner: string | null;
  readonly until: Day | null;
}

/** How the findings of a document stand once what is accepted has been taken out. */
export interface Settled {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}
