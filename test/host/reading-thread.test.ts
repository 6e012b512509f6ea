/** Reading in threads: the facts are those that are read here, and a reader that fails, or comes late, loses nothing. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Folder, openFolder } from '../../server/host/folder.ts';
import { pause } from '../../server/host/pause.ts';
import { printOf } from '../../server/host/print.ts';
import type { Readers, ReadThere, Unread } from '../../server/host/readers.ts';
import { startReaders } from '../../server/host/reading-thread.ts';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../server/model/configuration.ts';
import { readTree } from '../../server/reading/read.ts';
import { lineTable } from '../../server/syntax/lines.ts';
import { parseTree } from '../../server/syntax/parse.ts';
import { contributions } from '../../server/workspace/keys.ts';
import { checkedFolder } from '../kit/disk.ts';
import { memoryFiles } from '../kit/files.ts';
import { FIXTURE_DAY } from '../kit/workspace.ts';

const root = join(import.meta.dirname, '..', '..');
const sound = join(root, 'examples', 'sound');

describe('reading in threads', function () {
  this.timeout(60_000);
  let folder = '';
  let program = '';
  const started: Readers[] = [];
  /** Starts readers; skips the test on a machine with one processor. */
  const start = (from: string, test: Mocha.Context): Readers => {
    const readers = startReaders(from, sound);
    if (readers === null) return test.skip();
    started.push(readers);
    return readers;
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clausewright-reading-'));
    program = join(folder, 'thread.cjs');
    await build({
      stdin: {
        contents: `import { parentPort } from 'node:worker_threads';
          import { serveReading } from './server/host/reading-thread.ts';
          serveReading(parentPort);`,
        resolveDir: root,
      },
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
  });
  after(() => {
    for (const readers of started) readers.end();
    rmSync(folder, { recursive: true });
  });

  it('gives the facts that are read here, for every document of the sound system', async function () {
    const readers = start(program, this);
    const { workspace } = await checkedFolder(sound);
    const { kinds, defaults, codeOwners, synonyms, limits } = workspace.configuration;
    const documents = [...workspace.paths()].map((path) => ({ path, known: null }));
    const configuration = JSON.stringify({ kinds, defaults, codeOwners, synonyms, limits });
    const read = await readers.read(documents, configuration, true);
    assert.deepEqual(
      read?.map((each) => each?.fresh?.read),
      documents.map(({ path }) => {
        const facts = workspace.facts(path);
        return { facts, says: facts === null ? [] : [...contributions(facts)] };
      }),
    );
    const again = await readers.read(
      documents.map(({ path }, order) => ({ path, known: read?.[order]?.print ?? null })),
      configuration,
      true,
    );
    assert.ok(again?.every((each) => each?.fresh === null));
    // Where nothing is compared later, the facts and keys are the same, and no digest is worked out.
    const once = await readers.read(documents, configuration, false);
    assert.deepEqual(
      once?.map((each) => [each?.fresh?.read.facts, [...(each?.fresh?.read.says ?? [])]]),
      read?.map((each) => [each?.fresh?.read.facts, [...(each?.fresh?.read.says ?? [])].map(([key]) => [key, 0])]),
    );
    assert.deepEqual(await readers.read([{ path: 'no-such-file.md', known: null }], configuration, true), [null]);
  });

  it('leaves to whoever asks what a thread that has gone, or never came to be, did not read', async function () {
    const asked = (readers: Readers): ReturnType<Readers['read']> =>
      readers.read([{ path: 'processes/incident.md', known: null }], '{"limits":{"bytes":1000}}', true);
    const gone = start(program, this);
    gone.end();
    assert.equal(await asked(gone), null);
    assert.equal(await asked(start(join(folder, 'no-such-program.cjs'), this)), null);
  });
});

/** So many documents that others are asked to read some. */
const MANY = 450;

describe('a folder with readers', () => {
  const disk = (): Map<string, string> =>
    new Map(
      Array.from({ length: MANY }, (_, n) => [`d${n}.md`, `# Incident management process ${n}\n\n**Owner:** Desk\n`]),
    );
  const read = (documents: readonly Unread[], configuration: string): readonly ReadThere[] => {
    const whole = { ...DEFAULT_CONFIGURATION, ...(JSON.parse(configuration) as Partial<Configuration>) };
    const texts = disk();
    return documents.map(({ path }) => {
      const text = texts.get(path) ?? '';
      const facts = readTree(path, parseTree(path, text), whole);
      const fresh = { lines: lineTable(text), read: { facts, says: [...contributions(facts)] } };
      return { print: printOf(configuration, text, null), problem: null, fresh };
    });
  };
  const opened = (answer: Readers['read']): Folder =>
    openFolder(memoryFiles(disk()), {
      today: () => FIXTURE_DAY,
      log: () => undefined,
      pause,
      readers: () => ({ count: 1, read: answer, end: () => undefined }),
    });
  const load = (of: Folder): Promise<unknown> => of.load({ progress: () => undefined, gaveUp: () => false });

  it('takes in what they read', async () => {
    let batches = 0;
    const of = opened(async (documents, configuration) => {
      batches += 1;
      return read(documents, configuration);
    });
    await load(of);
    assert.ok(batches > 0);
    assert.equal(of.workspace.size(), MANY);
    for (const path of of.workspace.paths()) assert.deepEqual(of.workspace.facts(path)?.kinds, ['process-description']);
  });

  it('reads itself what they could not', async () => {
    const of = opened(async () => null);
    await load(of);
    assert.equal(of.workspace.size(), MANY);
    assert.ok([...of.workspace.paths()].every((path) => of.workspace.facts(path)?.metadata.length === 1));
  });

  it('keeps what is typed in a document while they read it from the disk', async () => {
    const of: Folder = opened(async (documents, configuration) => {
      for (const { path } of documents) of.textChanged(path, '# Typed\n');
      return read(documents, configuration);
    });
    await load(of);
    const titles = [...of.workspace.paths()].map((path) => of.workspace.facts(path)?.title?.text ?? '');
    assert.ok(titles.includes('Typed'));
    for (const path of of.workspace.paths())
      assert.equal(of.workspace.facts(path)?.title?.text === 'Typed', of.workspace.tree(path) !== null, path);
  });

  it('takes the newer of two answers, whichever comes first', async () => {
    const texts = disk();
    let changed: Promise<unknown> | null = null;
    const of: Folder = openFolder(memoryFiles(texts), {
      today: () => FIXTURE_DAY,
      log: () => undefined,
      pause,
      readers: () => ({
        count: 1,
        read: async (documents, configuration) => {
          const answer = read(documents, configuration);
          for (const { path } of documents) texts.set(path, '# Written meanwhile\n');
          changed = of.filesChanged(documents.map(({ path }) => path));
          await changed;
          return answer;
        },
        end: () => undefined,
      }),
    });
    await load(of);
    assert.ok(changed !== null);
    const written = [...texts].filter(([, text]) => text === '# Written meanwhile\n');
    assert.ok(written.length > 0);
    for (const [path] of written) assert.equal(of.workspace.facts(path)?.title?.text, 'Written meanwhile', path);
  });

  it('does not believe what they read by another configuration', async () => {
    const of: Folder = opened(async (documents, configuration) => {
      const facts = read(documents, configuration);
      of.workspace.apply({ configuration: { ...of.workspace.configuration, kinds: [{ glob: '**', kind: 'plan' }] } });
      return facts;
    });
    await load(of);
    assert.ok([...of.workspace.paths()].some((path) => of.workspace.facts(path)?.kinds.includes('plan')));
  });
});
