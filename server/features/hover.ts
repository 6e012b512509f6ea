/** Hover: what stands under the cursor, in words: a clause, a role or person, an id, or the label of a field. */

import type { Facts } from '../reading/facts.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import type { Rule } from '../rules/rule.ts';
import type { Span } from '../syntax/span.ts';
import type { View } from '../workspace/view.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { hoverOnClause } from './hover-clause.ts';
import { hoverOnField } from './hover-field.ts';
import { hoverOnFinding } from './hover-finding.ts';
import { hoverOnId } from './hover-id.ts';
import { hoverOnName } from './hover-name.ts';

export interface Hover {
  /** The stretch that the words are about. */
  readonly span: Span;
  readonly markdown: string;
}

/** Gives the address of a place, so that a name in a hover leads to its document; in: a workspace path and an offset. */
export type Address = (path: string, offset: number) => string;

/** What a hover can draw on. */
export interface HoverContext {
  readonly workspace: Workspace;
  readonly view: View;
  readonly facts: Facts;
  /** The document's text as it stands now. */
  readonly text: string;
  readonly offset: number;
  readonly address: Address;
}

/**
 * What is to be said of the place; null where there is nothing. The narrowest meaning wins: a clause number before its field.
 * What was found there stands below it; in: the context, and the rules by which it was found.
 */
export function hover(context: HoverContext, rules: readonly Rule[] = []): Hover | null {
  const meaning =
    hoverOnClause(context) ??
    hoverOnName(context) ??
    hoverOnId(context) ??
    hoverOnField(context, lexiconFor(context.view.configuration));
  const finding = hoverOnFinding(context, rules);
  if (meaning === null || finding === null) return meaning ?? finding;
  return { span: meaning.span, markdown: `${meaning.markdown}\n\n---\n\n${finding.markdown}` };
}
