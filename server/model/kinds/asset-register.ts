/** The kind `asset-register`: the assets with which services are delivered. */
import type { KindDescription } from '../kind.ts';
import { REGISTER_PURPOSE_SECTION } from '../register.ts';

export default {
  name: 'asset-register',
  title: 'Asset register',
  help: 'Lists assets used for services with kind, owner, place and state.',
  form: 'document',
  clauses: { '2018': ['8.2.5'] },
  fields: [],
  sections: [
    {
      ...REGISTER_PURPOSE_SECTION,
      help: 'What the list is for.',
      prompt: 'Which assets are listed here, and who keeps the list?',
    },
    {
      name: 'assets',
      title: 'Assets',
      synonyms: [
        'register',
        'inventory',
        'asset list',
        'list of assets',
        'hardware',
        'licences',
        'licenses',
        'software',
      ],
      help: 'The assets, one a row.',
      prompt: 'One row an asset: kind, services, owner, place, end of life.',
    },
  ],
  recognise: {
    types: ['asset list', 'asset inventory', 'inventory', 'assets', 'asset management register'],
    idPrefixes: ['AST'],
    titles: [
      'asset register',
      'asset list',
      'asset inventory',
      'assets',
      'inventory',
      'inventory of assets',
      'asset management register',
      'it asset register',
    ],
  },
  carries: ['asset'],
} as const satisfies KindDescription;
