/** The record kind `attendee`: one person who took part in a meeting, with function and side. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'attendee',
  title: 'Attendee',
  help: 'One person who took part in a meeting, with function and side.',
  form: 'record',
  clauses: {},
  fields: [
    {
      name: 'name',
      title: 'Name',
      type: 'names',
      synonyms: [
        'attendee',
        'attendees',
        'participant',
        'participants',
        'person',
        'member',
        'full name',
        'who attended',
      ],
      help: 'Who took part.',
    },
    {
      name: 'function',
      title: 'Function',
      type: 'text',
      synonyms: ['role', 'position', 'job title', 'title', 'capacity', 'role title', 'department', 'function or role'],
      help: 'In which function.',
    },
    {
      name: 'represents',
      title: 'Side',
      type: 'text',
      synonyms: [
        'organization',
        'organisation',
        'company',
        'party',
        'on behalf of',
        'representing',
        'employer',
        'customer or provider',
        'provider or customer',
        'from',
        'side represented',
      ],
      help: 'For whom: the provider, or which customer.',
    },
    {
      name: 'present',
      title: 'Present',
      type: 'yes-no',
      synonyms: ['attended', 'was present', 'took part'],
      help: 'Whether they were there.',
    },
  ],
  sections: [],
  recognise: { types: ['attendees', 'participants'], titles: [] },
} as const satisfies KindDescription;
