/** The record kind `process-entry`: one line of a list of processes, as a plan or an overview gives it. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'process-entry',
  title: 'Process in a list',
  help: 'One process as a list names it: its owner, its manager, its procedures.',
  form: 'record',
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['6.3'] },
  fields: [
    {
      name: 'process',
      title: 'Process',
      type: 'reference',
      synonyms: ['processes', 'process name', 'name of process', 'sms process', 'process title'],
      help: 'The process.',
      keyed: true,
    },
    {
      name: 'id',
      title: 'Process ID',
      type: 'id',
      synonyms: ['no', 'number', 'ref', 'process no', 'process number'],
      help: 'Its identifier.',
    },
    {
      name: 'owner',
      title: 'Process owner',
      type: 'names',
      synonyms: ['owner', 'owner of the process', 'owned by'],
      help: 'Who answers for it.',
    },
    {
      name: 'manager',
      title: 'Process manager',
      type: 'names',
      synonyms: ['manager', 'process lead', 'process coordinator'],
      help: 'Who runs it day by day.',
    },
    {
      name: 'procedures',
      title: 'Procedures',
      type: 'reference',
      synonyms: ['procedure', 'related procedures', 'work instructions', 'documents', 'process document'],
      help: 'The procedures by which it is carried out.',
    },
    {
      name: 'area',
      title: 'Process area',
      type: 'text',
      synonyms: ['area', 'process group', 'group', 'domain'],
      help: 'The family of processes that it belongs to.',
    },
    {
      name: 'purpose',
      title: 'Purpose',
      type: 'text',
      synonyms: ['objective', 'aim', 'goal', 'description'],
      help: 'What it is for.',
    },
  ],
  sections: [],
  recognise: {
    types: ['processes', 'process list'],
    titles: [],
    columns: [
      ['process', 'owner'],
      ['process', 'manager'],
      ['process', 'procedures'],
      ['process', 'purpose'],
    ],
  },
} as const satisfies KindDescription;
