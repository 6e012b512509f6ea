/**
 * The fixed lists of values that several kinds share, each canonical value with its commonest synonyms.
 * Schemas and completion are made from them; the parsers in vocabulary/ know more words, and a test keeps the two in step.
 */

/** Where an item of a register stands: an action, an audit, an improvement, a change. */
export const ITEM_STATUS = {
  new: ['raised', 'submitted', 'logged', 'identified', 'proposed', 'registered', 'neu', 'erfasst', 'vorgeschlagen'],
  open: [
    'to do',
    'not started',
    'pending',
    'offen',
    'approved',
    'authorized',
    'authorised',
    'accepted',
    'genehmigt',
    'active',
  ],
  planned: ['scheduled', 'geplant'],
  'in-progress': ['in progress', 'ongoing', 'wip', 'started', 'doing', 'in arbeit', 'in bearbeitung', 'laufend'],
  held: ['conducted', 'carried out', 'performed', 'durchgeführt', 'reported'],
  done: ['completed', 'complete', 'implemented', 'finished', 'resolved', 'erledigt', 'umgesetzt'],
  closed: ['abgeschlossen', 'verified', 'verified closed', 'geschlossen', 'verifiziert'],
  rejected: ['declined', 'cancelled', 'canceled', 'withdrawn', 'abandoned', 'abgelehnt', 'zurückgezogen', 'abgesagt'],
  'on-hold': ['on hold', 'parked', 'deferred', 'postponed', 'zurückgestellt', 'verschoben'],
} as const;

/** Where a document stands in its life. */
export const DOCUMENT_STATUS = {
  draft: ['work in progress', 'entwurf'],
  'in-review': ['in review', 'under review', 'for approval', 'in approval', 'in prüfung', 'zur freigabe'],
  approved: [
    'final',
    'released',
    'published',
    'live',
    'in force',
    'active',
    'effective',
    'valid',
    'current',
    'issued',
    'freigegeben',
    'gültig',
    'in kraft',
    'genehmigt',
    'veröffentlicht',
  ],
  superseded: ['replaced', 'ersetzt', 'abgelöst'],
  obsolete: ['retired', 'expired', 'outdated', 'ungültig', 'veraltet', 'außer kraft'],
  archived: ['archive', 'archiviert'],
  withdrawn: ['zurückgezogen'],
  template: ['vorlage'],
} as const;

/** How serious an audit finding or a nonconformity is. */
export const FINDING_GRADE = {
  major: [
    'major nc',
    'major nonconformity',
    'major non conformity',
    'significant',
    'critical',
    'hauptabweichung',
    'schwerwiegend',
    'kritische abweichung',
  ],
  minor: [
    'minor nc',
    'minor nonconformity',
    'minor non conformity',
    'nonconformity',
    'non conformity',
    'nc',
    'nebenabweichung',
    'abweichung',
  ],
  observation: ['obs', 'note', 'beobachtung', 'feststellung', 'hinweis'],
  ofi: [
    'opportunity',
    'opportunity for improvement',
    'improvement',
    'recommendation',
    'verbesserungspotenzial',
    'empfehlung',
    'verbesserung',
  ],
  positive: [
    'strength',
    'good practice',
    'conform',
    'conformity',
    'conforming',
    'stärke',
    'konform',
    'konformität',
    'erfüllt',
  ],
} as const;

/** High, medium and low, for priority, impact, likelihood, risk and criticality. */
export const LEVEL = {
  critical: ['very high', 'urgent', 'must', 'must have', 'kritisch', 'sehr hoch', 'muss'],
  high: ['should', 'should have', 'hoch', 'soll'],
  medium: ['moderate', 'normal', 'could', 'could have', 'mittel', 'kann'],
  low: ['minor', 'niedrig', 'gering'],
} as const;
