/** Which names used in responsibilities are roles that somebody has to define, rather than groups, customers or plain nouns. */
import { termWords } from '../model/vocabulary/names.ts';
import { looksLikePerson, looksLikeRole } from '../model/vocabulary/role-words.ts';

/** Groups and functions have members, not duties of their own; parties outside are not for this organization to define. */
const NO_ROLE_ENDINGS = new Set(
  'desk helpdesk team group board committee council department unit office staff management cab ecab support operation operations legal finance hr it procurement authority party abteilung referat gruppe vorstand betrieb einkauf customer client user requester requestor supplier vendor provider contractor subcontractor consultant company employee personnel kunde lieferant anwender nutzer'.split(
    ' ',
  ),
);
const OUTSIDE = new Set(
  'customer client supplier vendor user external third requester kunde lieferant extern externe externer certification certifying registrar accreditation'.split(
    ' ',
  ),
);
const PARTIES = new Set(
  'provider contractor subcontractor consultant partner outsourced auftragnehmer dienstleister'.split(' '),
);
const OUTSIDE_ENDINGS = new Set(
  'representative contact vertreter ansprechpartner party sponsor technician engineer auditor assessor body'.split(' '),
);
/** "Supplier's service manager", "service manager of the supplier": whoever it is, the other side names them. */
const THEIRS =
  /\b(?:customer|client|supplier|vendor|contractor|provider)s?[’'](?:s\b|\s)|\b(?:of|from|at) (?:the |an? )?(?:external )?(?:customer|client|supplier|vendor|contractor|certification body)\b|\b(?:des|der|vom|beim) (?:Kunden|Lieferanten|Auftragnehmers|Dienstleisters|Zertifizierungsstelle)\b/i;

/** "Process owner", "action owner", "responsible manager": words that only say of what, or which of many. */
const ANY_OF = new Set(
  'process service document line relevant responsible respective appropriate assigned each any other all action system data resolver project role procedure policy kpi control product team department group designated nominated accountable task ticket'.split(
    ' ',
  ),
);
const ANY_ENDING = new Set(
  'owner manager lead leader auditor coordinator head requester implementer approver author reviewer'.split(' '),
);

/** Tells whether a name is that of a role which the organization itself would define: two words or more, one person at a time. */
export function isDefinableRole(name: string): boolean {
  const text = name.trim();
  if (/[/,;&+<>[\]{}@?]|\b(?:and|or|und|oder)\b/i.test(text) || /^[A-Z]{2,6}s?$/.test(text)) return false;
  const words = termWords(text);
  const last = words.at(-1);
  if (words.length < 2 || words.length > 6 || last === undefined) return false;
  if (!looksLikeRole(text) || looksLikePerson(text) || NO_ROLE_ENDINGS.has(last)) return false;
  if (isOutsideParty(text)) return false;
  // "Service owner" and "relevant manager" mean somebody else in each case, not one role.
  return words.length > 2 || !ANY_OF.has(words[0] ?? '') || !ANY_ENDING.has(last);
}

/** Tells whether a name is that of a party outside the organization, which assigns its own people: a customer, a supplier. */
export function isOutsideParty(name: string): boolean {
  const words = termWords(name);
  const last = words.at(-1) ?? '';
  // "Customer Relationship Manager" works here; "Customer representative" and "Hosting supplier" do not.
  return (
    THEIRS.test(name) ||
    OUTSIDE.has(last) ||
    PARTIES.has(last) ||
    (words.some((word) => OUTSIDE.has(word)) && OUTSIDE_ENDINGS.has(last))
  );
}

/** The words that tell one role from another: "Change management process owner" and "change process owner" are one. */
export function roleCore(name: string): string {
  return termWords(name)
    .filter(
      (word) =>
        word !== 'management' &&
        word !== 'process' &&
        word !== 'the' &&
        word !== 'it' &&
        word !== 'of' &&
        word !== 'role',
    )
    .sort()
    .join(' ');
}
