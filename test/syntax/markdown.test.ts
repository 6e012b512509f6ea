/** Markdown trees: real-world constructs, right places, and sections that give what the whole would give. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toBlocks } from '../../server/syntax/blocks.ts';
import { parseMarkdown } from '../../server/syntax/markdown.ts';
import { remarkRoot } from '../../server/syntax/remark.ts';
import { sectionCache } from '../../server/syntax/section-cache.ts';
import type { Block, MarkdownTree } from '../../server/syntax/tree.ts';
import { anyMarkdown, corpus, LAW, LAW_TIME } from './texts.ts';
import { inlinesOf, strayTold } from './tree-walk.ts';

/** The real documents take their time, so that a quick run looks at a part of them. */
const EVERY = LAW.numRuns > 100 ? 1 : 16;

/** The blocks that one parse of the whole body gives. */
function parsedWhole({ text, frontMatter }: MarkdownTree): readonly Block[] {
  let start = frontMatter?.span.end ?? 0;
  while (text.charCodeAt(start) === 0xfeff) start += 1;
  const body = text.slice(start);
  return toBlocks(remarkRoot(body).children, body, start);
}

function only<T extends Block['type']>(text: string, type: T): Extract<Block, { type: T }> {
  const found = parseMarkdown(text).blocks.find((block) => block.type === type);
  assert.ok(found, `a ${type} in ${JSON.stringify(text)}`);
  return found as Extract<Block, { type: T }>;
}

describe('a Markdown tree', () => {
  it('takes the id and the closing hashes off a heading, because neither is its name', () => {
    const text = '## Change *control* {#chg} ##\n';
    const heading = only(text, 'heading');
    assert.equal(heading.text, 'Change control');
    assert.equal(heading.id, 'chg');
    assert.equal(text.slice(heading.textSpan.start, heading.textSpan.end), 'Change *control*');
  });

  it('tells setext headings, since a fix must write in the file’s own style', () => {
    assert.equal(only('Scope\n=====\n', 'heading').setext, true);
    assert.equal(only('# Scope\n', 'heading').setext, false);
  });

  it('places table cells without pipes and blanks, and empty cells where words would go', () => {
    const text = '| Role | Name |\n|:--|--:|\n|  CAB | |\n| a \\| b |x\n';
    const table = only(text, 'table');
    const words = table.rows.map((row) => row.cells.map(({ span }) => text.slice(span.start, span.end)));
    assert.deepEqual(words, [
      ['Role', 'Name'],
      ['CAB', ''],
      ['a \\| b', 'x'],
    ]);
    assert.deepEqual(table.align, ['left', 'right']);
    const empty = table.rows[1]?.cells[1]?.span.start ?? 0;
    assert.equal(text.slice(empty - 2, empty + 1), '| |');
  });

  it('keeps places right inside quotes inside lists', () => {
    const text = '- a\n  > one\n  > two &amp; *three*\n';
    const words = [...inlinesOf(parseMarkdown(text).blocks)].map(
      ({ type, span }) => `${type} ${text.slice(span.start, span.end)}`,
    );
    assert.deepEqual(words, [
      'text a',
      'text one\n',
      'text two ',
      'text &amp;',
      'text  ',
      'emphasis *three*',
      'text three',
    ]);
  });

  it('finds the destination of every kind of link', () => {
    const text = '[a](x.md "t") [b]( <y z> ) ![c [d]](i(1).png) <http://e.f> www.g.h\n\n[r]: <p q>\n';
    const tree = parseMarkdown(text);
    const urls = [...inlinesOf(tree.blocks)].flatMap((node) => ('urlSpan' in node ? [node.urlSpan] : []));
    const definition = only(text, 'definition');
    const found = [...urls, definition.urlSpan].map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['x.md', 'y z', 'i(1).png', 'http://e.f', 'www.g.h', 'p q']);
  });

  it('tells a fence that is never closed from one that is', () => {
    assert.equal(only('```js\na\n```\n', 'code').unclosed, false);
    assert.equal(only('```js\na\n', 'code').unclosed, true);
    assert.equal(only('```\n~~~\n', 'code').unclosed, true);
    const text = '> ```yaml\n> a: 1\n> ```\n';
    const quote = only(text, 'quote');
    const code = quote.children[0];
    assert.ok(code?.type === 'code' && !code.unclosed && code.lang === 'yaml');
    assert.equal(text.slice(code.contentSpan.start, code.contentSpan.end), '> a: 1\n');
  });

  it('reads task lists', () => {
    const list = only('- [x] done\n- [ ] open\n- none\n', 'list');
    assert.deepEqual(
      list.items.map((item) => item.checked),
      [true, false, null],
    );
  });

  it('resolves a reference to a definition in another section, because links gather at the end', () => {
    const tree = parseMarkdown('# One\n\nSee [plan] and [^1] and [nothing].\n\n# Two\n\n[plan]: plan.md\n[^1]: Note\n');
    const types = [...inlinesOf(tree.blocks.slice(0, 2))].map(({ type }) => type);
    assert.equal(types.filter((type) => type === 'linkReference').length, 1);
    assert.equal(types.filter((type) => type === 'footnoteReference').length, 1);
  });

  it('does not take a hash inside a comment or a fence for a heading', () => {
    for (const text of ['<!--\n# no\n-->\n# yes\n', '```sh\n# no\n```\n# yes\n', '- ```\n  # no\n\n# yes\n']) {
      const names = parseMarkdown(text).blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
      assert.deepEqual(names, ['yes']);
    }
  });

  it('announces nesting beyond the limit and keeps the words', () => {
    const text = `# A\n\n${'> '.repeat(5000)}deep\n\n# B\n\nfine\n`;
    const tree = parseMarkdown(text);
    assert.deepEqual(
      tree.problems.map(({ kind }) => kind),
      ['limit'],
    );
    assert.equal(tree.blocks.at(-2)?.type, 'heading');
    const paragraph = tree.blocks[0];
    assert.ok(paragraph?.type === 'paragraph' && text.slice(paragraph.span.start, paragraph.span.end).endsWith('deep'));
  });

  it('does not call ordinary separators, tables and code nested', () => {
    const rows = '| [a](b) | *c* | **d** |\n'.repeat(900);
    const text = `# A\n\n${'- '.repeat(100)}\n\n|a|b|c|\n|-|-|-|\n${rows}\n\`\`\`js\n${'[[[['.repeat(500)}\n\`\`\`\n`;
    assert.deepEqual(parseMarkdown(text).problems, []);
  });
});

describe('section by section', function () {
  this.timeout(LAW_TIME);
  it('law 2: gives what parsing the whole gives', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const tree = parseMarkdown(text);
        if (tree.problems.some(({ kind }) => kind === 'limit')) return;
        assert.deepEqual(tree.blocks, parsedWhole(tree));
      }),
      LAW,
    );
  });

  it('law 2: and so it does with a cache, after any edits', () => {
    fc.assert(
      fc.property(
        anyMarkdown,
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(8),
            anyMarkdown.map((t) => t.slice(0, 12)),
          ),
          { maxLength: 6 },
        ),
        (first, edits) => {
          const cache = sectionCache();
          let text = first;
          parseMarkdown(text, cache);
          for (const [at, length, words] of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + words + text.slice(from + length);
            assert.deepEqual(parseMarkdown(text, cache), parseMarkdown(text));
          }
        },
      ),
      LAW,
    );
  });

  it('keeps the blocks of an unchanged section above an edit, so that readers can remember them', () => {
    const cache = sectionCache();
    const before = parseMarkdown('# A\n\none\n\n# B\n\ntwo\n', cache);
    const after = parseMarkdown('# A\n\none\n\n# B\n\ntwo!\n', cache);
    assert.equal(after.blocks[1], before.blocks[1]);
    assert.notEqual(after.blocks[3], before.blocks[3]);
  });

  it('forgets the sections used longest ago, so that memory stays bounded', () => {
    const cache = sectionCache(1000);
    for (let n = 0; n < 200; n += 1) parseMarkdown(`# ${n}\n\nwords ${n}\n`, cache);
    assert.ok(cache.size <= 1000, String(cache.size));
  });

  it('law 2 and 6 hold for real documents', function () {
    const files = corpus();
    if (files.length === 0) this.skip();
    for (const { path, text } of files.filter((_, n) => n % EVERY === 0)) {
      if (!/\.(?:md|erb)$/.test(path)) continue;
      const tree = parseMarkdown(text);
      assert.equal(strayTold(tree), null, path);
      assert.deepEqual(tree.blocks, parsedWhole(tree), path);
    }
  });
});
