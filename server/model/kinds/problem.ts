/** The record kind `problem`: one problem or known error. */
import { LEVEL } from '../enumerations.ts';
import type { FieldDescription, KindDescription } from '../kind.ts';
import { ITEM_STATUS_FIELD } from '../register.ts';

/** The fields that a whole document which is one such record shares with the rows of a register. */
export const PROBLEM_FIELDS = [
  {
    name: 'description',
    title: 'Description',
    type: 'text',
    synonyms: ['details', 'symptom', 'symptoms'],
    help: 'What it is.',
  },
  {
    name: 'category',
    title: 'Category',
    type: 'text',
    synonyms: ['classification', 'type', 'class'],
    help: 'What kind it is.',
  },
  {
    name: 'incidents',
    title: 'Incidents',
    type: 'reference',
    synonyms: ['incident', 'related incidents', 'linked incidents', 'incident ids', 'causes incidents'],
    help: 'The incidents that it causes.',
  },
  {
    name: 'service',
    title: 'Service',
    type: 'reference',
    synonyms: ['services', 'affected service', 'affected services'],
    help: 'The services that it touches.',
  },
  {
    name: 'priority',
    title: 'Priority',
    type: 'enumeration',
    synonyms: ['prio', 'severity', 'impact'],
    help: 'Which comes first.',
    values: LEVEL,
    clauses: { '2018': ['8.6.3'] },
  },
  {
    name: 'opened',
    title: 'Opened',
    type: 'date',
    synonyms: ['opened on', 'raised', 'date', 'identified', 'logged', 'created', 'date opened'],
    help: 'When it was recorded.',
  },
  {
    name: 'cause',
    title: 'Cause',
    type: 'text',
    synonyms: ['root cause', 'causes', 'underlying cause'],
    help: 'Why it happens.',
    clauses: { '2018': ['8.6.3'] },
  },
  {
    name: 'workaround',
    title: 'Known error and workaround',
    type: 'text',
    synonyms: ['known error', 'temporary fix', 'work around'],
    help: 'How one gets round it.',
    clauses: { '2018': ['8.6.3'] },
  },
  {
    name: 'change',
    title: 'Change',
    type: 'reference',
    synonyms: ['rfc', 'change id', 'related change', 'change request', 'linked change', 'permanent fix'],
    help: 'The change that solves it.',
    clauses: { '2018': ['8.6.3'] },
  },
  {
    name: 'resolution',
    title: 'Resolution',
    type: 'text',
    synonyms: ['solution', 'action', 'actions', 'actions taken'],
    help: 'How it is solved.',
  },
  {
    name: 'closed',
    title: 'Closed',
    type: 'date',
    synonyms: ['closed on', 'date closed', 'resolved', 'resolved on', 'closure date'],
    help: 'When it was closed.',
  },
  {
    name: 'effectiveness',
    title: 'Effectiveness',
    type: 'text',
    synonyms: ['effective', 'review', 'effectiveness check', 'result', 'verification'],
    help: 'Whether it worked.',
    clauses: { '2018': ['8.6.3'] },
  },
] as const satisfies readonly FieldDescription[];

export default {
  name: 'problem',
  title: 'Problem',
  help: 'One problem: incidents, cause, known error, workaround, change, effectiveness.',
  form: 'record',
  clauses: { '2005': ['8.3'], '2011': ['8.2'], '2018': ['8.6.3'] },
  fields: [
    {
      name: 'id',
      title: 'Problem ID',
      type: 'id',
      synonyms: ['problem no', 'no', 'number', 'ref', 'known error id', 'ke'],
      help: 'The identifier of the problem.',
    },
    {
      name: 'title',
      title: 'Problem',
      type: 'text',
      synonyms: ['name', 'subject', 'summary', 'known error title', 'short description'],
      help: 'What it is called.',
    },
    {
      name: 'owner',
      title: 'Owner',
      type: 'names',
      synonyms: ['problem owner', 'responsible', 'assigned to', 'problem manager', 'assignee'],
      help: 'Who answers for it.',
    },
    { ...ITEM_STATUS_FIELD, synonyms: [...ITEM_STATUS_FIELD.synonyms, 'problem status'] },
    ...PROBLEM_FIELDS,
  ],
  sections: [],
  recognise: {
    types: ['problems', 'known errors'],
    titles: [],
    columns: [
      ['title', 'cause', 'workaround'],
      ['id', 'cause', 'workaround'],
      ['title', 'incidents', 'cause'],
      ['id', 'incidents', 'cause'],
      ['description', 'cause', 'workaround'],
      ['title', 'workaround', 'status'],
    ],
  },
} as const satisfies KindDescription;
