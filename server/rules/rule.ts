/** The shape of a rule: one file that says what it looks for, why an auditor cares, and how it is put right. */
import type { Edition } from '../model/catalogue.ts';
import type { AcceptedEntry, Configuration, Severity } from '../model/configuration.ts';
import type { ClausesByEdition } from '../model/kind.ts';
import type { Facts, RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { Span } from '../syntax/span.ts';
import type { Fix, Related } from '../workspace/finding.ts';
import type { View } from '../workspace/view.ts';
import type { MetSuppression } from './acceptance.ts';

/** What a rule says of one gap; the rest of the finding is filled in by `run.ts`. */
export interface Draft {
  readonly span: Span;
  /** Where it stands when that is another document than the one looked at. */
  readonly path?: string;
  /** Plain, short, no blame; a possible nonconformity, never a verdict. */
  readonly message: string;
  /** What the finding is about, for its fingerprint: an id or name, never an offset. */
  readonly about: string;
  /** Where the row of the check gives another severity for this case. */
  readonly severity?: Severity;
  /** Where the case leans on other clauses than the rule. */
  readonly clauses?: ClausesByEdition;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Subject {
  readonly facts: Facts;
  readonly view: View;
  readonly lexicon: Lexicon;
}

export interface RecordSubject extends Subject {
  readonly record: RecordFact;
}

/** What is accepted at one path, for the rules that judge acceptance itself. */
export interface FindingsSubject {
  readonly path: string;
  /** Null for the configuration, which is no document. */
  readonly facts: Facts | null;
  readonly view: View;
  readonly suppressions: readonly MetSuppression[];
  /** The entries of the configuration; only at its own path, elsewhere none. */
  readonly entries: readonly AcceptedEntry[];
  /** Ids of all rules, and of those that may find something here: not switched off, and asked for by the edition. */
  readonly known: readonly string[];
  readonly inForce: (rule: string) => boolean;
}

interface Described {
  /** `audit.self-audit`, as in the file's place: rules/audit/self-audit.ts. */
  readonly id: string;
  /** One line, as the user reads it in lists. */
  readonly title: string;
  /** Why an auditor cares; Markdown, a few sentences. */
  readonly why: string;
  /** How it is put right; Markdown. */
  readonly remedy: string;
  readonly pitfall: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 'beyond' | 'housekeeping';
  readonly clauses: ClausesByEdition;
  /** One severity, or one an edition; an edition left out is not checked. */
  readonly severity: Severity | Readonly<Partial<Record<Edition, Severity>>>;
  /**
   * True where the rule asks for something to be there: it is silent in drafts, templates and withdrawn documents, and
   * only information in handbook pages that nobody controls.
   */
  readonly completeness?: boolean;
  /**
   * True where the rule says that something stands nowhere in the workspace: it is silent until everything has been read,
   * where the workspace is no service management system (no configuration, fewer than three recognised kinds), and where its
   * configuration cannot be read.
   */
  readonly absence?: boolean;
  /** The presets in which it runs, where not in all of them; a severity in the configuration switches it on anywhere. */
  readonly presets?: readonly Configuration['preset'][];
  /** Fixtures in the format of the tests: the bad one has exactly this finding, the good one none. */
  readonly examples: { readonly bad: string; readonly good: string };
}

export type Rule = Described &
  (
    | {
        readonly on: 'documents';
        readonly kinds: readonly string[] | 'all';
        readonly check: (subject: Subject) => Iterable<Draft>;
      }
    | {
        readonly on: 'records';
        readonly kinds: readonly string[];
        readonly check: (subject: RecordSubject) => Iterable<Draft>;
      }
    | {
        /** Looks at what the other rules found at one path, and at what is accepted of it. It reads nothing else. */
        readonly on: 'findings';
        readonly check: (subject: FindingsSubject) => Iterable<Draft>;
      }
    | { readonly on: 'workspace'; readonly check: (view: View) => Iterable<Draft> }
  );

/** Declares a rule; it only fixes the type, so that a rule's file reads as data and one function. */
export function rule(described: Rule): Rule {
  return described;
}
