/** The kind `meeting-minutes`: minutes that are neither of a management review nor of a service review. */
import type { KindDescription, SectionDescription } from '../kind.ts';
import { MEETING_FIELDS } from './meeting.ts';

/** The sections that any minutes have; those of reviews add their own words and questions. */
export const MEETING_SECTIONS = {
  attendees: {
    name: 'attendees',
    title: 'Attendees',
    synonyms: ['participants', 'present', 'attendance', 'in attendance'],
    help: 'Who took part.',
    prompt: 'Name and function of everybody who took part.',
  },
  apologies: {
    name: 'apologies',
    title: 'Apologies',
    synonyms: ['absent', 'excused'],
    help: 'Who was missing.',
    prompt: 'Who was missing?',
  },
  decisions: {
    name: 'decisions',
    title: 'Decisions',
    synonyms: ['resolutions', 'decisions made', 'outcomes', 'conclusions', 'agreed', 'votes', 'decisions taken'],
    help: 'What was decided.',
    prompt: 'What was decided, and by whom?',
  },
  actions: {
    name: 'actions',
    title: 'Actions',
    synonyms: [
      'action items',
      'action points',
      'next steps',
      'tasks',
      'todos',
      'to do',
      'open actions',
      'action plan',
      'follow up',
      'follow ups',
      'action list',
    ],
    help: 'What is to be done.',
    prompt: 'Action, owner, due.',
  },
  next_meeting: {
    name: 'next_meeting',
    title: 'Next meeting',
    synonyms: ['next date', 'date of next meeting', 'next review', 'next'],
    help: 'When one meets again.',
    prompt: 'When does one meet again?',
  },
} as const satisfies Readonly<Record<string, SectionDescription>>;

export default {
  name: 'meeting-minutes',
  title: 'Meeting minutes',
  help: 'Records a meeting: date, attendees, items, decisions, and actions with owner and due date.',
  form: 'document',
  handbook: true,
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['7.5.4'] },
  fields: [...MEETING_FIELDS],
  sections: [
    {
      ...MEETING_SECTIONS.attendees,
      synonyms: [...MEETING_SECTIONS.attendees.synonyms, 'members present', 'people present', 'who was there'],
    },
    {
      ...MEETING_SECTIONS.apologies,
      synonyms: [...MEETING_SECTIONS.apologies.synonyms, 'apologies for absence', 'regrets', 'members absent'],
    },
    {
      name: 'agenda',
      title: 'Agenda',
      synonyms: [
        'items',
        'topics',
        'agenda items',
        'discussion',
        'points',
        'minutes',
        'notes',
        'items discussed',
        'topics discussed',
        'discussion points',
        'meeting notes',
      ],
      help: 'What was talked about.',
      prompt: 'What was talked about?',
    },
    MEETING_SECTIONS.decisions,
    MEETING_SECTIONS.actions,
    MEETING_SECTIONS.next_meeting,
  ],
  recognise: {
    types: ['minutes', 'meeting notes', 'protocol', 'meeting protocol', 'meeting', 'meeting record'],
    idPrefixes: ['MOM'],
    titles: [
      'minutes',
      'meeting minutes',
      'meeting notes',
      'protocol',
      'minutes of meeting',
      'meeting protocol',
      'weekly meeting',
      'minutes of the meeting',
      'meeting agenda',
      'meeting record',
      'team meeting',
      'monthly meeting',
      'meeting',
    ],
    headings: { names: ['attendees', 'agenda', 'decisions', 'actions', 'next_meeting', 'apologies'], atLeast: 3 },
  },
  carries: ['action'],
  yields: 'meeting',
} as const satisfies KindDescription;
