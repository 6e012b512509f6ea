/** The kind `corrective-action-record`: what is done so that a nonconformity does not come back, and whether it worked. */
import type { KindDescription } from '../kind.ts';
import { CORRECTIVE_ACTION_FIELDS } from './corrective-action.ts';
import { NONCONFORMITY_SECTIONS } from './nonconformity-record.ts';

export default {
  name: 'corrective-action-record',
  title: 'Corrective action',
  help: 'Records a corrective action with owner, due date and the check of its effect.',
  form: 'document',
  clauses: { '2005': ['4.4.1', '4.4.3'], '2011': ['4.5.5.1'], '2018': ['10.1.1', '10.1.2'] },
  fields: [...CORRECTIVE_ACTION_FIELDS],
  sections: [
    {
      name: 'nonconformity',
      title: 'Nonconformity',
      synonyms: ['description', 'problem', 'source', 'background', 'finding', 'related nonconformity'],
      help: 'The nonconformity that it answers.',
      prompt: 'Which nonconformity does it answer?',
    },
    NONCONFORMITY_SECTIONS.cause,
    {
      name: 'action',
      title: 'Action',
      synonyms: ['corrective action', 'measures', 'action plan', 'plan', 'implementation', 'actions taken'],
      help: 'What is done.',
      prompt: 'Action, owner, due.',
    },
    {
      ...NONCONFORMITY_SECTIONS.effectiveness,
      synonyms: [
        ...NONCONFORMITY_SECTIONS.effectiveness.synonyms,
        'validation',
        'follow up',
        'effectiveness criterion',
        'verification of effectiveness',
        'review of effectiveness',
        'result of the effectiveness check',
      ],
      help: 'Whether it worked.',
    },
    {
      name: 'log',
      title: 'Action log',
      synonyms: [
        'register',
        'corrective action log',
        'list',
        'open actions',
        'closed actions',
        'open corrective actions',
        'corrective action register',
        'closed corrective actions',
        'open',
        'closed',
      ],
      help: 'The actions, one a row.',
      prompt: 'One row an action: nonconformity, action, owner, due, done, effectiveness.',
    },
  ],
  recognise: {
    types: [
      'corrective action',
      'capa',
      'ca',
      'corrective action log',
      'corrective action register',
      'corrective actions',
      'corrective action plan',
    ],
    idPrefixes: ['CA', 'CAPA'],
    titles: [
      'corrective action',
      'corrective actions',
      'corrective action log',
      'corrective action register',
      'capa',
      'corrective action record',
      'corrective and preventive action',
      'corrective action plan',
      'corrective action report',
    ],
    headings: { names: ['nonconformity', 'cause', 'action', 'effectiveness'], atLeast: 4 },
  },
  carries: ['corrective-action'],
  yields: 'corrective-action',
} as const satisfies KindDescription;
