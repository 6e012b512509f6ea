/** The kind `security-controls`: which controls guard services and system, against which risks. */
import type { KindDescription } from '../kind.ts';
import { REGISTER_PURPOSE_SECTION } from '../register.ts';

export default {
  name: 'security-controls',
  title: 'Information security controls',
  help: 'Lists information security controls with the risks that they answer, owner and review.',
  form: 'document',
  clauses: { '2005': ['6.6'], '2011': ['6.6.2'], '2018': ['8.7.3.2'] },
  fields: [
    {
      name: 'soa',
      title: 'Statement of applicability',
      type: 'reference',
      synonyms: ['reference to soa', 'isms'],
      help: 'The statement of applicability of the information security management system, where there is one.',
    },
  ],
  sections: [
    { ...REGISTER_PURPOSE_SECTION, help: 'What the list covers.', prompt: 'Which services and risks are covered?' },
    {
      name: 'controls',
      title: 'Controls',
      synonyms: [
        'security controls',
        'control list',
        'measures',
        'list of controls',
        'security measures',
        'decisions on controls',
        'controls in place',
      ],
      help: 'The controls, one a row.',
      prompt: 'One row a control: risk, state, owner, review.',
    },
    {
      name: 'incidents',
      title: 'Security incidents',
      synonyms: [
        'information security incidents',
        'incident analysis',
        'analysis of security incidents',
        'analysis of incidents',
      ],
      help: 'What happened, by type, volume and impact.',
      prompt: 'Which types, how many, which impact, and what follows?',
    },
    {
      name: 'review',
      title: 'Review',
      synonyms: [
        'effectiveness',
        'monitoring',
        'review of controls',
        'effectiveness of controls',
        'monitoring and review',
      ],
      help: 'Whether the controls work.',
      prompt: 'Do the controls work, and how is that seen?',
    },
  ],
  recognise: {
    types: [
      'statement of applicability',
      'soa',
      'security control list',
      'control list',
      'security measures',
      'information security controls register',
    ],
    idPrefixes: ['SOA', 'ISC'],
    titles: [
      'information security controls',
      'security controls',
      'statement of applicability',
      'soa',
      'list of controls',
      'security measures',
      'security control register',
      'security controls and incidents',
      'information security controls and incidents',
      'control register',
    ],
  },
} as const satisfies KindDescription;
