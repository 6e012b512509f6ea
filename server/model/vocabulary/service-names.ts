/** Names of services, compared as people write them: by their telling words, by groups ("all hosting services"), by what goes without saying. */
import { memory, remembered } from '../memo.ts';
import { foldWords } from './folding.ts';
import { hasPhrase, phrases } from './phrases.ts';

/** Words that tell no service from another. */
const PLAIN = new Set(
  'service services dienst dienste dienstleistung dienstleistungen leistung leistungen the a an and or of for to our your its all every each any other und oder der die das den des fuer unsere alle alles jede saemtliche including incl inclusive related following such as well'.split(
    ' ',
  ),
);

/** Words that together with plain ones name services as a whole: "all IT services in the service catalogue, to external customers". */
const GENERAL = new Set(
  'it ict i t information technology customer customers client clients external internal business offered provided delivered listed named described in from by at with catalogue catalog portfolio live current supported managed organization organisation company department operation operations support delivery provision management system sms kunden kunde extern externe externen intern interne internen katalog servicekatalog aus im aktuellen'.split(
    ' ',
  ),
);

const words = memory<readonly string[]>();

/** The telling words of a service's name or of what a scope says, singular, in order; in: any text. */
export function serviceWords(text: string): readonly string[] {
  return remembered(words, text, (own) =>
    foldWords(own.replace(/\(([^)]*)\)/g, ' '))
      .filter((word) => !PLAIN.has(word))
      .map(singular),
  );
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Longer than this it is a sentence, in which a name has to stand in one piece. */
const MOST_WORDS = 6;

/** Does a text name a service: by its id, or by the words of its name? */
export function namesService(text: string, name: string, id: string | null): boolean {
  if (id !== null && hasId(text, id)) return true;
  const wanted = serviceWords(name);
  const said = serviceWords(text);
  if (wanted.length === 0) return false;
  return said.length <= MOST_WORDS ? wanted.every((word) => said.includes(word)) : isInOnePiece(said, wanted);
}

function hasId(text: string, id: string): boolean {
  const at = text.toLowerCase().indexOf(id.trim().toLowerCase());
  if (at < 0 || id.trim() === '') return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + id.trim().length);
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

function isInOnePiece(said: readonly string[], wanted: readonly string[]): boolean {
  return said.some((_, at) => wanted.every((word, i) => said[at + i] === word));
}

/**
 * Does what a scope says cover a service as one of a group: "managed hosting services" all that have both words in their name or
 * category? Sentences cover nothing this way.
 */
export function coversAsGroup(text: string, name: string, category: string | null): boolean {
  const group = serviceWords(headOf(text)).filter((word) => !GENERAL.has(word) || word === 'managed');
  if (group.length === 0 || group.length > MOST_WORDS) return false;
  const own = new Set([...serviceWords(name), ...serviceWords(category ?? '')]);
  return group.every((word) => own.has(word));
}

/** Does a text name services only as a whole, so that each of them is meant? */
export function meansEveryService(text: string): boolean {
  const said = foldWords(text.replace(/\(([^)]*)\)/g, ' '));
  return said.length > 0 && said.every((word) => PLAIN.has(word) || GENERAL.has(word));
}

/** What a text names, without the remark behind it: "Monitoring Platform" of "Monitoring Platform (SVC-90), a supporting service". */
export function headOf(text: string): string {
  return text.replace(/\s*(?:[,;:(–—]|\s-\s).*$/s, '').trim();
}

/** What two names have in common that differ in plain words, plurals and remarks only. */
export function serviceKey(text: string): string {
  return serviceWords(headOf(text)).join(' ');
}

/** Is a text short enough to be the name of a service, and no sentence about some? */
export function isServiceName(text: string): boolean {
  const said = serviceWords(headOf(text));
  return said.length > 0 && said.length <= MOST_WORDS && !/[.!?]\s*$/.test(headOf(text));
}

const SUPPORTING = phrases(
  'supporting, underpinning, enabling, internal, technical service*, infrastructure service*, backend, intern*, unterstuetzend*, basisdienst*',
);

/** Does a category say that its services carry others, and are not for customers? */
export function isSupportingCategory(category: string): boolean {
  return hasPhrase(category, SUPPORTING);
}
