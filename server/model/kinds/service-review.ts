/** The record kind `service-review`: one review or interim meeting with a customer. */
import type { FieldDescription, KindDescription } from '../kind.ts';
import { ITEM_STATUS_FIELD } from '../register.ts';
import { REVIEW_ID_FIELD } from './management-review.ts';
import { MEETING } from './meeting.ts';

/** The fields that a whole document which is one such record shares with the rows of a register. */
export const SERVICE_REVIEW_FIELDS = [
  {
    name: 'customer',
    title: 'Customer',
    type: 'reference',
    synonyms: ['customers', 'client', 'account', 'customer name', 'for customer'],
    help: 'The customer whose services are reviewed.',
  },
  {
    name: 'service',
    title: 'Services',
    type: 'reference',
    synonyms: ['services reviewed', 'services covered', 'services in review'],
    help: 'The services that are reviewed.',
  },
  {
    name: 'review_kind',
    title: 'Kind',
    type: 'enumeration',
    synonyms: [
      'meeting kind',
      'kind of review',
      'type of review',
      'review type',
      'meeting type',
      'kind of meeting',
      'type of meeting',
    ],
    help: 'Whether it is the yearly review or an interim meeting.',
    values: {
      annual: ['yearly', 'annual review', 'annual service review', 'year end'],
      interim: ['quarterly', 'monthly', 'half yearly', 'interim meeting', 'operational'],
    },
  },
  {
    ...MEETING.date,
    synonyms: [
      'review date',
      'held on',
      'date of meeting',
      'meeting date',
      'held',
      'date held',
      'date and time',
      'when',
      'date of the meeting',
      'date of review',
      'meeting date and time',
    ],
  },
  MEETING.period,
  { ...MEETING.place, synonyms: [...MEETING.place.synonyms, 'medium'] },
  { ...MEETING.chair, synonyms: ['chaired by', 'moderator', 'facilitator', 'led by', 'chairperson', 'host'] },
  { ...MEETING.attendees, synonyms: [...MEETING.attendees.synonyms, 'attendees of both sides'] },
  {
    name: 'attendees_provider',
    title: 'Attendees of the provider',
    type: 'names',
    synonyms: [
      'provider',
      'for the provider',
      'provider attendees',
      'from the provider',
      'our side',
      'service provider',
      'provider side',
      'present for the provider',
      'participants provider',
    ],
    help: 'Who took part for the provider.',
  },
  {
    name: 'attendees_customer',
    title: 'Attendees of the customer',
    type: 'names',
    synonyms: [
      'for the customer',
      'customer attendees',
      'from the customer',
      'customer representatives',
      'customer side',
      'customer representative',
      'present for the customer',
      'participants customer',
    ],
    help: 'Who took part for the customer.',
    clauses: { '2005': ['7.2'] },
  },
  MEETING.apologies,
  {
    ...MEETING.minutes_by,
    synonyms: [...MEETING.minutes_by.synonyms, 'recorded by', 'secretary', 'notes by', 'note taker'],
  },
  {
    name: 'change',
    title: 'Change request',
    type: 'reference',
    synonyms: ['change id', 'rfc', 'change requests', 'change record', 'linked change'],
    help: 'The change by which what was agreed is carried out.',
  },
  {
    ...MEETING.next_meeting,
    synonyms: [
      'next review',
      'next date',
      'date of next meeting',
      'next meeting date',
      'next service review',
      'date of next review',
      'date of the next meeting',
    ],
  },
  {
    name: 'interval',
    title: 'Agreed interval',
    type: 'interval',
    synonyms: [
      'meeting interval',
      'review frequency agreed',
      'how often',
      'agreed review interval',
      'meeting frequency',
    ],
    help: 'How often one has agreed to meet.',
  },
] as const satisfies readonly FieldDescription[];

export default {
  name: 'service-review',
  title: 'Service review',
  help: 'One service review with a customer: date, kind, attendees of both sides, next date.',
  form: 'record',
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  fields: [
    REVIEW_ID_FIELD,
    {
      name: 'title',
      title: 'Service review',
      type: 'text',
      synonyms: ['review', 'meeting', 'name', 'subject'],
      help: 'What the review is called.',
    },
    ITEM_STATUS_FIELD,
    ...SERVICE_REVIEW_FIELDS,
  ],
  sections: [],
  recognise: {
    types: ['service reviews', 'customer meetings'],
    titles: [],
    columns: [
      ['customer', 'date', 'attendees'],
      ['customer', 'date', 'next_meeting'],
      ['customer', 'review_kind', 'date'],
      ['customer', 'attendees_customer'],
    ],
  },
} as const satisfies KindDescription;
