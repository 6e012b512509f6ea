/** Law ③: whatever somebody is editing, each fix applies, leaves what can be read, removes its finding, and there is an end to fixing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { allFindings } from '../kit/check.ts';
import { DOCUMENTS, edited, PIECE } from '../kit/edited.ts';
import { checkFixOf } from '../kit/rule.ts';
import { workspaceOf } from '../kit/workspace.ts';

const RUNS = Number(process.env.LAW_RUNS ?? 100);

describe('law ③: fixes parse, remove their finding, and converge', () => {
  it('holds for any finding in a system that somebody is editing', function () {
    this.timeout(0);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(DOCUMENTS.length - 1), fc.nat(900), fc.nat(60), PIECE), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.nat(),
        (splices, seed) => {
          let files: ReadonlyMap<string, string> = edited(splices);
          let workspace = workspaceOf(files);
          const gone = new Set<string>();
          // Each round takes one fix; as each removes its finding and makes no other of its kind, there is an end.
          for (let round = 0; round < 3; round++) {
            const findings = allFindings(workspace).filter((finding) => finding.fixes.length > 0);
            const finding = findings[(seed + round) % Math.max(1, findings.length)];
            const fix = finding?.fixes[seed % Math.max(1, finding.fixes.length)];
            if (finding === undefined || fix === undefined) return;
            const after = checkFixOf(files, workspace, finding, fix);
            if (after === null) return;
            const like = (of: Workspace): readonly string[] =>
              allFindings(of)
                .filter((each) => each.rule === finding.rule && each.path === finding.path)
                .map((each) => `${each.rule} ${each.path} ${each.message}`);
            const [before, now] = [like(workspace), like(after.workspace)];
            // One finding less; or, where a finding lists several things, the same one without what the fix gave.
            assert.ok(now.length <= before.length, `"${fix.title}" makes more findings of ${finding.rule}`);
            for (const each of before) gone.add(each);
            const back = now.filter((each) => gone.has(each) && !before.includes(each));
            assert.deepEqual(back, [], `"${fix.title}" brings back what was put right`);
            if (now.length === before.length)
              assert.ok(
                now.some((each) => !gone.has(each)),
                `"${fix.title}" leaves as much of ${finding.rule} as there was`,
              );
            files = after.files;
            workspace = after.workspace;
          }
        },
      ),
      // A process whose title is a sentence with commas in it: the new procedure has to name it in another way.
      {
        numRuns: RUNS,
        examples: [
          [
            [
              [0, 60, 39, 'Ada Quill'],
              [1, 0, 0, 'Ada Quill'],
            ],
            1028911140,
          ],
        ],
      },
    );
  });
});
