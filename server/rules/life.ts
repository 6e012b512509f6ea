/** Where a document stands in its life: whether completeness may be asked of it, and how strictly. */
import { documentStatus, wantsCompleteness } from '../model/vocabulary/statuses.ts';
import { type Facts, fieldOf } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { isPutAway } from '../workspace/set-aside.ts';
import type { View } from '../workspace/view.ts';

export { isSetAside } from '../workspace/set-aside.ts';

/** "Procedures" over a README that lists them is a way there, not one of them: an index page by its name, with hardly any sections. */
export function isIndexPage(facts: Facts): boolean {
  return (
    /(?:^|\/)(?:readme|index|_index|overview)\.[^/]+$/i.test(facts.path) &&
    facts.sections.length <= 2 &&
    !facts.controlled
  );
}

/** Drafts, templates, archived and withdrawn documents are not asked for what is missing in them. */
export function isAskedToBeComplete(facts: Facts): boolean {
  if (isPutAway(facts.path)) return false;
  if (
    facts.title !== null &&
    /\((?:template|vorlage|draft|entwurf)\)|\b(?:template|vorlage)$/i.test(facts.title.text.trim())
  )
    return false;
  const status = fieldOf(facts, 'status');
  return status?.state !== 'given' || wantsCompleteness(documentStatus(status.raw));
}

/**
 * A handbook page is not a controlled document: unless somebody controls it, or the workspace is an SMS, what it lacks is
 * only information (settled point on handbook pages).
 */
export function isControlledHere(facts: Facts, view: View, lexicon: Lexicon): boolean {
  const leading = facts.kinds[0];
  if (leading === undefined) return false;
  if (facts.kinds.some((kind) => lexicon.kind(kind)?.handbook !== true)) return true;
  return facts.controlled || view.isSms;
}
