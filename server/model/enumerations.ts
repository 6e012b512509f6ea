/** The fixed lists of values that several kinds share, each canonical value with its synonyms. */

/** Where an item of a register stands: an action, an audit, an improvement, a change. */
export const ITEM_STATUS = {
  new: ['raised', 'submitted', 'logged', 'identified', 'proposed', 'registered', 'neu', 'erfasst', 'vorgeschlagen'],
  open: ['to do', 'not started', 'pending', 'offen'],
  planned: ['scheduled', 'approved', 'authorized', 'authorised', 'accepted', 'geplant', 'genehmigt', 'freigegeben'],
  'in-progress': [
    'in progress',
    'ongoing',
    'wip',
    'started',
    'active',
    'doing',
    'in arbeit',
    'in bearbeitung',
    'laufend',
  ],
  held: ['conducted', 'carried out', 'performed', 'durchgeführt'],
  done: [
    'completed',
    'complete',
    'implemented',
    'finished',
    'resolved',
    'reported',
    'erledigt',
    'umgesetzt',
    'abgeschlossen',
  ],
  closed: ['verified', 'verified closed', 'geschlossen', 'verifiziert'],
  rejected: ['declined', 'cancelled', 'canceled', 'withdrawn', 'abandoned', 'abgelehnt', 'zurückgezogen', 'abgesagt'],
  'on-hold': ['on hold', 'parked', 'deferred', 'postponed', 'zurückgestellt', 'ruht', 'verschoben'],
} as const;

/** Where a document stands in its life. */
export const DOCUMENT_STATUS = {
  draft: ['in preparation', 'work in progress', 'entwurf', 'in erstellung'],
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

/** High, medium and low, for priority, impact, likelihood, risk and criticality. */
export const LEVEL = {
  critical: ['very high', 'urgent', 'top', 'must', 'must have', 'kritisch', 'sehr hoch', 'muss'],
  high: ['major', 'should', 'should have', 'hoch', 'soll'],
  medium: ['moderate', 'normal', 'med', 'could', 'could have', 'mittel', 'kann'],
  low: ['minor', 'very low', 'won t', 'wont', 'niedrig', 'gering'],
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
    'geringfügig',
  ],
  observation: ['obs', 'note', 'area of concern', 'beobachtung', 'feststellung', 'hinweis'],
  opportunity: [
    'ofi',
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
