/** The record kind `complaint`: one complaint, from its receipt to its closing. */
import type { FieldDescription, KindDescription } from '../kind.ts';
import { ITEM_STATUS_FIELD } from '../register.ts';

/** The fields that a whole document which is one such record shares with the rows of a register. */
export const COMPLAINT_FIELDS = [
  {
    name: 'customer',
    title: 'Customer',
    type: 'reference',
    synonyms: ['client', 'complainant', 'customer name', 'from', 'raised by', 'account', 'complaint from'],
    help: 'Who complained.',
  },
  {
    name: 'date',
    title: 'Date received',
    type: 'date',
    synonyms: [
      'received',
      'received on',
      'raised',
      'date raised',
      'logged',
      'complaint date',
      'raised on',
      'date of complaint',
      'logged on',
      'date logged',
    ],
    help: 'When it came in.',
  },
  {
    name: 'service',
    title: 'Service',
    type: 'reference',
    synonyms: ['services', 'affected service', 'service affected', 'concerns service', 'service concerned'],
    help: 'What it is about.',
  },
  {
    name: 'description',
    title: 'Complaint',
    type: 'text',
    synonyms: ['details', 'subject', 'summary', 'complaint entry', 'complaint description', 'issue', 'what happened'],
    help: 'What it says.',
  },
  {
    name: 'cause',
    title: 'Cause',
    type: 'text',
    synonyms: ['root cause', 'investigation', 'finding', 'findings'],
    help: 'Why it came to that.',
  },
  {
    name: 'action',
    title: 'Action',
    type: 'text',
    synonyms: ['actions', 'action taken', 'response', 'actions taken', 'measure', 'measures', 'resolution', 'solution'],
    help: 'What was done.',
  },
  {
    name: 'escalated',
    title: 'Escalated to',
    type: 'text',
    synonyms: ['escalation', 'escalation level', 'escalated on', 'escalated y n'],
    help: 'Whether and to whom it went up.',
  },
  {
    name: 'due',
    title: 'Due',
    type: 'date',
    synonyms: ['due date', 'deadline', 'response due', 'target date', 'by when'],
    help: 'By when it is to be settled.',
  },
  {
    name: 'closed',
    title: 'Closed on',
    type: 'date',
    synonyms: ['date closed', 'resolved on', 'settled on', 'closure date', 'closing date', 'resolved', 'date resolved'],
    help: 'When it was settled.',
  },
  {
    name: 'satisfied',
    title: 'Customer satisfied',
    type: 'yes-no',
    synonyms: [
      'accepted by customer',
      'customer agreed',
      'customer confirmed',
      'confirmed by customer',
      'customer accepts',
    ],
    help: 'Whether the customer agreed.',
  },
  {
    name: 'reported',
    title: 'Reported in',
    type: 'reference',
    synonyms: ['reported to', 'report', 'report reference'],
    help: 'Where it was reported.',
  },
] as const satisfies readonly FieldDescription[];

export default {
  name: 'complaint',
  title: 'Complaint entry',
  help: 'One complaint: customer, date, description, owner, action, escalation, closing.',
  form: 'record',
  clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
  fields: [
    {
      name: 'id',
      title: 'Complaint ID',
      type: 'id',
      synonyms: ['complaint no', 'no', 'nr', 'number', 'ref', 'complaint number', 'reference'],
      help: 'The identifier of the complaint.',
    },
    {
      name: 'owner',
      title: 'Owner',
      type: 'names',
      synonyms: ['responsible', 'assigned to', 'complaint owner', 'handled by', 'responsible person', 'who'],
      help: 'Who answers for it.',
    },
    { ...ITEM_STATUS_FIELD, synonyms: [...ITEM_STATUS_FIELD.synonyms, 'complaint status'] },
    ...COMPLAINT_FIELDS,
  ],
  sections: [],
  recognise: {
    types: ['complaints'],
    titles: [],
    columns: [
      ['customer', 'description', 'action'],
      ['customer', 'description', 'closed'],
      ['customer', 'date', 'description'],
      ['id', 'customer', 'description'],
      ['customer', 'escalated'],
      ['customer', 'description', 'owner'],
    ],
  },
} as const satisfies KindDescription;
