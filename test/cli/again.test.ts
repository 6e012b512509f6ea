/** Runs again: what was printed is printed once more, and only where nothing that it depends on has changed. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Circumstances, createPlace, type Outcome, type Place } from '../kit/terminal.ts';

const FILES = {
  'clausewright.yaml': 'edition: 2018\nbaseline: known.json\n',
  'known.json': '{"version": 1, "findings": []}\n',
  'processes/change.md':
    '# Change management process\n\n| Owner | Review date |\n| --- | --- |\n| Change Manager | 2026-11-02 |\n',
  'notes.md': '# Notes\n\nSee [the picture](picture.png), [the plan](plan.md) and [the list](old/list.md).\n',
  'picture.png': '',
  'old/list.md': '# List\n',
};

describe('a run again', () => {
  let place: Place;
  let cache: { readonly folder: string; readonly program: string };
  beforeEach(() => {
    place = createPlace(FILES);
    const folder = mkdtempSync(join(tmpdir(), 'clausewright-kept-'));
    cache = { folder: join(folder, 'cache'), program: join(folder, 'program.cjs') };
    writeFileSync(cache.program, 'first build');
  });
  afterEach(() => {
    place.remove();
    rmSync(join(cache.folder, '..'), { recursive: true });
  });
  const run = (words: readonly string[], also: Circumstances = {}): Promise<Outcome> =>
    place.run(words, { cache, ...also });
  const keptFiles = (): readonly string[] => {
    const [own] = readdirSync(cache.folder);
    return own === undefined ? [] : readdirSync(join(cache.folder, own)).map((name) => join(cache.folder, own, name));
  };
  /** Makes whatever is kept tell that it was printed from there. */
  const mark = (): void => {
    for (const file of keptFiles()) {
      const kept = JSON.parse(readFileSync(file, 'utf8')) as { out: string };
      writeFileSync(file, JSON.stringify({ ...kept, out: `AGAIN ${kept.out}` }));
    }
  };

  for (const words of [['check'], ['check', '--format', 'json'], ['trace'], ['report'], ['inspect', 'notes.md']])
    it(`prints the same bytes and gives the same code: ${words.join(' ')}`, async () => {
      const plain = await place.run(words);
      assert.deepEqual(await run(words), plain);
      assert.deepEqual(await run(words), plain);
      mark();
      const again = await run(words);
      assert.deepEqual(again, { ...plain, out: `AGAIN ${plain.out}` });
      assert.deepEqual(await run([...words, '--no-cache']), plain);
    });

  const changes: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    (readonly string[])?,
    Circumstances?,
  ])[] = [
    ['a document says something else', { 'notes.md': '# Notes\n' }],
    ['a document comes that others link to', { 'plan.md': '# Plan\n' }],
    ['a file comes that is no document', { 'other.png': '' }],
    ['a document is ignored from now on', { '.gitignore': 'old/\n' }],
    ['the configuration changes', { 'clausewright.yaml': 'edition: 2011\nbaseline: known.json\n' }],
    ['the baseline changes', { 'known.json': '{"version": 1, "findings": [{"fingerprint": "x", "count": 1}]}\n' }],
    ['somebody owns the documents', { CODEOWNERS: '* @change-manager\n' }],
    ['another day has come', {}, [], { today: '2027-01-01' }],
    ['it is asked for another day', {}, ['--as-of', '2027-01-01']],
    ['it is asked for another edition', {}, ['--edition', '2005']],
    ['it is asked for some documents', {}, ['old']],
    ['it is to fail on less', {}, ['--fail-on', 'information']],
    ['the program has another version', {}, [], { version: '1.2.4' }],
  ];
  for (const [what, files, words = [], also = {}] of changes)
    it(`works everything out anew where ${what}`, async () => {
      await run(['check']);
      mark();
      assert.match((await run(['check'])).out, /^AGAIN /);
      place.write(files);
      const outcome = await run(['check', ...words], also);
      assert.deepEqual(outcome, await place.run(['check', ...words], also));
      assert.doesNotMatch(outcome.out, /^AGAIN /);
    });

  it('works everything out anew with another build of the program', async () => {
    await run(['check']);
    mark();
    writeFileSync(cache.program, 'second build');
    assert.doesNotMatch((await run(['check'])).out, /^AGAIN /);
  });

  it('believes nothing that is not whole', async () => {
    const plain = await place.run(['check']);
    await run(['check']);
    for (const damaged of ['', '{"code": 0', '{"code": "0", "out": ""}', '[]', 'null']) {
      for (const file of keptFiles()) writeFileSync(file, damaged);
      assert.deepEqual(await run(['check']), plain);
    }
  });

  it('keeps a few runs, for nobody else to read', async () => {
    for (let day = 1; day <= 9; day++) await run(['check', '--as-of', `2026-10-0${day}`]);
    assert.equal(keptFiles().length, 4);
    if (process.platform !== 'win32') for (const file of keptFiles()) assert.equal(statSync(file).mode & 0o077, 0);
  });

  it('does without where nothing can be kept', async () => {
    const plain = await place.run(['check']);
    writeFileSync(cache.folder, 'in the way');
    assert.deepEqual(await run(['check']), plain);
    assert.deepEqual(await run(['check']), plain);
  });

  it('keeps nothing of a baseline that is written, which a second run has to write again', async () => {
    const words = ['check', '--write-baseline', 'now.json'];
    await run(words);
    rmSync(join(place.root, 'now.json'));
    await run(words);
    assert.ok(statSync(join(place.root, 'now.json')).size > 0);
  });

  it('sees a document that may not be read any more', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    await run(['check']);
    chmodSync(join(place.root, 'notes.md'), 0);
    assert.deepEqual(await run(['check']), await place.run(['check']));
  });
});
