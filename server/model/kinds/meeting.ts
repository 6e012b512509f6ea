/** The record kind `meeting`: one meeting: when it took place, who took part, and when one meets again. */
import type { FieldDescription, KindDescription } from '../kind.ts';

/** The fields that say when and where one met, who was there and when one meets again, by name. */
export const MEETING = {
  date: {
    name: 'date',
    title: 'Date',
    type: 'date',
    synonyms: [
      'meeting date',
      'held on',
      'date of meeting',
      'held',
      'review date held',
      'date and time',
      'when',
      'date held',
      'date of the meeting',
      'date of review',
      'meeting date and time',
    ],
    help: 'When it took place.',
  },
  place: {
    name: 'place',
    title: 'Place',
    type: 'text',
    synonyms: ['location', 'venue', 'where', 'room'],
    help: 'Where it took place.',
  },
  chair: {
    name: 'chair',
    title: 'Chair',
    type: 'names',
    synonyms: [
      'chairperson',
      'chaired by',
      'moderator',
      'facilitator',
      'lead',
      'meeting chair',
      'chairman',
      'led by',
      'host',
    ],
    help: 'Who led it.',
  },
  attendees: {
    name: 'attendees',
    title: 'Attendees',
    type: 'names',
    synonyms: ['participants', 'present', 'attendance', 'attended by', 'in attendance'],
    help: 'Who took part.',
  },
  apologies: {
    name: 'apologies',
    title: 'Apologies',
    type: 'names',
    synonyms: ['absent', 'excused'],
    help: 'Who was missing.',
  },
  minutes_by: {
    name: 'minutes_by',
    title: 'Minutes by',
    type: 'names',
    synonyms: ['minutes taken by', 'minute taker'],
    help: 'Who wrote the minutes.',
  },
  period: {
    name: 'period',
    title: 'Period',
    type: 'text',
    synonyms: ['period covered', 'review period', 'reporting period', 'period under review', 'period reviewed'],
    help: 'The period that was looked at.',
  },
  next_meeting: {
    name: 'next_meeting',
    title: 'Next meeting',
    type: 'date',
    synonyms: [
      'next date',
      'date of next meeting',
      'next meeting date',
      'next management review',
      'next service review',
      'following meeting',
      'date of the next meeting',
    ],
    help: 'When one meets again.',
  },
} as const satisfies Readonly<Record<string, FieldDescription>>;

/** The fields that a whole document which is one such record shares with the rows of a register. */
export const MEETING_FIELDS = [
  MEETING.date,
  { ...MEETING.place, synonyms: [...MEETING.place.synonyms, 'channel', 'medium'] },
  MEETING.chair,
  {
    ...MEETING.attendees,
    synonyms: [...MEETING.attendees.synonyms, 'members present', 'attendee', 'who attended', 'participant'],
  },
  { ...MEETING.apologies, synonyms: [...MEETING.apologies.synonyms, 'apologies for absence', 'regrets'] },
  {
    ...MEETING.minutes_by,
    synonyms: [
      ...MEETING.minutes_by.synonyms,
      'secretary',
      'note taker',
      'notes by',
      'recorder',
      'recorded by',
      'scribe',
      'taken by',
    ],
  },
  MEETING.period,
  {
    name: 'decisions',
    title: 'Decisions',
    type: 'text',
    synonyms: ['decision', 'resolutions', 'conclusions', 'outcomes', 'outcome', 'outputs'],
    help: 'What was decided.',
  },
  MEETING.next_meeting,
] as const satisfies readonly FieldDescription[];

export default {
  name: 'meeting',
  title: 'Meeting',
  help: 'One meeting with its date, attendees, decisions and next date.',
  form: 'record',
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['7.5.4'] },
  fields: [
    {
      name: 'id',
      title: 'Meeting ID',
      type: 'id',
      synonyms: ['no', 'number', 'ref', 'reference', 'minutes no', 'minutes id'],
      help: 'The identifier of the meeting.',
    },
    {
      name: 'title',
      title: 'Meeting',
      type: 'text',
      synonyms: ['subject', 'name', 'meeting title', 'topic'],
      help: 'What the meeting was.',
    },
    ...MEETING_FIELDS,
  ],
  sections: [],
  recognise: {
    types: ['meetings'],
    titles: [],
    columns: [
      ['date', 'attendees'],
      ['date', 'attendees', 'decisions'],
      ['title', 'date', 'next_meeting'],
    ],
  },
} as const satisfies KindDescription;
