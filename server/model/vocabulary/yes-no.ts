/** Yes and no, in words and in the marks that people put into table cells. */
import { foldLetters } from './folding.ts';

const YES = new Set(['yes', 'y', 'true', 'ja', 'j', 'x', 'on', '✓', '✔', '✅', '☑', '☒', '[x]', '1', 'wahr', 'ok']);
const NO = new Set(['no', 'n', 'false', 'nein', 'off', '✗', '✘', '✕', '❌', '☐', '[ ]', '0', 'falsch', 'not yet']);

/**
 * Reads a yes or no; a remark may follow after a bracket, comma, dash or colon ("Yes, since March").
 * Null for anything else, such as "No internal suppliers", which answers another question.
 */
export function parseYesNo(raw: string): boolean | null {
  const text = foldLetters(raw.replace(/\uFE0F/g, ''))
    .replace(/^[\s*_`'"]+|[\s*_`'".!]+$/g, '')
    .trim();
  for (const candidate of [text, text.replace(/\s*(?:[,;:(–—]|\s-\s).*$/s, '')]) {
    if (YES.has(candidate)) return true;
    if (NO.has(candidate)) return false;
  }
  return null;
}
