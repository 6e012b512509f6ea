/** The record kind `process-input`: one thing that a process works on, and who gives it. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'process-input',
  title: 'Input of a process',
  help: 'One thing that a process works on, with its source.',
  form: 'record',
  clauses: { '2005': ['4.1'], '2011': ['4.5.2'], '2018': ['4.4'] },
  fields: [
    {
      name: 'name',
      title: 'Input',
      type: 'text',
      synonyms: ['inputs', 'process input', 'input item'],
      help: 'What comes in.',
    },
    {
      name: 'source',
      title: 'From',
      type: 'reference',
      synonyms: [
        'source',
        'supplier',
        'input from',
        'provided by',
        'coming from',
        'supplied by',
        'source process',
        'from process',
        'origin',
      ],
      help: 'The process or party that gives it.',
    },
  ],
  sections: [],
  recognise: { types: ['process inputs'], titles: [], columns: [['name', 'source']] },
} as const satisfies KindDescription;
