/** Names where somebody acts or answers: every role or person that a document's fields speak of, each at its place. */
import type { FieldFact, NameFact, RecordFact } from './facts.ts';

/** The names in metadata and records; RACI columns are read where the matrix is. */
export function documentNames(metadata: readonly FieldFact[], records: readonly RecordFact[]): readonly NameFact[] {
  const found: NameFact[] = [];
  const take = (field: FieldFact, place: NameFact['place']): void => {
    if (field.value?.type !== 'names') return;
    for (const name of field.value.names) {
      const exact = field.span.end - field.span.start === field.raw.length;
      const span = exact
        ? { start: field.span.start + name.offset, end: field.span.start + name.offset + name.length }
        : field.span;
      found.push({ text: name.text, span, place, field: field.field });
    }
  };
  for (const field of metadata)
    if (field.shape !== 'section') take(field, field.field === 'owner' ? 'owner' : 'metadata');
  for (const record of records) {
    if (record.form === 'document' || record.kind === 'raci-row') continue;
    for (const field of record.fields) take(field, record.kind === 'step' ? 'step' : 'record');
  }
  return found;
}
