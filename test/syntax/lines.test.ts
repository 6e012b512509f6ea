/** Offsets and positions: what an editor shows and what the engine counts must be the same place. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineIndex } from '../../server/syntax/lines.ts';
import { anyText, LAW, LAW_TIME } from './texts.ts';

describe('a line index', function () {
  this.timeout(LAW_TIME);
  it('ends lines at \\n, \\r\\n and a lone \\r, because the protocol does', () => {
    const index = lineIndex('a\nb\r\nc\rd');
    assert.equal(index.count, 4);
    assert.deepEqual(index.positionAt(2), { line: 1, character: 0 });
    assert.deepEqual(index.positionAt(5), { line: 2, character: 0 });
    assert.deepEqual(index.positionAt(7), { line: 3, character: 0 });
    assert.deepEqual(index.lineSpan(1), { start: 2, end: 3 });
  });

  it('gives the empty text one line, and a final line end an empty last line', () => {
    assert.equal(lineIndex('').count, 1);
    assert.equal(lineIndex('a\n').count, 2);
    assert.deepEqual(lineIndex('a\n').positionAt(2), { line: 1, character: 0 });
  });

  it('counts UTF-16 units, so that an emoji is two characters wide', () => {
    assert.deepEqual(lineIndex('a😀b').positionAt(3), { line: 0, character: 3 });
  });

  it('clamps what lies outside, since an editor may be ahead of us', () => {
    const index = lineIndex('ab\ncd');
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(index.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(index.offsetAt({ line: Number.NaN, character: 3 }), 0);
    assert.deepEqual(index.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(index.positionAt(-5), { line: 0, character: 0 });
  });

  it('law 5: offset → position → offset is the identity, except inside a \\r\\n', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = lineIndex(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const inside = text[offset - 1] === '\r' && text[offset] === '\n';
          assert.equal(index.offsetAt(index.positionAt(offset)), inside ? offset - 1 : offset);
        }
      }),
      LAW,
    );
  });

  it('agrees with splitting the text into lines', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = lineIndex(text);
        const lines = text.split(/\r\n|\n|\r/);
        assert.equal(index.count, lines.length);
        lines.forEach((line, at) => {
          const { start, end } = index.lineSpan(at);
          assert.equal(text.slice(start, end), line);
        });
      }),
      LAW,
    );
  });
});
