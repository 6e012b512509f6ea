/** The example systems: the sound one has no finding, the other exactly the gaps that are marked in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../server/rules/rules.generated.ts';
import { checkUnits } from '../server/rules/run.ts';
import type { Finding } from '../server/workspace/finding.ts';
import { allFindings } from './kit/check.ts';
import { checkedFolder } from './kit/disk.ts';
import { raise } from './kit/workspace.ts';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
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

  it('finds each seeded gap at its mark, and nothing else', async () => {
    const folder = await checkedFolder(join(examples, 'gaps'));
    const promised: string[] = [];
    for (const path of [...folder.workspace.paths(), 'clausewright.yaml']) {
      readFileSync(join(examples, 'gaps', path), 'utf8')
        .split('\n')
        .forEach((line, i) => {
          for (const mark of line.matchAll(MARK)) promised.push(`${path}:${i} ${mark[1] ?? ''}`);
        });
    }
    assert.ok(promised.length >= 25);
    const left = [...promised];
    const unmarked: string[] = [];
    for (const finding of allFindings(folder.workspace)) {
      const line = folder.lines(finding.path)?.positionAt(finding.span.start).line ?? -1;
      // A mark stands on the line of the finding, or on the line above it.
      const at = left.findIndex(
        (mark) =>
          mark === `${finding.path}:${line} ${finding.rule}` || mark === `${finding.path}:${line - 1} ${finding.rule}`,
      );
      if (at < 0) unmarked.push(`${finding.path}:${line + 1} [${finding.rule}] ${finding.message}`);
      else left.splice(at, 1);
    }
    assert.deepEqual({ unmarked, unfound: left }, { unmarked: [], unfound: [] });
  });
});

/** Findings in the words in which a failing test shows them. */
function told(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => `${finding.path} [${finding.rule}] ${finding.message}`);
}
