/** The colours of clause references and ids: what they take, and what only looks like one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Grammar {
  readonly patterns: readonly { readonly name?: string; readonly match: string }[];
}

const grammar: Grammar = JSON.parse(
  readFileSync(new URL('../../syntaxes/clause-references.json', import.meta.url), 'utf8'),
);

/** What the grammar colours in a line, as VS Code goes through it: the leftmost match, the first pattern on a tie. */
function coloured(line: string): string[] {
  const found: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const matches = grammar.patterns.flatMap(({ name, match }) => {
      const pattern = new RegExp(match, 'g');
      pattern.lastIndex = at;
      const hit = pattern.exec(line);
      return hit === null ? [] : [{ name, start: hit.index, text: hit[0] }];
    });
    const [first] = matches.sort((one, other) => one.start - other.start);
    if (first === undefined) break;
    if (first.name !== undefined) found.push(first.text);
    at = first.start + Math.max(first.text.length, 1);
  }
  return found;
}

describe('Colours of clause references', () => {
  for (const [line, ...expected] of [
    ['as Clause 9.2 asks', 'Clause 9.2'],
    ['see clause 8.6.1.', 'clause 8.6.1'],
    ['clauses 9.1, 9.2 and 10 hold', 'clauses 9.1, 9.2 and 10'],
    ['(§ 4.4.2)', '§ 4.4.2'],
    ['ISO/IEC 20000-1:2018, 8.6.1 Incident management', 'ISO/IEC 20000-1:2018, 8.6.1'],
    ['ISO 20000-1 clause 8.2.4', 'ISO 20000-1 clause 8.2.4'],
    ['ISO/IEC 20000-1:2011 defines', 'ISO/IEC 20000-1:2011'],
    ['sub-clause 9.2.2 c) says', 'sub-clause 9.2.2 c)'],
  ] as const) {
    it(`takes: ${line}`, () => assert.deepEqual(coloured(line), expected));
  }

  for (const line of [
    'ISO/IEC 27001:2022, Clause 9.2 is about another system',
    'Clause 12.3 is in no edition',
    'version 9.2.2 of the tool',
    'ISO/IEC 20000-10 holds the terms',
  ]) {
    it(`leaves: ${line}`, () => assert.deepEqual(coloured(line), []));
  }
});

describe('Colours of ids', () => {
  it('takes ids of audits, processes and improvements', () => {
    assert.deepEqual(coloured('AUD-2026-01 covers PROC-07 and CSI-012'), ['AUD-2026-01', 'PROC-07', 'CSI-012']);
  });

  it('leaves names of encodings, algorithms and standards, and parts of longer names', () => {
    assert.deepEqual(coloured('UTF-16, SHA-256, ISO-9001, RFC-2119, HR/PROC-07, PROC-07-draft'), []);
  });
});
