/** Recorded reads: a rule that looks at another document has noted a key that tells of every change in what it saw. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Rule } from '../../server/rules/rule.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { createChecker } from '../../server/rules/run.ts';
import { type Workspace, workspaceUnit } from '../../server/workspace/workspace.ts';
import { audited } from '../kit/audited.ts';
import { checkedFolder } from '../kit/disk.ts';
import { parseFixture } from '../kit/fixture.ts';
import { raise, workspaceOf } from '../kit/workspace.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** What a rule reads in a checked workspace without having noted it. */
function missedBy(rule: Rule, workspace: Workspace): readonly string[] {
  if (rule.on === 'findings') return [];
  const missed = new Set<string>();
  const watched = audited(workspace, (unit, path, part, at) =>
    missed.add(`${rule.id}: ${part} ${unit.startsWith('kept') ? `${unit} ` : ''}${at} (${path})`),
  );
  for (const unit of rule.on === 'workspace' ? [workspaceUnit(rule.id)] : [...workspace.paths()]) {
    watched.begin(unit);
    createChecker(watched, [rule], raise).check(unit);
  }
  return [...missed];
}

describe('what a rule read of other documents', function () {
  this.timeout(120_000);
  for (const name of ['sound', 'gaps', 'starting', 'gaps-2011', 'gaps-2005'])
    it(`is noted, in ${name}`, async () => {
      const { workspace } = await checkedFolder(join(examples, name));
      assert.deepEqual(
        RULES.flatMap((rule) => missedBy(rule, workspace)),
        [],
      );
    });

  for (const rule of RULES)
    it(`is noted, in the examples of ${rule.id}`, () => {
      for (const text of [rule.examples.bad, rule.examples.good]) {
        const workspace = workspaceOf(parseFixture(text).files, { rules: [rule] });
        assert.deepEqual(missedBy(rule, workspace), []);
      }
    });
});
