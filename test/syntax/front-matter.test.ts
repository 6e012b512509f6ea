/** Front matter in every shape that real documents have, and the prose beside each that must not be taken for it. */
import assert from 'node:assert/strict';
import { cutFrontMatter } from '../../server/syntax/front-matter.ts';
import { parseMarkdown } from '../../server/syntax/markdown.ts';

function cut(text: string): readonly [string, readonly string[], string] | null {
  const found = cutFrontMatter(text);
  if (!found) return null;
  const root = found.yaml.roots[0];
  const keys = root?.type === 'map' ? root.entries.map(({ key }) => key.text) : [];
  return [found.shape, keys, text.slice(found.span.end)];
}

describe('front matter', () => {
  it('stands between fences', () => {
    assert.deepEqual(cut('---\nid: A\nowner: Jo\n---\n# Title\n'), ['fenced', ['id', 'owner'], '# Title\n']);
    assert.deepEqual(cut('---\r\nid: A\r\n...\r\ntext'), ['fenced', ['id'], 'text']);
    assert.deepEqual(cut('\ufeff\n---\nid: A\n---'), ['fenced', ['id'], '']);
    assert.deepEqual(cut('---\n---\ntext'), ['fenced', [], 'text']);
  });

  it('may hold comments, blank lines, lists and long texts', () => {
    const text =
      '---\nid: A\n\n# who\nowners:\n- Jo\n  - Al\ntext: |\n  # no heading\n  words\ntags: [\n  a,\n]\n---\nbody';
    assert.equal(cut(text)?.[2], 'body');
  });

  it('is still front matter with a slip in it', () => {
    assert.deepEqual(cut('---\nid: A\nstray words\nowner: Jo\n---\nbody')?.[2], 'body');
  });

  it('that is not closed yet takes its leading entries and leaves the body alone, list and all', () => {
    assert.deepEqual(cut('---\nid: A\nowner: Jo\n\n- first\n- second\n\nwords\n'), [
      'fenced',
      ['id', 'owner'],
      '\n- first\n- second\n\nwords\n',
    ]);
    assert.deepEqual(
      cut('---\nid: A\n# Purpose\n\nWords here.\n\n---\n\nmore\n')?.[2],
      '# Purpose\n\nWords here.\n\n---\n\nmore\n',
    );
    const tree = parseMarkdown('---\nid: A\n\n- first\n');
    assert.equal(tree.blocks[0]?.type, 'list');
    assert.match(tree.problems[0]?.message ?? '', /not closed/);
  });

  it('closed gives no problem', () => {
    assert.deepEqual(parseMarkdown('---\nid: A\n---\n').problems, []);
  });

  it('may lack its opening fence', () => {
    assert.deepEqual(cut('id: "x"\nname: "y"cron: "z"\n---\n\nwords'), ['unopened', ['id', 'name', 'cron'], '\nwords']);
    assert.deepEqual(cut('name: A\nsatisfies:\n  TSC:\n- CC2.1\n    - CC2.2\n---\nbody')?.[2], 'body');
  });

  it('may stand in an HTML comment or a yaml fence', () => {
    assert.deepEqual(cut('<!--\nid: A\nowner: Jo\n-->\n# T\n'), ['comment', ['id', 'owner'], '# T\n']);
    assert.deepEqual(cut('<!--\n---\nid: A\nowner: Jo\n---\n-->\n# T\n'), ['comment', ['id', 'owner'], '# T\n']);
    assert.deepEqual(cut('```yaml\nid: A\nowner: Jo\n```\n# T\n'), ['yaml-fence', ['id', 'owner'], '# T\n']);
  });

  it('gives spans in the document, not in the cut', () => {
    const text = '\n<!--\nid: A\nowner: Jo\n-->\n';
    const root = cutFrontMatter(text)?.yaml.roots[0];
    assert.ok(root?.type === 'map');
    assert.deepEqual(
      root.entries.map(({ value }) => text.slice(value.span.start, value.span.end)),
      ['A', 'Jo'],
    );
  });
});

describe('prose is not front matter', () => {
  const PROSE: Readonly<Record<string, string>> = {
    'a setext heading with a colon': 'Note: read this\n---\nwords',
    'a paragraph before a thematic break': 'Dear reader: hello.\nThis is prose.\n\n---\n',
    'a thematic break before prose': '---\n\nSome words.\n\n---\n',
    'a comment of words': '<!-- markdownlint-disable MD013 -->\n# T\n',
    'a comment with one key': '<!-- TODO: later -->\n',
    'a comment with prose after it on the line': '<!--\na: 1\nb: 2\n--> words\n',
    'a fence with a list': '```yaml\n- a\n- b\n```\n',
    'another language': '```json\n{"a": 1, "b": 2}\n```\n',
    'key lines with no fence at all': 'id: A\nowner: Jo\n\n# Title\n',
    'bold key lines': '**Owner:** Jo\n**Version:** 1\n---\n',
  };
  for (const [name, text] of Object.entries(PROSE)) {
    it(`nor is ${name}`, () => assert.equal(cut(text), null));
  }
});
