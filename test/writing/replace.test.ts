/** The small writes: a stretch replaced, a field taken out with its line, a link between two documents. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldOf } from '../../server/reading/facts.ts';
import { resolveLink } from '../../server/reading/links.ts';
import { linkTo, removeField, replaceSpan } from '../../server/writing/replace.ts';
import { documentText, LEXICON, NOTATIONS, RUNS, read, written } from './documents.ts';

describe('replaceSpan', () => {
  it('refuses a stretch outside the document and a change that changes nothing', () => {
    const source = read('a.md', 'one two\n');
    assert.equal(written(source, replaceSpan(source, { start: 4, end: 7 }, 'three')), 'one three\n');
    assert.equal(replaceSpan(source, { start: 4, end: 7 }, 'two'), null);
    assert.equal(replaceSpan(source, { start: 4, end: 99 }, 'x'), null);
  });
});

describe('removeField', () => {
  const pairs = [
    { name: 'id', title: 'Document ID', value: 'PROC-01' },
    { name: 'version', title: 'Version', value: '1.0' },
    { name: 'owner', title: 'Owner', value: 'Ada Sandelin' },
    { name: 'status', title: 'Status', value: 'draft' },
  ];
  const kind = LEXICON.kind('process-description');
  for (const notation of NOTATIONS) {
    it(`takes the whole line out of ${notation}, and leaves what a document without it would say`, () => {
      assert.ok(kind);
      const path = notation === 'yaml' ? 'a.yaml' : 'a.md';
      const source = read(path, documentText(kind, notation, pairs, ['Scope']));
      const fact = fieldOf(source.facts, 'version');
      assert.ok(fact);
      const result = written(source, removeField(source, fact, LEXICON));
      const without = documentText(
        kind,
        notation,
        pairs.filter((pair) => pair.name !== 'version'),
        ['Scope'],
      );
      // A paragraph that is taken out leaves its blank line.
      assert.equal(result?.replace(/\n{3,}/g, '\n\n'), without);
    });
  }

  it('gives nothing for the pair in a table header, without which there is no table', () => {
    const source = read('a.md', '# Change process\n\n| Version | 1.0 |\n|---|---|\n| Status | draft |\n');
    const fact = fieldOf(source.facts, 'version');
    assert.ok(fact);
    assert.equal(removeField(source, fact, LEXICON), null);
  });
});

describe('linkTo', () => {
  it('goes up and down the folders', () => {
    assert.equal(linkTo('processes/change.md', 'procedures/change.md'), '../procedures/change.md');
    assert.equal(linkTo('README.md', 'processes/change.md'), 'processes/change.md');
    assert.equal(linkTo('a/b/c.md', 'a/d.md#scope'), '../d.md#scope');
    assert.equal(linkTo('a.md', 'a.md#scope'), '#scope');
  });

  it('encodes what would end the destination, and leaves other letters readable', () => {
    assert.equal(linkTo('a.md', 'Prüfung (alt) #1.md'.replace('#', '%23')), 'Prüfung%20%28alt%29%20%25231.md');
    assert.equal(linkTo('a.md', 'notes:2026.md'), './notes:2026.md');
  });

  it('leads back to the document from anywhere', () => {
    const part = fc
      .stringMatching(/^[A-Za-z0-9äö ()_&+:,'%?-]{1,8}$/)
      .filter((name) => name.trim() === name && !/^\.+$/.test(name));
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.md`);
    fc.assert(
      fc.property(path, path, (from, to) => {
        const link = linkTo(from, to);
        assert.doesNotMatch(link, /[\s()]/);
        assert.equal(resolveLink(from, link).path, to);
      }),
      RUNS,
    );
  });
});
