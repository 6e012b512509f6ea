/** Reads a document again as it would stand after an edit, so that nothing is offered that would not do what it says. */
import { DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import type { Facts, FieldFact, RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { markdownFacts } from '../reading/markdown-facts.ts';
import { yamlFacts } from '../reading/yaml-facts.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { plainText } from '../syntax/inline-text.ts';
import { parseTree } from '../syntax/parse.ts';
import { contains, type Span } from '../syntax/span.ts';
import { oneLine, type WritingSource } from './source.ts';

/** The facts after an edit; null where the edits do not fit the text. */
export function reread(source: WritingSource, edits: readonly TextEdit[], lexicon: Lexicon): Facts | null {
  return rereadSource(source, edits, lexicon)?.facts ?? null;
}

/** The facts after an edit with the tree that they were read from, for writing on. */
export function rereadSource(
  { facts, tree }: WritingSource,
  edits: readonly TextEdit[],
  lexicon: Lexicon,
): WritingSource | null {
  const text = applyEdits(tree.text, edits);
  if (text === null) return null;
  // A kind that came from the configuration comes from there again.
  const kinds = facts.kindFrom === 'configuration' ? facts.kinds.map((kind) => ({ glob: '**', kind })) : [];
  const configuration = { ...DEFAULT_CONFIGURATION, kinds };
  const after = parseTree(facts.path, text);
  return {
    tree: after,
    facts:
      after.format === 'markdown'
        ? markdownFacts(facts.path, after, lexicon, configuration)
        : yamlFacts(facts.path, after, lexicon, configuration),
  };
}

/** Does a field say what was written? Markup in the value counts by its words. */
export function says(fact: FieldFact | null | undefined, value: string): boolean {
  if (fact === null || fact === undefined) return false;
  const wanted = oneLine(value);
  const read = oneLine(fact.raw);
  return read === wanted || read === words(wanted);
}

function words(value: string): string {
  const tree = parseTree('value.md', `x ${value}`);
  const block = tree.format === 'markdown' ? tree.blocks[0] : undefined;
  return block?.type === 'paragraph' ? plainText(block.children).slice(1).trim() : value;
}

/** Fields from which a document's kind is taken; another kind may read other labels. */
const CLASSIFYING: ReadonlySet<string> = new Set(['type', 'id', 'title']);

/**
 * Is everything else as it was? In: the facts before and after, and the metadata fields that were meant to change.
 * Metadata keep their labels and values, sections their titles, records their fields, and no new problem appears.
 */
export function keepsMetadata(before: Facts, after: Facts, changed: ReadonlySet<string>): boolean {
  if (after.problems.length > before.problems.length) return false;
  const kept = (fact: FieldFact): boolean =>
    changed.has(fact.field) ||
    fact.shape === 'computed' ||
    fact.state === 'empty' ||
    after.metadata.some((each) => each.raw === fact.raw && (each.field === fact.field || each.label === fact.label));
  const free = [...changed].some((field) => CLASSIFYING.has(field));
  // What stands in a section that is a record is the record's, though at the foot it is read for the document too.
  const ofRecord = (fact: FieldFact): boolean =>
    before.records.some((record) => record.form === 'section' && contains(record.span, fact.span));
  // A section that is a table of records answers a field by the words of its first rows.
  const ofRows = (fact: FieldFact): boolean =>
    fact.shape === 'section' &&
    before.sections.some(
      (section) =>
        section.tabular &&
        section.lead === fact.raw &&
        before.records.some((record) => record.form !== 'document' && contains(section.span, record.span)),
    );
  return before.metadata.every(
    (fact) => kept(fact) || (free && fact.shape === 'section') || ofRecord(fact) || ofRows(fact),
  );
}

/**
 * Are the sections of before all there, in their order? Those that no edit reaches into say the same as before.
 * In: the facts before and after, and whether the edits reach into the section of a span.
 */
export function keepsSections(before: Facts, after: Facts, reached: (section: Span) => boolean): boolean {
  let at = 0;
  return before.sections.every((section) => {
    const touched = reached(section.span);
    while (at < after.sections.length) {
      const other = after.sections[at];
      at += 1;
      if (other === undefined || other.level !== section.level) continue;
      if (other.title === section.title && (touched || (other.state === section.state && other.lead === section.lead)))
        return true;
      if (touched && other.slug !== section.slug && before.sections.length === after.sections.length) return true;
    }
    return false;
  });
}

/** Are the records the same, but for one field of one of them? In: the facts, and the field of a record that may change. */
export function keepsRecords(before: Facts, after: Facts, spare: (record: RecordFact) => string | null): boolean {
  const old = parts(before);
  const fresh = parts(after);
  if (old.length !== fresh.length) return false;
  return old.every((record, i) => {
    const other = fresh[i];
    if (other === undefined || other.kind !== record.kind) return false;
    const spared = spare(record);
    return record.fields.every(
      (fact) =>
        fact.field === spared ||
        fact.state === 'empty' ||
        other.fields.some((each) => each.field === fact.field && each.raw === fact.raw),
    );
  });
}

/** The records that are a part of the document, not the whole of it. */
export function parts(facts: Facts): readonly RecordFact[] {
  return facts.records.filter((record) => record.form !== 'document');
}

/** The given words of a record, for telling it from another. */
export function recordWords(record: RecordFact): string {
  return [
    record.kind,
    ...record.fields.filter((fact) => fact.state !== 'empty').map((fact) => `${fact.field}=${fact.raw}`),
  ].join('\n');
}
