/** Verbs with which a step begins that says what to do: "Open the ticket", "Öffnen Sie das Ticket". */
import { foldWords } from './folding.ts';

const VERBS = new Set(
  'accept acknowledge activate add adjust agree analyse analyze announce apply approve archive arrange ask assess assign attach attend authorise authorize back begin book build calculate call cancel change check choose classify clean clear click close collect compare complete confirm connect contact copy correct create decide define delete deploy describe determine diagnose disable discuss dispatch document download draft drag edit enable ensure enter escalate establish estimate evaluate examine execute export fill find finish follow forward gather generate get give go grant hand identify implement import include inform initiate insert inspect install investigate invite issue join keep label launch link list load lock log login look make mark match measure meet merge monitor move name navigate note notify obtain open order paste perform pick place plan post prepare present press prioritise prioritize proceed process produce provide publish pull push put raise read receive record reject release remove rename repeat replace reply report request resolve respond restart restore retrieve return review roll run save schedule scroll search select send set share shut sign start stop store submit switch tag take tell test tick track transfer triage turn type undo update upgrade upload use validate verify view wait warn watch write'.split(
    ' ',
  ),
);
const GERMAN =
  /^(?:oeffnen|klicken|waehlen|pruefen|erfassen|informieren|erstellen|speichern|senden|schliessen|starten|beenden|eintragen|anlegen|aendern|loeschen|bestaetigen|freigeben|dokumentieren|zuweisen|melden|ausfuellen|kontrollieren|eingeben|herunterladen|hochladen|bewerten|planen|testen|installieren|aktualisieren|benachrichtigen|uebergeben|abschliessen)$/;

/** Does a step begin with a verb that tells somebody to do something? */
export function beginsWithVerb(words: string): boolean {
  const [first = '', second = ''] = foldWords(words.slice(0, 80));
  return (
    VERBS.has(first) ||
    GERMAN.test(first) ||
    (/^(?:then|first|next|now|please|bitte|dann)$/.test(first) && (VERBS.has(second) || GERMAN.test(second)))
  );
}
