/** Values as YAML scalars: plain where that is safe, quoted as the neighbours are. */
import type { YamlMap } from '../syntax/tree.ts';
import { oneLine } from './source.ts';

export interface Quoting {
  /** The neighbours quote even what could stand plain. */
  readonly always: boolean;
  readonly mark: 'single' | 'double';
}

/** How a map quotes its values; in: the map. */
export function quotingOf(map: YamlMap | null): Quoting {
  let single = 0;
  let double = 0;
  let needless = 0;
  let plain = 0;
  for (const { value } of map?.entries ?? []) {
    if (value.type !== 'scalar' || value.text === '') continue;
    if (value.style === 'single') single += 1;
    else if (value.style === 'double') double += 1;
    else if (value.style === 'plain') plain += 1;
    if ((value.style === 'single' || value.style === 'double') && isPlainSafe(value.text, false)) needless += 1;
  }
  return { always: needless >= 2 && needless > plain, mark: single > double ? 'single' : 'double' };
}

const INDICATOR = /^(?:[-?:](?:\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)/;
const NULLISH = /^(?:null|~)$/i;
const NUMBER = /^[-+]?(?:0[xo][\da-f]+|(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:e[-+]?\d+)?)$/i;

/** Can the text stand without quotes and come back as it is, in other YAML readers too? `flow`: inside `{…}` or `[…]`. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\x00-\x1f\x7f\u0085\u2028\u2029\ufeff]/.test(text)) return false;
  if (INDICATOR.test(text) || /:(?:\s|$)|\s#/.test(text) || NULLISH.test(text)) return false;
  if (flow && /[,[\]{}]/.test(text)) return false;
  // 8.10 and 007 would lose a digit in a reader that makes numbers of them.
  return !NUMBER.test(text) || String(Number(text)) === text;
}

/** Writes a value as a scalar of one line; in: the value, how its neighbours quote, and whether it stands in flow style. */
export function scalarText(value: string, quoting: Quoting, flow = false): string {
  const text = oneLine(value);
  if (text === '') return '';
  if (!quoting.always && isPlainSafe(text, flow)) return text;
  if (quoting.mark === 'single' || (/["\\]/.test(text) && !text.includes("'")))
    return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
