/** Records that stand in sentences: the targets of an agreement, the actions of minutes, one an item or a line. */
import type { KindDescription } from '../model/kind.ts';
import { findDates } from '../model/vocabulary/dates.ts';
import { looksLikePerson, looksLikeRole } from '../model/vocabulary/role-words.ts';
import { parseTarget } from '../model/vocabulary/targets.ts';
import { type FlatText, flatten, plainText } from '../syntax/inline-text.ts';
import { type Span, span } from '../syntax/span.ts';
import type { Block, List, ListItem, Table, TableCell } from '../syntax/tree.ts';
import type { FieldFact, RecordFact, SectionFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { recordOf } from './record.ts';
import { matchColumns } from './record-columns.ts';
import type { Section } from './sections.ts';
import { linksIn } from './words.ts';

/**
 * Reads what sections on targets and on actions say in sentences.
 * In: the document's path, its sections with their facts, its kinds. Out: records in the order of the text; sentences that name
 * no number, and items that name nobody and no day, give none.
 */
export function spokenRecords(
  path: string,
  sections: readonly Section[],
  facts: readonly SectionFact[],
  kinds: readonly KindDescription[],
  lexicon: Lexicon,
): readonly RecordFact[] {
  const carried = new Set(kinds.flatMap((kind) => kind.carries ?? []));
  if (!carried.has('sla-target') && !carried.has('action')) return [];
  return sections.flatMap((section, i): readonly RecordFact[] => {
    const names = facts[i]?.names ?? [];
    if (carried.has('sla-target') && names.includes('targets')) return targets(path, section, lexicon);
    if (carried.has('action') && names.includes('actions'))
      return section.own.flatMap((block) => (block.type === 'list' ? actions(path, block, section, lexicon) : []));
    return [];
  });
}

function factsOf(
  kind: string,
  path: string,
  block: Block,
  lexicon: Lexicon,
): (name: string, raw: string, at: Span) => FieldFact[] {
  const links = block.type === 'paragraph' ? linksIn(path, block.children) : [];
  return (name, raw, at) => {
    const field = lexicon.fieldNamed(kind, name);
    return field === null
      ? []
      : [fieldFact(field, { label: field.title, labelSpan: null, raw, span: at, links, shape: 'row' })];
  };
}

/** `P1`, `Priority 2`, `Prio 3`. */
const PRIORITY = /\b(?:P|Prio(?:rity|rität)?\s*)([1-5])\b/i;
const EACH_PRIORITY = new RegExp(PRIORITY, 'gi');
/** What stands between what is measured and the number: "Availability of at least 99.9 %", "Incidents are resolved within 4 h". */
const BETWEEN =
  /\s*(?:[:=–—-]|\b(?:of|is|are|will|be|shall|must|at|least|most|within|more|less|than|no|not|up|to|a|an|the|by|in|with|minimum|maximum|min|max|von|ist|sind|wird|werden|mindestens|höchstens|maximal|innerhalb|binnen|unter|über)\b\.?|[<>≤≥=]|\s)*$/i;
const MEASURED_BY = /\b(?:measured\s+(?:by|with|in|through)|gemessen\s+(?:mit|durch|in))\s+([^.;\n]+)/i;

/** Sentences end before a capital; "99.9" and "P1: 4 h. P2: 8 h" do not end one that a number goes on from. */
const SENTENCE = /(?<=\p{L}[.;])\s+(?=\p{Lu}\p{Ll})/u;

function targets(path: string, section: Section, lexicon: Lexicon): readonly RecordFact[] {
  const found: RecordFact[] = [];
  const take = (block: Block, whole: Span): void => {
    if (block.type !== 'paragraph') return;
    const flat = flatten(block.children, 'keep');
    const field = factsOf('sla-target', path, block, lexicon);
    let from = 0;
    for (const sentence of flat.text.split(SENTENCE)) {
      from = flat.text.indexOf(sentence, from);
      found.push(...targetsIn(sentence, from, flat, field, whole, section));
      from += sentence.length;
    }
  };
  for (const block of section.own) {
    if (block.type === 'list')
      for (const item of block.items) for (const child of item.children.slice(0, 1)) take(child, item.span);
    else if (block.type === 'table') found.push(...rowTargets(path, block, section, lexicon));
    else take(block, block.span);
  }
  return found;
}

/** The targets of one sentence; in: its words, where they stand in the flat text, and how facts are made. */
function targetsIn(
  words: string,
  from: number,
  flat: FlatText,
  field: (name: string, raw: string, at: Span) => FieldFact[],
  whole: Span,
  section: Section,
): readonly RecordFact[] {
  const named = [...words.matchAll(EACH_PRIORITY)].map((match) => match[0]);
  const all = named.filter((priority) => parseTarget(partFor(words, priority)) !== null);
  if (all.length < 2 && !isTarget(words)) return [];
  const measure = measureOf(words, from, flat);
  if (measure === null) return [];
  const at = flat.spanOf(from, from + words.length);
  const method = MEASURED_BY.exec(words)?.[1]?.trim() ?? null;
  const shared = method === null ? [] : field('method', method, at);
  const rows = all.length >= 2 ? all : [named[0] ?? ''];
  return rows.map((priority) => {
    const fields = [
      ...field('measure', measure.words, measure.span),
      ...field('target', all.length < 2 ? words : partFor(words, priority), at),
      ...(priority === '' ? [] : field('priority', priority, at)),
      ...shared,
    ];
    return { ...recordOf('sla-target', fields, whole, 'item', section.heading.text), headSpan: measure.span };
  });
}

/** A number with a unit or a comparator, and not just any. */
function isTarget(words: string): boolean {
  const target = parseTarget(words);
  return target !== null && (target.unit !== '' || target.comparator !== null);
}

/** The rows of a table whose columns say less than its cells: what is promised, and beside it a sentence that promises it. */
function rowTargets(path: string, table: Table, section: Section, lexicon: Lexicon): readonly RecordFact[] {
  const labels = (table.rows[0]?.cells ?? []).map((cell) => plainText(cell.children).trim());
  if (matchColumns(labels, lexicon, new Set(['sla-target'])) !== null) return [];
  if (lexicon.field('sla-target', labels[0] ?? '')?.name !== 'measure') return [];
  return table.rows.slice(1).flatMap((row): readonly RecordFact[] => {
    const [head, ...rest] = row.cells;
    const said = rest.find((cell) => isTarget(plainText(cell.children)));
    const measure = head === undefined ? '' : plainText(head.children).trim();
    if (head === undefined || said === undefined || measure === '') return [];
    const facts = ([name, cell]: readonly [string, TableCell]): FieldFact[] => {
      const described = lexicon.fieldNamed('sla-target', name);
      const raw = plainText(cell.children).trim();
      const pair = {
        labelSpan: null,
        raw,
        span: cell.span,
        links: linksIn(path, cell.children),
        shape: 'row' as const,
      };
      return described === null ? [] : [fieldFact(described, { ...pair, label: described.title })];
    };
    const fields = (
      [
        ['measure', head],
        ['target', said],
      ] as const
    ).flatMap(facts);
    return [recordOf('sla-target', fields, row.span, 'row', section.heading.text)];
  });
}

/** What is measured: the words before the number, without those that lead to it. */
function measureOf(
  sentence: string,
  from: number,
  flat: FlatText,
): { readonly words: string; readonly span: Span } | null {
  const number = /\d/.exec(sentence.replace(PRIORITY, (all) => '_'.repeat(all.length)));
  const before = sentence.slice(0, number?.index ?? 0).replace(/_+/g, '');
  const words = before.replace(BETWEEN, '').replace(/:.*$/s, '').trim();
  if (!/\p{L}{3,}/u.test(words) || words.length > 120) return null;
  const at = flat.text.indexOf(words, from);
  return at < 0 ? null : { words, span: flat.spanOf(at, at + words.length) };
}

/** The part of a sentence that speaks of one priority: from its name to the next one's. */
function partFor(text: string, priority: string): string {
  const start = text.indexOf(priority);
  const rest = text.slice(start + priority.length);
  const next = PRIORITY.exec(rest);
  return text.slice(start, next === null ? text.length : start + priority.length + next.index).replace(/[\s,;/]+$/, '');
}

const DUTY = /^([^:()]{3,50}?)\s*(?::\s+|\s+(?:to|will|shall|soll|wird)\s+(?=\p{Ll}))/u;

function actions(path: string, list: List, section: Section, lexicon: Lexicon): readonly RecordFact[] {
  const read = list.items.map((item) => actionOf(path, item, section, lexicon));
  // A list in which nobody has to do anything by any day is one of remarks.
  return read.some((each) => each?.assigned === true)
    ? read.flatMap((each) => (each === null ? [] : [each.record]))
    : [];
}

function actionOf(
  path: string,
  item: ListItem,
  section: Section,
  lexicon: Lexicon,
): { readonly record: RecordFact; readonly assigned: boolean } | null {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return null;
  const flat = flatten(first.children, 'keep');
  const words = flat.text.trim();
  if (words === '') return null;
  const field = factsOf('action', path, first, lexicon);
  const place = (part: string): Span => {
    const at = flat.text.indexOf(part);
    return at < 0 ? first.span : flat.spanOf(at, at + part.length);
  };
  const dates = findDates(flat.text);
  const due = dates.length === 1 ? dates[0] : undefined;
  const owner = ownerIn(words);
  const fields = [
    ...field('description', words, first.span),
    ...(owner === null ? [] : field('owner', owner, place(owner))),
    ...(due === undefined ? [] : field('due', flat.text.slice(due.start, due.end), flat.spanOf(due.start, due.end))),
    ...(item.checked === null
      ? []
      : field('status', item.checked ? 'done' : 'open', span(item.span.start, item.span.start))),
  ];
  return {
    record: recordOf('action', fields, item.span, 'item', section.heading.text),
    assigned: owner !== null || due !== undefined || item.checked !== null,
  };
}

/** Who has to act: "Jane Doe: …", "Jane Doe to …", "… (Jane Doe, 2 May 2026)", "… – Jane Doe – 2 May 2026". */
function ownerIn(words: string): string | null {
  const before = DUTY.exec(words)?.[1]?.trim() ?? null;
  const inside = [...words.matchAll(/\(([^()]*)\)/g)].flatMap((match) => (match[1] ?? '').split(/\s*[,;:]\s*/));
  const beside = words.split(/\s+[–—|-]\s+/).slice(1);
  const named = [...(before === null ? [] : [before]), ...inside, ...beside].map((part) =>
    part.replace(/^(?:owner|responsible|verantwortlich|who|wer)\s*:?\s+/i, '').trim(),
  );
  return named.find((part) => looksLikePerson(part) || (looksLikeRole(part) && part.split(/\s+/).length <= 4)) ?? null;
}
