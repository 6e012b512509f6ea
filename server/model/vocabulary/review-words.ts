/** Words by which minutes say what a review came to: that the system conforms, that it works, that something changes or does not. */
import { hasPhrase, indexOfPhrase, phrases } from './phrases.ts';

const CONFORMITY = phrases(
  'conform*, comply, compli*, in accordance with, in line with the standard, meets the requirements, meet the requirements, met the requirements, fulfil*, satisfies the requirements, satisfy the requirements, according to plan, according to the plan, konform*, erfuell*, entspricht, entsprechen, uebereinstimm*, im einklang',
);

const EFFECTIVENESS = phrases(
  'effectiv*, ineffectiv*, suitab*, unsuitab*, adequa*, inadequa*, appropriat*, fit for purpose, fit for its purpose, works well, working well, work well, working as intended, works as intended, well maintained, wirksam*, unwirksam*, geeignet*, eignung, angemessen*, zweckmaessig*, tauglich*, funktioniert, bewaehrt*',
);

const UNCHANGED = phrases(
  'no change*, no need for change*, no adjustment*, unchanged, not changed, none, nothing, remain*, as before, as is, stays, stay, no, kein*, unveraendert*, nichts, bleibt, bleiben, wie bisher, entfaellt',
);

const CHANGED = phrases(
  'changed, agreed, extended, increased, raised, lowered, reduced, decreased, added, removed, dropped, moved, widened, narrowed, replaced, amended, adapted, adjusted, updated, renewed, introduced, included, prolonged, shortened, terminated, cancelled, modified, relaxed, tightened, geaendert, vereinbart, erweitert, erhoeht, angehoben, gesenkt, verringert, reduziert, hinzugefuegt, ergaenzt, aufgenommen, gestrichen, entfernt, verschoben, ersetzt, angepasst, verlaengert, verkuerzt, gekuendigt, eingefuehrt, neu aufgenommen',
);

/** Words that name what is changed without control: who is called, not what is agreed. */
const TRIVIAL = phrases(
  'contact*, phone*, telephone*, address*, e mail, email, mail address, typo*, wording, editorial, ansprechpartner*, telefon*, adresse*, schreibfehler*, redaktionell*',
);

/** Does a text conclude on conformity, whichever way it goes? "Nonconformities" alone conclude on nothing. */
export function concludesOnConformity(text: string): boolean {
  return hasPhrase(text, CONFORMITY, ['non']);
}

/** Does a text conclude on whether the system is suitable, adequate and effective, whichever way it goes? */
export function concludesOnEffectiveness(text: string): boolean {
  return hasPhrase(text, EFFECTIVENESS);
}

/** Does the answer to "what changes?" say that something was agreed to change, and something that needs control? */
export function saysChanged(text: string): boolean {
  if (indexOfPhrase(text, CHANGED) < 0) return false;
  return !hasPhrase(text, UNCHANGED) && !hasPhrase(text, TRIVIAL) && !hasPhrase(text, NOT_YET);
}

const NOT_YET = phrases(
  'not, never, may, might, could, would, should, proposed, discuss*, consider*, wish*, ask*, if, whether, nicht, koennte*, sollte*, wuensch*, vorgeschlagen, erwogen, diskutiert, falls, ob',
);
