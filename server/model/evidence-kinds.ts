/** The kinds of documents that are evidence of one event, or plan one: nobody owns or keeps them up as one does a policy. */
const EVIDENCE: ReadonlySet<string> = new Set([
  'audit-plan',
  'audit-report',
  'awareness-record',
  'change-record',
  'complaint-record',
  'configuration-record',
  'continuity-test-record',
  'corrective-action-record',
  'customer-satisfaction-report',
  'management-review-minutes',
  'meeting-minutes',
  'nonconformity-record',
  'release-record',
  'service-report',
  'service-review-minutes',
  'training-record',
]);

/** Tells whether a kind of document is a record of something that took place; in: the kind's name. */
export function isEvidence(kind: string): boolean {
  return EVIDENCE.has(kind);
}
