/** The record kind `process-output`: one thing that a process produces, and who receives it. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'process-output',
  title: 'Output of a process',
  help: 'One thing that a process produces, with its receiver.',
  form: 'record',
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['4.4'] },
  fields: [
    {
      name: 'name',
      title: 'Output',
      type: 'text',
      synonyms: ['outputs', 'process output', 'output item'],
      help: 'What comes out.',
    },
    {
      name: 'receiver',
      title: 'To',
      type: 'reference',
      synonyms: [
        'recipient',
        'recipients',
        'customer',
        'output to',
        'goes to',
        'used by',
        'delivered to',
        'receiving process',
        'to process',
        'receivers',
        'destination',
      ],
      help: 'The process or party that receives it.',
    },
  ],
  sections: [],
  recognise: { types: ['process outputs'], titles: [], columns: [['name', 'receiver']] },
} as const satisfies KindDescription;
