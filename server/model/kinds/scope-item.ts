/** The record kind `scope-item`: one service, or group of services, that a scope statement takes in or leaves out. */
import type { KindDescription } from '../kind.ts';

export default {
  name: 'scope-item',
  title: 'Service in the scope statement',
  help: 'One service, or group of services, that the scope takes in or leaves out.',
  form: 'record',
  clauses: {},
  fields: [
    {
      name: 'name',
      title: 'Service',
      type: 'text',
      synonyms: [
        'services',
        'service name',
        'service in scope',
        'services in scope',
        'excluded service',
        'service group',
      ],
      help: 'Which service.',
    },
    {
      name: 'id',
      title: 'Service ID',
      type: 'id',
      synonyms: ['no', 'number', 'code', 'service no', 'service code', 'ref', 'catalogue id'],
      help: 'The identifier of the service in the catalogue.',
    },
    {
      name: 'included',
      title: 'In scope',
      type: 'yes-no',
      synonyms: ['included', 'covered', 'within scope', 'in the scope'],
      help: 'Whether the scope takes it in.',
    },
    {
      name: 'reason',
      title: 'Reason',
      type: 'text',
      synonyms: ['justification', 'why', 'remark', 'remarks', 'note', 'notes', 'comment', 'rationale', 'description'],
      help: 'Why it is left out, or what is to be known of it.',
    },
  ],
  sections: [],
  recognise: { types: ['scope items'], titles: [] },
} as const satisfies KindDescription;
