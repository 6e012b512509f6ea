/** The record kind `awareness`: one briefing by which people were made aware. */
import type { FieldDescription, KindDescription } from '../kind.ts';

/** The fields that a whole document which is one such record shares with the rows of a register. */
export const AWARENESS_FIELDS = [
  {
    name: 'date',
    title: 'Date',
    type: 'date',
    synonyms: [
      'held on',
      'briefing date',
      'sent on',
      'when',
      'date held',
      'awareness date',
      'date of briefing',
      'held',
    ],
    help: 'When it took place.',
  },
  {
    name: 'topics',
    title: 'Topics',
    type: 'text',
    synonyms: ['topic', 'subject', 'content', 'subjects', 'topics covered', 'message', 'theme'],
    help: 'What was told.',
  },
  {
    name: 'attendees',
    title: 'Attendees',
    type: 'names',
    synonyms: [
      'participants',
      'audience',
      'person',
      'people',
      'attendee',
      'attended by',
      'present',
      'employee',
      'group',
      'target group',
      'who',
    ],
    help: 'Who was told.',
  },
  {
    name: 'form',
    title: 'Form',
    type: 'text',
    synonyms: ['method', 'format', 'channel', 'medium', 'how', 'type', 'kind'],
    help: 'In which form: meeting, e-learning, mail, poster.',
  },
  {
    name: 'presenter',
    title: 'Presented by',
    type: 'names',
    synonyms: ['by', 'speaker', 'held by', 'sender', 'briefed by', 'sent by', 'given by'],
    help: 'Who told it.',
  },
  {
    name: 'confirmed',
    title: 'Confirmed',
    type: 'text',
    synonyms: ['acknowledgement', 'acknowledged', 'confirmation', 'evidence', 'attendance list', 'record', 'test'],
    help: 'How it shows that it arrived.',
  },
] as const satisfies readonly FieldDescription[];

export default {
  name: 'awareness',
  title: 'Awareness briefing',
  help: 'One briefing: date, topics, audience and form.',
  form: 'record',
  clauses: { '2005': ['3.3'], '2011': ['4.4.2'], '2018': ['7.3'] },
  fields: [
    {
      name: 'id',
      title: 'Briefing ID',
      type: 'id',
      synonyms: ['no', 'number', 'ref'],
      help: 'The identifier of the briefing.',
    },
    ...AWARENESS_FIELDS,
  ],
  sections: [],
  recognise: {
    types: ['briefings', 'awareness briefings'],
    titles: [],
    columns: [
      ['date', 'topics', 'attendees'],
      ['topics', 'attendees', 'form'],
      ['topics', 'attendees', 'presenter'],
    ],
  },
} as const satisfies KindDescription;
