/** Fixes of suppression comments: take one out, or one rule of it, or give it room for what it leaves out. */

import type { SuppressionFact } from '../../reading/facts.ts';
import { SUPPRESSION_WORD } from '../../reading/suppressions.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/span.ts';
import type { Fix, Source } from '../../workspace/finding.ts';
import { lineStart, lineStop, nextLine } from '../../writing/source.ts';
import { documentFix } from './one-document.ts';

/** Not taken for an answer by any reader, so that the finding stays until somebody decides. */
const ROOM = 'TBD';

/** The fix that takes the comment out, with its line where nothing else stands on it. */
export function removeComment(path: string, fact: SuppressionFact, written: string): Fix {
  return commentFix('Remove the comment', path, fact, written, (text, { span }) => {
    const start = lineStart(text, span.start);
    const stop = lineStop(text, span.end);
    if (text.slice(start, span.start).trim() === '' && text.slice(span.end, stop).trim() === '')
      return [{ span: { start, end: nextLine(text, span.end) }, text: '' }];
    const blank = /[ \t]*$/.exec(text.slice(start, span.start))?.[0].length ?? 0;
    const closing = text.slice(span.end, stop).trim() === '' ? stop : span.end;
    return [{ span: { start: span.start - blank, end: closing }, text: '' }];
  });
}

/** The fix that takes one rule out of a comment that names several. */
export function removeRule(path: string, fact: SuppressionFact, written: string, id: string): Fix {
  return commentFix(`Take “${id}” out of the comment`, path, fact, written, (_, { rules }) => {
    const order = rules.findIndex((rule) => rule.id === id);
    const [own, next, before] = [rules[order], rules[order + 1], rules[order - 1]];
    if (own === undefined) return null;
    if (next !== undefined) return [{ span: { start: own.span.start, end: next.span.start }, text: '' }];
    return before === undefined ? null : [{ span: { start: before.span.end, end: own.span.end }, text: '' }];
  });
}

/** The fix that adds room for the reason that a comment leaves out. */
export function reasonToFillIn(path: string, fact: SuppressionFact, written: string): Fix {
  return commentFix('Add room for the reason', path, fact, written, (text, { span }) => {
    const whole = text.slice(span.start, span.end);
    if (!whole.includes(SUPPRESSION_WORD)) return null;
    const end = whole.endsWith('-->') ? whole.length - 3 : whole.length;
    const words = whole.slice(0, end).trimEnd();
    const room = words.endsWith(':') ? ` ${ROOM}` : `: ${ROOM}`;
    const at = span.start + words.length;
    return [{ span: { start: at, end: span.start + end }, text: whole.endsWith('-->') ? `${room} ` : room }];
  });
}

/** The fix that opens the end of a comment again, for somebody to write down a new day. */
export function endToFillIn(path: string, fact: SuppressionFact, written: string): Fix {
  return commentFix('Renew it, the date left open', path, fact, written, (_, { untilSpan }) =>
    untilSpan === null ? null : [{ span: untilSpan, text: ROOM }],
  );
}

function commentFix(
  title: string,
  path: string,
  fact: SuppressionFact,
  written: string,
  edit: (text: string, now: SuppressionFact) => readonly TextEdit[] | null,
): Fix {
  return documentFix(title, path, (here) => {
    const now = again(here, fact, written);
    return now === null ? null : edit(here.tree.text, now);
  });
}

/** The comment in the document as it stands now: the one that says the same, the nearest where several do. */
function again({ facts }: Source, fact: SuppressionFact, written: string): SuppressionFact | null {
  const same = facts.suppressions.filter((each) => wordsOf(each) === written);
  const distance = ({ start }: Span): number => Math.abs(start - fact.span.start);
  return same.sort((a, b) => distance(a.span) - distance(b.span))[0] ?? null;
}

/** What a comment says, to know it again. */
export function wordsOf(fact: SuppressionFact): string {
  return JSON.stringify([
    fact.rules.map(({ id }) => id),
    fact.about,
    fact.reason,
    fact.until,
    fact.scope === null,
    fact.untilSpan === null,
  ]);
}
