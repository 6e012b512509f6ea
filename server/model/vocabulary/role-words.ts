/** Words by which a role, a group or an area of work is told from a person's name. */
import { foldLetters } from './folding.ts';

/** Nouns that end the name of a role or group: "Change Manager", "Service Desk", "Leitung". */
const ENDS = new Set(
  'manager managers owner owners lead leads leader leaders head officer officers director directors coordinator coordinators auditor auditors analyst analysts engineer engineers administrator administrators admin admins specialist specialists architect architects supervisor steward custodian sponsor approver reviewer author representative agent agents technician technicians consultant developer operator operators controller planner team teams desk board committee council group department unit office staff management authority provider supplier customer customers user users party parties department cab ecab ceo cio coo cto cfo ciso dpo hr it legal finance procurement operations support partner president chair chairman chairperson secretary assistant executive employee employees principal leiter leiterin leitung manager managerin verantwortlicher verantwortliche beauftragter beauftragte abteilung referat gruppe vorstand geschaeftsfuehrer geschaeftsfuehrung geschaeftsleitung inhaber eigner prozesseigner auditorin koordinator koordinatorin sachbearbeiter administratorin vertreter vertreterin betrieb einkauf kunde'.split(
    ' ',
  ),
);

/** Words of the field that no person is called by: they do not end a role, but they do not make a name either. */
const FIELD_WORDS = new Set(
  'change release incident problem service services request capacity availability continuity security information configuration asset supplier business relationship level risk audit internal external quality process project network server infrastructure deployment knowledge demand event problem it sms itsm customer support finance financial marketing sales operations operational technical senior junior chief deputy head director vice lead global regional local product platform cloud data database application software hardware system systems first second third line 1st 2nd 3rd managed major test testing compliance legal human resources vendor contract catalogue portfolio training communication document record management general datenschutz sicherheit informationssicherheit qualitaet hr procurement fachbereich interner interne externer externe technik'.split(
    ' ',
  ),
);

const STARTS =
  /^(?:head|director|vp|vice president|chief|leiter(?:in)?|leitung|member|owner|manager|chair|deputy)\s+(?:of|for|der|des|fuer|the)?\b/;

function wordsOf(text: string): readonly string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Tells whether a text reads as a role or a group: it ends with a role noun, begins as "Head of" or is an acronym. */
export function looksLikeRole(text: string): boolean {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return false;
  return (
    ENDS.has(last) ||
    /(?:manager|leiter|leiterin|leitung|verantwortlicher?n?|beauftragter?n?)$/.test(last) ||
    (words.length > 1 && STARTS.test(foldLetters(text.trim()))) ||
    /^[A-Z]{2,5}$/.test(text.trim())
  );
}

/** Tells whether a text can be a person's full name: two to five words, each with a capital or a particle, none of the field. */
export function looksLikePerson(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5 || looksLikeRole(text)) return false;
  const particle = /^(?:von|van|de|der|den|del|della|di|da|du|la|le|zu|zum|bin|ibn|al|el|ter|ten|y|e)$/i;
  const name = /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.)$/u;
  return (
    words.every((word) => (name.test(word) || particle.test(word)) && !isFieldWord(word)) &&
    name.test(words.at(-1) ?? '')
  );
}

/** Tells whether a word belongs to the field, such as "Change" or "Network", rather than to a person's name. */
export function isFieldWord(word: string): boolean {
  const folded = foldLetters(word).replace(/[^\p{L}\p{N}]/gu, '');
  return FIELD_WORDS.has(folded) || ENDS.has(folded);
}

const REPRESENTATIVE =
  /^(?:the )?(?:senior responsible owner|management representative|representative of (?:the )?management|managementbeauftragter?|beauftragter? der (?:obersten )?leitung)$/;

/** Tells whether a text names the member of management whom the editions of 2005 and 2011 want appointed for service management. */
export function isManagementRepresentative(text: string): boolean {
  return REPRESENTATIVE.test(wordsOf(text).join(' '));
}

const BODY =
  /^(?:board|committee|council|team|teams|group|panel|forum|cab|ecab|department|unit|division|crew|ausschuss|beirat|gremium|kreis|lenkungskreis|gruppe|abteilung|rat|runde)$/;

/** Is it a body of several people: a board, a committee, a team? In: a name of a role or holder. */
export function isBody(text: string): boolean {
  const words = wordsOf(text.replace(/\([^)]*\)/g, ' '));
  return (
    BODY.test(words.at(-1) ?? '') ||
    words[0] === 'team' ||
    /(?:ausschuss|beirat|gremium|lenkungskreis)$/.test(words[0] ?? '')
  );
}
