/** The record kind `management-review`: one review of the system by top management. */
import type { FieldDescription, KindDescription } from '../kind.ts';
import { ITEM_STATUS_FIELD } from '../register.ts';
import { MEETING_FIELDS } from './meeting.ts';

/** The fields that a management review has beyond those of any meeting. */
export const MANAGEMENT_REVIEW_FIELDS = {
  interval: {
    name: 'interval',
    title: 'Review interval',
    type: 'interval',
    synonyms: ['how often', 'frequency', 'planned interval'],
    help: 'How often management reviews take place.',
    clauses: { '2018': ['9.3'] },
  },
  conclusion: {
    name: 'conclusion',
    title: 'Conclusion',
    type: 'text',
    synonyms: ['suitability adequacy and effectiveness', 'overall conclusion', 'effectiveness', 'review conclusion'],
    help: 'Whether the system is suitable, adequate and effective.',
  },
} as const satisfies Readonly<Record<string, FieldDescription>>;

/** The identifier of a review, by top management or with a customer. */
export const REVIEW_ID_FIELD = {
  name: 'id',
  title: 'Review ID',
  type: 'id',
  synonyms: ['no', 'number', 'ref', 'reference', 'review no'],
  help: 'The identifier of the review.',
} as const satisfies FieldDescription;

export default {
  name: 'management-review',
  title: 'Management review',
  help: 'One management review: date, attendees, decisions, next date.',
  form: 'record',
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  fields: [
    REVIEW_ID_FIELD,
    {
      name: 'title',
      title: 'Management review',
      type: 'text',
      synonyms: ['review', 'name', 'subject'],
      help: 'What the review is called.',
    },
    MANAGEMENT_REVIEW_FIELDS.interval,
    {
      ...MANAGEMENT_REVIEW_FIELDS.conclusion,
      synonyms: [...MANAGEMENT_REVIEW_FIELDS.conclusion.synonyms, 'assessment'],
    },
    ITEM_STATUS_FIELD,
    ...MEETING_FIELDS,
  ],
  sections: [],
  recognise: { types: ['management reviews'], titles: [] },
} as const satisfies KindDescription;
