/** What the minutes of a management review conclude: in a section, a line, beside an input or in a decision. */
import { type Facts, type FieldFact, fieldOf, isTouched } from '../reading/facts.ts';
import type { View } from '../workspace/view.ts';

export interface Conclusions {
  /** What is concluded, as written. */
  readonly texts: readonly string[];
  /** Is there a conclusion of the review as a whole, in any words? */
  readonly given: boolean;
  /** Is there a place for one that waits for its answer, or says why there is none? */
  readonly waiting: boolean;
  /** The conclusion itself; null where there is none. */
  readonly field: FieldFact | null;
  /** Does it lead on to the report of an audit? */
  readonly linksAudit: boolean;
}

/** The conclusions of minutes; in: the document and the view. */
export function conclusionsOf(facts: Facts, view: View): Conclusions {
  const field = fieldOf(facts, 'conclusion');
  const beside = facts.records.flatMap((record) =>
    record.kind === 'review-input'
      ? ['conclusion', 'seen'].flatMap((name) => fieldOf(record, name) ?? [])
      : record.kind === 'action'
        ? [fieldOf(record, 'description')].flatMap((each) => each ?? [])
        : [],
  );
  const decisions = fieldOf(facts, 'decisions');
  const fields = [field, decisions, ...beside].filter((each) => each?.state === 'given');
  const section = facts.sections.find((each) => each.names.includes('conclusion'));
  return {
    // What stands under the title, outside of any section, may be the conclusion too.
    texts: [
      ...fields.flatMap((each) => (each === null ? [] : [each.raw])),
      ...facts.sections.filter((each) => each.level === 1).map((each) => each.lead),
    ],
    given: field?.state === 'given',
    waiting: field?.state !== 'given' && (isTouched(field) || section !== undefined),
    field,
    linksAudit: field?.links.some((path) => view.facts(path)?.kinds.includes('audit-report')) === true,
  };
}
