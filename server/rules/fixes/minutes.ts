/** The fix that prepares the minutes of the next meeting with a customer: a draft without a date. */
import { foldWords } from '../../model/vocabulary/folding.ts';
import type { RecordFact } from '../../reading/facts.ts';
import type { Lexicon } from '../../reading/lexicon.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { View } from '../../workspace/view.ts';
import { type CustomerMeeting, preparedMinutes } from '../customer-reviews.ts';
import { createDocumentFix } from './create-document.ts';

/** In: the customer's row, the meetings that are told of, and which kind of meeting it is. Out: nothing where minutes are prepared already. */
export function minutesFixes(
  customer: RecordFact,
  meetings: readonly CustomerMeeting[],
  kind: 'annual' | 'interim',
  view: View,
  lexicon: Lexicon,
): readonly Fix[] {
  const last = meetings.at(-1)?.facts.path;
  const folder = last === undefined ? 'reviews/' : last.slice(0, last.lastIndexOf('/') + 1);
  const path = `${folder}${foldWords(customer.name).join('-')}-next.md`;
  if (preparedMinutes(meetings) !== null || view.exists(path)) return [];
  return [
    createDocumentFix(
      `Create minutes of the next meeting with ${customer.name}`,
      path,
      'service-review-minutes',
      {
        title: `Service review: ${customer.name}`,
        customer: customer.name,
        date: 'YYYY-MM-DD',
        review_kind: kind,
      },
      lexicon,
    ),
  ];
}

/** What a message adds where minutes are prepared. */
export function preparedWords(meetings: readonly CustomerMeeting[]): string {
  return preparedMinutes(meetings) === null ? '' : ' The minutes that are prepared have no date yet.';
}
