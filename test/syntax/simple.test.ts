/** The fast reader of plain prose: where it answers at all, it answers what remark would. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toBlocks } from '../../server/syntax/blocks.ts';
import { remarkRoot } from '../../server/syntax/remark.ts';
import { sectionCuts } from '../../server/syntax/section-cuts.ts';
import { simpleBlocks } from '../../server/syntax/simple-blocks.ts';
import type { Block } from '../../server/syntax/tree.ts';
import { anyMarkdown, anyProse, corpus, LAW, LAW_TIME } from './texts.ts';

function byRemark(text: string): readonly Block[] {
  return toBlocks(remarkRoot(text).children, text, 0);
}

/** The sections of a text, as the reader gets them. */
function sections(text: string): readonly string[] {
  const cuts = [0, ...sectionCuts(text), text.length];
  return cuts.slice(1).map((end, at) => text.slice(cuts[at], end));
}

describe('the fast reader', function () {
  this.timeout(LAW_TIME);
  const USUAL: Readonly<Record<string, string>> = {
    'key lines': '# Change\n\n**Owner:** Jo Doe  \n**Version:** 1.10\n**Next review:** 2025-01-01\n',
    'nested lists':
      '## Steps\n\n1. Log the *request*.\n   - by mail\n   - [ ] by `form`\n\n     and once more\n2. Assess.\n\n* a\n\n* b\n',
    'a table': '| Role | Does |\n|:---|---:|\n| CAB | [approves](cab.md#x "t") |\n|  | a<br>b |\n',
    code: '```yaml\nid: A\n\n# x\n```\nwords\n',
    'a quote': '> **Note**\n>\n> - a\n> - b\n',
    'comments and tags': '<!-- one\ntwo -->\nWords <a name="x"></a> and <https://example.org>.\n',
    'marks that are words': 'snake_case, 5 * 3, a_b_c, "_blank", (**bold**), **{{x}}**.\n',
    'windows lines': '# A\r\n\r\none\r\ntwo\r\n\r\n- a\r\n  b\r\n',
  };
  for (const [name, text] of Object.entries(USUAL)) {
    it(`reads ${name}`, () => {
      const blocks = simpleBlocks(text, 0);
      assert.ok(blocks, 'it should not doubt');
      assert.deepEqual(blocks, byRemark(text));
    });
  }

  it('is sure often enough of odd prose that the laws below say something', () => {
    const texts = fc.sample(anyProse, { numRuns: 300, seed: 7 });
    const sure = texts.filter((text) => simpleBlocks(text, 0) !== null).length;
    assert.ok(sure > 30, `${sure} of 300`);
  });

  it('law: equals remark on prose, wherever it is sure', () => {
    fc.assert(
      fc.property(anyProse, (text) => {
        const blocks = simpleBlocks(text, 0);
        if (blocks) assert.deepEqual(blocks, byRemark(text));
      }),
      LAW,
    );
  });

  it('law: equals remark on nasty Markdown, wherever it is sure', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        if (text.startsWith('\ufeff')) return;
        const blocks = simpleBlocks(text, 0);
        if (blocks) assert.deepEqual(blocks, byRemark(text));
      }),
      LAW,
    );
  });

  it('law: equals remark on real documents', function () {
    const files = corpus();
    if (files.length === 0) this.skip();
    const some = LAW.numRuns > 100 ? files : files.filter((_, n) => n % 16 === 3);
    for (const { path, text } of some.filter((file) => /\.(?:md|erb)$/.test(file.path))) {
      for (const section of sections(text)) {
        const blocks = simpleBlocks(section, 0);
        if (blocks) assert.deepEqual(blocks, byRemark(section), path);
      }
    }
  });
});
