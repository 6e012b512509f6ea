/** Files on a real disk: which are listed beside git's own answer, how links and permissions are met, and what reading gives. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Listing } from '../../server/host/files.ts';
import { nodeFiles } from '../../server/host/node-files.ts';

describe('files on disk', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'clausewright-files-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Writes files; in: contents by path. */
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  const list = (folder = root, ignore: readonly string[] = []): Promise<Listing> => nodeFiles(folder).list({ ignore });
  const paths = async (folder = root, ignore: readonly string[] = []): Promise<readonly string[]> =>
    (await list(folder, ignore)).paths.filter((path) => !path.endsWith('.gitignore'));

  /** The files that git would add, which is what "not ignored" means. */
  const byGit = (folder = root): readonly string[] => {
    const run = (...args: string[]): string =>
      execFileSync('git', ['-c', 'core.excludesFile=', '-C', folder, ...args], { encoding: 'utf8' });
    return run('ls-files', '-z', '--others', '--exclude-standard')
      .split('\0')
      .filter((path) => path !== '' && !path.endsWith('.gitignore'))
      .sort();
  };
  const git = (): void => {
    spawnSync('git', ['init', '-q', root]);
  };

  it('names them relative to the folder with /, sorted, whatever the names hold', async () => {
    write({ 'b/ä ö#1%20.md': 'x', 'a.md': 'x', 'b/Störung & Anfrage.md': 'x', 'b.md': 'x' });
    assert.deepEqual(await paths(), ['a.md', 'b.md', 'b/Störung & Anfrage.md', 'b/ä ö#1%20.md']);
    assert.equal((await nodeFiles(root).read('b/ä ö#1%20.md', 1000)).text, 'x');
  });

  it('leaves out what git itself, its tools and package managers keep', async () => {
    write({ '.git/a.md': 'x', 'node_modules/p/README.md': 'x', '.venv/a.md': 'x', '.github/a.md': 'x' });
    assert.deepEqual(await paths(), ['.github/a.md']);
  });

  const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'a pattern without a slash holds at any depth, one with a slash only beside its file': {
      '.gitignore': 'draft.md\n/top.md\nsub/only.md\n',
      'draft.md': '',
      'sub/draft.md': '',
      'top.md': '',
      'sub/top.md': '',
      'sub/only.md': '',
      'deep/sub/only.md': '',
    },
    'a later negation wins over an earlier pattern': {
      '.gitignore': '*.md\n!keep.md\n',
      'a.md': '',
      'keep.md': '',
      'sub/keep.md': '',
    },
    'nothing in an ignored folder can be negated back': {
      '.gitignore': 'old/\n!old/keep.md\n',
      'old/keep.md': '',
      'new/keep.md': '',
    },
    'but what a folder holds can be, when only its contents are ignored': {
      '.gitignore': 'old/*\n!old/keep.md\n',
      'old/keep.md': '',
      'old/a.md': '',
    },
    'a nested file adds patterns below it only': {
      'sub/.gitignore': 'a.md\n',
      'a.md': '',
      'sub/a.md': '',
      'sub/x/a.md': '',
    },
    'a nested file takes back what one above ignores': {
      '.gitignore': '*.yaml\n',
      'sub/.gitignore': '!keep.yaml\n',
      'keep.yaml': '',
      'sub/keep.yaml': '',
      'sub/x/keep.yaml': '',
    },
    'a nested file takes a whole folder back, with all that is in it': {
      '.gitignore': 'build\n',
      'sub/.gitignore': '!build\n',
      'build/a.md': '',
      'sub/build/a.md': '',
      'sub/build/x/a.md': '',
    },
    'comments, escapes, spaces at the end and line ends of Windows are read as git reads them': {
      '.gitignore': '# a.md\r\n\\#b.md\r\nc.md  \r\n',
      'a.md': '',
      '#b.md': '',
      'c.md': '',
    },
    'upper and lower case differ': { '.gitignore': 'DRAFT.md\n', 'draft.md': '', 'DRAFT.md': '' },
    'the list that git keeps for this clone alone counts, too': {
      '.git/info/exclude': 'mine.md\n',
      'mine.md': '',
      'a.md': '',
    },
  };
  for (const [name, files] of Object.entries(cases))
    it(`ignores as git does: ${name}`, async function () {
      if (name.startsWith('upper') && process.platform !== 'linux') this.skip();
      git();
      write(files);
      const found = await paths();
      assert.deepEqual(found, byGit());
      assert.ok(found.length > 0, 'the case shows nothing that stays');
      assert.ok(found.length < Object.keys(files).filter((path) => !/\.git/.test(path)).length, 'nor what goes');
    });

  it('respects the ignore files of the repository around the folder', async () => {
    git();
    write({
      '.gitignore': '*.tmp.md\n/sms/private\n',
      'sms/.gitignore': '!keep.tmp.md\n',
      'sms/a.md': '',
      'sms/a.tmp.md': '',
      'sms/docs/b.tmp.md': '',
      'sms/docs/keep.tmp.md': '',
      'sms/private/c.md': '',
      'sms/docs/private/d.md': '',
    });
    const folder = join(root, 'sms', 'docs');
    assert.deepEqual(await paths(join(root, 'sms')), ['a.md', 'docs/keep.tmp.md', 'docs/private/d.md']);
    assert.deepEqual(await paths(folder), ['keep.tmp.md', 'private/d.md']);
    assert.deepEqual(await paths(folder), byGit(folder));
  });

  it('heeds no ignore file above a folder that stands in no repository', async () => {
    write({ '.gitignore': '*.md\n', 'sms/a.md': '' });
    assert.deepEqual(await paths(join(root, 'sms')), ['a.md']);
  });

  it('reads an ignored folder that somebody opens on purpose', async () => {
    git();
    write({ '.gitignore': 'out/\n', 'out/sms/a.md': '', 'a.md': '' });
    assert.deepEqual(await paths(), ['a.md']);
    assert.deepEqual(await paths(join(root, 'out', 'sms')), ['a.md']);
  });

  it('leaves out what the configuration ignores, whatever git says', async () => {
    write({ '.gitignore': '!a.md\n', 'a.md': '', 'old/b.md': '', 'c.md': '' });
    assert.deepEqual(await paths(root, ['a.md', 'old/']), ['c.md']);
  });

  it('gives a folder its own name where a link to it stands before it', async () => {
    write({ 'z/a.md': '' });
    symlinkSync('z', join(root, 'a-link'));
    const { paths: found, notes } = await list();
    assert.deepEqual(found, ['z/a.md']);
    assert.deepEqual(
      notes.map(({ path }) => path),
      ['a-link'],
    );
  });

  it('follows a link out of the folder once, and never back into it', async () => {
    write({ 'sms/a.md': '', 'shared/b.md': '' });
    symlinkSync('../shared', join(root, 'sms', 'shared'));
    symlinkSync('..', join(root, 'sms', 'up'));
    symlinkSync('nowhere', join(root, 'sms', 'dangling.md'));
    symlinkSync('a.md', join(root, 'sms', 'same.md'));
    assert.deepEqual(await paths(join(root, 'sms')), ['a.md', 'same.md', 'shared/b.md']);
  });

  it('never searches a home folder or the whole disk, and says so', async () => {
    for (const folder of [homedir(), '/']) {
      const { paths: found, notes } = await list(folder);
      assert.deepEqual(found, []);
      assert.match(notes[0]?.message ?? '', /is not searched.*Open the folder/);
    }
  });

  it('tells a file that is not there from an empty one', async () => {
    write({ 'empty.md': '', 'folder.md/a.txt': '' });
    const files = nodeFiles(root);
    assert.deepEqual(await files.read('empty.md', 10), { text: '', problem: null });
    assert.deepEqual(await files.read('gone.md', 10), { text: null, problem: null });
    assert.deepEqual(await files.read('empty.md/below.md', 10), { text: null, problem: null });
    assert.equal((await files.read('folder.md', 10)).text, null);
  });

  it('cuts a long file at a line end and says so; one of just that length is whole', async () => {
    write({ 'long.md': 'äöü\näöü\n' });
    const files = nodeFiles(root);
    assert.deepEqual(await files.read('long.md', 14), { text: 'äöü\näöü\n', problem: null });
    const { text, problem } = await files.read('long.md', 13);
    assert.equal(text, 'äöü\n');
    assert.equal(problem?.kind, 'limit');
  });
});
