/** The document as one record of a kind, and the signs that it is a controlled document. */

import { termKey } from '../model/vocabulary/names.ts';
import { type Span, span } from '../syntax/span.ts';
import type { FieldFact, KindFrom, RecordFact, SectionFact } from './facts.ts';
import type { Lexicon } from './lexicon.ts';
import { recordOf } from './record.ts';

/** What a document is called, and where it says so. */
export interface Title {
  readonly text: string;
  readonly span: Span;
}

/** The title that a metadata field gives; null where there is none. */
export function titleOf(field: FieldFact | null): Title | null {
  return field === null ? null : { text: field.raw, span: field.span };
}

/**
 * Is the document itself a record of the kind, beside the rows that it holds?
 * A log of many is not: its own data is document control only.
 */
export function isRecordItself(
  kind: string,
  metadata: readonly FieldFact[],
  records: readonly RecordFact[],
  lexicon: Lexicon,
): boolean {
  if (!records.some((record) => record.kind === kind)) return true;
  const own = new Set(lexicon.kind(kind)?.fields.map((field) => field.name) ?? []);
  return (
    metadata.filter(
      (field) =>
        field.state === 'given' &&
        own.has(field.field) &&
        lexicon.fieldNamed(null, field.field) === null &&
        field.shape !== 'section',
    ).length >= 2
  );
}

/** The record that a whole document stands for: an audit plan is one audit, a role description one role. */
export function documentRecord(
  kind: string,
  path: string,
  title: Title | null,
  metadata: readonly FieldFact[],
  length: number,
  lexicon: Lexicon,
): RecordFact {
  const own = new Set(lexicon.kind(kind)?.fields.map((field) => field.name) ?? []);
  // "Audit ID" of a plan is the audit's identifier; without one the document's own counts.
  const identifier = metadata.find((field) => field.field === kind && field.state === 'given') ?? null;
  const fields = metadata
    .filter((field) => own.has(field.field) && (identifier === null || field.field !== 'id'))
    .concat(identifier === null || !own.has('id') ? [] : [{ ...identifier, field: 'id' }]);
  const named = fields.find((field) => field.field === 'name' && field.state === 'given');
  const name = named?.raw ?? subjectOf(title?.text ?? path.replace(/^.*\//, '').replace(/\..*$/, ''), lexicon);
  const record = recordOf(kind, fields, span(0, length), 'document', null, name);
  return { ...record, headSpan: title?.span ?? span(0, 0) };
}

/** "Audit plan AUD-7", "Audit report 2026": which one it is, not what it is about. */
const NUMBERED = /\s+(?:[A-Z]{2,6}-[\w-]*\d[\w-]*|(?:19|20)\d{2}(?:[-/]\d{1,4})?)$/;

/** What a title speaks of, without the words that name its kind: "Change Manager" of "Role description: Change Manager". */
export function subjectOf(title: string, lexicon: Lexicon): string {
  const segments = title
    .split(/\s*(?:[:|–—()]|\s-\s)\s*/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const isKind = (segment: string): boolean => lexicon.namesKind(termKey(segment.replace(NUMBERED, '')));
  const subject = segments.filter((segment) => !isKind(segment))[0] ?? title;
  return subject
    .replace(/\s+(?:role\s+(?:description|profile|definition)|role|job\s+description|rollenbeschreibung)$/i, '')
    .replace(
      /^(?:rollenbeschreibung|rollenprofil|stellenbeschreibung|role\s+(?:description|profile)|role|rolle)\s+(?:of\s+(?:the\s+)?)?/i,
      '',
    )
    .replace(/^\p{L}{3,}(?:bericht|plan|protokoll)\s+(?=\p{Lu})/u, '');
}

/** Fields whose presence says that somebody controls this document. */
const CONTROLLING: ReadonlySet<string> = new Set([
  'id',
  'owner',
  'approver',
  'version',
  'status',
  'effective',
  'next_review',
  'review_interval',
  'approved',
]);

/** Does the metadata carry control data? An edit date alone is none. */
export function carriesControl(metadata: readonly FieldFact[]): boolean {
  return metadata.some(
    (field) =>
      field.state !== 'empty' &&
      field.shape !== 'computed' &&
      (CONTROLLING.has(field.field) || (field.field === 'reviewed' && /review|pr[uü]f/i.test(field.label))),
  );
}

/** Is this a controlled document: declared, carrying control data, or showing the full signature of its kind? */
export function isControlled(
  metadata: readonly FieldFact[],
  from: KindFrom,
  kinds: readonly string[],
  sections: readonly SectionFact[],
  lexicon: Lexicon,
): boolean {
  if (from === 'type' || from === 'id' || from === 'configuration') return true;
  if (carriesControl(metadata)) return true;
  return kinds.some((kind) => {
    const names = new Set(sections.flatMap((section) => section.names));
    if (kind === 'process-description' && ['objective', 'inputs', 'outputs'].every((name) => names.has(name)))
      return true;
    const signature = lexicon.kind(kind)?.recognise.headings;
    return signature !== undefined && signature.names.filter((name) => names.has(name)).length >= signature.atLeast;
  });
}
