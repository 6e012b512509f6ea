/** Which of our kinds answer each kind of document that the catalogue speaks of: under another name, or as records inside other documents. */
import { KINDS } from './kinds.generated.ts';

export interface AnsweringKinds {
  /** Kinds of whole documents. */
  readonly documents: readonly string[];
  /** Kinds of records; a document that holds one answers, whatever it is called. */
  readonly records: readonly string[];
  /** True where such documents arise only with an occasion: no dispute, no dispute record. */
  readonly occasional: boolean;
  /** True where being of the kind says nothing of which clause it answers: a procedure may be about anything. */
  readonly general: boolean;
}

type Entry = Partial<AnsweringKinds>;

/** Records that show that some process ran. */
const ANY_RECORD = [
  'audit-finding',
  'awareness',
  'change',
  'complaint',
  'continuity-test',
  'corrective-action',
  'improvement',
  'incident',
  'kpi-result',
  'management-review',
  'meeting',
  'nonconformity',
  'problem',
  'release',
  'service-review',
  'training',
];

const PARTICULAR: Readonly<Record<string, Entry>> = {
  'asset-register': { records: ['asset'] },
  'audit-plan': { documents: ['audit-plan', 'audit-programme'], records: ['audit'] },
  'audit-procedure': { documents: ['audit-procedure'] },
  'audit-programme': { records: ['audit'] },
  'audit-report': { records: ['audit-finding'] },
  'availability-record': { documents: ['service-report'], records: ['kpi-result'] },
  'availability-requirements': { documents: ['service-requirements', 'sla'], records: ['sla-target'] },
  'awareness-record': { records: ['awareness'] },
  'capacity-requirements': { documents: ['capacity-plan'] },
  'change-record': { records: ['change'] },
  'change-schedule': { records: ['change'] },
  'communication-plan': { records: ['communication'] },
  'communication-record': { documents: ['communication-plan', 'awareness-record'], records: ['communication'] },
  'competence-matrix': { records: ['competence'] },
  'complaint-record': { records: ['complaint'], occasional: true },
  'configuration-audit': { documents: [] },
  'configuration-policy': { documents: ['configuration-record'], records: ['configuration-item'] },
  'configuration-record': { records: ['configuration-item'] },
  'context-analysis': { records: ['issue'] },
  'continuity-test-record': { records: ['continuity-test'] },
  'corrective-action-record': { records: ['corrective-action'], occasional: true },
  'customer-register': { records: ['customer'] },
  'demand-forecast': { documents: ['capacity-plan'] },
  'dispute-record': { documents: [], occasional: true },
  'document-register': { records: ['document-entry'] },
  'financial-policy': { documents: ['budget'] },
  'financial-report': { documents: ['budget'] },
  'improvement-plan': { documents: ['improvement-register'], records: ['improvement'] },
  'improvement-policy': { documents: ['improvement-register', 'service-management-policy'], records: ['improvement'] },
  'improvement-register': { records: ['improvement'] },
  'incident-record': { records: ['incident'] },
  'interested-parties-register': { records: ['interested-party'] },
  'known-error-record': { documents: ['problem-record'], records: ['problem'] },
  'kpi-definition': { records: ['kpi'] },
  'measurement-result': { documents: ['service-report', 'kpi-definition'], records: ['kpi-result', 'kpi'] },
  'nonconformity-record': { records: ['nonconformity', 'audit-finding'], occasional: true },
  ola: { occasional: true },
  policy: { general: true },
  'problem-record': { records: ['problem'] },
  procedure: { general: true },
  'process-description': { general: true },
  raci: { records: ['raci-row'] },
  record: { documents: [], records: ANY_RECORD },
  'release-policy': { documents: ['change-management-policy', 'release-record'], records: ['release'] },
  'release-record': { records: ['release'] },
  'resource-plan': { documents: ['budget', 'service-management-plan'] },
  'risk-register': { records: ['risk'] },
  'role-description': { records: ['role'] },
  'security-incident-record': { documents: ['security-controls'], records: ['incident'], occasional: true },
  'service-catalogue': { records: ['service'] },
  'service-design': { documents: ['service-transition-plan'], occasional: true },
  'service-management-objectives': { records: ['objective'] },
  'service-report-specification': { documents: ['service-report'] },
  'service-request-record': { documents: ['incident-record'], records: ['incident'] },
  'service-requirements': { records: ['requirement'] },
  'service-transition-plan': { occasional: true },
  'supplier-contract': { occasional: true },
  'supplier-register': { records: ['supplier'] },
  'supplier-review': { documents: ['supplier-register', 'supplier-contract'], records: ['supplier'], occasional: true },
  'test-record': { documents: ['release-record', 'service-transition-plan'], occasional: true },
  'training-record': { records: ['training'] },
  'transition-report': { documents: ['service-transition-plan', 'release-record'], occasional: true },
  'work-instruction': { general: true },
};

const NAMES: ReadonlySet<string> = new Set(KINDS.map((kind) => kind.name));

/** The kinds that answer a kind of the catalogue; one that has no entry answers under its own name, if it is a kind of ours. */
export function answeringKinds(kind: string): AnsweringKinds {
  const { documents, records, occasional, general } = PARTICULAR[kind] ?? {};
  return {
    documents: documents ?? (NAMES.has(kind) ? [kind] : []),
    records: records ?? [],
    occasional: occasional ?? false,
    general: general ?? false,
  };
}
