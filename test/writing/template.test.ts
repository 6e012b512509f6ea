/** A new document reads as its kind, has every section of it, and claims nothing that nobody said. */
import assert from 'node:assert/strict';
import { CONTROL_SECTIONS } from '../../server/model/control.ts';
import { GERMAN } from '../../server/model/languages/de.ts';
import { isListOf, listKey } from '../../server/model/vocabulary/list-names.ts';
import { fieldOf } from '../../server/reading/facts.ts';
import { addRecord } from '../../server/writing/add-record.ts';
import { snippetText } from '../../server/writing/holes.ts';
import { promptOf } from '../../server/writing/section-words.ts';
import { documentPieces, documentTemplate, isRegister, recordFields } from '../../server/writing/template.ts';
import { LEXICON, read, VALUES, written } from './documents.ts';

describe('documentTemplate', () => {
  for (const kind of LEXICON.documentKinds) {
    for (const notation of ['front-matter', 'table', 'key-lines', 'yaml'] as const) {
      if (notation === 'yaml' && !isRegister(kind)) continue;
      for (const language of ['en', 'de'] as const) {
        it(`writes a ${kind.name} with ${notation} (${language}) that is read as one`, () => {
          const values = { title: 'Something new', owner: 'Ada Sandelin' };
          const text = documentTemplate(kind.name, values, LEXICON, { notation, language });
          const { facts } = read(notation === 'yaml' ? 'a.yaml' : 'a.md', text);
          assert.equal(facts.kinds[0], kind.name);
          assert.equal(facts.title?.text, 'Something new');
          assert.deepEqual(facts.problems, []);
          assert.deepEqual(facts.conflicts, []);
          for (const section of notation === 'yaml' ? [] : kind.sections) {
            const found = facts.sections.find((each) => each.names.includes(section.name));
            assert.ok(found !== undefined, section.name);
            assert.notEqual(found.state, 'given', section.name);
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
  }

  it('asks in German in a German document, whatever there is to ask', () => {
    const asked = new Set<string>();
    for (const kind of [...LEXICON.documentKinds, ...LEXICON.recordKinds])
      for (const section of [...kind.sections, ...CONTROL_SECTIONS]) {
        asked.add(section.prompt);
        assert.notEqual(promptOf(section, 'de'), section.prompt, `${kind.name}.${section.name} is asked in English`);
        assert.equal(promptOf(section, 'en'), section.prompt);
      }
    // What is no longer asked needs no translation.
    assert.deepEqual(
      Object.keys(GERMAN.prompts).filter((prompt) => !asked.has(prompt)),
      [],
    );
    for (const kind of LEXICON.documentKinds) {
      const text = documentTemplate(kind.name, {}, LEXICON, { notation: 'front-matter', language: 'de' });
      for (const { prompt } of kind.sections) assert.ok(!text.includes(`<!-- ${prompt}`), `${kind.name}: ${prompt}`);
    }
  });

  it('takes the first record of each kind that the new document is there to carry', () => {
    for (const kind of LEXICON.documentKinds) {
      for (const notation of ['front-matter', 'yaml'] as const) {
        const path = notation === 'yaml' ? 'a.yaml' : 'a.md';
        const text = documentTemplate(kind.name, { title: 'New' }, LEXICON, { notation, language: 'en' });
        for (const name of kind.carries ?? []) {
          if (!text.includes(notation === 'yaml' ? `\n${listKey(name)}:` : '|---|')) continue;
          if (notation !== 'yaml' && !kind.sections.some((section) => isListOf(section.name, name))) continue;
          if (name === 'raci-row' || name === 'step') continue;
          // Attendees stand in a list, not in a table.
          if (kind.sections.some((section) => section.items === name)) continue;
          const source = read(path, text);
          const fields = recordFields(LEXICON.kind(name) ?? assert.fail()).slice(0, 3);
          const values = Object.fromEntries(fields.map((field) => [field.name, VALUES[field.type][0] ?? '']));
          const after = written(source, addRecord(source, name, values, LEXICON));
          assert.ok(after !== null, `${name} into\n${text}`);
          const records = read(path, after).facts.records.filter((record) => record.form !== 'document');
          assert.deepEqual([...new Set(records.map((record) => record.kind))], [name], after);
        }
      }
    }
  }).timeout(60_000);

  it('is the same text for a person and for an editor that moves from hole to hole', () => {
    const form = { notation: 'front-matter', language: 'en' } as const;
    for (const kind of LEXICON.documentKinds) {
      const pieces = documentPieces(kind.name, {}, LEXICON, form);
      const filled = snippetText(pieces)
        .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
        .replace(/\$\{?\d+\}?/g, '')
        .replace(/\\(.)/g, '$1');
      assert.equal(filled, documentTemplate(kind.name, {}, LEXICON, form));
    }
  });

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
