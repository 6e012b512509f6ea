/** The outline of a document: its headings, the records that stand below them, and its document control. */
import type { Facts, RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { contains, type Span } from '../syntax/span.ts';

/** One entry of the outline. */
export interface Entry {
  readonly sort: 'heading' | 'record' | 'metadata' | 'field';
  readonly name: string;
  readonly detail: string;
  /** All that the entry stands for. */
  readonly span: Span;
  /** The short place to jump to; lies in `span`. */
  readonly head: Span;
  readonly children: readonly Entry[];
}

interface Growing extends Entry {
  readonly children: Growing[];
}

/**
 * The outline of a document.
 * In: its facts, the lexicon and whether headings are wanted. Out: entries in the order of the text, records and sections
 * inside the section that holds them.
 */
export function outline(facts: Facts, lexicon: Lexicon, headings = true): readonly Entry[] {
  const roots: Growing[] = [];
  const sections = headings ? facts.sections : [];
  const above: { level: number; entry: Growing }[] = [];
  for (const section of sections) {
    const entry = growing('heading', section.title, '', section.span, section.headingSpan);
    while ((above.at(-1)?.level ?? 0) >= section.level) above.pop();
    (above.at(-1)?.entry.children ?? roots).push(entry);
    above.push({ level: section.level, entry });
  }
  const control = metadataEntry(facts);
  if (control !== null) holder(roots, control.span).push(control);
  for (const record of facts.records) {
    if (record.form === 'document' || (headings && record.form === 'section')) continue;
    holder(roots, record.span).push(recordEntry(record, lexicon));
  }
  sort(roots);
  return roots;
}

function metadataEntry(facts: Facts): Growing | null {
  const shown = facts.metadata.filter(
    ({ shape }) => shape !== 'computed' && shape !== 'section' && shape !== 'heading',
  );
  if (shown.length === 0) return null;
  const children = shown.map((field) => {
    const all = union(field.labelSpan ?? field.span, field.span);
    return growing(
      'field',
      field.label === '' ? field.field : field.label,
      field.raw,
      all,
      field.labelSpan ?? field.span,
    );
  });
  const whole = children.map(({ span }) => span).reduce(union);
  return { ...growing('metadata', 'Document control', '', whole, children[0]?.head ?? whole), children };
}

function recordEntry(record: RecordFact, lexicon: Lexicon): Growing {
  const kind = lexicon.kind(record.kind)?.title ?? record.kind;
  const name = [record.id, record.name].filter((part) => part !== null && part !== '');
  const words = [...new Set(name)].join(' ');
  return growing('record', words === '' ? kind : words, kind, record.span, record.headSpan);
}

/** An outline wants a name that is not blank and a head inside its span; both are seen to here. */
function growing(sort: Entry['sort'], name: string, detail: string, span: Span, head: Span): Growing {
  const words = name.replace(/\s+/g, ' ').trim();
  const inside = contains(span, head) ? head : { start: span.start, end: span.start };
  return {
    sort,
    name: words === '' ? '(no name)' : words,
    detail: detail.replace(/\s+/g, ' ').slice(0, 80),
    span,
    head: inside,
    children: [],
  };
}

/** The children of the deepest heading that holds a span, or the roots. */
function holder(entries: Growing[], inner: Span): Growing[] {
  const found = entries.find(({ sort, span }) => sort === 'heading' && contains(span, inner));
  return found === undefined ? entries : holder(found.children, inner);
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function sort(entries: Growing[]): void {
  entries.sort((a, b) => a.span.start - b.span.start);
  for (const { children } of entries) sort(children);
}
