/** One role keeps the last word: in letters, in names, and with the rest of the row as it was. */
import assert from 'node:assert/strict';
import { keepAccountable } from '../../server/writing/keep-accountable.ts';
import { LEXICON, read, written } from './documents.ts';

/** The first row of a matrix once Ada keeps the last word, and Ben and Cid do not. */
function row(header: string, cells: string): string | null {
  const head = `# RACI matrix\n\n${header}\n${header.replace(/[^|]+/g, ' --- ')}\n`;
  const tail = '\n| Deploy | A | I | R |\n';
  const source = read('raci.md', head + cells + tail);
  const record = source.facts.records.find(({ kind }) => kind === 'raci-row');
  assert.ok(record);
  const after = written(source, keepAccountable(source, record, 'Ada', ['Ben', 'Cid'], LEXICON));
  return after?.slice(head.length, -tail.length) ?? null;
}

describe('keepAccountable', () => {
  const letters = '| Activity | Ada | Ben | Cid |';
  const named = '| Activity | Responsible | Accountable | Consulted |';
  const cases: readonly (readonly [string, string, string, string | null])[] = [
    ['makes a lone letter responsible', letters, '| Approve | A | A | C |', '| Approve | A | R | C |'],
    [
      'takes the letter out beside others, and keeps the column even',
      letters,
      '| Approve | A/R | A/R | C, A |',
      '| Approve | A/R | R   | C |',
    ],
    ['leaves the others of the row', letters, '| Approve | A | I | A |', '| Approve | A | I | R |'],
    ['moves names', named, '| Approve | Dan | Ada, Ben, Cid | Eve |', '| Approve | Dan, Ben, Cid | Ada | Eve |'],
    [
      'fills an empty cell with names',
      named,
      '| Approve | | Ada, Ben, Cid | Eve |',
      '| Approve | Ben, Cid | Ada | Eve |',
    ],
    ['names nobody twice', named, '| Approve | Ben | Ada, Ben, Cid | |', '| Approve | Ben, Cid | Ada | |'],
    ['refuses where the role is not accountable', letters, '| Approve | R | A | A |', null],
  ];
  for (const [title, header, before, after] of cases) it(title, () => assert.equal(row(header, before), after));
});
