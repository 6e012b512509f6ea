/** Hover on a label, a column's head or a heading: what it is for, what it may say, and which clause asks for it. */
import { CONTROL_SECTIONS } from '../model/control.ts';
import type { FieldDescription, SectionDescription } from '../model/kind.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { assignFields } from '../reading/record-columns.ts';
import { plainText } from '../syntax/inline-text.ts';
import { type Span, touches } from '../syntax/span.ts';
import { type Language, languageOfSections } from '../writing/section-words.ts';
import { tableKind } from './holder.ts';
import type { Hover, HoverContext } from './hover.ts';
import { escaped } from './hover-markdown.ts';
import { labelHelp } from './offer-labels.ts';

/** The hover on a field's label in metadata, a register or a table, or on a section's heading; null elsewhere. */
export function hoverOnField(context: HoverContext, lexicon: Lexicon): Hover | null {
  return onLabel(context, lexicon) ?? onColumn(context, lexicon) ?? onHeading(context, lexicon);
}

function onLabel({ view, facts, offset }: HoverContext, lexicon: Lexicon): Hover | null {
  const holders = [
    { kind: facts.kinds[0] ?? null, fields: facts.metadata.filter(({ shape }) => shape !== 'section') },
    ...facts.records.filter(({ form }) => form !== 'document'),
  ];
  for (const { kind, fields } of holders) {
    const found = fields.find(({ labelSpan }) => labelSpan !== null && touches(labelSpan, offset));
    if (found === undefined || found.labelSpan === null) continue;
    const described = lexicon.fieldNamed(kind, found.field);
    return described === null ? null : said(described, kind, found.labelSpan, view.edition, lexicon);
  }
  return null;
}

/** The head of a column in a table that holds no records yet. */
function onColumn({ view, facts, offset, workspace }: HoverContext, lexicon: Lexicon): Hover | null {
  const tree = workspace.tree(facts.path);
  if (tree?.format !== 'markdown') return null;
  const table = tree.blocks.find((block) => block.type === 'table' && touches(block.span, offset));
  const cells = table?.type === 'table' ? (table.rows[0]?.cells ?? []) : [];
  const index = cells.findIndex((cell) => cell.span.end > cell.span.start && touches(cell.span, offset));
  const cell = cells[index];
  if (cell === undefined) return null;
  const labels = cells.map(({ children }) => plainText(children).trim());
  const kind = tableKind(labels, facts, lexicon, offset);
  const field = kind === null ? null : (assignFields(labels, kind, lexicon)[index] ?? null);
  return field === null ? null : said(field, kind, cell.span, view.edition, lexicon);
}

function onHeading({ view, facts, offset }: HoverContext, lexicon: Lexicon): Hover | null {
  const section = facts.sections.find(({ headingSpan }) => touches(headingSpan, offset));
  if (section === undefined) return null;
  for (const kind of facts.kinds) {
    const sections = [...(lexicon.kind(kind)?.sections ?? []), ...CONTROL_SECTIONS];
    const described = sections.find(({ name }) => section.names.includes(name));
    if (described !== undefined)
      return said(described, kind, section.headingSpan, view.edition, lexicon, languageOfSections(facts.sections));
  }
  return null;
}

function said(
  described: FieldDescription | SectionDescription,
  kind: string | null,
  span: Span,
  edition: Parameters<typeof labelHelp>[1],
  lexicon: Lexicon,
  language: Language = 'en',
): Hover {
  const of = kind === null ? '' : ` · ${lexicon.kind(kind)?.title ?? kind}`;
  return { span, markdown: `**${escaped(described.title)}**${of}\n\n${labelHelp(described, edition, language)}` };
}
