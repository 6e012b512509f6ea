/** New items of a section's list: in the list's own signs, behind words where there is none, and nowhere else. */
import assert from 'node:assert/strict';
import { addSectionItems } from '../../server/writing/add-section-items.ts';
import { LEXICON, read, written } from './documents.ts';

/** The section of a process as it stands once two items were added; null where that is refused. */
function added(section: string): string | null {
  const head = '# Change management process\n\n**Version:** 1.0\n\n## Procedures\n';
  const tail = '\n## Records\n\n- Change records\n';
  const source = read('change.md', head + section + tail);
  const after = written(source, addSectionItems(source, 'procedures', ['[Night](night.md)', 'At\nsea'], LEXICON));
  if (after === null) return null;
  assert.ok(after.startsWith(head) && after.endsWith(tail));
  return after.slice(head.length, -tail.length);
}

describe('addSectionItems', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['goes on with dashes', '\n- One\n', '\n- One\n- [Night](night.md)\n- At sea\n'],
    ['goes on with numbers', '\n1) One\n2) Two\n', '\n1) One\n2) Two\n3) [Night](night.md)\n4) At sea\n'],
    [
      'keeps the blank lines between items',
      '\n*  One\n\n*  Two\n',
      '\n*  One\n\n*  Two\n\n*  [Night](night.md)\n\n*  At sea\n',
    ],
    [
      'goes behind what belongs to the last item',
      '\n- One\n  - of two\n  - parts\n',
      '\n- One\n  - of two\n  - parts\n- [Night](night.md)\n- At sea\n',
    ],
    ['begins a list behind words', '\nSee there.\n', '\nSee there.\n\n- [Night](night.md)\n- At sea\n'],
    ['begins a list below an empty heading', '', '\n- [Night](night.md)\n- At sea\n'],
    ['leaves a table alone', '\n| Procedure |\n| --- |\n| One |\n', null],
    ['leaves code alone', '\n```\n- One\n```\n', null],
  ];
  for (const [title, before, after] of cases) it(title, () => assert.equal(added(before), after));

  it('refuses where there is no such section', () => {
    const source = read('change.md', '# Change management process\n\n## Records\n');
    assert.equal(addSectionItems(source, 'procedures', ['One'], LEXICON), null);
  });

  it('keeps line ends', () => {
    const source = read('change.md', '# Change management process\r\n\r\n## Procedures\r\n\r\n- One\r\n');
    assert.equal(
      written(source, addSectionItems(source, 'procedures', ['Two'], LEXICON)),
      '# Change management process\r\n\r\n## Procedures\r\n\r\n- One\r\n- Two\r\n',
    );
  });
});
