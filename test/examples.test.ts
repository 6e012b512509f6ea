/** The example systems: the sound one has no finding, the others exactly the gaps that are marked in them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../server/rules/rules.generated.ts';
import { checkUnits } from '../server/rules/run.ts';
import type { Finding } from '../server/workspace/finding.ts';
import { allFindings } from './kit/check.ts';
import { checkedFolder } from './kit/disk.ts';
import { raise } from './kit/workspace.ts';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
/** Examples with gaps: one system on the edition of 2018, and small ones for what contradicts it. */
const WITH_GAPS = ['gaps', 'starting', 'gaps-2011', 'gaps-2005'] as const;
/** Rules whose gap cannot stand in a readable example, with the reason. */
const NOT_AS_TEXT = new Map([['file.encoding', 'bytes that are no UTF-8, which editors and git would mend or mangle']]);
const ROW = /^\| \d+ \| \[[^\]]*\]\(([^)]*)\) \| `([^`]*)` \|/gm;
const MARK = /(?:<!--|#)\s*gap:\s*([\w.-]+)/g;

describe('the examples', function () {
  this.timeout(60_000);

  it('has nothing to say about the sound system, by any edition and preset', async () => {
    const folder = await checkedFolder(join(examples, 'sound'));
    const { workspace } = folder;
    assert.ok(workspace.size() > 30);
    const found: Record<string, readonly string[]> = { 'as it is': told(allFindings(workspace)) };
    for (const edition of ['2005', '2011', '2018'] as const)
      for (const preset of ['recommended', 'strict'] as const) {
        checkUnits(workspace, await folder.setSettings({ force: true, edition, preset }), RULES, raise);
        const { configuration } = workspace;
        found[`${configuration.edition} ${configuration.preset}`] = told(allFindings(workspace));
      }
    assert.deepEqual(found, {
      'as it is': [],
      '2005 recommended': [],
      '2005 strict': [],
      '2011 recommended': [],
      '2011 strict': [],
      '2018 recommended': [],
      '2018 strict': [],
    });
  });

  it('recognises the kind of every document of the sound system but its entry page', async () => {
    const { workspace } = await checkedFolder(join(examples, 'sound'));
    assert.deepEqual(
      [...workspace.paths()].filter((path) => workspace.facts(path)?.kinds.length === 0),
      ['README.md'],
    );
  });

  for (const name of WITH_GAPS)
    it(`finds each gap of ${name} at its mark, and nothing else`, async () => {
      const folder = await checkedFolder(join(examples, name));
      const marks = marksIn(join(examples, name));
      assert.ok(marks.length > 0);
      const left = [...marks];
      const unmarked: string[] = [];
      for (const finding of allFindings(folder.workspace)) {
        const line = folder.lines(finding.path)?.positionAt(finding.span.start).line ?? -1;
        // A mark stands on the line of the finding, or on the line above it.
        const at = left.findIndex(
          (mark) =>
            mark.path === finding.path && mark.rule === finding.rule && (mark.line === line || mark.line === line - 1),
        );
        if (at < 0) unmarked.push(`${finding.path}:${line + 1} [${finding.rule}] ${finding.message}`);
        else left.splice(at, 1);
      }
      assert.deepEqual(
        { unmarked, unfound: left.map(({ path, line, rule }) => `${path}:${line + 1} [${rule}]`) },
        { unmarked: [], unfound: [] },
      );
      assert.deepEqual(
        rowsOf(name),
        [...new Set(marks.map(({ path, rule }) => `${path} ${rule}`))].sort(),
        'the table in examples/README.md does not list what is marked',
      );
    });

  it('seeds a gap for every rule, but for those that no text can show', () => {
    const seeded = new Set(WITH_GAPS.flatMap((name) => marksIn(join(examples, name))).map(({ rule }) => rule));
    assert.deepEqual(
      RULES.map(({ id }) => id).filter((id) => seeded.has(id) === NOT_AS_TEXT.has(id)),
      [],
    );
  });
});

interface Mark {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}

/** The marks of seeded gaps in the documents of a folder. */
function marksIn(root: string): readonly Mark[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:md|ya?ml)$/.test(path));
  return files.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((text, line) => [...text.matchAll(MARK)].map((mark) => ({ path, line, rule: mark[1] ?? '' }))),
  );
}

/** What the tables of the entry page say of a folder: each file with each rule, once. */
function rowsOf(folder: string): readonly string[] {
  const rows = readFileSync(join(examples, 'README.md'), 'utf8').matchAll(ROW);
  const found = [...rows].flatMap(([, target = '', rule = '']) =>
    target.startsWith(`${folder}/`) ? [`${target.slice(folder.length + 1)} ${rule}`] : [],
  );
  return [...new Set(found)].sort();
}

/** Findings in the words in which a failing test shows them. */
function told(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => `${finding.path} [${finding.rule}] ${finding.message}`);
}
