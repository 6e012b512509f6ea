/** A new record goes behind the last one of its kind, and looks like it. */
import assert from 'node:assert/strict';
import { addRecord } from '../../server/writing/add-record.ts';
import { LEXICON, read, written } from './documents.ts';

const add = (path: string, text: string, kind: string, values: Readonly<Record<string, string>>): string | null => {
  const source = read(path, text);
  return written(source, addRecord(source, kind, values, LEXICON));
};

const TABLE = '# Nonconformity log\n\n| No. | Date | Description | Owner |\n|---|---|---|---|\n';
const NEW = { id: 'NC-2', description: 'No review', owner: 'Bo' };

describe('addRecord', () => {
  it('adds a row behind the last one', () => {
    const text = `${TABLE}| NC-1 | 2026-01-01 | Late report | Ada |\n\nMore words.\n`;
    assert.equal(
      add('a.md', text, 'nonconformity', NEW),
      text.replace('| Ada |\n', '| Ada |\n| NC-2 | | No review | Bo |\n'),
    );
  });

  it('takes the empty row of a table that still waits for its first record', () => {
    assert.equal(add('a.md', `${TABLE}| | | | |\n`, 'nonconformity', NEW), `${TABLE}| NC-2 | | No review | Bo |\n`);
  });

  it('adds the first row below a header', () => {
    assert.equal(add('a.md', TABLE, 'nonconformity', NEW), `${TABLE}| NC-2 | | No review | Bo |\n`);
  });

  it('adds an item with the indentation, quotes and blank lines of the others, before what follows the list', () => {
    const text =
      'type: improvement-register\nimprovements:\n- id: "IMP-1"\n  description: "Faster answers"\n\n- id: "IMP-2"\n  description: "Fewer calls" # maybe\n\nnotes: none\n';
    const result = add('a.yaml', text, 'improvement', { id: 'IMP-3', description: 'Clear words', owner: 'Ada' });
    assert.equal(
      result,
      text.replace('# maybe\n', '# maybe\n\n- id: "IMP-3"\n  description: "Clear words"\n  owner: "Ada"\n'),
    );
  });

  it('turns an empty list into one with an item', () => {
    const text = 'type: improvement-register\nimprovements: []\n';
    assert.equal(
      add('a.yaml', text, 'improvement', { id: 'IMP-1', description: 'Clear words' }),
      'type: improvement-register\nimprovements:\n  - id: IMP-1\n    description: Clear words\n',
    );
  });

  it('adds a section like the last one, without its values', () => {
    const text =
      '---\ntype: nonconformity-record\n---\n\n# Log\n\n## NC-1: Late report\n\n**Date:** 2026-01-01\n**Status:** closed\n**Owner:** Ada\n';
    const result = add('a.md', text, 'nonconformity', { id: 'NC-2', title: 'No review', owner: 'Bo' });
    assert.equal(result, `${text}\n## NC-2: No review\n\n**Date:**\n**Status:**\n**Owner:** Bo\n`);
  });

  it('gives nothing where the document keeps no such records', () => {
    assert.equal(add('a.md', '# Change process\n\nWords.\n', 'nonconformity', NEW), null);
    assert.equal(add('a.md', `${TABLE}| NC-1 | 2026-01-01 | Late report | Ada |\n`, 'audit', NEW), null);
  });
});
