/** Bad input: each kind gives one clear finding or message with the way out, the rest is still checked, and nothing is written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openFolder } from '../../server/host/folder.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { checkUnits } from '../../server/rules/run.ts';
import { allFindings } from '../kit/check.ts';
import { FIXTURE_DAY, raise } from '../kit/workspace.ts';

const SOUND = '# Restart the portal\n\nNothing to say about this one.\n';

describe('bad input', function () {
  this.timeout(60_000);
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clausewright-bad-'));
    writeFileSync(join(root, 'sound.md'), SOUND);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** The findings and messages of the folder, after making sure that checking wrote nothing. */
  async function outcome(): Promise<{ findings: readonly string[]; messages: readonly string[]; documents: number }> {
    const before = picture(root);
    const messages: string[] = [];
    const folder = openFolder(nodeFiles(root), {
      today: () => FIXTURE_DAY,
      log: (message) => messages.push(message),
      pause: () => setImmediate(),
    });
    checkUnits(folder.workspace, await folder.load({ progress: () => undefined, gaveUp: () => false }), RULES, raise);
    assert.equal(picture(root), before);
    return {
      findings: allFindings(folder.workspace)
        .filter(({ severity }) => severity !== 'information')
        .map((finding) => `${finding.path} [${finding.rule}] ${finding.message}`),
      messages,
      documents: folder.workspace.size(),
    };
  }

  const oneFinding = (name: string, file: string, content: string | Uint8Array, rule: string, words: RegExp): void => {
    it(`${name}: one finding, with the way out`, async () => {
      writeFileSync(join(root, file), content);
      const { findings, documents } = await outcome();
      assert.equal(documents, 2);
      assert.equal(findings.length, 1, findings.join('\n'));
      assert.match(findings[0] ?? '', new RegExp(`^${file.replace('.', '\\.')} \\[${rule.replace('.', '\\.')}\\]`));
      assert.match(findings[0] ?? '', words);
    });
  };

  oneFinding(
    'broken YAML',
    'register.yaml',
    'improvements:\n  - id: IMP-1\n    title: "Open quote\n    status: new\n',
    'file.yaml',
    /closed/,
  );
  oneFinding(
    'broken YAML in front matter',
    'page.md',
    '---\nowner: [Ada Quill\n---\n\n# Page\n\nText.\n',
    'file.yaml',
    /./,
  );
  oneFinding(
    'an unclosed fence',
    'page.md',
    '# Page\n\n```sh\nrestart\n\n## Records\n\nText.\n',
    'file.fence',
    /Close it/,
  );
  oneFinding(
    'a file of 5 MB',
    'big.md',
    `# Big page\n\n${'word word word word\n'.repeat(280_000)}`,
    'file.limit',
    /Split it, or raise/,
  );
  oneFinding(
    'a binary named .md',
    'binary.md',
    Uint8Array.from({ length: 4096 }, (_, i) => i % 256),
    'file.encoding',
    /Save it as plain text/,
  );
  oneFinding(
    'a file in an old encoding',
    'old.md',
    Buffer.from('# Prozess für Äpfel\n', 'latin1'),
    'file.encoding',
    /UTF-8/,
  );
  oneFinding('nesting without end', 'deep.yaml', '['.repeat(20_000), 'file.limit', /Flatten/);
  oneFinding('quotes without end', 'deep.md', `${'> '.repeat(5_000)}x\n`, 'file.limit', /Flatten/);

  it('a configuration that does not parse: one finding on it, and the defaults hold', async () => {
    writeFileSync(join(root, 'clausewright.yaml'), 'edition: [2018\nrules:\n  nothing: [\n');
    const { findings } = await outcome();
    assert.equal(findings.length, 1, findings.join('\n'));
    assert.match(findings[0] ?? '', /^clausewright\.yaml \[config\.invalid\] The configuration cannot be read as YAML/);
  });

  it('links in a circle: said once, and everything is read once', async () => {
    mkdirSync(join(root, 'sub'));
    symlinkSync('..', join(root, 'sub', 'up'));
    symlinkSync('itself', join(root, 'itself'));
    const { findings, messages, documents } = await outcome();
    assert.deepEqual(findings, []);
    assert.equal(documents, 1);
    assert.equal(messages.length, 2, messages.join('\n'));
    assert.ok(messages.every((message) => /left out/.test(message)));
  });

  it('a folder without permission: said, and the rest is still checked', function () {
    mkdirSync(join(root, 'closed'));
    writeFileSync(join(root, 'closed', 'a.md'), SOUND);
    writeFileSync(join(root, 'broken.yaml'), 'a: "x\n');
    chmodSync(join(root, 'closed'), 0);
    try {
      // Whoever is root may read everything, so the check has to run as somebody else.
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      chmodSync(root, 0o755);
      const script = `
        const { readdirSync } = require('node:fs');
        try { readdirSync(${JSON.stringify(join(root, 'closed'))}); console.log('readable'); } catch (error) { console.log(error.code); }`;
      const probe = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', ...asNobody });
      if (probe.stdout.trim() === 'readable') this.skip();
      const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server.cjs', 'check', root], {
        encoding: 'utf8',
        ...asNobody,
      });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /The folder "closed" cannot be read \(no permission\).*Allow reading it/);
      assert.match(stdout, /file\.yaml/);
    } finally {
      chmodSync(join(root, 'closed'), 0o755);
    }
  });
});

/** All files of a folder with size and time, to tell whether anything was written. */
function picture(root: string): string {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path} ${statSync(path).mtimeMs} ${readFileSync(path).length}`;
    })
    .sort()
    .join('\n');
}
