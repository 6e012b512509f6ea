/** The kind `incident-record`: incidents, one or a log of them. */
import type { KindDescription } from '../kind.ts';
import { INCIDENT_FIELDS } from './incident.ts';

export default {
  name: 'incident-record',
  title: 'Incident record',
  help: 'Records incidents with classification, priority, actions, resolution and closing.',
  form: 'document',
  clauses: { '2005': ['8.2'], '2011': ['8.1'], '2018': ['8.6.1'] },
  fields: [...INCIDENT_FIELDS],
  sections: [
    {
      name: 'description',
      title: 'Description',
      synonyms: ['what happened', 'details', 'summary'],
      help: 'What happened.',
      prompt: 'What happened, and whom does it affect?',
    },
    {
      name: 'timeline',
      title: 'Timeline',
      synonyms: ['actions', 'actions taken', 'chronology', 'course of events', 'log of actions', 'activities'],
      help: 'What was done when.',
      prompt: 'When was what done, by whom?',
    },
    {
      name: 'resolution',
      title: 'Resolution',
      synonyms: ['solution', 'fix', 'workaround', 'closure'],
      help: 'How it was solved.',
      prompt: 'How was it solved?',
    },
    {
      name: 'log',
      title: 'Incidents',
      synonyms: [
        'incident log',
        'list of incidents',
        'incident register',
        'incident records',
        'open incidents',
        'closed incidents',
      ],
      help: 'The incidents, one a row.',
      prompt: 'One row an incident.',
    },
  ],
  recognise: {
    types: ['incident', 'incident log', 'incident register', 'incident ticket', 'incident records', 'incidents'],
    idPrefixes: ['INC'],
    titles: [
      'incident record',
      'incident log',
      'incident register',
      'incidents',
      'incident records',
      'incident ticket',
      'list of incidents',
      'incidents and service requests',
      'incidents and requests',
    ],
  },
  carries: ['incident'],
  yields: 'incident',
} as const satisfies KindDescription;
