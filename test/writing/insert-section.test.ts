/** Missing sections are inserted at their places, in the file's heading style, with prompts that count as empty. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertSections } from '../../server/writing/insert-section.ts';
import { documentText, keepsBytes, LEXICON, RUNS, read, written } from './documents.ts';

const insert = (text: string, names: readonly string[], kind = 'process-description'): string | null => {
  const source = read('a.md', text);
  return written(source, insertSections(source, kind, names, LEXICON));
};

const headings = (text: string | null): readonly string[] =>
  (text ?? '').split(/\r?\n/).filter((line) => line.startsWith('#'));

describe('insertSections', () => {
  it('puts a section behind its nearest earlier one, and several in the order of the kind', () => {
    const text =
      '# Change process\n\n## Purpose\n\nWords.\n\n## Activities\n\n1. One.\n\n## Document history\n\nNone.\n';
    assert.deepEqual(headings(insert(text, ['measures', 'outputs', 'scope'])), [
      '# Change process',
      '## Purpose',
      '## Scope',
      '## Activities',
      '## Outputs',
      '## Measures',
      '## Document history',
    ]);
  });

  it('writes headings and prompts in the language of the others', () => {
    const german = insert('# Änderungsprozess\n\n## Zweck\n\nWorte.\n\n## Aktivitäten\n\nWorte.\n', ['scope']) ?? '';
    assert.match(
      german,
      /^## Geltungsbereich\n\n<!-- Welche Services, Standorte und Fälle gehören dazu, welche nicht\? -->$/m,
    );
    // One German heading among English ones does not make a German document.
    const mixed = insert('# Change process\n\n## Purpose\n\nWords.\n\n## Activities\n\nWords.\n\n## Risiken\n', [
      'scope',
    ]);
    assert.match(mixed ?? '', /^## Scope\n\n<!-- Which services/m);
  });

  it('changes nothing but what it inserts', () => {
    const text = '# Change process\r\n\r\n## Purpose\r\n\r\nWords.  \r\n\r\n## Activities\r\n\r\n1. One.\r\n';
    const result = insert(text, ['scope']) ?? '';
    assert.equal(result.replace(/\r\n\r\n## Scope\r\n\r\n<!-- [^\r\n]* -->/, ''), text);
  });

  it('writes underlined headings where the others are underlined', () => {
    const text = 'Change process\n==============\n\nPurpose\n-------\n\nWords.\n\nActivities\n----------\n\nWords.\n';
    assert.match(insert(text, ['scope']) ?? '', /\n\nScope\n-----\n\n<!-- /);
  });

  it('writes closing hashes, the blanks and the capitals of the others', () => {
    const text = '# Change process #\n\n##  Process Objective ##\n\nWords.\n\n##  Process Steps ##\n\nWords.\n';
    assert.match(insert(text, ['roles']) ?? '', /^## {2}Roles and Responsibilities ##$/m);
  });

  it('continues the numbers of the headings, and moves the later ones on', () => {
    const text = '# Change process\n\n## 1. Purpose\n\nWords.\n\n## 2. Activities\n\nWords.\n';
    assert.deepEqual(headings(insert(text, ['scope', 'measures'])), [
      '# Change process',
      '## 1. Purpose',
      '## 2. Scope',
      '## 3. Activities',
      '## 4. Measures',
    ]);
  });

  it('leaves numbers alone that something counts on: subsections, links, mentions', () => {
    for (const tail of ['### 2.1 First\n\nWords.\n', 'See [below](#2-activities).\n', 'As in section 2.\n']) {
      const text = `# Change process\n\n## 1 Purpose\n\nWords.\n\n## 2 Activities\n\n${tail}`;
      const result = insert(text, ['scope']);
      assert.ok(headings(result).includes('## 2 Activities'), tail);
      assert.ok(headings(result).includes('## Scope'), tail);
    }
  });

  it('stays at the level of the siblings, below other headings', () => {
    const text = '# Handbook\n\n## Change process\n\n### Purpose\n\nWords.\n\n### Activities\n\nWords.\n';
    assert.ok(headings(insert(text, ['scope'])).includes('### Scope'));
  });

  it('does not cut the metadata at the foot off from its section', () => {
    const text =
      '# Change process\n\n## Purpose\n\nWords.\n\n## Activities\n\nWords.\n\n---\n\n**Owner:** Ada  \n**Version:** 1.0\n';
    const result = insert(text, ['measures']) ?? '';
    const after = read('a.md', result);
    assert.ok(after.facts.metadata.some((field) => field.field === 'owner' && field.raw === 'Ada'));
    assert.ok(after.facts.sections.some((section) => section.names.includes('measures') && section.state === 'empty'));
  });

  it('gives nothing where the section stands there already, under whatever name, or is none of the kind', () => {
    assert.equal(insert('# Change process\n\n## Aim\n\nWords.\n', ['objective']), null);
    assert.equal(insert('# Change process\n', ['no-such-section']), null);
  });

  it('gives nothing behind a code block that never ends, which would swallow the headings', () => {
    assert.equal(insert('# Change process\n\n```\ncode\n', ['scope']), null);
  });

  it('inserts any sections of any kind: each is found, empty, in order, and the others say what they said', () => {
    const kinds = LEXICON.documentKinds.filter((kind) => kind.sections.length > 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (kind, standing, wanted, lineEnd, numbered) => {
          const picked = (bits: number) => kind.sections.filter((_, i) => (bits >> (i % 30)) % 2 === 1);
          const titles = picked(standing).map((section, i) =>
            numbered ? `${i + 1}. ${section.title}` : section.title,
          );
          const text = documentText(
            kind,
            'front-matter',
            [{ name: 'type', title: 'Type', value: kind.name }],
            titles,
            lineEnd,
          );
          const source = read('a.md', text);
          const there = new Set(source.facts.sections.flatMap((section) => section.names));
          const missing = picked(wanted)
            .filter((section) => !there.has(section.name))
            .map((section) => section.name);
          const edits = insertSections(
            source,
            kind.name,
            picked(wanted).map((section) => section.name),
            LEXICON,
          );
          if (missing.length === 0) return void assert.equal(edits, null);
          assert.ok(edits !== null, `no way to insert ${missing} into\n${text}`);
          const result = written(source, edits) ?? '';
          const after = read('a.md', result);
          for (const name of missing) {
            assert.ok(
              after.facts.sections.some((section) => section.names.includes(name) && section.state === 'empty'),
              `${name} in\n${result}`,
            );
          }
          const bare = (title: string) => title.replace(/^\d+\. /, '');
          const kept = after.facts.sections.filter((section) =>
            source.facts.sections.some((each) => bare(each.title) === bare(section.title)),
          );
          assert.deepEqual(
            kept.slice(1).map((section) => [bare(section.title), section.state, section.lead]),
            source.facts.sections.slice(1).map((section) => [bare(section.title), section.state, section.lead]),
          );
          assert.ok(keepsBytes(text, result, edits));
          if (lineEnd === '\r\n') assert.doesNotMatch(result, /(?<!\r)\n/);
          const again = read('a.md', result);
          assert.equal(
            insertSections(again, kind.name, missing, LEXICON),
            null,
            'a second time there is nothing to insert',
          );
        },
      ),
      RUNS,
    );
  }).timeout(120_000);
});
