/** Shared facts say what they said before, and hold what they have in common with others once. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import { type Facts, fieldOf } from '../../server/reading/facts.ts';
import { readTree } from '../../server/reading/read.ts';
import { shareFacts } from '../../server/reading/sharing.ts';
import { isDocumentPath, parseTree } from '../../server/syntax/parse.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');
const read = (path: string, text: string): Facts => readTree(path, parseTree(path, text), DEFAULT_CONFIGURATION);

describe('shareFacts', () => {
  it('changes nothing that facts say, in all examples, whether they were just read or came from a thread', () => {
    const paths = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(isDocumentPath);
    assert.ok(paths.length > 100);
    for (const path of paths) {
      const facts = read(path, readFileSync(join(examples, path), 'utf8'));
      const said = JSON.stringify(facts);
      assert.equal(JSON.stringify(shareFacts(JSON.parse(said) as Facts)), said, path);
      assert.equal(JSON.stringify(shareFacts(facts)), said, path);
    }
  });

  it('keeps long words and those of an enumeration as they are, though others look alike', () => {
    const long = 'Jane Doe (Change Manager), '.repeat(20);
    for (const text of [
      `# Change management process\n\n**Owner:** ${long}\n`,
      '# Improvement register\n\n| ID | Improvement | Status |\n|---|---|---|\n| IMP-1 | A | open |\n',
      '# Change management process\n\n**Status:** open\n',
    ]) {
      const facts = read('a.md', text);
      assert.equal(JSON.stringify(shareFacts(read('a.md', text))), JSON.stringify(facts));
    }
  });

  it('leaves apart what equal words mean in different places', () => {
    const dated = (day: string): string =>
      `# Change management process\n\n**Last reviewed:** ${day}\n**Review interval:** P12M\n`;
    const facts = ['2026-01-15', '2026-03-15'].map((day) => read('a.md', dated(day)));
    const days = (of: readonly Facts[]): readonly unknown[] => of.map((each) => fieldOf(each, 'next_review')?.value);
    const said = JSON.stringify(days(facts));
    assert.equal(JSON.stringify(days(facts.map(shareFacts))), said);
    assert.equal(new Set(JSON.parse(said).map(JSON.stringify)).size, 2);
  });

  it('holds one value for all documents that give it', () => {
    const text = '# Change management process\n\n**Owner:** Change Manager\n**Next review:** 2026-12-01\n';
    const [one, other] = [read('a.md', text), read('b.md', `${text}\nMore.\n`)].map((facts) =>
      shareFacts(JSON.parse(JSON.stringify(facts)) as Facts),
    );
    for (const name of ['owner', 'next_review']) {
      const value = one === undefined ? null : (fieldOf(one, name)?.value ?? null);
      assert.ok(value !== null);
      assert.equal(other === undefined ? null : fieldOf(other, name)?.value, value, name);
    }
  });
});
