/** Criteria: words by which one can tell afterwards whether something was reached, beside numbers and dates. */
import { findDates } from './dates.ts';
import { foldWords } from './folding.ts';
import { parseYesNo } from './yes-no.ts';

/** Words of a state that either is or is not: "certificate obtained", "all audits held", "no major nonconformity". */
const STATES: ReadonlySet<string> = new Set(
  'all none no zero never always obtained achieved certified introduced completed implemented established approved published signed passed held live available closed renewed kept retained done finished replaced documented trained alle keine kein null erreicht zertifiziert eingefuehrt abgeschlossen umgesetzt bestanden erhalten verfuegbar freigegeben unterzeichnet erledigt geschult'.split(
    ' ',
  ),
);
/** Numbers that say where something stands, and measure nothing: "principle 4", "clause 9.1", "OBJ-02". */
const PLACES =
  /\b(?:principles?|clauses?|sections?|chapters?|phase|stage|grunds(?:atz|ätze)|abschnitt|kapitel|phase|iso(?:\/iec)?)\s*(?:no\.?\s*)?\d[\d.:-]*|\b[A-Z]{2,6}-\d[\w-]*/gi;
const IN_PLACE = /\bin (?:place|force|use|operation|kraft|betrieb)\b/;

/** Does a text hold a number, a date, or a state that either is or is not? In: any text; "better" and "as good as possible" do not. */
export function isCheckable(text: string): boolean {
  if (/\d/.test(text.replace(PLACES, ' ')) || findDates(text).length > 0 || parseYesNo(text) !== null) return true;
  const words = foldWords(text);
  return words.some((word) => STATES.has(word)) || IN_PLACE.test(words.join(' '));
}
