/** Statuses of documents and of items such as actions, findings and improvements, with their synonyms. */
import { foldWords } from './folding.ts';

export type DocumentStatus =
  | 'draft'
  | 'in-review'
  | 'approved'
  | 'superseded'
  | 'obsolete'
  | 'archived'
  | 'withdrawn'
  | 'template';

export type ItemStatus =
  | 'new'
  | 'open'
  | 'in-progress'
  | 'done'
  | 'closed'
  | 'rejected'
  | 'on-hold'
  | 'planned'
  | 'held';

// Words are folded as `foldWords` folds them; phrases are matched from their beginning, the longest first.
/** Where a document stands in its life, each status with its synonyms. */
export const DOCUMENT_STATUS = listed<DocumentStatus>({
  draft:
    'draft, drafted, drafting, first draft, initial draft, new, proposed, proposal, work in progress, wip, in progress, in work, under development, in development, not approved, not yet approved, unapproved, not yet in use, not yet in force, not yet effective, entwurf, in arbeit, in bearbeitung, nicht freigegeben, noch nicht freigegeben, noch nicht in kraft, noch nicht in gebrauch',
  'in-review':
    'in review, under review, review, for review, ready for review, in approval, for approval, pending, pending approval, pending review, awaiting approval, awaiting review, submitted, final draft, consultation, in pruefung, zur pruefung, in freigabe, zur freigabe, in abstimmung, pruefung',
  approved:
    'approved, active, effective, final, finalised, finalized, released, published, live, in force, in effect, in use, valid, current, issued, authorised, authorized, ratified, adopted, accepted, signed, operational, production, freigegeben, genehmigt, gueltig, aktiv, in kraft, verabschiedet, veroeffentlicht, aktuell, final freigegeben',
  superseded: 'superseded, replaced, ersetzt, abgeloest',
  obsolete:
    'obsolete, deprecated, retired, expired, invalid, outdated, decommissioned, no longer valid, no longer in use, not in use, inactive, veraltet, ungueltig, ausser kraft, abgelaufen, inaktiv, nicht mehr gueltig',
  archived: 'archived, archive, archiviert, archiv',
  withdrawn: 'withdrawn, revoked, cancelled, canceled, rescinded, void, zurueckgezogen, widerrufen',
  template: 'template, vorlage, muster, dokumentvorlage',
});

/** Where an item of a register stands, each status with its synonyms. */
export const ITEM_STATUS = listed<ItemStatus>({
  new: 'new, raised, logged, submitted, identified, proposed, registered, received, not assessed, idea, neu, erfasst, gemeldet, eingereicht, vorgeschlagen',
  open: 'open, opened, reopened, re opened, to do, todo, not started, not yet started, assigned, active, accepted, approved, authorised, authorized, overdue, outstanding, pending, unresolved, not closed, not done, not completed, not implemented, offen, angenommen, genehmigt, ueberfaellig, nicht begonnen, nicht erledigt, zugewiesen, wieder geoeffnet',
  'in-progress':
    'in progress, progress, ongoing, on going, wip, work in progress, started, implementing, in implementation, in work, under way, underway, being implemented, doing, under review, in review, in evaluation, partially implemented, partly done, in bearbeitung, in arbeit, in umsetzung, laufend, begonnen, teilweise umgesetzt, in pruefung',
  done: 'done, completed, complete, implemented, finished, resolved, delivered, actioned, fixed, erledigt, umgesetzt, fertig, fertiggestellt, geloest',
  closed:
    'closed, close, verified, verified effective, effective, verified closed, closed effective, geschlossen, abgeschlossen, verifiziert, wirksam',
  rejected:
    'rejected, declined, cancelled, canceled, withdrawn, dropped, abandoned, will not do, won t do, wont do, not approved, denied, duplicate, abgelehnt, verworfen, storniert, zurueckgezogen, abgesagt',
  'on-hold':
    'on hold, hold, parked, deferred, postponed, suspended, paused, blocked, waiting, zurueckgestellt, verschoben, pausiert, angehalten, blockiert, wartend',
  planned:
    'planned, scheduled, upcoming, programmed, planed, not yet held, not held, not yet due, geplant, angesetzt, terminiert, vorgesehen',
  held: 'held, conducted, performed, carried out, took place, executed, reported, audited, durchgefuehrt, stattgefunden, gehalten, abgehalten, berichtet',
});

const DONE_MARKS = /^(?:[✅✔✓☑]|\[x\])\uFE0F?$/iu;
/** "Closed - rejected", "closed (not implemented)": brought to an end without being done. */
const NOT_DONE =
  /^\p{L}+\s*(?:[-–—:(,;/]\s*)?(?:as |but |since |als |da )?(?:rejected|declined|cancell?ed|withdrawn|dropped|abandoned|duplicate|won['’]?t (?:do|fix)|not (?:implemented|pursued|approved|done|feasible)|abgelehnt|verworfen|storniert|zurückgezogen|nicht (?:umgesetzt|weiterverfolgt|genehmigt))(?!\p{L})/iu;
const OPEN_MARKS = /^(?:☐|\[ \])$/u;

function listed<S extends string>(words: Readonly<Record<S, string>>): Readonly<Record<S, readonly string[]>> {
  const entries = Object.entries<string>(words).map(([status, phrases]) => [status, phrases.split(', ')]);
  return Object.fromEntries(entries) as Record<S, readonly string[]>;
}

function index<S extends string>(words: Readonly<Record<S, readonly string[]>>): ReadonlyMap<string, S> {
  const map = new Map<string, S>();
  for (const status of Object.keys(words) as S[]) for (const phrase of words[status]) map.set(phrase, status);
  return map;
}

const documentStatuses = index(DOCUMENT_STATUS);
const itemStatuses = index(ITEM_STATUS);

/** Tells whether a value still lists the statuses to choose from: "Open / In progress / Closed". */
function listsOptions<S>(phrases: ReadonlyMap<string, S>, options: readonly string[], atLeast: number): boolean {
  const known = options.map((option) => phrases.get(foldWords(option).join(' ')));
  return known.every((status) => status !== undefined) && new Set(known).size >= atLeast;
}

/** Finds the longest known phrase that a text begins with, so that "Approved by the board" is read as approved. */
function beginning<S>(phrases: ReadonlyMap<string, S>, raw: string): S | null {
  const text = raw.slice(0, 200);
  const options = text.split(/[/|,]/);
  if (options.length > 1 && listsOptions(phrases, options, /[/|]/.test(text) ? 2 : 3)) return null;
  const words = foldWords(text);
  for (let count = Math.min(words.length, 4); count > 0; count--) {
    const status = phrases.get(words.slice(0, count).join(' '));
    if (status !== undefined) return status;
  }
  return null;
}

/** Reads the status of a document; null for an unknown word or none. */
export function documentStatus(raw: string): DocumentStatus | null {
  return beginning(documentStatuses, raw);
}

/** Reads the status of an action, finding, audit, improvement and the like; null for an unknown word or none. */
export function itemStatus(raw: string): ItemStatus | null {
  const text = raw.trim();
  if (DONE_MARKS.test(text)) return 'done';
  if (OPEN_MARKS.test(text)) return 'open';
  const status = beginning(itemStatuses, text);
  return (status === 'done' || status === 'closed') && NOT_DONE.test(text) ? 'rejected' : status;
}

/** Tells whether a document is in use: approved, or silent about its status. */
export function isLive(status: DocumentStatus | null): boolean {
  return status === 'approved' || status === null;
}

/** Tells whether a document has been taken out of use. */
export function isOutOfUse(status: DocumentStatus | null): boolean {
  return status === 'superseded' || status === 'obsolete' || status === 'archived' || status === 'withdrawn';
}

/** Tells whether completeness may be asked of a document: not of drafts, templates and what is out of use. */
export function wantsCompleteness(status: DocumentStatus | null): boolean {
  return status !== 'draft' && status !== 'template' && !isOutOfUse(status);
}

/** Tells whether nothing more is to be done for an item. */
export function isSettled(status: ItemStatus | null): boolean {
  return status === 'done' || status === 'closed' || status === 'rejected' || status === 'held';
}

/** All statuses of documents, in the order of a document's life. */
export const DOCUMENT_STATUSES = Object.keys(DOCUMENT_STATUS) as readonly DocumentStatus[];

/** All statuses of items. */
export const ITEM_STATUSES = Object.keys(ITEM_STATUS) as readonly ItemStatus[];
