/** The house rules of docs/ARCHITECTURE.md, executed: imports, names, first sentences, generated files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkedFolder } from './kit/disk.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROOMS = [
  'syntax',
  'model',
  'reading',
  'writing',
  'workspace',
  'rules',
  'features',
  'report',
  'host',
  'lsp',
  'cli',
];

function files(folder: string, extension: RegExp): string[] {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full).flatMap((name) => {
    const path = join(full, name);
    return statSync(path).isDirectory()
      ? files(relative(root, path), extension)
      : extension.test(name)
        ? [relative(root, path)]
        : [];
  });
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[\s\S]*?\s+from\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

function imports(path: string): string[] {
  return [...readFileSync(join(root, path), 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function roomOf(path: string): string | null {
  return /^server\/([a-z]+)\//.exec(path)?.[1] ?? null;
}

const server = files('server', /\.ts$/);
const code = [
  ...server,
  ...files('client', /\.ts$/),
  ...files('test', /\.ts$/),
  ...files('bench', /\.ts$/),
  ...files('scripts', /\.(?:ts|mjs)$/),
];

describe('the house', () => {
  it('imports from rooms to the left only, so that a change is felt on one side', () => {
    const wrong: string[] = [];
    for (const path of server) {
      const room = roomOf(path);
      if (room === null) continue;
      for (const target of imports(path)) {
        if (!target.startsWith('.')) continue;
        const other = roomOf(relative(root, resolve(root, dirname(path), target)));
        if (other === null || other === room) continue;
        const [here, there] = [ROOMS.indexOf(room), ROOMS.indexOf(other)];
        if (there > here || (room === 'cli' && other === 'lsp')) wrong.push(`${path} imports ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('keeps third-party names in their rooms, so that a library can be replaced in one place', () => {
    const home: readonly [RegExp, RegExp][] = [
      [/^(?:remark|unified|mdast|micromark|yaml$|unist|vfile)/, /^server\/syntax\//],
      [/^vscode-language|^vscode-jsonrpc/, /^server\/lsp\//],
      [/^picomatch$/, /^server\/model\/glob\.ts$/],
      [/^ignore$/, /^server\/host\//],
      [/^node:/, /^server\/(?:host|lsp|cli)\/|^server\/main\.ts$/],
    ];
    const wrong = server.flatMap((path) =>
      imports(path).flatMap((target) =>
        home.flatMap(([name, room]) => (name.test(target) && !room.test(path) ? [`${path} imports ${target}`] : [])),
      ),
    );
    const unknown = server.flatMap((path) =>
      imports(path)
        .filter((target) => !target.startsWith('.') && !home.some(([name]) => name.test(target)))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual([...wrong, ...unknown], []);
  });

  it('lets the client know the protocol and nothing else of the server', () => {
    const wrong = files('client', /\.ts$/).flatMap((path) =>
      imports(path)
        .filter((target) => target.includes('/server/') && !target.endsWith('/server/lsp/protocol.ts'))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('reads no clock and no environment in the core, so that a report can be made again', () => {
    const core = server.filter((path) => !/^server\/(?:host|lsp|cli)\/|^server\/main\.ts$/.test(path));
    const wrong = core.filter((path) =>
      /\bDate\.now\(|new Date\(\s*\)|\bprocess\.(?:env|argv|cwd|exit|hrtime|stdout|stderr)\b|\bperformance\.now\b|\bMath\.random\(|\bfetch\(|\beval\(|new Function\(/.test(
        withoutComments(path),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps no state in modules, so that two folders, or two tests, never meet', () => {
    const variables = server.filter((path) => /^(?:export )?let\b/m.test(readFileSync(join(root, path), 'utf8')));
    // Memories of pure functions stand in the rooms that read; whoever serves, checks or answers is handed what it knows.
    const memories = server.filter(
      (path) =>
        /^server\/(?:writing|workspace|features|report|host|lsp|cli)\//.test(path) &&
        /^(?:export )?const \w+ = (?:new (?:Map|Set)(?:<[^()]*>)?\(\)|\[\]|\{\});/m.test(
          readFileSync(join(root, path), 'utf8'),
        ),
    );
    assert.deepEqual([...variables, ...memories], []);
  });

  it('keeps facts as plain data, names and never pointers, so that they can be compared, kept and sent', async () => {
    const { workspace } = await checkedFolder(join(root, 'examples', 'sound'));
    for (const path of workspace.paths()) {
      const facts = workspace.facts(path);
      assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts, path);
    }
  }).timeout(60_000);

  it('never speaks to a network and never runs a program of the workspace', () => {
    const wrong = server.filter((path) =>
      imports(path).some((target) => /^node:(?:http|https|net|tls|dgram|child_process|vm)/.test(target)),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps rules apart: no rule knows another', () => {
    const rules = server.filter(
      (path) => /^server\/rules\/[a-z-]+\/[a-z-]+\.ts$/.test(path) && !path.startsWith('server/rules/fixes/'),
    );
    const wrong = rules.flatMap((path) =>
      imports(path)
        .filter((target) => rules.includes(relative(root, resolve(root, dirname(path), target))))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('opens every file with a sentence that says what it is for', () => {
    const wrong = code.filter(
      (path) => !/^(?:#!.*\n)?\/\*\*[\s\S]*?[.:;)]\s*(?:\n|\*\/)/.test(readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(wrong, []);
  });

  it('has no file whose name says nothing', () => {
    assert.deepEqual(
      code.filter(
        (path) =>
          !path.startsWith('server/model/kinds/') &&
          /\/(?:utils?|helpers?|managers?|services?|types|common|misc)\.(?:ts|mjs)$/.test(path),
      ),
      [],
    );
  });

  it('keeps the wiring small and the code map short', () => {
    const lines = (path: string): number => readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;
    assert.ok(lines('server/main.ts') <= 60);
    assert.ok(lines('docs/ARCHITECTURE.md') <= 120);
  });

  it('gives every rule a page and literate cases', () => {
    const rules = server
      .filter((path) => /^server\/rules\/[a-z-]+\/[a-z-]+\.ts$/.test(path) && !path.startsWith('server/rules/fixes/'))
      .map((path) =>
        path
          .replace(/^server\/rules\//, '')
          .replace(/\.ts$/, '')
          .replace('/', '.'),
      );
    assert.deepEqual(
      rules.filter((id) => !existsSync(join(root, `docs/rules/${id}.md`))),
      [],
    );
    assert.deepEqual(
      // Bytes that are no text cannot stand in a Markdown file; rules.test.ts feeds them to file.encoding itself.
      rules.filter((id) => id !== 'file.encoding' && !existsSync(join(root, `test/rules/${id}.md`))),
      [],
    );
  });

  it('has generated files that are current', function () {
    this.timeout(60_000);
    const run = spawnSync(process.execPath, ['--import=tsx', 'scripts/generate.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  });
});

/** A file's code without its comments. */
function withoutComments(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
