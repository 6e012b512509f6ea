/** The kind `communication-plan`: what about the system and the services is said to whom, when, how and by whom. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'communication-plan',
  title: 'Communication plan',
  help: 'Says what is communicated, when, to whom, how, and who does it.',
  form: 'document',
  clauses: { '2011': ['4.1.3'], '2018': ['7.4'] },
  fields: [
    {
      name: 'period',
      title: 'Period',
      type: 'text',
      synonyms: ['year', 'planning period', 'valid for'],
      help: 'The period for which it holds.',
    },
  ],
  sections: [
    {
      name: 'purpose',
      title: 'Purpose',
      synonyms: ['introduction', 'objective', 'scope', 'overview', 'purpose and scope'],
      help: 'What the plan is for.',
      prompt: 'What is this plan for?',
    },
    {
      name: 'communications',
      title: 'Communications',
      synonyms: [
        'communication matrix',
        'matrix',
        'internal communication',
        'external communication',
        'communication plan',
        'plan',
        'communication activities',
        'internal and external communication',
        'schedule',
        'regular communication',
        'planned communications',
        'what when whom how who',
      ],
      help: 'The communications, one a row.',
      prompt: 'One row a communication: what, when, to whom, how, who.',
    },
    {
      name: 'channels',
      title: 'Channels',
      synonyms: ['tools', 'communication channels', 'media', 'means'],
      help: 'Which channels there are.',
      prompt: 'Which channels are there, and for what?',
    },
    {
      name: 'responsibilities',
      title: 'Responsibilities',
      synonyms: ['roles', 'roles and responsibilities'],
      help: 'Who answers for what.',
      prompt: 'Who answers for communication?',
    },
  ],
  recognise: {
    types: ['communication matrix', 'communications plan', 'communication concept'],
    idPrefixes: ['COMM'],
    titles: [
      'communication plan',
      'communication matrix',
      'communications plan',
      'communication concept',
      'communications matrix',
      'internal and external communication',
      'communication schedule',
      'plan of communication',
    ],
  },
  carries: ['communication'],
} as const satisfies KindDescription;
