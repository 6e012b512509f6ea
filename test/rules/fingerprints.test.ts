/** Fingerprints: a gap is known again however its document is edited elsewhere, and a baseline written twice is the same. */
import assert from 'node:assert/strict';
import { baselineText, readBaseline } from '../../server/rules/baseline.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { allFindings } from '../kit/check.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

/** Words at the end, and where nothing comes before the title, a comment at the beginning: all places move, nothing else is said. */
function edited(path: string, text: string): string {
  if (path.endsWith('.yaml') || path.endsWith('.yml')) return `# A word more.\n${text}`;
  const moved = /^#\s/.test(text) ? `<!-- A word more. -->\n\n${text}` : text;
  return /[`~]{3}|<!--(?![\s\S]*-->)/.test(text) ? moved : `${moved}\n\nA word more.\n`;
}

describe('A fingerprint', () => {
  for (const { id, examples } of RULES)
    it(`of ${id} stays the same when its document is edited elsewhere`, () => {
      const { files } = parseFixture(examples.bad);
      const prints = (of: ReadonlyMap<string, string>): readonly string[] =>
        allFindings(workspaceOf(of))
          .filter(({ rule }) => rule === id)
          .map(({ fingerprint }) => fingerprint)
          .sort();
      const before = prints(files);
      assert.ok(before.length > 0 || id === 'file.encoding');
      assert.deepEqual(prints(new Map([...files].map(([path, text]) => [path, edited(path, text)]))), before);
    });

  it('is counted, and the baseline is the same whatever the lines', () => {
    const text = 'See [a](a.md), [b](b.md) and [a](a.md).\n';
    const of = (words: string): string => baselineText(allFindings(workspaceOf(new Map([['notes.md', words]]))));
    assert.equal(of(text), of(`# Notes\n\n${text}`));
    const counts = Object.values(readBaseline('known.json', of(text))?.counts ?? {});
    assert.deepEqual(counts.sort(), [1, 2]);
  });

  it('is read from nothing that is no baseline', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      '{"version": 2, "findings": []}',
      '{"version": 1, "findings": [{"fingerprint": "a", "count": 0}]}',
    ])
      assert.equal(readBaseline('known.json', text), null, text);
  });
});
