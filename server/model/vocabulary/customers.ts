/** Names of customers: compared without their legal form, and those that stand for a whole company or a market. */
import { memory, remembered } from '../memo.ts';
import { foldWords } from './folding.ts';
import { hasPhrase, phrases } from './phrases.ts';

const LEGAL_FORMS = new Set(
  'gmbh mbh ag kg ohg ug se eg ev ltd limited plc inc incorporated corp corporation llc llp lp co ab as asa aps oy oyj bv nv sa sarl sas spa srl kft zrt sro sp zoo pty pte'.split(
    ' ',
  ),
);

const keys = memory<string>();

/** The form in which names of customers are compared: "Quarry Ltd." and "Quarry" are one. */
export function customerKey(name: string): string {
  return remembered(keys, name, (own) => {
    const words = foldWords(own.replace(/\([^)]*\)/g, ' '));
    return words.filter((word, i) => i === 0 || (word !== 'and' && !LEGAL_FORMS.has(word))).join(' ');
  });
}

const EVERYBODY = phrases(
  'all employees, all staff, all users, all departments, all units, whole company, entire company, whole organization, entire organization, own organization, own staff, consumers, private customers, retail customers, general public, public at large, end users, alle mitarbeiter*, alle beschaeftigten, alle abteilungen, gesamtes unternehmen, ganzes unternehmen, privatkunden, endkunden, verbraucher*',
);

/** Does a name stand for a whole company, or for a market of consumers, with whom one does not meet one by one? */
export function isEverybody(name: string): boolean {
  return hasPhrase(name, EVERYBODY);
}
