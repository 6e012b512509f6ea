/** What an organization may set in numbers: the thresholds and the intervals that rules go by, each described once. */

export interface Threshold {
  readonly unit: 'days' | 'months' | 'count';
  readonly default: number;
  /** One plain sentence, shown on hover and in completion of `clausewright.yaml`. */
  readonly help: string;
}

/** Numbers that are this project's defaults, from no standard; `thresholds:` in `clausewright.yaml` sets others. */
export const THRESHOLDS = {
  'audit-preparation': {
    unit: 'days',
    default: 90,
    help: 'Days before an audit by which its auditor, criteria and scope have to be known.',
  },
  'audit-overdue': {
    unit: 'days',
    default: 30,
    help: 'Days after its planned date by which an audit has to be held, moved or reported.',
  },
  'audit-report': {
    unit: 'days',
    default: 30,
    help: 'Days after an audit was held by which its report has to be there.',
  },
  'audit-cycle': {
    unit: 'months',
    default: 36,
    help: 'Months within which every process has to be audited at least once.',
  },
  'nonconformity-new': {
    unit: 'days',
    default: 30,
    help: 'Days for which a nonconformity may be called new, with its cause and action still open.',
  },
  'evidence-freshness': {
    unit: 'months',
    default: 12,
    help: 'Months for which a dated record shows in the trace that a process is at work.',
  },
  'competence-people': {
    unit: 'count',
    default: 5,
    help: 'How many people a competence matrix has to list before it is expected to show a gap somewhere.',
  },
  'improvement-assessment': {
    unit: 'days',
    default: 30,
    help: 'Days after an improvement was suggested by which it has to be assessed.',
  },
  'improvement-stalled': {
    unit: 'days',
    default: 180,
    help: 'Days without a change after which an open improvement is called stalled.',
  },
  'improvements-to-compare': {
    unit: 'count',
    default: 10,
    help: 'How many improvements a register has to hold before they are expected to differ in priority.',
  },
  'review-delay': {
    unit: 'days',
    default: 14,
    help: 'Days after its planned day, or the end of its interval, by which a review or meeting has to be held.',
  },
  'owned-processes': {
    unit: 'count',
    default: 5,
    help: 'How many processes one person may own before it is worth a thought.',
  },
  'measure-result': {
    unit: 'days',
    default: 30,
    help: 'Days after the end of a period by which the results of its measures have to be there.',
  },
  probation: {
    unit: 'days',
    default: 180,
    help: 'Days after somebody took a role by which their competence has to be assessed.',
  },
  'training-effectiveness': {
    unit: 'days',
    default: 90,
    help: 'Days after a training by which somebody has to have looked whether it worked.',
  },
} as const satisfies Readonly<Record<string, Threshold>>;

export type ThresholdName = keyof typeof THRESHOLDS;

/** Intervals that an organization may declare for all its documents at once; what a document itself says comes first. */
export const DECLARED_INTERVALS = {
  'competence-review': 'How often competence and training needs are reviewed.',
  'internal-audit': 'How often each process is audited.',
  'management-review': 'How often top management reviews the service management system.',
  'service-review': 'How often services are reviewed with each customer.',
  'interim-meeting': 'How often one meets with each customer between two reviews.',
} as const satisfies Readonly<Record<string, string>>;

export type IntervalName = keyof typeof DECLARED_INTERVALS;
