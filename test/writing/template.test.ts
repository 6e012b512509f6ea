/** A new document reads as its kind, has every section of it, and claims nothing that nobody said. */
import assert from 'node:assert/strict';
import { fieldOf } from '../../server/reading/facts.ts';
import { documentTemplate } from '../../server/writing/template.ts';
import { LEXICON, read } from './documents.ts';

describe('documentTemplate', () => {
  for (const kind of LEXICON.documentKinds) {
    for (const notation of ['front-matter', 'table', 'key-lines'] as const) {
      it(`writes a ${kind.name} with ${notation} that is read as one`, () => {
        const text = documentTemplate(kind.name, { title: 'Something new', owner: 'Ada Sandelin' }, LEXICON, {
          notation,
          language: 'en',
        });
        const { facts } = read('a.md', text);
        assert.equal(facts.kinds[0], kind.name);
        assert.equal(facts.title?.text, 'Something new');
        assert.deepEqual(facts.problems, []);
        for (const section of kind.sections) {
          assert.ok(
            facts.sections.some((each) => each.names.includes(section.name)),
            section.name,
          );
        }
        const given = facts.metadata
          .filter((field) => field.state === 'given' && field.shape !== 'section')
          .map((field) => field.field);
        const own = kind.fields.some((field) => field.name === 'owner') ? [] : ['owner'];
        for (const name of [...own, 'type', 'version', 'status'])
          assert.ok(given.includes(name), `${name} in\n${text}`);
        assert.deepEqual(
          given.filter((name) => !['owner', 'type', 'version', 'status', 'title'].includes(name)),
          [],
        );
        assert.equal(fieldOf(facts, 'status')?.raw, 'draft');
        assert.deepEqual(
          facts.records.filter((record) => record.form !== 'document'),
          [],
        );
      });
    }
  }

  it('writes the values that it is given, whatever they hold', () => {
    const values = { title: 'Change policy', id: 'POL-7', owner: 'Ada: the owner', classification: 'internal | all' };
    for (const notation of ['front-matter', 'table', 'key-lines'] as const) {
      const { facts } = read('a.md', documentTemplate('policy', values, LEXICON, { notation, language: 'en' }));
      for (const name of ['id', 'owner', 'classification'] as const)
        assert.equal(fieldOf(facts, name)?.raw, values[name], notation);
    }
  });

  it('is empty for what is no kind of document', () => {
    assert.equal(documentTemplate('step', {}, LEXICON, { notation: 'table', language: 'en' }), '');
    assert.equal(documentTemplate('nothing', {}, LEXICON, { notation: 'table', language: 'en' }), '');
  });
});
