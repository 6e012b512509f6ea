/** The fast reader of plain YAML: where it answers at all, it answers what the composer would. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simpleYaml } from '../../server/syntax/simple-yaml.ts';
import { composeYaml } from '../../server/syntax/yaml.ts';
import { corpus, LAW, LAW_TIME } from './texts.ts';

const word = fc.constantFrom(
  'id',
  'owner',
  'Change Manager',
  '2026-01-05',
  '8.10',
  '~',
  'null',
  'True',
  '0x1F',
  '1e3',
  '.5',
  '5.',
  '-1',
  '+1',
  'https://example.org/a#b',
  'a: b',
  'a #b',
  '"x y"',
  "'it'",
  "'it''s'",
  '"a\\n"',
  '[a, b c]',
  '[]',
  '[a,]',
  '[ x ]',
  '{a: 1}',
  '&a x',
  '*a',
  '|',
  '> 5',
  '<= 5 %',
  '(see tool)',
  'größer',
  '',
  'x:',
  '---',
  '?',
  'a, b',
  '@jo',
  '%x',
  '-',
  '- a',
  '<<',
);
const key = fc.constantFrom('id', 'owner', 'next review', 'a/b', 'null', '8', 'übung', '"q"', 'x (y)', '<<', 'k ');
const line = fc
  .record({
    indent: fc.constantFrom('', '', '', '  ', '  ', '    ', ' ', '      '),
    dash: fc.constantFrom('', '', '- ', '-   ', '-'),
    key: fc.option(key, { freq: 5 }),
    gap: fc.constantFrom(' ', ' ', ' ', '  ', ''),
    word,
    tail: fc.constantFrom('', '', '', ' ', ' # why'),
  })
  .map(({ indent, dash, key: name, gap, word: value, tail }) =>
    name === null ? `${indent}${dash}${value}${tail}` : `${indent}${dash}${name}:${gap}${value}${tail}`,
  );
/** Lines as registers have them, so that many of them in a row are still YAML. */
const tidy = fc
  .record({
    indent: fc.constantFrom('', '', '', '  ', '  ', '    '),
    dash: fc.constantFrom('', '', '', '- '),
    key: fc.option(fc.constantFrom('id', 'owner', 'next review', 'übung', 'a/b', 'items'), { freq: 9 }),
    word: fc.constantFrom(
      '',
      '',
      'A-1',
      'Change Manager',
      '2026-01-05',
      '8.10',
      'null',
      '"x: y"',
      '[a, b c]',
      'a:b',
      '- a',
    ),
  })
  .map(({ indent, dash, key: name, word: value }) =>
    name === null ? `${indent}${dash}${value}` : `${indent}${dash}${name}:${value === '' ? '' : ' '}${value}`,
  );
const odd = fc.constantFrom('', '', '# note', '  # note', '---', '...', '   ');
const anyYaml = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: tidy, weight: 20 }, { arbitrary: line, weight: 2 }, { arbitrary: odd, weight: 1 }), {
      maxLength: 6,
    }),
    fc.boolean(),
  )
  .map(([lines, end]) => lines.join('\n') + (end ? '\n' : ''));

function holds(text: string, base: number): boolean {
  const simple = simpleYaml(text, base);
  if (simple !== null) assert.deepEqual(simple, composeYaml(text, base));
  return simple !== null;
}

describe('the fast reader of YAML', function () {
  this.timeout(LAW_TIME);
  const USUAL: Readonly<Record<string, string>> = {
    'front matter':
      'id: SOP-1\nversion: 2.10\nowner: Change Manager\napproved: 2026-01-20\nreviewers: [Ada, Bo]\nnote:\n',
    'a register':
      'type: improvement register\nitems:\n  - id: I-1\n    title: "A: b"\n\n  - id: I-2\n    title: c\nend: x\n',
    'a list at the margin': '# register\n- id: A\n  tags:\n  - x\n  - y\n- id: B\n  sub:\n    deep: 1\n',
    'a list of words': "steps:\n- one\n- 'two'\n- 3",
  };
  for (const [name, text] of Object.entries(USUAL))
    it(`reads ${name}`, () => assert.ok(holds(text, 7), 'it should not doubt'));

  it('is sure often enough of odd lines that the law below says something', () => {
    const sure = fc.sample(anyYaml, { numRuns: 1000, seed: 7 }).filter((text) => simpleYaml(text, 0) !== null).length;
    assert.ok(sure > 30, `${sure} of 1000`);
  });

  it('law: equals the composer on odd lines, wherever it is sure', () => {
    fc.assert(
      fc.property(anyYaml, fc.nat(9), (text, base) => {
        holds(text, base);
      }),
      { ...LAW, numRuns: LAW.numRuns * 10 },
    );
  });

  it('law: equals the composer on real files', function () {
    const files = corpus().filter((file) => /\.ya?ml$/.test(file.path));
    if (files.length === 0) this.skip();
    for (const { text } of files) if (text.length < 20_000) holds(text, 0);
  });
});
