/** The kind `interested-parties-register`: who has an interest in the service management system, and what they need. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'interested-parties-register',
  title: 'Interested parties',
  help: 'Lists interested parties with their requirements and how they are met.',
  form: 'document',
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['4.2'] },
  fields: [
    {
      name: 'period',
      title: 'As of',
      type: 'date',
      synonyms: ['as of date', 'state of', 'date of analysis', 'date'],
      help: 'The day that the list is right for.',
    },
  ],
  sections: [
    {
      name: 'purpose',
      title: 'Purpose',
      synonyms: ['introduction', 'background', 'scope', 'overview', 'method'],
      help: 'What is looked at.',
      prompt: 'Who is listed here, and how often is the list reviewed?',
    },
    {
      name: 'parties',
      title: 'Interested parties',
      synonyms: [
        'stakeholders',
        'register',
        'list of interested parties',
        'stakeholder list',
        'stakeholder analysis',
        'needs and expectations',
        'requirements of interested parties',
        'parties and requirements',
        'parties and their requirements',
        'internal',
        'external',
        'list of parties',
      ],
      help: 'The parties, one a row.',
      prompt: 'One row a party: requirement, relevant or not, how met, last review.',
    },
  ],
  recognise: {
    types: ['stakeholder register', 'stakeholder analysis', 'interested parties register', 'stakeholders'],
    idPrefixes: ['STK'],
    titles: [
      'interested parties',
      'interested parties register',
      'stakeholder register',
      'stakeholder analysis',
      'needs and expectations',
      'stakeholders',
      'stakeholder list',
      'register of interested parties',
      'needs and expectations of interested parties',
    ],
  },
  carries: ['interested-party'],
} as const satisfies KindDescription;
