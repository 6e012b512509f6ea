/** Hover on an id such as `PROC-13` or `IMP-07`: what it identifies, who answers for it and how it stands. */
import { fieldOf } from '../reading/facts.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import type { Hover, HoverContext } from './hover.ts';
import { documentLink, escaped, link } from './hover-markdown.ts';

const ID = /[\p{L}][\p{L}\d]*(?:[-_/.][\p{L}\d]+)+/gu;
/** How far an id may reach to either side of the cursor. */
const REACH = 60;

/** The hover on a known id, wherever it is written; null where the word under the cursor identifies nothing here. */
export function hoverOnId({ view, text, offset, address }: HoverContext): Hover | null {
  const from = Math.max(0, offset - REACH);
  for (const match of text.slice(from, offset + REACH).matchAll(ID)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (offset < start || end < offset || !/\d/.test(match[0])) continue;
    // What the id was given to comes first, rows that only repeat it after that.
    const found = [...view.identified(match[0])].sort((a, b) => Number(a.record !== null) - Number(b.record !== null));
    if (found.length === 0) return null;
    const lexicon = lexiconFor(view.configuration);
    const lines = found.slice(0, 4).map(({ facts, record }) => {
      const kind = record?.kind ?? facts.kinds[0];
      const title = kind === undefined ? 'Document' : (lexicon.kind(kind)?.title ?? kind);
      const name =
        record === null
          ? documentLink(facts, address)
          : link(record.name === '' ? match[0] : record.name, address(facts.path, record.headSpan.start));
      const holder = record ?? facts;
      const said = ['owner', 'status', 'due', 'next_review'].flatMap((field) => {
        const value = fieldOf(holder, field);
        return value?.state === 'given' ? [`${escaped(value.label.replace(/_/g, ' '))}: ${escaped(value.raw)}`] : [];
      });
      const where = record === null ? '' : ` in ${documentLink(facts, address)}`;
      return `**${escaped(match[0])}** · ${title}\n\n${name}${where}${said.length === 0 ? '' : `\n\n${said.join(' · ')}`}`;
    });
    return { span: { start, end }, markdown: lines.join('\n\n---\n\n') };
  }
  return null;
}
