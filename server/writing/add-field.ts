/** A metadata field of a document, written where the document keeps its metadata and as it writes them. */
import { fieldOf } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { type Span, touches } from '../syntax/span.ts';
import { documentLabelling } from './field-labels.ts';
import { writeValue } from './field-value.ts';
import { homesOf } from './homes.ts';
import { newBlocks } from './new-block.ts';
import { addPair } from './pair-edits.ts';
import { keepsMetadata, keepsRecords, keepsSections, reread, says } from './proof.ts';
import type { WritingSource } from './source.ts';

/**
 * Adds a metadata field that is missing, or fills one that is empty or a placeholder; never overwrites an answer.
 * In: the document, the canonical field name, the value as plain words or inline Markdown (empty: only the label), the lexicon.
 * Out: the edits; null where the field is answered already or no place was found at which it would be read back.
 */
export function addField(
  source: WritingSource,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  const fact = fieldOf(source.facts, fieldName);
  const answered =
    fact !== null && fact.shape !== 'computed' && (fact.state === 'given' || fact.state === 'not-applicable');
  return answered && fact.shape !== 'history' ? null : setField(source, fieldName, value, lexicon);
}

/**
 * Writes a metadata field whether it is there or not; for corrections of a wrong value.
 * In and out as for `addField`, but an answer is overwritten where it stands.
 */
export function setField(
  source: WritingSource,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): readonly TextEdit[] | null {
  for (const edits of ways(source, fieldName, value, lexicon)) {
    if (proved(source, edits, fieldName, value, lexicon)) return edits;
  }
  return null;
}

function* ways(
  source: WritingSource,
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): Generator<readonly TextEdit[]> {
  const { facts, tree } = source;
  const fact = fieldOf(facts, fieldName);
  const written = fact !== null && fact.shape !== 'computed' && fact.shape !== 'history';
  if (written) {
    const edits = writeValue(source, fact, value);
    if (edits !== null) yield edits;
    // A second block with another value would only contradict the first.
    if (fact.shape !== 'section') return;
  }
  const described = facts.kinds
    .map((kind) => lexicon.kind(kind)?.fields.find((field) => field.name === fieldName))
    .find((field) => field !== undefined);
  const field = described ?? lexicon.fieldNamed(null, fieldName);
  if (field === null) return;
  const labelling = documentLabelling(facts.kinds, lexicon);
  const homes = homesOf(tree, facts.metadata);
  for (const home of homes) {
    const edits = addPair(source, home, field, value, labelling, lexicon);
    if (edits !== null) yield edits;
  }
  yield* newBlocks(source, field, value, labelling);
}

function proved(
  source: WritingSource,
  edits: readonly TextEdit[],
  fieldName: string,
  value: string,
  lexicon: Lexicon,
): boolean {
  const before = source.facts;
  const after = reread(source, edits, lexicon);
  if (after === null || !says(fieldOf(after, fieldName), value)) return false;
  const changed = new Set([fieldName]);
  if (!keepsMetadata(before, after, changed)) return false;
  // Another kind reads more, or other, records and sections.
  if (before.kinds.join() !== after.kinds.join()) return before.sections.length === after.sections.length;
  const reached = (section: Span): boolean => edits.some((edit) => touches(section, edit.span.start));
  return (
    before.sections.length === after.sections.length &&
    keepsSections(before, after, reached) &&
    keepsRecords(before, after, () => null)
  );
}
