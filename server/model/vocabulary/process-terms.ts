/** The terms that a process goes by, so that its name in one document is found under what another one calls it. */
import { memory, remembered } from '../memo.ts';
import { nameKey, termKey } from './names.ts';

const PROCESS_WORDS =
  /^(?:the |der |den )?(?:process (?:description |definition |document )?(?:for |of )?|prozess(?:beschreibung|dokumentation|definition|handbuch)? (?:fuer |des |der |zum |zur )?(?:das |den |die )?)|(?: process(?:es)?(?: description| definition| document)?| ?prozess(?:beschreibung)?)$/g;
/** "PRC-01 Change management": the number says which document it is, not which process. */
const LEADING_ID = /^\s*[A-Z]{2,6}(?:[-_ ][A-Z]{2,6})?[-_ ]?\d{1,4}\s*[:–—-]?\s+(?=\p{L})/u;
const ABBREVIATED = /\s*\([A-Z][A-Za-z&-]{1,7}\)\s*$/;

/** The name of a process without what does not tell one from another: ids, "process", other spellings of "management". */
function processCore(name: string): string {
  return termKey(
    name
      .replace(LEADING_ID, '')
      .replace(ABBREVIATED, '')
      .replace(/\s*\/\s*/g, ' and '),
  )
    .replace(/\b(?:mgmt|mgt)\b/g, 'management')
    .replace(PROCESS_WORDS, '')
    .replace(/(\p{L}{3,})management\b/gu, '$1 management')
    .trim();
}

/**
 * The terms that a process goes by: its full name, the name without "process" and "management", and each half of a
 * combined one, so that "Incident and service request management" answers to "Incident management" too.
 */
export function processTerms(name: string): readonly string[] {
  const whole = processCore(name);
  if (whole === '') return [];
  const terms = new Set([whole]);
  const management = whole.endsWith(' management') ? ' management' : '';
  const core = management === '' ? whole : whole.slice(0, -management.length);
  terms.add(core);
  for (const half of core.split(/ (?:and|or|und|oder) /)) {
    const part = half.trim();
    if (part === '') continue;
    terms.add(part);
    terms.add(part.endsWith(' management') ? part : `${part} management`);
  }
  return [...terms];
}

const terms = memory<readonly string[]>();

/** The terms under which one name or id is looked for: itself, as a person's name, and as a process's. */
export function calledTerms(text: string): readonly string[] {
  return remembered(terms, text, (own) => [own.trim().toLowerCase(), nameKey(own), ...processTerms(own)]);
}
