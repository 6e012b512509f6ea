/** The process areas of each edition, with the words by which a document shows that it treats one. */
import type { Edition } from './catalogue.ts';
import type { ClausesByEdition } from './kind.ts';
import { memory, remembered } from './memo.ts';
import { processTerms } from './vocabulary/process-terms.ts';
import { termKey, termWords } from './vocabulary/terms.ts';

export interface ProcessArea {
  /** `change-management` */
  readonly name: string;
  /** `Change management` */
  readonly title: string;
  /** Where each edition treats it; an edition left out does not know the area as one of its own. */
  readonly clauses: ClausesByEdition;
  /** False where a provider may do what the clause asks without running it as a process. */
  readonly isProcess: boolean;
  /** True where it runs when something happens, which may be never in a year. */
  readonly eventDriven: boolean;
  /** What it is called anywhere: in a title, a heading, a register. English and German, compared by their terms. */
  readonly phrases: readonly string[];
  /** Words that name it only in the title of a document that says how something is done: every page has its "Changes". */
  readonly words: readonly string[];
  /** Kinds of documents that belong to the area whatever they are called. */
  readonly kinds: readonly string[];
  /** Kinds of records that arise in it. */
  readonly records: readonly string[];
}

type Described = Pick<ProcessArea, 'name' | 'title' | 'clauses' | 'phrases'> & Partial<ProcessArea>;

function area(described: Described): ProcessArea {
  return { isProcess: true, eventDriven: false, words: [], kinds: [], records: [], ...described };
}

const AVAILABILITY = [
  'availability management',
  'service availability',
  'availability',
  'availability and reliability',
  'verfügbarkeitsmanagement',
  'verfügbarkeit',
];
const CONTINUITY = [
  'continuity management',
  'service continuity',
  'business continuity',
  'it service continuity',
  'itscm',
  'disaster recovery',
  'continuity',
  'emergency management',
  'kontinuitätsmanagement',
  'notfallmanagement',
  'notfallvorsorge',
  'wiederanlauf',
];

/** All process areas, in the order of the clauses of the 2018 edition. */
export const PROCESS_AREAS: readonly ProcessArea[] = [
  area({
    name: 'service-planning',
    title: 'Planning of services',
    clauses: { '2018': ['8.2.2'] },
    isProcess: false,
    phrases: ['service planning', 'plan the services', 'planning of services', 'service portfolio', 'serviceplanung'],
    kinds: ['service-requirements'],
  }),
  area({
    name: 'control-of-parties',
    title: 'Control of other parties',
    clauses: { '2011': ['4.2'], '2018': ['8.2.3'] },
    isProcess: false,
    phrases: [
      'control of parties',
      'control of other parties',
      'other parties',
      'third parties',
      'outsourcing',
      'service integration',
      'siam',
    ],
  }),
  area({
    name: 'service-catalogue-management',
    title: 'Service catalogue management',
    clauses: { '2018': ['8.2.4'] },
    phrases: ['service catalogue', 'service catalog', 'catalogue management', 'catalog management', 'servicekatalog'],
    kinds: ['service-catalogue'],
  }),
  area({
    name: 'asset-management',
    title: 'Asset management',
    clauses: { '2018': ['8.2.5'] },
    isProcess: false,
    phrases: ['asset management', 'it asset management', 'asset', 'assetmanagement', 'anlagenmanagement'],
    kinds: ['asset-register'],
    records: ['asset'],
  }),
  area({
    name: 'configuration-management',
    title: 'Configuration management',
    clauses: { '2005': ['9.1'], '2011': ['9.1'], '2018': ['8.2.6'] },
    phrases: [
      'configuration management',
      'service configuration',
      'configuration control',
      'configuration item',
      'cmdb',
      'konfigurationsmanagement',
    ],
    words: ['configuration', 'konfiguration'],
    records: ['configuration-item'],
  }),
  area({
    name: 'business-relationship-management',
    title: 'Business relationship management',
    clauses: { '2005': ['7.2'], '2011': ['7.1'], '2018': ['8.3.2'] },
    phrases: [
      'business relationship',
      'customer relationship',
      'relationship management',
      'customer relation',
      'account management',
      'customer management',
      'brm',
      'crm',
      'kundenbeziehung',
      'kundenbeziehungsmanagement',
      'kundenmanagement',
      'geschäftsbeziehungsmanagement',
    ],
    words: ['customer', 'relationship', 'kunde'],
    records: ['service-review', 'customer', 'complaint'],
  }),
  area({
    name: 'service-level-management',
    title: 'Service level management',
    clauses: { '2005': ['6.1'], '2011': ['6.1'], '2018': ['8.3.3'] },
    phrases: [
      'service level',
      'service level management',
      'service agreement management',
      'sla management',
      'slm',
      'service-level-management',
      'servicelevelmanagement',
    ],
    words: ['sla', 'service agreement'],
    records: ['sla-target'],
  }),
  area({
    name: 'supplier-management',
    title: 'Supplier management',
    clauses: { '2005': ['7.3'], '2011': ['7.2'], '2018': ['8.3.4'] },
    phrases: [
      'supplier management',
      'vendor management',
      'managing suppliers',
      'managing vendors',
      'supplier control',
      'supplier relationship',
      'third party management',
      'lieferantenmanagement',
      'lieferantensteuerung',
      'providermanagement',
      'dienstleistersteuerung',
    ],
    words: ['supplier', 'vendor', 'procurement', 'lieferant'],
    records: ['supplier'],
  }),
  area({
    name: 'budgeting-and-accounting',
    title: 'Budgeting and accounting for services',
    clauses: { '2005': ['6.4'], '2011': ['6.4'], '2018': ['8.4.1'] },
    phrases: [
      'budgeting and accounting',
      'budgeting',
      'service accounting',
      'accounting for services',
      'financial management',
      'finance management',
      'cost management',
      'service finance',
      'budgetierung',
      'finanzmanagement',
      'kostenmanagement',
      'leistungsverrechnung',
    ],
    words: ['budget', 'finance', 'cost', 'accounting', 'finanzen', 'kosten'],
  }),
  area({
    name: 'demand-management',
    title: 'Demand management',
    clauses: { '2018': ['8.4.2'] },
    phrases: [
      'demand management',
      'demand forecast',
      'demand planning',
      'demand',
      'demand and capacity',
      'bedarfsmanagement',
      'nachfragemanagement',
      'anforderungsmanagement',
    ],
  }),
  area({
    name: 'capacity-management',
    title: 'Capacity management',
    clauses: { '2005': ['6.5'], '2011': ['6.5'], '2018': ['8.4.3'] },
    phrases: [
      'capacity management',
      'capacity planning',
      'capacity and performance',
      'capacity',
      'kapazitätsmanagement',
      'kapazitätsplanung',
    ],
    kinds: ['capacity-plan'],
  }),
  area({
    name: 'change-management',
    title: 'Change management',
    clauses: { '2005': ['9.2'], '2011': ['9.2'], '2018': ['8.5.1'] },
    phrases: [
      'change management',
      'change control',
      'change enablement',
      'managing changes',
      'handling of changes',
      'change handling',
      'change process',
      'änderungsmanagement',
      'änderungssteuerung',
      'changemanagement',
    ],
    words: ['change', 'änderung'],
    kinds: ['change-management-policy'],
    records: ['change'],
  }),
  area({
    name: 'design-and-transition',
    title: 'Design and transition of new or changed services',
    clauses: { '2011': ['5'], '2018': ['8.5.2'] },
    phrases: [
      'design and transition',
      'service design',
      'service transition',
      'transition of service',
      'new or changed service',
      'new service',
      'service introduction',
      'service onboarding',
      'service launch',
      'einführung neuer services',
      'serviceeinführung',
      'serviceüberführung',
    ],
    words: ['transition', 'onboarding'],
    kinds: ['service-transition-plan'],
  }),
  area({
    name: 'release-and-deployment-management',
    title: 'Release and deployment management',
    clauses: { '2005': ['10.1'], '2011': ['9.3'], '2018': ['8.5.3'] },
    phrases: [
      'release management',
      'release and deployment',
      'deployment management',
      'release process',
      'deployment process',
      'managing releases',
      'continuous delivery',
      'continuous deployment',
      'releasemanagement',
    ],
    words: ['release', 'deployment', 'deploying', 'rollout'],
    records: ['release'],
  }),
  area({
    name: 'incident-management',
    title: 'Incident management',
    clauses: { '2005': ['8.2'], '2011': ['8.1'], '2018': ['8.6.1'] },
    phrases: [
      'incident management',
      'incident handling',
      'incident response',
      'incident process',
      'handling of incidents',
      'ticket handling',
      'fault management',
      'störungsmanagement',
      'störungsbearbeitung',
      'störungsbehebung',
      'ticketbearbeitung',
    ],
    words: ['incident', 'ticket', 'fault', 'outage', 'störung'],
    records: ['incident'],
  }),
  area({
    name: 'service-request-management',
    title: 'Service request management',
    clauses: { '2018': ['8.6.2'] },
    phrases: [
      'service request',
      'request fulfilment',
      'request fulfillment',
      'request management',
      'request handling',
      'handling of requests',
      'ticket handling',
      'serviceanfrage',
      'anfragemanagement',
      'auftragsmanagement',
      'ticketbearbeitung',
    ],
    words: ['request', 'ticket', 'anfrage'],
  }),
  area({
    name: 'problem-management',
    title: 'Problem management',
    clauses: { '2005': ['8.3'], '2011': ['8.2'], '2018': ['8.6.3'] },
    phrases: [
      'problem management',
      'problem handling',
      'problem process',
      'handling of problems',
      'root cause analysis',
      'known error',
      'problemmanagement',
      'problembearbeitung',
      'ursachenanalyse',
    ],
    words: ['problem'],
    records: ['problem'],
  }),
  area({
    name: 'continuity-and-availability-management',
    title: 'Service continuity and availability management',
    clauses: { '2005': ['6.3'], '2011': ['6.3'] },
    phrases: [...CONTINUITY, ...AVAILABILITY],
    kinds: ['service-continuity-plan'],
    records: ['continuity-test'],
  }),
  area({
    name: 'availability-management',
    title: 'Service availability management',
    clauses: { '2018': ['8.7.1'] },
    phrases: AVAILABILITY,
  }),
  area({
    name: 'continuity-management',
    title: 'Service continuity management',
    clauses: { '2018': ['8.7.2'] },
    eventDriven: true,
    phrases: CONTINUITY,
    kinds: ['service-continuity-plan'],
    records: ['continuity-test'],
  }),
  area({
    name: 'information-security-management',
    title: 'Information security management',
    clauses: { '2005': ['6.6'], '2011': ['6.6'], '2018': ['8.7.3'] },
    phrases: [
      'information security',
      'security management',
      'it security',
      'cyber security',
      'isms',
      'informationssicherheit',
      'informationssicherheitsmanagement',
      'sicherheitsmanagement',
    ],
    words: ['security', 'sicherheit'],
    kinds: ['information-security-policy'],
  }),
  area({
    name: 'service-reporting',
    title: 'Service reporting',
    clauses: { '2005': ['6.2'], '2011': ['6.2'] },
    phrases: [
      'service reporting',
      'service report',
      'reporting to customers',
      'performance reporting',
      'measurement and reporting',
      'monitoring and reporting',
      'reporting',
      'berichtswesen',
      'serviceberichte',
    ],
    kinds: ['service-report'],
    records: ['kpi-result'],
  }),
  area({
    name: 'internal-audit',
    title: 'Internal audit',
    clauses: { '2018': ['9.2'] },
    phrases: [
      'internal audit',
      'audit management',
      'audit programme',
      'audit program',
      'internes audit',
      'auditprogramm',
    ],
    words: ['audit'],
    kinds: ['audit-procedure', 'audit-programme'],
    records: ['audit'],
  }),
  area({
    name: 'management-review',
    title: 'Management review',
    clauses: { '2018': ['9.3'] },
    phrases: ['management review', 'review by top management', 'managementbewertung', 'managementreview'],
    kinds: ['management-review-minutes'],
    records: ['management-review'],
  }),
  area({
    name: 'improvement',
    title: 'Continual improvement',
    clauses: { '2018': ['10'] },
    phrases: [
      'continual improvement',
      'continuous improvement',
      'service improvement',
      'improvement management',
      'management of improvements',
      'csi',
      'kvp',
      'kontinuierliche verbesserung',
      'fortlaufende verbesserung',
      'verbesserungsmanagement',
    ],
    words: ['improvement', 'verbesserung'],
    kinds: ['improvement-register'],
    records: ['improvement'],
  }),
];

/** Words that make a process one of rare events, whichever area it belongs to. */
const RARE_EVENTS = ['major incident', 'crisis', 'emergency', 'krise', 'notfall', 'schwerwiegende störung'];

/** The areas that an edition treats, in the order of its later clauses. */
export function processAreas(edition: Edition): readonly ProcessArea[] {
  return PROCESS_AREAS.filter((each) => each.clauses[edition] !== undefined);
}

const byPhrase = index((each) => each.phrases);
const byWord = index((each) => each.words);
const rare = new Set(RARE_EVENTS.map(termKey));
const LONGEST = 5;

function index(termsOf: (each: ProcessArea) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const each of PROCESS_AREAS)
    for (const term of termsOf(each)) {
      const names = map.get(termKey(term)) ?? [];
      names.push(each.name);
      map.set(termKey(term), names);
    }
  return map;
}

/** The pieces of a text that may be a name: runs of its words, and the names that a combined name stands for. */
function pieces(text: string): ReadonlySet<string> {
  const words = termWords(text);
  const found = new Set<string>(processTerms(text));
  for (const from of words.keys())
    for (let count = 1; count <= LONGEST && from + count <= words.length; count++)
      found.add(termKey(words.slice(from, from + count).join(' ')));
  return found;
}

const inHeadings = memory<readonly string[]>();
const inTitles = memory<readonly string[]>();

/**
 * The areas that a heading, a link or the entry of a register names, by their names; in: its words.
 * A single word such as "Capacity" counts only where it is all that is said.
 */
export function areasInHeading(text: string): readonly string[] {
  return remembered(inHeadings, text, () => {
    const whole = termKey(text);
    const found = [...pieces(text)].filter((piece) => piece.includes(' ') || piece === whole || piece.length > 12);
    return [...new Set(found.flatMap((piece) => byPhrase.get(piece) ?? []))];
  });
}

/** The areas that the title of a document names that says how something is done; in: its words. */
export function areasInTitle(text: string): readonly string[] {
  return remembered(inTitles, text, () => [
    ...new Set([...pieces(text)].flatMap((piece) => [...(byPhrase.get(piece) ?? []), ...(byWord.get(piece) ?? [])])),
  ]);
}

/** Does a process of this name run only when something rare happens: a disaster, a major incident? */
export function isEventDriven(processName: string): boolean {
  const areas = areasInTitle(processName);
  if ([...pieces(processName)].some((piece) => rare.has(piece))) return true;
  return (
    areas.length > 0 &&
    areas.some((name) => PROCESS_AREAS.some((each) => each.name === name && each.eventDriven)) &&
    areas.every((name) =>
      PROCESS_AREAS.some((each) => each.name === name && (each.eventDriven || /continuity/.test(each.name))),
    )
  );
}
