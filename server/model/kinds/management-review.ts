/** The record kind `management-review`: one review of the system by top management. */
import { ITEM_STATUS } from '../enumerations.ts';
import type { KindDescription } from '../kind.ts';
import { MEETING_FIELDS } from './meeting.ts';

export default {
  name: 'management-review',
  title: 'Management review',
  help: 'One management review: date, attendees, decisions, next date.',
  form: 'record',
  clauses: { '2005': ['3.1', '4.3'], '2011': ['4.5.4.3'], '2018': ['9.3'] },
  fields: [
    {
      name: 'id',
      title: 'Review ID',
      type: 'id',
      synonyms: ['no', 'number', 'ref', 'reference', 'review no'],
      help: 'The identifier of the review.',
    },
    {
      name: 'title',
      title: 'Management review',
      type: 'text',
      synonyms: ['review', 'name', 'subject'],
      help: 'What the review is called.',
    },
    {
      name: 'interval',
      title: 'Review interval',
      type: 'interval',
      synonyms: ['how often', 'frequency', 'planned interval'],
      help: 'How often management reviews take place.',
      clauses: { '2018': ['9.3'] },
    },
    {
      name: 'conclusion',
      title: 'Conclusion',
      type: 'text',
      synonyms: [
        'suitability adequacy and effectiveness',
        'overall conclusion',
        'effectiveness',
        'review conclusion',
        'assessment',
      ],
      help: 'Whether the system is suitable, adequate and effective.',
    },
    {
      name: 'status',
      title: 'Status',
      type: 'enumeration',
      synonyms: ['state'],
      help: 'Where it stands.',
      values: ITEM_STATUS,
    },
    ...MEETING_FIELDS,
  ],
  sections: [],
  recognise: { types: ['management reviews'], titles: [] },
} as const satisfies KindDescription;
