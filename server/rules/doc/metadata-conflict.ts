/** The rule `doc.metadata-conflict`: two blocks of one document give different values for one field. */
import type { FieldFact } from '../../reading/facts.ts';
import type { Span } from '../../syntax/span.ts';
import type { Fix } from '../../workspace/finding.ts';
import { replaceSpan } from '../../writing/replace.ts';
import { documentFix } from '../fixes/one-document.ts';
import { isSetAside } from '../life.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'doc.metadata-conflict',
  title: 'Document contradicts itself in its own data',
  why: 'Where the head of a document says version 1.2 and its foot says 1.3, nobody knows which state was approved. Auditors compare the two, since it shows whether documents are controlled.',
  remedy: 'Keep each value in one place, or make both places say the same.',
  pitfall: 'housekeeping',
  clauses: { '2005': ['3.2'], '2011': ['4.3.2'], '2018': ['7.5.2', '7.5.3'] },
  severity: 'warning',
  examples: {
    bad: `--- file: change.md
---
version: "1.2"
owner: Change Manager
---
# Change management process

| Document control | |
| --- | --- |
| Version | 1.3 |
            ^^^ [doc.metadata-conflict] 1.2
            💡 Take “1.2”
            💡 Take “1.3”
| Status | Approved |
`,
    good: `--- file: change.md
---
version: "1.3"
owner: Change Manager
---
# Change management process

| Document control | |
| --- | --- |
| Version | v1.3 |
| Status | Approved |
`,
  },
  on: 'documents',
  kinds: 'all',
  *check({ facts }) {
    if (isSetAside(facts)) return;
    for (const { field, first, second } of facts.conflicts) {
      const [upper, lower] = first.span.start < second.span.start ? [first, second] : [second, first];
      yield {
        span: lower.span,
        message: `${lower.label} is "${plain(lower.raw)}" here, but "${plain(upper.raw)}" elsewhere in this document.`,
        about: field,
        related: [{ path: facts.path, span: upper.span, message: `${upper.label} is "${plain(upper.raw)}" here.` }],
        fixes: [take(facts.path, field, 'first', first), take(facts.path, field, 'second', second)],
      };
    }
  },
});

/** Makes both places say what one of them says. */
function take(path: string, field: string, side: 'first' | 'second', chosen: FieldFact): Fix {
  return documentFix(`Take “${plain(chosen.raw)}”`, path, (here) => {
    const now = here.facts.conflicts.find((each) => each.field === field);
    if (now === undefined || now[side].raw !== chosen.raw) return null;
    const wrong = side === 'first' ? now.second : now.first;
    return replaceSpan(here, valueSpan(here.tree.text, wrong.span), plain(chosen.raw));
  });
}

const COMMENT = /<!--[\s\S]*?-->/g;

/** A value without the comments that stand beside it. */
function plain(raw: string): string {
  return raw.replace(COMMENT, ' ').trim();
}

/** The stretch of the value itself, so that a comment beside it is not lost. */
function valueSpan(text: string, place: Span): Span {
  const words = text.slice(place.start, place.end);
  const value = plain(words);
  const at = words.indexOf(value);
  return value === '' || at < 0 ? place : { start: place.start + at, end: place.start + at + value.length };
}
