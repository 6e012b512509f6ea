/** Words, edits, bytes and anchors: the small tools by which the rest of the house speaks about text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/syntax/decode.ts';
import { applyEdits, spliceText } from '../../server/syntax/edit.ts';
import { flatten, plainText } from '../../server/syntax/inline-text.ts';
import { parseMarkdown } from '../../server/syntax/markdown.ts';
import { headingSlugs, htmlAnchors, slugify } from '../../server/syntax/slug.ts';
import type { Inline } from '../../server/syntax/tree.ts';
import { LAW, LAW_TIME } from './texts.ts';

function paragraph(text: string): readonly Inline[] {
  const block = parseMarkdown(text).blocks[0];
  assert.ok(block?.type === 'paragraph');
  return block.children;
}

describe('flattened words', () => {
  const source = 'The **Change &amp; Release** [Manager](m.md) signs `8.1` off\\*.<br>Next  \nline\nend';

  it('are what a reader sees, with line breaks', () => {
    assert.equal(flatten(paragraph(source)).text, 'The Change & Release Manager signs 8.1 off*.\nNext\nline\nend');
    assert.equal(plainText(paragraph(source)), 'The Change & Release Manager signs 8.1 off*. Next line end');
  });

  it('lead back to the source, through markup, entities and escapes', () => {
    const flat = flatten(paragraph(source));
    const back = (words: string): string => {
      const at = flat.text.indexOf(words);
      const { start, end } = flat.spanOf(at, at + words.length);
      return source.slice(start, end);
    };
    assert.equal(back('Change'), 'Change');
    assert.equal(back('&'), '&amp;');
    assert.equal(back('Release Manager'), 'Release** [Manager');
    assert.equal(back('8.1'), '8.1');
    assert.equal(back('off*'), 'off\\*');
    assert.equal(back('line\nend'), 'line\nend');
  });

  it('leave code out where a mention is looked for, and do not join its neighbours', () => {
    assert.equal(flatten(paragraph('a`8.1`b'), 'blank').text, 'a b');
  });
});

describe('edits', function () {
  this.timeout(LAW_TIME);
  it('apply in any order and touch nothing else', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'X' },
      { span: { start: 0, end: 1 }, text: '' },
      { span: { start: 2, end: 2 }, text: '++' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'b++cdXf');
  });

  it('that overlap or lie outside are refused whole', () => {
    assert.equal(
      applyEdits('abc', [
        { span: { start: 0, end: 2 }, text: '' },
        { span: { start: 1, end: 3 }, text: '' },
      ]),
      null,
    );
    assert.equal(applyEdits('abc', [{ span: { start: 2, end: 9 }, text: '' }]), null);
    assert.equal(applyEdits('abc', [{ span: { start: -1, end: 0 }, text: '' }]), null);
  });

  it('of one place equal a splice', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.string(), (text, a, b, words) => {
        const start = a % (text.length + 1);
        const span = { start, end: start + (b % (text.length + 1 - start)) };
        assert.equal(applyEdits(text, [{ span, text: words }]), spliceText(text, span, words));
      }),
      LAW,
    );
  });
});

describe('bytes', () => {
  it('decode with and without a byte order mark, which is not part of the text', () => {
    const words = 'Änderung 😀';
    assert.deepEqual(decode(new TextEncoder().encode(words)), { text: words, problem: null });
    assert.deepEqual(decode(new TextEncoder().encode(`\ufeff${words}`)), { text: words, problem: null });
    const little = Buffer.from(`\ufeff${words}`, 'utf16le');
    assert.deepEqual(decode(little), { text: words, problem: null });
    assert.deepEqual(decode(Buffer.from(little).swap16()), { text: words, problem: null });
  });

  it('of another encoding are read as far as possible, with a word on what to do', () => {
    const { text, problem } = decode(Uint8Array.of(0x61, 0xe4, 0x62));
    assert.equal(text, 'a\ufffdb');
    assert.match(problem?.message ?? '', /UTF-8/);
  });

  it('of a binary file are not read', () => {
    const { text, problem } = decode(Uint8Array.of(0x25, 0x50, 0, 0xff));
    assert.equal(text, '');
    assert.equal(problem?.kind, 'encoding');
  });
});

describe('anchors', () => {
  it('are GitHub’s slugs', () => {
    assert.equal(slugify('  Roles & Responsibilities: who/what? (v1.0) '), 'roles--responsibilities-whowhat-v10');
    assert.equal(slugify('Änderung_steuern 中文'), 'änderung_steuern-中文');
  });

  it('count repeated headings, and never give one anchor twice', () => {
    const { blocks } = parseMarkdown('# A\n# A\n# A-1\n# A\n# B {#own}\n> # A\n');
    assert.deepEqual(
      headingSlugs(blocks).map(({ slug }) => slug),
      ['a', 'a-1', 'a-1-1', 'a-2', 'own', 'a-3'],
    );
  });

  it('may be raw HTML', () => {
    const tree = parseMarkdown('<a name="x"></a>\n\nwords <span id=\'y\'>z</span>\n\n| <b id=q> |\n|-|\n');
    assert.deepEqual([...htmlAnchors(tree)].sort(), ['q', 'x', 'y']);
  });
});
