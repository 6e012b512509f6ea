/** Names that say themselves what form a thing has: "Restore process", "Procedure for restoring", "Änderungsverfahren". */
import { foldWords } from './folding.ts';
import { termKey } from './terms.ts';

export type NamedForm = 'process' | 'procedure';

export interface FormName {
  readonly form: NamedForm;
  /** What is left of the name without the word for its form; names with one core are names of one thing. */
  readonly core: string;
  /** Where the word stands in the text. */
  readonly offset: number;
  readonly word: string;
  /** True for "Overview of the restore process": the name stands behind what is said of the thing. */
  readonly behind: boolean;
}

const WORD = /\b(?:process|procedure|prozess|verfahren)\b/giu;
/** German names grow together: "Änderungsprozess", "Änderungsverfahren". */
const COMPOUND = /(?<=\p{L}{4})-?(?:prozess|verfahren)$/iu;
const FORMS: Readonly<Record<string, NamedForm>> = {
  process: 'process',
  prozess: 'process',
  procedure: 'procedure',
  verfahren: 'procedure',
};
/** "Overview of the restore process" is about the restore process. */
const ABOUT =
  /^(?:(?:purpose|scope|overview|summary|description|steps|owner|objectives?|goals?|aims?|review)(?: and (?:purpose|scope|overview|steps|objectives?))? of|about|zweck|überblick über|beschreibung) (?:the|this|our|des|das|den) /iu;
/** "Restoring files" and "file restore" are left apart: only what is worded alike is one name. */
const JOINING = /^(?:(?:for|of|für|zur|zum|der|des)\s+)?(?:(?:the|our|die|das|den)\s+)?/iu;

/**
 * Reads one name; in: a title, heading, link text or value. Out: null where it names no form, or both ("Procedure for the
 * change process"), where it stands in quotation marks, or where nothing is left of it beside the word.
 */
export function formNameIn(text: string): FormName | null {
  if (/["“”„«»‘]/u.test(text)) return null;
  const about = ABOUT.exec(text)?.[0].length ?? 0;
  const name = text.slice(about);
  const whole = [...name.matchAll(WORD)];
  const compound = COMPOUND.exec(name.trimEnd());
  const found = whole.length === 0 && compound !== null ? [compound] : whole;
  const [match] = found;
  if (match === undefined || found.length > 1) return null;
  const word = match[0].replace(/^-/, '');
  const form = FORMS[word.toLowerCase()];
  const before = name.slice(0, match.index).trim();
  const after = name.slice(match.index + match[0].length).trim();
  // The word is the head of the name, so it stands last, or first with what it is for behind it.
  if (form === undefined || (before !== '' && after !== '' && !/^\(.*\)$/.test(after))) return null;
  const rest = before === '' ? after.replace(/^[:–—-]\s*/, '').replace(JOINING, '') : before;
  const core = termKey(rest).replace(/ management$/, '');
  if (core === '' || foldWords(core).every((word) => GENERAL.has(word))) return null;
  return { form, core, offset: about + match.index + (match[0].length - word.length), word, behind: about > 0 };
}

/** "The process", "General procedure", "Related process": no name of a thing. */
const GENERAL = new Set(
  'the this our general related other relevant main detailed overall new own same each any process procedure owner description overview and document name id step 1 2 3'.split(
    ' ',
  ),
);
