/** The commands that write: `new`, `init` and `fix` write what they say, in each file's own bytes, and never over anything. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference } from '../../server/cli/difference.ts';
import { EDITIONS } from '../../server/model/catalogue.ts';
import { readConfiguration } from '../../server/reading/configuration.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { configurationTemplate } from '../../server/writing/configuration-template.ts';
import { createPlace, type Place } from '../kit/terminal.ts';
import { LEXICON, read as understand } from '../writing/documents.ts';

async function inPlace(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (place: Place, read: (path: string) => string) => Promise<void>,
): Promise<void> {
  const place = createPlace(files);
  try {
    await test(place, (path) => readFileSync(join(place.root, path), 'utf8'));
  } finally {
    place.remove();
  }
}

describe('clausewright new', () => {
  it('writes a document with its title, into a folder or a file', () =>
    inPlace({ 'audits/x.md': '# X\n' }, async (place, read) => {
      assert.equal((await place.run(['new', 'audit-plan', 'audits', '--title', 'Audit of changes, 2026'])).code, 0);
      assert.match(read('audits/audit-of-changes-2026.md'), /\ntype: audit-plan\n[\s\S]*\n# Audit of changes, 2026\n/);
      const { out } = await place.run(['new', 'risk register', 'planning/risk-register.yaml', '--language', 'de']);
      assert.equal(out, 'Wrote planning/risk-register.yaml.\n');
      assert.match(read('planning/risk-register.yaml'), /^titel: Risk register$/m);
    }));

  it('never writes over a file', () =>
    inPlace({ 'a.md': 'Mine.\n' }, async (place, read) => {
      const { code, err } = await place.run(['new', 'policy', 'a.md']);
      assert.equal(code, 2);
      assert.match(err, /"a\.md" is there already/);
      assert.equal(read('a.md'), 'Mine.\n');
    }));

  it('says what would have been right', () =>
    inPlace({}, async (place) => {
      assert.match((await place.run(['new', 'audit-plam'])).err, /did you mean "audit-plan"/);
      assert.match((await place.run(['new', 'policy', 'a.yaml'])).err, /prose: end the file with \.md/);
      assert.match((await place.run(['new', 'policy', 'a.docx'])).err, /neither Markdown nor YAML/);
      assert.match((await place.run(['new', 'policy', 'a', 'b'])).err, /one path/);
      const { code, err } = await place.run(['new']);
      assert.equal(code, 2);
      for (const { name } of LEXICON.documentKinds) assert.ok(err.includes(`  ${name} `), name);
    }));

  it('writes what is then read as that kind, for every kind', () =>
    inPlace({}, async (place, read) => {
      for (const { name } of LEXICON.documentKinds) {
        await place.run(['new', name, `all/${name}.md`]);
        assert.equal(understand('a.md', read(`all/${name}.md`)).facts.kinds[0], name);
      }
    })).timeout(30_000);
});

describe('clausewright init', () => {
  it('writes a configuration that holds as it is, and leaves one alone that is there', () =>
    inPlace({}, async (place, read) => {
      assert.equal((await place.run(['init', 'sms', '--edition', '2011'])).code, 0);
      const text = read('sms/clausewright.yaml');
      assert.match(text, /^edition: 2011$/m);
      const again = await place.run(['init', 'sms']);
      assert.equal(again.code, 2);
      assert.match(again.err, /stays as it is/);
      assert.equal(read('sms/clausewright.yaml'), text);
      // Nothing of a management system stands here yet, and the check says so; the configuration itself is in order.
      assert.equal((await place.run(['check', 'sms'])).code, 1);
    }));

  it('shows keys that work once the mark is taken off', () => {
    const context = {
      ruleIds: new Set(RULES.map(({ id }) => id)),
      kindNames: new Set(LEXICON.documentKinds.map(({ name }) => name)),
    };
    for (const edition of EDITIONS) {
      const text = configurationTemplate(edition);
      assert.deepEqual(readConfiguration('c.yaml', text, context).problems, []);
      const keys = [...text.matchAll(/^# ([a-z-]+:.*(?:\n# +(?:- )?\S+:.*|\n# {2,}.*)*)$/gm)].map((match) =>
        (match[1] ?? '').replace(/\n# /g, '\n'),
      );
      assert.ok(keys.length >= 6);
      for (const key of keys) {
        const problems = readConfiguration('c.yaml', `${key}\n`, context).problems;
        assert.deepEqual(
          problems.filter(({ rule }) => rule !== 'config.no-match'),
          [],
          key,
        );
      }
    }
  });
});

const MOVED = {
  'docs/index.md': '\uFEFF# Index\r\n\r\nSee [changes](change.md), and\r\n[changes](../change.md#scope) again.\r\n',
  'processes/change.md': '# Change management process\n\n## Scope\n\nAll changes.\n',
};

describe('clausewright fix', () => {
  it('takes safe fixes and keeps byte order mark, line ends and everything else', () =>
    inPlace(MOVED, async (place, read) => {
      const { code, out } = await place.run(['fix']);
      assert.equal(code, 0);
      assert.match(out, /docs\/index\.md: Link to processes\/change\.md\n/);
      assert.match(out, /Fixed 2 possible gaps in 1 file\.\n$/);
      assert.equal(
        read('docs/index.md'),
        '\uFEFF# Index\r\n\r\nSee [changes](../processes/change.md), and\r\n[changes](../processes/change.md#scope) again.\r\n',
      );
      assert.match((await place.run(['fix'])).out, /^There is nothing/);
    }));

  it('shows the changes with --dry-run and writes nothing', () =>
    inPlace(MOVED, async (place, read) => {
      const { out, err } = await place.run(['fix', '--dry-run']);
      assert.match(out, /^--- a\/docs\/index\.md\n\+\+\+ b\/docs\/index\.md\n@@ -1,4 \+1,4 @@\n/);
      assert.match(out, /^-See \[changes\]\(change\.md\), and\r?$/m);
      assert.match(out, /^\+See \[changes\]\(\.\.\/processes\/change\.md\), and\r?$/m);
      assert.match(err, /Would fix 2 possible gaps/);
      assert.equal(read('docs/index.md'), MOVED['docs/index.md']);
    }));

  it('leaves to people what has to be decided, and files that were not asked for', () =>
    inPlace(
      {
        ...MOVED,
        'other/change.md': '# Change management process, old\n',
        'a.md': '---\ntype: process-description\nstatus: approved\n---\n# Incident management\n',
      },
      async (place, read) => {
        assert.match((await place.run(['fix'])).out, /^There is nothing/);
        assert.equal(read('docs/index.md'), MOVED['docs/index.md']);
      },
    ));

  it('writes only where it was asked to', () =>
    inPlace(MOVED, async (place, read) => {
      assert.match((await place.run(['fix', 'processes'])).out, /^There is nothing/);
      assert.equal(read('docs/index.md'), MOVED['docs/index.md']);
    }));

  it('leaves a file in another encoding as it is', () =>
    inPlace(
      {
        'processes/change.md': MOVED['processes/change.md'],
        'docs/index.md': new Uint8Array([0xff, 0xfe, ...Buffer.from('# Index\n\n[changes](change.md)\n', 'utf16le')]),
      },
      async (place) => {
        await place.run(['fix']);
        assert.equal(readFileSync(join(place.root, 'docs/index.md'))[0], 0xff);
        assert.ok(!existsSync(join(place.root, 'docs/change.md')));
      },
    ));
});

describe('the difference of two texts', () => {
  it('is empty for the same text, and keeps apart what is far apart', () => {
    assert.equal(difference('a', 'x\n', 'x\n'), '');
    const lines = Array.from({ length: 20 }, (_, i) => `${i}\n`);
    const after = lines.with(2, 'two\n').with(17, '17\nmore\n');
    assert.equal(
      difference('a', lines.join(''), after.join('')),
      '--- a/a\n+++ b/a\n@@ -1,6 +1,6 @@\n 0\n 1\n-2\n+two\n 3\n 4\n 5\n@@ -16,5 +16,6 @@\n 15\n 16\n 17\n+more\n 18\n 19\n',
    );
    assert.equal(difference('a', null, 'x\n'), '--- /dev/null\n+++ b/a\n@@ -0,0 +1,1 @@\n+x\n');
  });
});
