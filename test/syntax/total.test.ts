/** Whatever the bytes: the readers of this room give a tree, every span inside the text, and never throw. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/syntax/decode.ts';
import { flatten } from '../../server/syntax/inline-text.ts';
import { LIMITS } from '../../server/syntax/limits.ts';
import { isDocumentPath, parseTree } from '../../server/syntax/parse.ts';
import { anyMarkdown, anyText, anyYaml, LAW, LAW_TIME } from './texts.ts';
import { inlineLists, inlinesOf, strayTold } from './tree-walk.ts';

const anyFile = fc.oneof(
  fc.tuple(
    fc.constant('a.md'),
    fc.oneof(
      anyMarkdown,
      anyText,
      fc.tuple(anyYaml, anyMarkdown).map(([y, m]) => `---\n${y}\n---\n${m}`),
    ),
  ),
  fc.tuple(fc.constant('a.yaml'), fc.oneof(anyYaml, anyText)),
);

describe('any text', function () {
  this.timeout(LAW_TIME);
  it('laws 4 and 6: no prefix of any text throws or yields a span outside it', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), ([path, text], at) => {
        for (const part of [text, text.slice(0, at % (text.length + 1))])
          assert.equal(strayTold(parseTree(path, part)), null);
      }),
      LAW,
    );
  });

  it('law 6: the words of a text node are its slice, wherever they are as long', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const tree = parseTree('a.md', text);
        if (tree.format !== 'markdown') return;
        for (const node of inlinesOf(tree.blocks)) {
          if (node.type !== 'text' || node.value === '\n' || node.value.length !== node.span.end - node.span.start)
            continue;
          // The Markdown grammar shows a NUL as U+FFFD.
          assert.equal(node.value, text.slice(node.span.start, node.span.end).replaceAll('\0', '\ufffd'));
        }
      }),
      LAW,
    );
  });

  it('law 6: flattened words lead back into their own node', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.nat(), fc.nat(), (text, a, b) => {
        const tree = parseTree('a.md', text);
        if (tree.format !== 'markdown') return;
        for (const inlines of inlineLists(tree.blocks)) {
          const flat = flatten(inlines);
          const from = a % (flat.text.length + 1);
          const to = from + (b % (flat.text.length + 1 - from));
          const { start, end } = flat.spanOf(from, to);
          const first = inlines[0];
          const last = inlines.at(-1);
          if (!first || !last) continue;
          assert.ok(first.span.start <= start && start <= end && end <= last.span.end, `${start}…${end}`);
          if (to > from) assert.ok(end > start);
        }
      }),
      LAW,
    );
  });

  it('any bytes decode to text or to a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text, problem } = decode(bytes);
        assert.ok(problem !== null || text.length <= bytes.length);
        parseTree('a.md', text);
      }),
      LAW,
    );
  });
});

describe('a document path', () => {
  it('is Markdown or YAML by its ending, whatever its case', () => {
    for (const path of ['a.md', 'B.MD', 'c.markdown', 'd.html.md.erb', 'e.md.erb', 'f.yml', 'g.yaml'])
      assert.ok(isDocumentPath(path), path);
    for (const path of ['a.txt', 'md', 'b.md.bak', 'c.erb', 'd.json', 'e.yaml~'])
      assert.ok(!isDocumentPath(path), path);
  });

  it('of a text beyond the limit reads the first lines and says how much', () => {
    const text = 'word word word\n'.repeat(LIMITS.document / 10);
    const tree = parseTree('a.yaml', text);
    assert.equal(tree.text, text);
    assert.equal(tree.problems[0]?.kind, 'limit');
    assert.match(tree.problems[0]?.message ?? '', /only its first \d+ of 3000000 characters/);
  });
});

describe('hostile input', () => {
  // None of these may take the parser's stack or a minute; a limit is the right answer.
  const MARKDOWN: Readonly<Record<string, string>> = {
    quotes: '> '.repeat(20_000),
    lists: '1. '.repeat(20_000),
    footnotes: '[^a]: '.repeat(20_000),
    brackets: `${'['.repeat(20_000)}a${'](x)'.repeat(20_000)}`,
    emphasis: '*a_ '.repeat(20_000),
    pairs: `${'*a '.repeat(9000)}${' a*'.repeat(9000)}`,
    comments: 'a <!--'.repeat(20_000),
    closers: '~~a~~ a]('.repeat(20_000),
    parentheses: `http://a${')'.repeat(20_000)}a`,
    underlines: 'a\n=\n'.repeat(20_000),
    staircase: Array.from({ length: 400 }, (_, n) => `${' '.repeat(2 * n)}- a\n`).join(''),
  };
  for (const [name, text] of Object.entries(MARKDOWN)) {
    it(`${name} without end are announced and skipped`, function () {
      this.timeout(10_000);
      const tree = parseTree('a.md', text);
      assert.deepEqual(
        tree.problems.map(({ kind }) => kind),
        ['limit'],
      );
    });
  }

  const YAML: Readonly<Record<string, string>> = {
    brackets: '['.repeat(20_000),
    braces: '{a: '.repeat(20_000),
    dashes: '- '.repeat(20_000),
    staircase: Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    aliases: `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]\n`).join('')}`,
  };
  for (const [name, text] of Object.entries(YAML)) {
    it(`YAML ${name} without end are announced and cut`, function () {
      this.timeout(10_000);
      const { problems } = parseTree('a.yaml', text);
      assert.ok(
        problems.some(({ kind }) => kind === 'limit'),
        JSON.stringify(problems),
      );
    });
  }
});
