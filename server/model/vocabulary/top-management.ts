/** Words by which a function is told to be one of top management; `top-management` in `clausewright.yaml` adds its own. */
import { hasPhrase, phrases } from './phrases.ts';

const TOP = phrases(
  'ceo, cio, coo, cto, cfo, md, managing director*, director*, board, board member*, executive*, chief executive, chief information officer, chief operating officer, chief technology officer, chief financial officer, general manager*, head of it, head of information technology, it director, president, vice president, managing partner*, top management, senior management, owner of the company, vorstand*, vorstaendin*, geschaeftsfuehr*, geschaeftsleit*, direktor*, leiter it, leiterin it, leitung it, it leiter*, it leitung, itleiter*, leiter der it, leiterin der it, leitung der it, oberste leitung, generaldirektor*, praesident*, kaufmaennischer leiter',
);

/** What holds one of these words and is not top management: boards of other things, and those who work for a director. */
const NOT = phrases(
  'advisory board, change board, project board, steering board, cab, assistant*, secretary, assistenz*, assistent*, sekretar*, art director*, creative director*',
);

/** Does a function read as one of top management? In: the words of a function, such as "Managing Director". */
export function soundsLikeTopManagement(text: string): boolean {
  return hasPhrase(text, TOP) && !hasPhrase(text, NOT);
}
