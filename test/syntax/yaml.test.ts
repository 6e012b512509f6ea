/** YAML as people write it in registers: source text kept, places right, and a slip in one entry costs that entry. */
import assert from 'node:assert/strict';
import type { YamlNode } from '../../server/syntax/tree.ts';
import { parseYaml } from '../../server/syntax/yaml.ts';

/** A node as plain data, scalars by their text. */
function data(node: YamlNode | undefined): unknown {
  if (node?.type === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, data(value)]));
  return node?.type === 'sequence' ? node.items.map(data) : node?.text;
}

const read = (text: string): unknown => data(parseYaml(text).roots[0]);

describe('YAML', () => {
  it('keeps every scalar as it was written, because 8.10 is a clause and no 8.1', () => {
    const text = "a: 8.10\nb: on\nc: Yes\nd: 2024-03-01\ne: 0123\nf: ~\ng: 1e3\nh: \"x\\ty\"\ni: 'it''s'\n";
    assert.deepEqual(read(text), {
      a: '8.10',
      b: 'on',
      c: 'Yes',
      d: '2024-03-01',
      e: '0123',
      f: '~',
      g: '1e3',
      h: 'x\ty',
      i: "it's",
    });
  });

  it('tells what the core schema makes of a scalar', () => {
    const root = parseYaml('[8.10, true, "true", ~, word, ]').roots[0];
    assert.ok(root?.type === 'sequence' && root.flow);
    assert.deepEqual(
      root.items.map((item) => item.type === 'scalar' && item.resolved),
      ['number', 'boolean', 'string', 'null', 'string'],
    );
  });

  it('places scalars with their quotes, and an implied null behind its colon, at the offset of the whole document', () => {
    const before = 'words\n';
    const text = 'a: "x"\nb:\nc: [1, 2]\n';
    const root = parseYaml(text, before.length).roots[0];
    assert.ok(root?.type === 'map');
    const spans = root.entries.map(({ span, value }) =>
      [span, value.span].map(({ start, end }) => (before + text).slice(start, end)),
    );
    assert.deepEqual(spans, [
      ['a: "x"', '"x"'],
      ['b:', ''],
      ['c: [1, 2]', '[1, 2]'],
    ]);
    assert.equal(root.entries[1]?.value.span.start, (before + text).indexOf('b:') + 2);
  });

  it('reads block scalars and places them', () => {
    const text = 'a: |\n  one\n  two\nb: >-\n  three\n  four\n';
    assert.deepEqual(read(text), { a: 'one\ntwo\n', b: 'three four' });
  });

  it('resolves aliases and merge keys; what an entry says itself wins', () => {
    assert.deepEqual(read('base: &b {owner: Jo, tier: 1}\nx:\n  <<: *b\n  tier: 2\ny: *b\n'), {
      base: { owner: 'Jo', tier: '1' },
      x: { tier: '2', owner: 'Jo' },
      y: { owner: 'Jo', tier: '1' },
    });
  });

  it('cuts an alias that stands in itself, and says so', () => {
    const { problems } = parseYaml('a: &a [*a]\n');
    assert.match(problems[0]?.message ?? '', /contains it/);
  });

  it('reads a stream of several documents', () => {
    assert.deepEqual(parseYaml('a: 1\n---\nb: 2\n').roots.map(data), [{ a: '1' }, { b: '2' }]);
  });

  it('gives comments with their places', () => {
    const text = 'a: 1 # why\n# whole line\nb:\n  - x # item\n';
    const { comments } = parseYaml(text);
    assert.deepEqual(
      comments.map((c) => c.text),
      ['why', 'whole line', 'item'],
    );
    for (const { span } of comments) assert.equal(text.charAt(span.start), '#');
  });

  it('keeps both entries of a duplicate key and points at the second', () => {
    const text = 'owner: A\nowner: B\n';
    const { roots, problems } = parseYaml(text);
    assert.ok(roots[0]?.type === 'map' && roots[0].entries.length === 2);
    assert.deepEqual(
      problems.map(({ span }) => span.start),
      [9],
    );
    assert.match(problems[0]?.message ?? '', /"owner" stands here twice/);
  });

  it('reports nothing for sound YAML', () => {
    for (const text of [
      '',
      '# only a comment\n',
      '---\n',
      'a:\n- b\n- c: d\n  e: f\n',
      'word\n',
      '? a\n: b\n',
      '%YAML 1.2\n---\na: 1\n',
    ]) {
      assert.deepEqual(parseYaml(text).problems, [], text);
    }
  });
});

describe('broken YAML', () => {
  it('loses only the entry with the slip, and gives one problem at that entry', () => {
    const text = 'id: A\nname: "never closed\nowner: Jo\nversion: 1.10\n';
    assert.deepEqual(read(text), { id: 'A', name: 'never closed', owner: 'Jo', version: '1.10' });
    const { problems } = parseYaml(text);
    assert.equal(problems.length, 1);
    assert.equal(text.slice(problems[0]?.span.start, problems[0]?.span.end), '"never closed');
    assert.match(problems[0]?.message ?? '', /never closed/);
  });

  it('separates two entries that lost their line end', () => {
    assert.deepEqual(read('id: "x"\nname: "y"cron: "z"\n'), { id: 'x', name: 'y', cron: 'z' });
  });

  it('keeps the other records of a register while one is being typed', () => {
    const text = 'audits:\n  - id: AUD-1\n    scope: [all, \n  - id: AUD-2\n    scope: SMS\n';
    assert.deepEqual(read(text), {
      audits: [
        { id: 'AUD-1', scope: '[all,' },
        { id: 'AUD-2', scope: 'SMS' },
      ],
    });
  });

  it('does not confuse a list at its key’s own indentation with a new entry', () => {
    assert.deepEqual(read('a:\n- x\n- y\nb: "open\n'), { a: ['x', 'y'], b: 'open' });
  });

  it('says what to do about a tab, a stray line and a second colon', () => {
    const told = (text: string): string =>
      parseYaml(text)
        .problems.map((p) => p.message)
        .join('|');
    assert.match(told('a:\n\tb: 1\n'), /spaces/);
    assert.match(told('a: 1\nstray\nb: 2\n'), /colon|key/);
    assert.match(told('a: b: c\n'), /second "key: value"/);
    assert.match(told('a:\n  b:\n- x\n    - y\nc: 1\n'), /indent/);
  });
});
