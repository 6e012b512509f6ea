/** `clausewright check`: exit codes, what PATHs mean, options against configuration, and the JSON that programs rely on. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../../server/rules/rules.generated.ts';
import { createPlace, type Outcome, type Place } from '../kit/terminal.ts';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOUND = '# Restart the portal\n\nNothing to say about this one.\n';
/** One error: a link that leads nowhere. */
const ERROR = '# Restart the portal\n\nSee [the 😀 plan](gone.md).\n';
/** A warning and no error in a folder with a configuration. */
const WARNING = '# Restart procedure\n\n**Status:** approved\n';

/** A folder with a configuration is a management system, which lacks many things; these tests are about what is there. */
const ABSENCE = RULES.filter(({ absence }) => absence === true).map(({ id }) => id);
const NO_ABSENCE = `rules:\n${ABSENCE.map((id) => `  ${id}: off\n`).join('')}`;

interface Report {
  readonly version: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly asOf: string;
  readonly edition: string;
  readonly documents: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly path: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: unknown };
    readonly message: string;
    readonly clauses: readonly string[];
    readonly related: readonly { readonly path: string; readonly range: unknown; readonly message: string }[];
    readonly fixes: readonly string[];
    readonly fingerprint: string;
  }[];
}

describe('clausewright check', () => {
  let place: Place;
  beforeEach(() => {
    place = createPlace();
  });
  afterEach(() => place.remove());
  const report = async (words: readonly string[] = [], from = ''): Promise<Report> =>
    JSON.parse((await place.run(['check', '--format', 'json', ...words], { from })).out);
  const places = ({ findings }: Report): readonly string[] =>
    findings.filter(({ rule }) => !ABSENCE.includes(rule)).map(({ path, rule }) => `${path} ${rule}`);

  describe('exit code', () => {
    it('is 0 where nothing is wrong, in an empty folder too', async () => {
      assert.equal((await place.run(['check'])).code, 0);
      place.write({ 'a.md': SOUND });
      assert.equal((await place.run(['check'])).code, 0);
    });

    it('is 1 from the severity on that --fail-on names, which is error by default', async () => {
      place.write({ 'clausewright.yaml': NO_ABSENCE, 'a.md': WARNING });
      const severities = new Set((await report()).findings.map(({ severity }) => severity));
      assert.ok(severities.has('warning') && !severities.has('error'), [...severities].join());
      assert.equal((await place.run(['check'])).code, 0);
      assert.equal((await place.run(['check', '--fail-on', 'warning'])).code, 1);
      place.write({ 'b.md': ERROR });
      assert.equal((await place.run(['check'])).code, 1);
    });

    it('is 2 for a configuration that cannot be used, and says where', async () => {
      place.write({ 'clausewright.yaml': 'edition: 1999\n', 'a.md': SOUND });
      const { code, out } = await place.run(['check']);
      assert.equal(code, 2);
      assert.match(out, /^clausewright\.yaml\n(?: {2}.*\n)* {2}1:10 .*\[config\.invalid\]/m);
    });

    const mistakes: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
      'an unknown command': [['chekc'], /no command "chekc"; did you mean "check"\?/],
      'an unknown option': [['check', '--editon', '2018'], /--editon.*Did you mean --edition\?/],
      'an option without its value': [['check', '--format'], /--format/],
      'an unknown format': [['check', '--format', 'xml'], /--format cannot be "xml": it is text or json/],
      'an unknown edition': [['check', '--edition', '2012'], /--edition cannot be "2012": it is 2005, 2011, 2018/],
      'an unknown preset': [['check', '--preset', 'loud'], /--preset cannot be "loud"/],
      'an unknown severity': [['check', '--fail-on', 'never'], /--fail-on cannot be "never"/],
      'a day that is none': [['check', '--as-of', '2026-02-30'], /--as-of cannot be "2026-02-30": it is a day such as/],
      'a month in the place of a day': [['check', '--as-of', '2026-02'], /--as-of/],
      'a path that is not there': [['check', 'gone'], /no file or folder "gone"/],
      'a configuration that is not there': [['check', '--config', 'gone.yaml'], /configuration "gone\.yaml" cannot be/],
    };
    for (const [mistake, [words, said]] of Object.entries(mistakes))
      it(`is 2 for ${mistake}, with one line that says what would be right`, async () => {
        const { code, out, err } = await place.run(words);
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, said);
        assert.equal(err.trimEnd().split('\n').length, 1);
      });
  });

  it('prints each finding with its place counted from 1, its rule and its clauses', async () => {
    place.write({ 'docs/a.md': ERROR });
    const { out } = await place.run(['check']);
    assert.match(out, /^docs\/a\.md\n {2}3:\d+ {2}error {8}.*\[link\.broken\]/);
    assert.match(out, /\n1 document, ISO\/IEC 20000-1:2018, as of 2026-11-01: 1 error, 0 warnings\.\n$/);
  });

  it('keeps information to itself unless it is asked for', async () => {
    place.write({ 'a.md': '# Incident management process\n' });
    const quiet = await place.run(['check']);
    assert.doesNotMatch(quiet.out, /process\.no-owner/);
    assert.match(quiet.out, /\d+ for information \(shown with --fail-on information\)/);
    const loud = await place.run(['check', '--fail-on', 'information']);
    assert.match(loud.out, /information {2}.*\[process\.no-owner\]/);
    assert.equal(loud.code, 1);
    assert.match((await place.run(['check', '--preset', 'strict'])).out, /process\.no-owner/);
  });

  describe('JSON', () => {
    it('has exactly the promised shape, lines and characters from 0 in UTF-16 units', async () => {
      place.write({ 'docs/ä b.md': ERROR });
      const found = await report(['--as-of', '2026-12-24']);
      const { findings, ...head } = found;
      assert.deepEqual(head, {
        version: 1,
        tool: { name: 'clausewright', version: '1.2.3' },
        asOf: '2026-12-24',
        edition: '2018',
        documents: 1,
      });
      const [finding] = findings;
      assert.deepEqual(Object.keys(finding ?? {}), [
        'rule',
        'severity',
        'path',
        'range',
        'message',
        'clauses',
        'related',
        'fixes',
        'fingerprint',
      ]);
      assert.equal(finding?.path, 'docs/ä b.md');
      const line = ERROR.split('\n')[2] ?? '';
      const [start, end] = [line.indexOf('gone.md'), line.indexOf('gone.md') + 'gone.md'.length];
      assert.deepEqual(finding?.range, { start: { line: 2, character: start }, end: { line: 2, character: end } });
    });

    it('names the other end of a finding, with its path and place', async () => {
      const withId = '---\nid: PROC-7\n---\n\n# Restart procedure\n';
      place.write({ 'a.md': withId, 'b.md': withId.replace('Restart', 'Backup') });
      const finding = (await report()).findings.find(({ rule }) => rule === 'id.duplicate');
      assert.deepEqual(Object.keys(finding?.related[0] ?? {}), ['path', 'range', 'message']);
      assert.notEqual(finding?.related[0]?.path, finding?.path);
    });

    it('is the same, byte for byte, when it is asked for again', async () => {
      place.write({ 'a.md': ERROR, 'b/c.md': WARNING, 'clausewright.yaml': 'edition: 2011\n' });
      const words = ['check', '--format', 'json'];
      assert.equal((await place.run(words)).out, (await place.run(words)).out);
    });

    it('is all that goes to standard output, whatever else there is to say', async () => {
      place.write({ 'a.txt': 'x', 'a.md': ERROR });
      const { out, err } = await place.run(['check', 'a.md', 'a.txt', '--format', 'json']);
      assert.equal(JSON.parse(out).documents, 1);
      assert.match(err, /"a\.txt" is not checked: it is ignored, or neither Markdown nor YAML/);
    });
  });

  describe('PATHs', () => {
    beforeEach(() =>
      place.write({ 'a.md': ERROR, 'docs/b.md': ERROR, 'docs/deep/c.md': ERROR, 'docs-2/d.md': ERROR, 'e.md': SOUND }),
    );

    it('say which findings are shown, relative to the folder that is read', async () => {
      assert.deepEqual(places(await report(['docs'])), ['b.md link.broken', 'deep/c.md link.broken']);
      assert.deepEqual(places(await report(['docs/b.md', 'a.md'])), ['a.md link.broken', 'docs/b.md link.broken']);
      assert.equal((await report(['docs/b.md'])).documents, 1);
    });

    it('do not narrow what is known: a link out of the shown files is resolved', async () => {
      place.write({ 'docs/b.md': '# B\n\n[e](../e.md)\n', 'clausewright.yaml': '' });
      assert.deepEqual(places(await report(['docs/b.md'])), []);
    });

    it('are read with the configuration around them, and named from its folder', async () => {
      place.write({ 'clausewright.yaml': 'edition: 2005\n' });
      const found = await report(['.'], 'docs/deep');
      assert.equal(found.edition, '2005');
      assert.deepEqual(places(found), ['docs/deep/c.md link.broken']);
    });

    it('may be absolute, or lead upwards', async () => {
      assert.deepEqual(places(await report([join(place.root, 'docs', 'b.md')])), ['docs/b.md link.broken']);
      assert.deepEqual(places(await report(['../docs-2/d.md', '../a.md'], 'docs')), [
        'a.md link.broken',
        'docs-2/d.md link.broken',
      ]);
    });

    it('that are ignored are said to be, not passed as clean', async () => {
      place.write({ '.gitignore': 'a.md\n' });
      const { code, err } = await place.run(['check', 'a.md']);
      assert.equal(code, 0);
      assert.match(err, /"a\.md" is not checked/);
    });

    it('of a sound file leave the findings about the configuration in', async () => {
      place.write({ 'clausewright.yaml': 'edtion: 2018\n' });
      assert.deepEqual(places(await report(['e.md'])), ['clausewright.yaml config.unknown-key']);
    });
  });

  describe('options', () => {
    it('win over the configuration', async () => {
      place.write({ 'clausewright.yaml': 'edition: 2005\nas-of: 2025-01-01\n', 'a.md': SOUND });
      const own = await report();
      assert.deepEqual([own.edition, own.asOf], ['2005', '2025-01-01']);
      const asked = await report(['--edition', '2011', '--as-of=2026-03-01']);
      assert.deepEqual([asked.edition, asked.asOf], ['2011', '2026-03-01']);
    });

    it('--config takes another file, which is named by its path and is no document', async () => {
      place.write({
        'clausewright.yaml': 'edition: 2005\n',
        'ci/strict.yaml': '\uFEFFedition: 2011\nnonsense: 1\n',
        'a.md': SOUND,
      });
      const found = await report(['--config', 'ci/strict.yaml']);
      assert.equal(found.edition, '2011');
      assert.equal(found.documents, 1);
      assert.deepEqual(places(found), ['ci/strict.yaml config.unknown-key']);
      assert.equal(found.findings.find(({ rule }) => rule === 'config.unknown-key')?.range.start.line, 1);
    });

    it('--config that is no text is wrong usage', async () => {
      place.write({ 'other.yaml': Uint8Array.of(0x65, 0xe4, 0x3a), 'a.md': SOUND });
      const { code, err } = await place.run(['check', '--config', 'other.yaml']);
      assert.equal(code, 2);
      assert.match(err, /"other\.yaml" cannot be read.*UTF-8/);
    });
  });

  it('shows progress where there is a terminal to see it, and clears it in the end', async () => {
    place.write(Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`${i}.md`, SOUND])));
    assert.deepEqual((await place.run(['check'])).progress, []);
    const { progress, out } = await place.run(['check'], { seen: true });
    assert.ok(progress.some((line) => /^Reading \d+ of 70 documents$/.test(line)));
    assert.ok(progress.some((line) => /^Checking \d+ of \d+$/.test(line)));
    assert.equal(progress.at(-1), '');
    assert.doesNotMatch(out, /Reading|Checking/);
  });

  it('ends quietly when nobody reads on (`| head`)', async function () {
    this.timeout(60_000);
    place.write(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.md`, ERROR])));
    const { code, err } = await new Promise<Pick<Outcome, 'code' | 'err'>>((ended) => {
      const child = spawn(
        process.execPath,
        ['--import=tsx', 'server/main.ts', 'check', '--format', 'json', place.root],
        { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      child.stdout.destroy();
      child.on('close', (status) => ended({ code: status ?? -1, err: said }));
    });
    assert.equal(err, '');
    assert.equal(code, 0);
  });
});
