/** A field of a record is written where the record stands: in its row, its item, its section, its column, its document. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Facts, fieldOf, type RecordFact } from '../../server/reading/facts.ts';
import { says } from '../../server/writing/proof.ts';
import { setRecordField } from '../../server/writing/set-record-field.ts';
import { keepsBytes, LEXICON, RUNS, read, VALUES, written } from './documents.ts';

const set = (path: string, text: string, id: string, field: string, value: string): string | null => {
  const source = read(path, text);
  const record = source.facts.records.find((each) => each.id === id && each.form !== 'document');
  assert.ok(record, `no record ${id}`);
  return written(source, setRecordField(source, record, field, value, LEXICON));
};

const LOG =
  '# Nonconformity log\n\n| No. | Date | Description | Owner | Status |\n|---|---|---|---|---|\n| NC-1 | 2026-01-01 | Late report | Ada | open |\n| NC-2 | 2026-01-02 | No review | | open |\n';
const PADDED =
  '# Nonconformity log\n\n| No.  | Date       | Description | Owner |\n| ---- | ---------- | ----------- | ----- |\n| NC-1 | 2026-01-01 | Late report | Ada   |\n| NC-2 | 2026-01-02 | No review   |       |\n';
const REGISTER =
  'type: improvement-register\nimprovements:\n  # first of all\n  - id: IMP-1\n    description: Faster answers\n    owner: Ada # for now\n  - {id: IMP-2, description: Fewer calls}\n';
const SECTIONS =
  '---\ntype: nonconformity-record\n---\n\n# Log\n\n## NC-1: Late report\n\n**Date:** 2026-01-01  \n**Status:** open\n\n## NC-2: No review\n\n**Date:** 2026-01-02  \n**Status:** open\n\n## Notes\n\nNone so far.\n';

describe('setRecordField', () => {
  it('fills the cell of a row and leaves the other rows as they are', () => {
    assert.equal(set('a.md', LOG, 'NC-2', 'owner', 'Bo'), LOG.replace('No review | |', 'No review | Bo |'));
  });

  it('keeps an even table even', () => {
    assert.equal(
      set('a.md', PADDED, 'NC-2', 'owner', 'Bo'),
      PADDED.replace('No review   |       |', 'No review   | Bo    |'),
    );
    assert.equal(set('a.md', PADDED, 'NC-1', 'owner', 'Bo'), PADDED.replace('Ada  ', 'Bo   '));
  });

  it('adds a missing column to the whole table, since a cell without a header says nothing', () => {
    const result = set('a.md', PADDED, 'NC-2', 'process', 'Change') ?? '';
    const lines = result.trimEnd().split('\n').slice(2);
    assert.deepEqual(lines, [
      '| No.  | Date       | Process | Description | Owner |',
      '| ---- | ---------- | ------- | ----------- | ----- |',
      '| NC-1 | 2026-01-01 |         | Late report | Ada   |',
      '| NC-2 | 2026-01-02 | Change  | No review   |       |',
    ]);
  });

  it('adds a column to a table whose rows have no outer pipes, or too few cells', () => {
    const bare =
      '# Nonconformity log\n\nNo. | Date | Description\n---|---|---\nNC-1 | 2026-01-01 | Late report\nNC-2 | 2026-01-02\n';
    const result = set('a.md', bare, 'NC-1', 'status', 'open') ?? '';
    const after = read('a.md', result);
    assert.deepEqual(
      after.facts.records.filter((record) => record.form === 'row').map((record) => fieldOf(record, 'status')?.raw),
      ['open', ''],
    );
  });

  it('escapes a pipe, which would otherwise end the cell', () => {
    assert.match(set('a.md', LOG, 'NC-2', 'owner', 'Ada | Bo') ?? '', /\| Ada \\\| Bo \|/);
  });

  it('adds a key to a YAML item under its first key, its comments kept', () => {
    assert.equal(
      set('a.yaml', REGISTER, 'IMP-1', 'due', '2027-01-31'),
      REGISTER.replace('# for now\n', '# for now\n    due: 2027-01-31\n'),
    );
    assert.equal(set('a.yaml', REGISTER, 'IMP-1', 'owner', 'Bo'), REGISTER.replace('Ada #', 'Bo #'));
  });

  it('adds a key to a flow item, quoted where a comma would end it', () => {
    assert.equal(
      set('a.yaml', REGISTER, 'IMP-2', 'owner', 'Ada, Bo'),
      REGISTER.replace('Fewer calls}', 'Fewer calls, owner: "Ada, Bo"}'),
    );
  });

  it('adds a key line to the section of its record, not to that of another', () => {
    assert.equal(
      set('a.md', SECTIONS, 'NC-1', 'cause', 'none'),
      SECTIONS.replace('2026-01-01  \n**Status:** open\n', '2026-01-01  \n**Status:** open  \n**Cause:** none\n'),
    );
  });

  it('writes a record that is a document into its metadata', () => {
    const source = read(
      'a.md',
      '---\ntype: role-description\n---\n\n# Role: Change Manager\n\n## Purpose\n\nChanges.\n',
    );
    const record = source.facts.records.find((each) => each.form === 'document');
    assert.ok(record);
    assert.match(written(source, setRecordField(source, record, 'holder', 'Ada', LEXICON)) ?? '', /^holder: Ada$/m);
  });

  it('does not touch a responsibility matrix or a step, whose words stand for several fields', () => {
    const matrix = '# Roles\n\n| Activity | Owner | Manager |\n|---|---|---|\n| Plan | A | R |\n| Do | A | R |\n';
    const source = read('a.md', matrix);
    const row = source.facts.records.find((record) => record.kind === 'raci-row');
    assert.ok(row);
    assert.equal(setRecordField(source, row, 'responsible', 'Ada', LEXICON), null);
  });

  it('writes any field of any kind of record into rows and items: it is read back, and no other record changes', () => {
    const kinds = LEXICON.recordKinds.filter(
      (kind) => kind.name !== 'raci-row' && kind.name !== 'step' && (kind.recognise.columns ?? []).length > 0,
    );
    const others = (facts: Facts, but: RecordFact, field: string): unknown =>
      facts.records.map((record) =>
        record.fields
          .filter((fact) => fact.state !== 'empty' && !(record.id === but.id && fact.field === field))
          .map((fact) => [fact.field, fact.raw]),
      );
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.boolean(),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (kind, inYaml, padded, which, value, more) => {
          const signature = new Set<string>(kind.recognise.columns?.[0] ?? []);
          const columns = kind.fields.filter(
            (field, i) => field.name === 'id' || signature.has(field.name) || (more >> (i % 20)) % 2 === 1,
          );
          const rows = ['X-01', 'X-02', 'X-03'].map((id) =>
            columns.map((field) => (field.name === 'id' ? id : (VALUES[field.type][0] ?? ''))),
          );
          const width = padded ? 20 : 0;
          const text = inYaml
            ? `records:\n${rows.map((row) => row.map((cell, i) => `  ${i === 0 ? '-' : ' '} ${columns[i]?.name}: "${cell}"`).join('\n')).join('\n')}\n`
            : `# Log\n\n| ${columns.map((field) => field.title.padEnd(width)).join(' | ')} |\n|${columns.map(() => `-${'-'.repeat(Math.max(width, 1))}-`).join('|')}|\n${rows.map((row) => `| ${row.map((cell) => cell.padEnd(width)).join(' | ')} |`).join('\n')}\n`;
          const source = read(inYaml ? 'a.yaml' : 'a.md', text);
          const record = source.facts.records.find((each) => each.kind === kind.name && each.id === 'X-02');
          const field = kind.fields[which % kind.fields.length];
          if (record === undefined || field === undefined || field.name === 'id') return;
          const words = VALUES[field.type][value % VALUES[field.type].length] ?? '';
          const edits = setRecordField(source, record, field.name, words, LEXICON);
          // A new column may make the table one of another kind; then nothing is written.
          if (edits === null) return;
          tried += 1;
          const result = written(source, edits) ?? '';
          const after = read(source.facts.path, result);
          const changed = after.facts.records.find((each) => each.kind === kind.name && each.id === 'X-02');
          assert.ok(changed && says(fieldOf(changed, field.name), words), result);
          assert.deepEqual(others(after.facts, record, field.name), others(source.facts, record, field.name));
          assert.ok(keepsBytes(text, result, edits));
        },
      ),
      RUNS,
    );
    assert.ok(tried * 3 > RUNS.numRuns, `only ${tried} of ${RUNS.numRuns} were written`);
  }).timeout(120_000);
});

describe('a new column', () => {
  it('is labelled in German where the words of the others are German, in whatever record', () => {
    const head = '# Protokoll des Servicegesprächs\n\n## Maßnahmen\n\n';
    const table =
      '| Maßnahme | Verantwortlich | Termin | Status |\n| --- | --- | --- | --- |\n| Bestellen | Ada | 01.08.2026 | offen |\n';
    const source = read('protokoll.md', head + table);
    const record = source.facts.records.find(({ kind }) => kind === 'action');
    assert.ok(record);
    const after = written(source, setRecordField(source, record, 'closed', 'TBD', LEXICON));
    assert.match(after ?? '', /\| (?:Abgeschlossen|Geschlossen|Erledigt) am \|\n/);
  });
});
