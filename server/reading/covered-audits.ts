/** What a table of clauses by audits covers, given to the audits that it speaks of. */
import type { RecordFact } from './facts.ts';
import { fieldFact } from './field.ts';
import type { Lexicon } from './lexicon.ts';
import { recordOf } from './record.ts';
import type { Coverage } from './tables.ts';

/** What a table of clauses by audits says goes to the audits that other tables name; those that none names are audits too. */
export function coverAudits(records: RecordFact[], coverage: readonly Coverage[], lexicon: Lexicon): void {
  for (const { audit, field, items, span } of coverage) {
    const description = lexicon.fieldNamed('audit', field);
    const id = lexicon.fieldNamed('audit', 'id');
    if (description === null || id === null || items.length === 0) continue;
    const pair = { labelSpan: null, span, links: [], shape: 'computed' as const };
    const fact = fieldFact(description, { ...pair, label: audit, raw: items.join(', ') });
    const at = records.findIndex((record) => record.kind === 'audit' && (record.id === audit || record.name === audit));
    const record = records[at];
    if (record === undefined) {
      const named = fieldFact(id, { ...pair, label: id.title, raw: audit, shape: 'column' });
      records.push(recordOf('audit', [named, fact], span, 'column', null));
    } else if (!record.fields.some((each) => each.field === field && each.state === 'given'))
      records[at] = { ...record, fields: [...record.fields, fact] };
  }
}
