/** A folder between disk and editor: who wins when both change, what is listed, what is read again, and what is not. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Folder, openFolder } from '../../server/host/folder.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { fieldOf } from '../../server/reading/facts.ts';
import { FIXTURE_DAY } from '../kit/workspace.ts';

const PROCESS = '# Incident management process\n\n**Owner:** Service Desk Manager\n';

describe('a folder', () => {
  let root = '';
  let log: string[] = [];
  /** What was asked of the disk, in order; a listing is `*`. */
  let asked: string[] = [];
  /** Paths that the disk does not answer for until they are let go. */
  let held = new Map<string, Promise<void>>();
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clausewright-folder-'));
    [log, asked, held] = [[], [], new Map()];
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Writes files below the root; null deletes one. */
  const write = (files: Readonly<Record<string, string | Uint8Array | null>>): void => {
    for (const [path, content] of Object.entries(files)) {
      if (content === null) rmSync(join(root, path), { recursive: true });
      else {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    }
  };
  const created = (): Folder => {
    const disk = nodeFiles(root);
    return openFolder(
      {
        root,
        async list(options) {
          asked.push('*');
          return disk.list(options);
        },
        async read(path, bytes) {
          asked.push(path);
          const found = await disk.read(path, bytes);
          await held.get(path);
          return found;
        },
        print: disk.print,
      },
      { today: () => FIXTURE_DAY, log: (message) => log.push(message), pause: () => setImmediate() },
    );
  };
  const load = (folder: Folder): Promise<ReadonlySet<string>> =>
    folder.load({ progress: () => undefined, gaveUp: () => false });
  const loaded = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<Folder> => {
    write(files);
    const folder = created();
    await load(folder);
    asked = [];
    return folder;
  };
  const paths = (folder: Folder): readonly string[] => [...folder.workspace.paths()].sort();
  const title = (folder: Folder, path: string): string | undefined => folder.workspace.facts(path)?.title?.text;
  /** Holds a path back; out: lets it go. */
  const hold = (path: string): (() => void) => {
    let release: () => void = () => undefined;
    held.set(
      path,
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    return () => release();
  };
  const until = async (holds: () => boolean): Promise<void> => {
    const end = performance.now() + 5000;
    while (!holds()) {
      assert.ok(performance.now() < end, 'waited for nothing');
      await setImmediate();
    }
  };

  it('never overwrites a text that was opened while the disk was asked for it', async () => {
    write({ 'a.md': '# On disk\n' });
    const folder = created();
    const release = hold('a.md');
    const loading = load(folder);
    await until(() => asked.includes('a.md'));
    folder.textChanged('a.md', '# In the editor\n');
    release();
    await loading;
    assert.equal(title(folder, 'a.md'), 'In the editor');
  });

  it('nor one that was opened while the disk was asked for its neighbours', async () => {
    write({ 'a.md': '# On disk\n', 'b.md': '# Slow\n' });
    const folder = created();
    const release = hold('b.md');
    const loading = load(folder);
    await until(() => asked.includes('b.md'));
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    folder.textChanged('a.md', '# In the editor\n');
    release();
    await loading;
    assert.equal(title(folder, 'a.md'), 'In the editor');
  });

  it('takes owners from CODEOWNERS, and others when that changes', async () => {
    const path = 'backup.md';
    const folder = await loaded({
      [path]: '# Backup policy\n',
      '.github/CODEOWNERS': '* @ada\n',
      CODEOWNERS: '* @dora\n',
    });
    const owner = (): string | null => {
      const facts = folder.workspace.facts(path);
      return facts === null ? null : (fieldOf(facts, 'owner')?.raw ?? null);
    };
    assert.equal(owner(), '@ada');
    write({ '.github/CODEOWNERS': '* @ben\n' });
    await folder.filesChanged(['.github/CODEOWNERS']);
    assert.equal(owner(), '@ben');
    write({ '.github/CODEOWNERS': null });
    await folder.filesChanged(['.github/CODEOWNERS']);
    assert.equal(owner(), '@dora');
  });

  it('reads what was opened before the configuration was known again, with its kinds and labels', async () => {
    write({
      'clausewright.yaml': 'kinds:\n  "notes/**": management-review-minutes\nsynonyms:\n  owner: [lamp keeper]\n',
      'notes/a.md': '# Gathering\n\n**Lamp keeper:** Ada Quill\n',
    });
    const folder = created();
    folder.textChanged('notes/a.md', '# Gathering\n\n**Lamp keeper:** Ada Quill\n');
    assert.deepEqual(folder.workspace.facts('notes/a.md')?.metadata.length, 0, 'not known yet');
    await load(folder);
    assert.deepEqual(folder.workspace.facts('notes/a.md')?.kinds, ['management-review-minutes']);
    assert.equal(folder.workspace.facts('notes/a.md')?.metadata[0]?.field, 'owner');
  });

  it('does not check an ignored file because an editor shows it, whenever it was opened', async () => {
    write({ '.gitignore': 'draft*.md\n', 'draft.md': PROCESS, 'draft-2.md': PROCESS, 'a.md': PROCESS });
    const folder = created();
    folder.textChanged('draft.md', PROCESS);
    await load(folder);
    folder.textChanged('draft-2.md', PROCESS);
    await folder.filesChanged(['draft-2.md']);
    assert.deepEqual(paths(folder), ['a.md']);
    write({ '.gitignore': '' });
    await folder.filesChanged(['.gitignore']);
    assert.deepEqual(paths(folder), ['a.md', 'draft-2.md', 'draft.md']);
  });

  it('lets go of an open document that comes to be ignored', async () => {
    const folder = await loaded({ 'a.md': PROCESS, 'b.md': PROCESS });
    folder.textChanged('a.md', PROCESS);
    write({ '.gitignore': 'a.md\n' });
    const units = await folder.filesChanged(['.gitignore']);
    assert.deepEqual(paths(folder), ['b.md']);
    assert.ok(units.has('a.md'), 'its findings have to be cleared');
  });

  it('takes a new document in before it is saved for the first time', async () => {
    const folder = await loaded({ 'a.md': PROCESS });
    folder.textChanged('new.md', '# Change management process\n');
    await folder.filesChanged(['new.md']);
    assert.equal(title(folder, 'new.md'), 'Change management process');
    await folder.textClosed('new.md');
    assert.deepEqual(paths(folder), ['a.md'], 'closed without saving, it never was');
    assert.equal(folder.workspace.exists('new.md'), false);
  });

  it('keeps the text of the editor when the file is deleted below it, and loses it on closing', async () => {
    const folder = await loaded({ 'a.md': PROCESS, 'b.md': '[a](a.md)\n' });
    folder.textChanged('a.md', '# In the editor\n');
    write({ 'a.md': null });
    await folder.filesChanged(['a.md']);
    assert.equal(title(folder, 'a.md'), 'In the editor');
    await folder.textClosed('a.md');
    assert.equal(folder.workspace.exists('a.md'), false, 'links to it lead nowhere now');
  });

  it('follows files that change, come and go, and a folder of which only the folder was told', async () => {
    const folder = await loaded({ 'a.md': '# One\n', 'p/b.md': PROCESS, 'p/q/c.md': PROCESS });
    write({ 'a.md': '# Two\n', 'p/d.md': PROCESS });
    assert.deepEqual([...(await folder.filesChanged(['a.md', 'p/d.md']))].sort(), ['a.md', 'p/d.md']);
    assert.equal(title(folder, 'a.md'), 'Two');
    write({ p: null });
    const units = await folder.filesChanged(['p']);
    assert.deepEqual(paths(folder), ['a.md']);
    for (const path of ['p/b.md', 'p/d.md', 'p/q/c.md']) assert.ok(units.has(path), `${path} has to be cleared`);
  });

  it('knows files that are no documents, since links lead to them', async () => {
    const folder = await loaded({ 'a.md': '![x](x.png)\n', 'x.png': '' });
    assert.equal(folder.workspace.exists('x.png'), true);
    write({ 'x.png': null, 'y.png': '' });
    await folder.filesChanged(['x.png', 'y.png']);
    assert.deepEqual(
      ['x.png', 'y.png'].map((path) => folder.workspace.exists(path)),
      [false, true],
    );
    assert.deepEqual(asked, ['*'], 'no document is read because a picture came');
  });

  it('lists once, however many files a branch switch brings', async () => {
    const folder = await loaded({ 'a.md': PROCESS });
    const fresh = Array.from({ length: 40 }, (_, i) => `new-${i}.md`);
    write(Object.fromEntries(fresh.map((path) => [path, PROCESS])));
    await folder.filesChanged(fresh);
    assert.equal(folder.workspace.size(), 41);
    assert.equal(asked.filter((each) => each === '*').length, 1);
    assert.equal(asked.length, 41, 'and reads each of them once');
  });

  it('reads again only what a new configuration makes different', async () => {
    const folder = await loaded({ 'a.md': '**Lamp keeper:** Ada Quill\n', 'old/b.md': PROCESS });
    write({ 'clausewright.yaml': 'edition: 2011\n' });
    await folder.filesChanged(['clausewright.yaml']);
    assert.equal(folder.workspace.configuration.edition, '2011');
    assert.ok(!asked.includes('a.md'), 'an edition changes no facts');
    write({ 'clausewright.yaml': 'edition: 2011\nsynonyms:\n  owner: [lamp keeper]\nignore: [old]\n' });
    await folder.filesChanged(['clausewright.yaml']);
    assert.equal(folder.workspace.facts('a.md')?.metadata[0]?.field, 'owner');
    assert.deepEqual(paths(folder), ['a.md']);
    write({ 'clausewright.yaml': null });
    await folder.filesChanged(['clausewright.yaml']);
    assert.equal(folder.workspace.configuration.path, null);
    assert.deepEqual(folder.workspace.facts('a.md')?.metadata, []);
    assert.deepEqual(paths(folder), ['a.md', 'old/b.md']);
    assert.equal(folder.workspace.exists('clausewright.yaml'), false);
  });

  it('takes the configuration from the editor while it is open there', async () => {
    const folder = await loaded({ 'clausewright.yaml': 'edition: 2011\n', 'a.md': PROCESS });
    folder.textChanged('clausewright.yaml', 'edition: 2005\n');
    await folder.filesChanged(['clausewright.yaml']);
    assert.equal(folder.workspace.configuration.edition, '2005');
    await folder.textClosed('clausewright.yaml');
    assert.equal(folder.workspace.configuration.edition, '2011');
  });

  it('says so when the configuration cannot be read as text', async () => {
    const folder = await loaded({
      'clausewright.yaml': Buffer.from('organization: Büro\n', 'latin1'),
      'a.md': PROCESS,
    });
    assert.deepEqual(
      folder.workspace.configuration.problems.map(({ rule }) => rule),
      ['config.invalid'],
    );
  });

  it('applies settings to a folder that is still empty', async () => {
    const folder = await loaded({});
    await folder.setSettings({ edition: '2005' });
    assert.equal(folder.workspace.configuration.edition, '2005');
  });

  it('finds the places of a document with any line ends without keeping its text', async () => {
    const folder = await loaded({ 'a.md': '# A\r\n\r\nb\nc\r\n' });
    assert.deepEqual(folder.lines('a.md')?.lineSpan(0), { start: 0, end: 3 });
    assert.deepEqual(folder.lines('a.md')?.lineSpan(2), { start: 7, end: 8 });
    assert.deepEqual(folder.lines('a.md')?.lineSpan(3), { start: 9, end: 10 });
    assert.equal(folder.lines('gone.md'), null);
  });

  it('gives up loading when nobody waits for it any more', async () => {
    write(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.md`, PROCESS])));
    const folder = created();
    let done = 0;
    await folder.load({
      progress: (now) => {
        done = now;
      },
      gaveUp: () => done > 0,
    });
    assert.ok(folder.workspace.size() < 40);
    assert.equal(folder.workspace.loaded, false, 'so nothing is said to be missing');
  });

  it('logs once what it cannot read, not with every change', async () => {
    write({ 'a.md': PROCESS });
    const folder = openFolder(
      { ...nodeFiles(root), list: async () => ({ paths: ['a.md'], notes: [{ path: 'x', message: 'x left out' }] }) },
      { today: () => FIXTURE_DAY, log: (message) => log.push(message), pause: () => setImmediate() },
    );
    await load(folder);
    await folder.filesChanged(['.gitignore']);
    assert.deepEqual(log, ['x left out']);
  });
});
