/** Digests: one number for what a document says under a key, so that two readings can be compared without keeping both. */
import type { FieldFact, RecordFact, SectionFact } from '../reading/facts.ts';

/** Folds a text into a 53-bit number; equal texts give equal numbers, different ones practically never do. */
export function digest(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** What a field says, without where it says it. */
export function fieldWords(field: FieldFact): string {
  return `${field.field}\u0001${field.state}\u0001${field.raw}\u0001${field.links.join('\u0002')}`;
}

/** What a record says, without where it says it. */
export function recordWords(record: RecordFact): string {
  return `${record.kind}\u0003${record.id ?? ''}\u0003${record.name}\u0003${record.section ?? ''}\u0003${record.fields.map(fieldWords).join('\u0004')}`;
}

/** What a section says about itself, without where it stands. */
export function sectionWords(section: SectionFact): string {
  return `${section.title}\u0001${section.level}\u0001${section.state}\u0001${section.names.join('\u0002')}\u0001${section.lead}`;
}
