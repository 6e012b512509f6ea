/** What stands for a field that a document leaves out: defaults of the configuration, and CODEOWNERS. */
import assert from 'node:assert/strict';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import { readCodeOwners } from '../../server/reading/code-owners.ts';
import { fieldOf } from '../../server/reading/facts.ts';
import { factsOf } from './facts-of.ts';

const configured = (change: Partial<Configuration>): Configuration => ({ ...DEFAULT_CONFIGURATION, ...change });

const ownerOf = (text: string, path: string, configuration: Configuration): string | null =>
  fieldOf(factsOf(text, path, configuration), 'owner')?.raw ?? null;

const owned = (text: string, path: string): string | null =>
  ownerOf('# Backup policy\n', path, configured({ codeOwners: readCodeOwners(text) }));

describe('defaults', () => {
  const configuration = configured({
    defaults: [
      { glob: 'policies/**', fields: { owner: 'Compliance Manager', review_interval: 'yearly' } },
      { glob: 'policies/it/**', fields: { owner: 'Head of IT' } },
    ],
    codeOwners: [{ globs: ['**'], owners: ['@ada'] }],
  });

  it('complete what a document leaves out, the last glob first', () => {
    assert.equal(ownerOf('# Backup policy\n', 'policies/a.md', configuration), 'Compliance Manager');
    assert.equal(ownerOf('# Backup policy\n', 'policies/it/a.md', configuration), 'Head of IT');
    assert.equal(ownerOf('# Backup policy\n', 'a.md', configuration), '@ada');
    const interval = fieldOf(factsOf('# Backup policy\n', 'policies/it/a.md', configuration), 'review_interval');
    assert.deepEqual(interval?.value, { type: 'interval', iso: 'P12M', atMost: false });
  });

  it('leave alone what a document says, and what it still has to say', () => {
    assert.equal(ownerOf('# Backup policy\n\n**Owner:** Ada Quill\n', 'policies/a.md', configuration), 'Ada Quill');
    assert.equal(ownerOf('# Backup policy\n\n**Owner:** TBD\n', 'policies/a.md', configuration), 'TBD');
    assert.equal(ownerOf('---\nowner:\n---\n# Backup policy\n', 'policies/a.md', configuration), 'Compliance Manager');
  });

  it('reach the record that a document stands for', () => {
    const facts = factsOf('---\ntype: nonconformity\n---\n# NC-7\n\n**Cause:** x\n', 'policies/a.md', configuration);
    assert.equal(facts.records[0] === undefined ? null : fieldOf(facts.records[0], 'owner')?.raw, 'Compliance Manager');
  });

  it('make no controlled document of a page', () => {
    assert.equal(factsOf('# Backup policy\n', 'policies/a.md', configuration).controlled, false);
  });
});

describe('CODEOWNERS', () => {
  const FILE =
    '# Who reviews what\n* @ada\n/docs/* @ben # the folder itself\npolicies/ @alder/compliance cleo@example.org\n*.yaml @dora\n/docs/free.md\n';

  it('gives a path the owners of the last pattern that it matches', () => {
    assert.equal(owned(FILE, 'a.md'), '@ada');
    assert.equal(owned(FILE, 'docs/a.md'), '@ben');
    assert.equal(owned(FILE, 'docs/deep/a.md'), '@ada');
    assert.equal(owned(FILE, 'some/policies/it/a.md'), '@alder/compliance, cleo@example.org');
    assert.equal(owned(FILE, 'docs/free.md'), null);
  });

  it('gives those of the section where a pattern names none', () => {
    const text = '[Documents] @ada\ndocs/\n^[Policies][2] @ben\npolicies/ @cleo\nplans/\n';
    assert.equal(owned(text, 'docs/a.md'), '@ada');
    assert.equal(owned(text, 'policies/a.md'), '@cleo');
    assert.equal(owned(text, 'plans/a.md'), '@ben');
  });

  it('is never wrong, whatever it holds', () => {
    for (const text of ['', '[', '\\', '!x @a', '***/[ @a', ' @a', 'a\\ b.md @a'])
      assert.doesNotThrow(() => owned(text, 'x/a.md'), text);
    assert.equal(owned('a\\ b.md @ada', 'x/a b.md'), '@ada');
  });
});
