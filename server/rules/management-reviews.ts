/** Management reviews: which were held, which is the latest, and how often they are to be held. */
import type { Day } from '../model/value.ts';
import { parseInterval } from '../model/vocabulary/intervals.ts';
import { hasPhrase, phrases } from '../model/vocabulary/phrases.ts';
import { itemStatus } from '../model/vocabulary/statuses.ts';
import { dayIn, fieldOf, givenField, type RecordFact } from '../reading/facts.ts';
import type { Located, View } from '../workspace/view.ts';
import { type Declared, declaredInterval, isBefore } from './due.ts';
import { isSetAside } from './life.ts';

/** A management review that took place, with its day. */
export interface HeldReview extends Located {
  readonly day: Day;
}

/** The day on which a meeting took place; null where it is still ahead, called off, or its date is not known for sure. */
export function heldOn(record: RecordFact, asOf: Day): Day | null {
  const day = dayIn(fieldOf(record, 'date'), 'first');
  if (day === null || isBefore(asOf, day)) return null;
  const status = givenField(record, 'status');
  const stands = status === null ? null : itemStatus(status.raw);
  return stands === 'planned' || stands === 'rejected' ? null : day;
}

/** The management reviews that the workspace tells of; templates of minutes are none, archived minutes are. */
export function knownReviews(view: View): readonly Located[] {
  return view
    .records('management-review')
    .filter(({ facts, record }) => !isSetAside(facts) || heldOn(record, view.asOf) !== null);
}

/** The review that was held last; null where none was. */
export function latestReview(view: View): HeldReview | null {
  let latest: HeldReview | null = null;
  for (const each of knownReviews(view)) {
    const day = heldOn(each.record, view.asOf);
    if (day !== null && (latest === null || isBefore(latest.day, day))) latest = { ...each, day };
  }
  return latest;
}

/** The day for which the next review is planned, as the minutes of this one say; null where they name none. */
export function nextReviewDay({ facts, record }: Located): Day | null {
  const next = fieldOf(record, 'next_meeting') ?? (record.form === 'document' ? fieldOf(facts, 'next_review') : null);
  return dayIn(next, 'last');
}

const MANAGEMENT_REVIEW = phrases(
  'management review*, review by top management, managementbewertung*, managementreview*',
);
/** Sections of the service management plan that say how the system is reviewed. */
const PLANNING = ['measurement', 'review', 'responsibilities'];

/**
 * How often management reviews are to be held: as their minutes, the communication plan or the configuration declare.
 * Null where nobody declares it.
 */
export function reviewInterval(view: View): Declared | null {
  const minutes = [...knownReviews(view)].reverse().map(({ record }) => fieldOf(record, 'interval'));
  const own = declaredInterval(minutes, null, view);
  if (own !== null) return own;
  for (const { record } of view.records('communication')) {
    const [what, when] = [givenField(record, 'what'), givenField(record, 'when')];
    if (what === null || when === null || !hasPhrase(what.raw, MANAGEMENT_REVIEW)) continue;
    const iso = parseInterval(when.raw)?.iso ?? null;
    if (iso !== null) return { interval: iso, field: when };
  }
  return declaredInterval([], 'management-review', view);
}

/** Does the service management plan say how often top management reviews, in words that give no certain interval? */
export function isIntervalPlanned(view: View): boolean {
  return view
    .documents('service-management-plan')
    .some((plan) =>
      view
        .facts(plan.path)
        ?.sections.some(
          (section) =>
            (section.names.some((name) => PLANNING.includes(name)) || hasPhrase(section.title, MANAGEMENT_REVIEW)) &&
            hasPhrase(`${section.title} ${section.lead}`, MANAGEMENT_REVIEW) &&
            (parseInterval(section.lead)?.iso ?? null) !== null,
        ),
    );
}
