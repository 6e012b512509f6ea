/** Reads a document again as it would stand after an edit, so that nothing is offered that would not do what it says. */
import { DEFAULT_CONFIGURATION } from '../model/configuration.ts';
import type { Facts, FieldFact, RecordFact } from '../reading/facts.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { markdownFacts } from '../reading/markdown-facts.ts';
import { yamlFacts } from '../reading/yaml-facts.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { plainText } from '../syntax/inline-text.ts';
import { parseTree } from '../syntax/parse.ts';
import { oneLine, type WritingSource } from './source.ts';

/** The facts after an edit; null where the edits do not fit the text. */
export function reread({ facts, tree }: WritingSource, edits: readonly TextEdit[], lexicon: Lexicon): Facts | null {
  const text = applyEdits(tree.text, edits);
  if (text === null) return null;
  // A kind that came from the configuration comes from there again.
  const kinds = facts.kindFrom === 'configuration' ? facts.kinds.map((kind) => ({ glob: '**', kind })) : [];
  const configuration = { ...DEFAULT_CONFIGURATION, kinds };
  const after = parseTree(facts.path, text);
  return after.format === 'markdown' ? markdownFacts(facts.path, after, lexicon, configuration) : yamlFacts(facts.path, after, lexicon, configuration);
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
    changed.has(fact.field) || fact.shape === 'computed' || fact.state === 'empty' || after.metadata.some((each) => each.raw === fact.raw && (each.field === fact.field || each.label === fact.label));
  const free = [...changed].some((field) => CLASSIFYING.has(field));
  return before.metadata.every((fact) => kept(fact) || (free && fact.shape === 'section'));
}

/** Are the sections of before all there, in their order, with what they say? */
export function keepsSections(before: Facts, after: Facts): boolean {
  let at = 0;
  return before.sections.every((section) => {
    while (at < after.sections.length) {
      const other = after.sections[at];
      at += 1;
      if (other !== undefined && other.title === section.title && other.level === section.level && other.state === section.state && other.lead === section.lead) return true;
    }
    return false;
  });
}

/** Are the records the same, but for one field of the record of an index, or for added records where `more` allows it? */
export function keepsRecords(before: Facts, after: Facts, spare: (record: RecordFact, index: number) => string | null): boolean {
  const old = partial(before.records);
  const fresh = partial(after.records);
  if (old.length !== fresh.length) return false;
  return old.every(({ record, index }, i) => {
    const other = fresh[i]?.record;
    if (other === undefined || other.kind !== record.kind) return false;
    const spared = spare(record, index);
    return record.fields.every((fact) => fact.field === spared || fact.state === 'empty' || other.fields.some((each) => each.field === fact.field && each.raw === fact.raw));
  });
}

/** The records that are a part of the document, not the whole of it. */
function partial(records: readonly RecordFact[]): readonly { readonly record: RecordFact; readonly index: number }[] {
  return records.flatMap((record, index) => (record.form === 'document' ? [] : [{ record, index }]));
}
