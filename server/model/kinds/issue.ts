/** The record kind `issue`: one internal or external issue that matters to the service management system. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'issue',
  title: 'Issue',
  help: 'One issue of the context with its effect, action and owner.',
  form: 'record',
  clauses: { '2018': ['4.1'] },
  fields: [
    {
      name: 'id',
      title: 'Issue ID',
      type: 'id',
      synonyms: ['no', 'nr', 'number', 'ref'],
      help: 'The identifier of the issue.',
    },
    {
      name: 'description',
      title: 'Issue',
      type: 'text',
      synonyms: ['issues', 'factor', 'topic', 'external issue', 'internal issue', 'context issue', 'factors'],
      help: 'What the issue is.',
    },
    {
      name: 'side',
      title: 'Internal or external',
      type: 'enumeration',
      synonyms: ['internal external', 'int ext'],
      help: 'Whether it comes from inside or outside.',
      values: {
        internal: ['int', 'inside', 'strength', 'weakness'],
        external: ['ext', 'outside', 'opportunity', 'threat'],
      },
    },
    {
      name: 'effect',
      title: 'Effect',
      type: 'text',
      synonyms: [
        'impact',
        'consequence',
        'effect on the sms',
        'effects',
        'impact on sms',
        'influence',
        'effect on services',
        'relevance for the sms',
      ],
      help: 'What it means for the system and the services.',
    },
    {
      name: 'relevant',
      title: 'Relevant',
      type: 'yes-no',
      synonyms: ['relevance', 'relevant y n', 'applicable', 'is relevant'],
      help: 'Whether it is relevant.',
    },
    {
      name: 'action',
      title: 'Action',
      type: 'text',
      synonyms: ['actions', 'response', 'measure', 'treatment', 'measures', 'what we do', 'how addressed'],
      help: 'What is done about it.',
    },
    {
      name: 'owner',
      title: 'Owner',
      type: 'names',
      synonyms: ['responsible', 'who', 'issue owner', 'accountable'],
      help: 'Who watches it.',
    },
    {
      name: 'reviewed',
      title: 'Last reviewed',
      type: 'date',
      synonyms: ['review date', 'last review'],
      help: 'When somebody last looked at it.',
    },
  ],
  sections: [],
  recognise: {
    types: ['issues', 'context issues'],
    titles: [],
    columns: [
      ['description', 'side'],
      ['description', 'effect', 'relevant'],
      ['side', 'effect', 'action'],
    ],
  },
} as const satisfies KindDescription;
