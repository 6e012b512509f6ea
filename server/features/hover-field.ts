/** Hover on the label of a field or column: what it is for, what it may say, and which clause asks for it. */
import { clause } from '../model/catalogue.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { touches } from '../syntax/span.ts';
import type { Hover, HoverContext } from './hover.ts';
import { escaped } from './hover-markdown.ts';

/** The hover on a field's label in metadata, a register or a table; null elsewhere. */
export function hoverOnField({ view, facts, offset }: HoverContext, lexicon: Lexicon): Hover | null {
  const holders = [
    { kind: facts.kinds[0] ?? null, fields: facts.metadata },
    ...facts.records.filter(({ form }) => form !== 'document'),
  ];
  for (const { kind, fields } of holders) {
    const found = fields.find(({ labelSpan }) => labelSpan !== null && touches(labelSpan, offset));
    if (found === undefined || found.labelSpan === null) continue;
    const described = lexicon.fieldNamed(kind, found.field);
    if (described === null) return null;
    const values = described.values === undefined ? '' : `One of: ${Object.keys(described.values).join(', ')}.`;
    const numbers = described.clauses?.[view.edition] ?? [];
    const asked = numbers.map((number) => {
      const title = clause(view.edition, number)?.title;
      return title === undefined ? number : `${number} ${escaped(title)}`;
    });
    const parts = [
      `**${escaped(described.title)}**${kind === null ? '' : ` · ${lexicon.kind(kind)?.title ?? kind}`}`,
      escaped(described.help),
      values,
      asked.length === 0 ? '' : `Asked for by ISO/IEC 20000-1:${view.edition}, ${asked.join('; ')}.`,
    ];
    return { span: found.labelSpan, markdown: parts.filter((part) => part !== '').join('\n\n') };
  }
  return null;
}
