/** Finds bare web and mail addresses in a run of words, for the reader of plain prose. */
import type { Inline } from './tree.ts';

/** What makes a run worth a look. */
export const ADDRESS = /:\/\/|www\.|[\w.+-]@[\w.-]/i;
const CANDIDATE = /[^\s]*(?::\/\/|www\.|@)[^\s]*/gi;
const TRAIL = /[.,;:!?)"']+$/;
const WEB = /^https?:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\/[A-Za-z0-9/#=%+._-]*)?$/;
const MAIL = /^[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/;

/**
 * In: a text, a run of words in it, the stretch that holds the run, and the text's offset in the document.
 * Out: the run's words and links, or null in doubt. An address that touches anything but blanks is doubt.
 */
export function wordsAndAddresses(
  text: string,
  run: { readonly start: number; readonly end: number },
  stretch: { readonly from: number; readonly to: number },
  base: number,
): Inline[] | null {
  const words = text.slice(run.start, run.end);
  const inlines: Inline[] = [];
  let plain = 0;
  const take = (end: number): void => {
    if (end <= plain) return;
    const span = { start: base + run.start + plain, end: base + run.start + end };
    inlines.push({ type: 'text', span, value: words.slice(plain, end) });
  };
  for (const match of words.matchAll(CANDIDATE)) {
    const token = match[0];
    if (!ADDRESS.test(token)) continue;
    const opens = match.index === 0 && run.start > stretch.from;
    const closes = match.index + token.length === words.length && run.end < stretch.to;
    if (opens && !/\s/.test(text.charAt(run.start - 1))) return null;
    if (closes && !/\s/.test(text.charAt(run.end))) return null;
    const lead = token.startsWith('(') ? 1 : 0;
    const address = token.slice(lead).replace(TRAIL, '');
    const web = WEB.test(address);
    // A mark at the end is cut off by rules of its own.
    if ((!web && !MAIL.test(address)) || /[._-]$/.test(address)) return null;
    const start = match.index + lead;
    take(start);
    plain = start + address.length;
    const span = { start: base + run.start + start, end: base + run.start + plain };
    const children: readonly Inline[] = [{ type: 'text', span, value: address }];
    inlines.push({ type: 'link', span, url: web ? address : `mailto:${address}`, urlSpan: span, children });
  }
  take(words.length);
  return inlines;
}
