/** Letters of responsibility matrices: what each stands for in RACI and its variants, and the words of their legends. */

/** Letter → the part of a `raci-row` that it gives; null for a letter that gives none. */
export type Letters = Readonly<Record<string, string | null>>;

/** RASCI and RACI-VS are RACI with letters more; where V verifies, S signs. */
const RACI: Letters = {
  R: 'responsible',
  A: 'accountable',
  C: 'consulted',
  I: 'informed',
  S: 'supports',
  V: 'verifies',
  Q: 'verifies',
  O: null,
};
/** Driver, approver, contributors, informed: the approver has the last word. */
const DACI: Letters = { D: 'responsible', A: 'accountable', C: 'consulted', I: 'informed' };
/** Recommend, agree, perform, input, decide: who decides has the last word, and who agrees merely signs. */
const RAPID: Letters = { R: 'supports', A: 'signs', P: 'responsible', I: 'consulted', D: 'accountable' };
/** With a D beside all letters of RACI, the D drives, decides or does, as each house has it. */
const DARCI: Letters = { ...RACI, D: null };

interface Scheme {
  readonly letters: Letters;
  /** Does a heading name the scheme? */
  readonly named: RegExp;
  /** Letters of which a matrix has all, without a heading that names the scheme. */
  readonly all: string;
  /** Letters of which a matrix has at least one. */
  readonly some: string;
}

const SCHEMES: readonly Scheme[] = [
  { letters: RACI, named: /\b(?:RA(?:S?CI|CIO)|RASCI|CAIRO|ARCI)\b/i, all: '', some: 'RA' },
  { letters: DACI, named: /\bDACI\b/i, all: 'DAC', some: 'DA' },
  { letters: RAPID, named: /\bRAPID\b|\brapid[ -](?:matrix|model|roles|decision)/i, all: 'DP', some: 'DP' },
  { letters: DARCI, named: /\b(?:DA?RA?S?CI)\b/i, all: 'DRC', some: 'RA' },
];

/**
 * The meanings of a matrix' letters.
 * In: the letters of each column that has nothing but letters, what the legend says or null, and the headings above. Out: the
 * meanings of the scheme that fits; null where none does, or where an A may be an approver's as well as one of RAPID.
 */
export function lettersOf(columns: readonly string[], legend: Letters | null, headings: string): Letters | null {
  const all = columns.join('');
  const fits = (letters: Letters): number =>
    columns.filter((column) => [...column].every((letter) => letter in letters)).length;
  if (legend !== null) {
    const base = SCHEMES.find(({ letters }) =>
      Object.entries(legend).every(([letter, part]) => !(letter in letters) || letters[letter] === part),
    );
    const told = { ...base?.letters, ...legend };
    if (fits(told) >= 2) return told;
  }
  const named = SCHEMES.find(
    (scheme) => scheme.named.test(headings) && has(all, scheme.some) && fits(scheme.letters) === columns.length,
  );
  if (named !== undefined) return named.letters;
  let best: Scheme | null = null;
  for (const scheme of SCHEMES)
    if ([...scheme.all].every((letter) => all.includes(letter)) && has(all, scheme.some))
      if (fits(scheme.letters) > (best === null ? 1 : fits(best.letters))) best = scheme;
  if (best === null) return null;
  // Where D or P stand beside an A, and neither C nor a name tells the scheme, A may approve, agree or answer.
  const left = columns.some((column) => /^[DPRAI]*[DP][DPRAI]*$/.test(column) && !(best?.letters === RAPID));
  return left && !all.includes('C') ? null : best.letters;
}

const has = (letters: string, some: string): boolean => [...some].some((letter) => letters.includes(letter));

/** What legends say beyond the labels of the fields themselves. */
const WORDS: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:answer|approv|decid|decision|entscheid|genehmig|antwort|rechenschaft|gesamtverantwort)/i, 'accountable'],
  [/^(?:driv|perform|do(?:es)?$|work|execut|durchf|ausf|umsetz|treib)/i, 'responsible'],
  [/^(?:contribut|input|advis|ask|mitwirk|berat|konsult|befragt|gefragt)/i, 'consulted'],
  [/^(?:told|notif|informier)/i, 'informed'],
  [/^(?:assist|help|recommend|particip|unterst|empf)/i, 'supports'],
  [/^(?:review|check|quality|pr[uü]f)/i, 'verifies'],
  [/^(?:sign|agree|zustimm|unterzeich)/i, 'signs'],
  [/^(?:omit|out|none|keine?)/i, null],
];

/** What a word of a legend stands for, where it is no label of a field; undefined for words that say nothing of that. */
export function partInLegend(word: string): string | null | undefined {
  return WORDS.find(([pattern]) => pattern.test(word))?.[1];
}
