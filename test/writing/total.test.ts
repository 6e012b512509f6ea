/** Whatever state a document is in while somebody types, a write gives edits that fit it, or nothing, and never throws. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addField, setField } from '../../server/writing/add-field.ts';
import { addRecord } from '../../server/writing/add-record.ts';
import { insertSections } from '../../server/writing/insert-section.ts';
import { removeField } from '../../server/writing/replace.ts';
import { setRecordField } from '../../server/writing/set-record-field.ts';
import { documentText, keepsBytes, LEXICON, NOTATIONS, RUNS, read, written } from './documents.ts';

const TAIL =
  '\n## Log\n\n| No. | Date | Description | Owner |\n|---|---|---|---|\n| NC-1 | 2026-01-01 | Late | Ada |\n\nimprovements:\n  - {id: IMP-1, description: Faster}\n  - id: "IMP-2"\n    description: >-\n      Fewer\n      calls\n';
const PAIRS = [
  { name: 'id', title: 'Document ID', value: 'NC-LOG' },
  { name: 'type', title: 'Document type', value: 'nonconformity-record' },
  { name: 'version', title: 'Version', value: '1.0' },
  { name: 'owner', title: 'Owner', value: '' },
];
const NOISE = [
  '|',
  '\n',
  '\r\n',
  '---\n',
  '"',
  ': ',
  '- ',
  '`',
  '```\n',
  '<!--',
  '#',
  '  ',
  '\t',
  '<tr>',
  '\\',
  '&a ',
  '*a',
  '{',
  ']',
  '\u{1F600}',
  '\0',
];

describe('any write into any text', () => {
  it('gives edits that fit and change nothing else, or nothing', () => {
    const kind = LEXICON.kind('nonconformity-record');
    assert.ok(kind);
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTATIONS),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom('', ...NOISE)), { maxLength: 4 }),
        fc.nat(),
        fc.constantFrom('Ada Sandelin', '', 'a | b: "c" #d', "it's", '[x](y.md)', '<name>'),
        (notation, cuts, end, value) => {
          let text = documentText(kind, notation, PAIRS, ['Purpose', 'Notes']) + TAIL;
          for (const [at, length, noise] of cuts) {
            const from = at % text.length;
            text = text.slice(0, from) + noise + text.slice(from + length);
          }
          if (end % 3 === 0) text = text.slice(0, end % text.length);
          const source = read(notation === 'yaml' ? 'a.yaml' : 'a.md', text);
          const { facts } = source;
          const writes = [
            addField(source, 'owner', value, LEXICON),
            setField(source, 'version', value, LEXICON),
            addField(source, 'next_review', value, LEXICON),
            insertSections(
              source,
              kind.name,
              kind.sections.map((section) => section.name),
              LEXICON,
            ),
            addRecord(source, 'nonconformity', { id: 'NC-9', description: value, owner: 'Bo' }, LEXICON),
            addRecord(source, 'improvement', { id: 'IMP-9', description: value, owner: 'Bo' }, LEXICON),
            ...facts.records.slice(0, 3).map((record) => setRecordField(source, record, 'cause', value, LEXICON)),
            ...facts.metadata.slice(0, 3).map((fact) => removeField(source, fact, LEXICON)),
          ];
          for (const edits of writes) {
            if (edits === null) continue;
            const result = written(source, edits);
            assert.ok(result !== null && keepsBytes(text, result, edits));
          }
        },
      ),
      RUNS,
    );
  }).timeout(120_000);
});
