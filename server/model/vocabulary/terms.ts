/** Keys of terms: names of roles, processes, services and headings, compared without numbering, case and plural. */
import { memory, remembered } from '../memo.ts';
import { foldWords } from './folding.ts';

const keys = memory<string>();

const NUMBERING = /^(?:§+\s*)?(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.):]?|[A-Za-z][.)]|[ivxIVX]{1,5}[.)])\s+(?=\S)/;

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|[sx]is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The words of a term in the form in which terms are compared, the last one singular; none for text without words. */
export function termWords(text: string): readonly string[] {
  let spaced = text.includes('{#') ? text.replace(/\{#[^{}]*\}\s*$/, '') : text;
  if (spaced.includes('(')) spaced = spaced.replace(/\((?:s|es)\)/gi, '');
  spaced = spaced.trimStart().replace(NUMBERING, '');
  if (spaced.includes('-')) spaced = spaced.replace(/\b(co|re|sub|non|pre|on)-(?=\p{Ll})/giu, '$1');
  if (/edesk|pdesk/i.test(spaced)) spaced = spaced.replace(/\b(help|service)(?=desk)/gi, '$1 ');
  if (/[a-zß-ÿ][A-ZÀ-Þ]/.test(spaced)) spaced = spaced.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  if (/['’]/.test(spaced)) spaced = spaced.replace(/['’]s\b/g, '').replace(/['’]/g, '');
  const words = foldWords(spaced);
  const kept = words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
  const last = kept.at(-1);
  return last === undefined ? [] : [...kept.slice(0, -1), singular(last)];
}

/**
 * The form in which names of roles, processes, labels and headings are compared: `3.2 Service-Level Managers`,
 * `serviceLevelManager` and `the service level manager` are one. Words stand apart by single spaces; empty for text
 * without letters and digits.
 */
export function termKey(text: string): string {
  return remembered(keys, text, (own) => termWords(own).join(' '));
}
