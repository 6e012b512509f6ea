/** Accepting a gap: for every rule, the fix leaves room for a reason, nothing is accepted before it is given, and then just this. */
import assert from 'node:assert/strict';
import { acceptanceFixes } from '../../server/features/accept.ts';
import { changesFor, fixesAt, fixNamed, nameOf } from '../../server/features/fixes.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { applyEdits } from '../../server/syntax/edit.ts';
import type { Finding, Fix } from '../../server/workspace/finding.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { allFindings } from '../kit/check.ts';
import { parseFixture } from '../kit/fixture.ts';
import { workspaceOf } from '../kit/workspace.ts';

const HERE = 'Accept this gap here, with a reason';
const THERE = 'Accept in the configuration, with reason, owner and end';

type Files = ReadonlyMap<string, string>;

function taken(files: Files, workspace: Workspace, fix: Fix): Files | null {
  const changes = changesFor(workspace, fix, (path) => files.get(path) ?? null);
  if (changes === null) return null;
  const after = new Map(files);
  for (const change of changes) {
    assert.equal(change.type, 'edit');
    if (change.type !== 'edit') continue;
    const text = applyEdits(after.get(change.path) ?? '', change.edits);
    assert.ok(text !== null);
    after.set(change.path, text);
  }
  return after;
}

const names = (workspace: Workspace): readonly string[] =>
  allFindings(workspace)
    .map(({ rule, path, about }) => `${rule} ${path} ${about}`)
    .sort();

function fixOf(workspace: Workspace, finding: Finding, title: string): Fix | null {
  return acceptanceFixes(workspace, finding).find((fix) => fix.title === title) ?? null;
}

/** Takes the fix, gives the reason, and holds what is left against what is to be left. */
function checkAccepted(files: Files, rule: string, title: string): void {
  const before = workspaceOf(files);
  const finding = allFindings(before).find((each) => each.rule === rule);
  assert.ok(finding !== undefined);
  const fix = fixOf(before, finding, title);
  assert.ok(fix !== null, `"${title}" is not offered`);
  const roomy = taken(files, before, fix);
  assert.ok(roomy !== null, `"${title}" does not apply`);
  const waiting = workspaceOf(roomy);
  const name = `${finding.rule} ${finding.path} ${finding.about}`;
  assert.ok(names(waiting).includes(name), 'the finding went away before anybody gave a reason');
  assert.ok(
    allFindings(waiting).some((each) => each.rule === 'suppression.no-reason'),
    'nobody asks for the reason',
  );
  const reasoned = new Map(
    [...roomy].map(([path, text]) => [path, files.get(path) === text ? text : withReason(text)]),
  );
  const after = workspaceOf(reasoned);
  const accepted = [...reasoned.keys()].flatMap((path) => after.accepted(path));
  assert.ok(accepted.length > 0, 'nothing is accepted');
  assert.ok(
    accepted.every((each) => each.finding.rule === rule && each.reason === 'Known and decided.'),
    accepted.map((each) => `${each.finding.rule}: ${each.reason}`).join(),
  );
  const gone = new Set(accepted.map((each) => `${rule} ${each.finding.path} ${each.finding.about}`));
  assert.deepEqual(
    names(after),
    names(before).filter((each) => !gone.has(each)),
  );
}

const withReason = (text: string): string =>
  text
    .replace(/(clausewright-ignore(?:-file)? [\w.-]+: )TBD/, '$1Known and decided.')
    .replace(/reason: TBD/, 'reason: Known and decided.');

describe('Accepting a gap', () => {
  for (const { id, examples } of RULES) {
    const { files } = parseFixture(examples.bad);
    if (/^(?:config|suppression)\.|^file\.encoding$/.test(id)) {
      it(`is not offered for ${id}: that is put right`, () => {
        const workspace = workspaceOf(files);
        for (const finding of allFindings(workspace).filter(({ rule }) => rule === id))
          assert.deepEqual(acceptanceFixes(workspace, finding), []);
      });
      continue;
    }
    it(`works for ${id} in the configuration`, () => {
      checkAccepted(new Map([['clausewright.yaml', 'edition: 2018\n'], ...files]), id, THERE);
    });
    const inDocument = allFindings(workspaceOf(files)).some(
      ({ rule, path }) => rule === id && path !== 'clausewright.yaml',
    );
    if (inDocument) it(`works for ${id} beside the gap`, () => checkAccepted(files, id, HERE));
  }

  it('adds a second entry behind the first, and is not offered again while the first waits for its reason', () => {
    const files = new Map([
      ['clausewright.yaml', 'accepted:\n  - rule: id.duplicate\n    reason: Known\n\nrules: {}\n'],
      ['a.md', 'See [one](one.md).\n'],
    ]);
    const workspace = workspaceOf(files);
    const [finding] = allFindings(workspace).filter(({ rule }) => rule === 'link.broken');
    assert.ok(finding !== undefined);
    const fix = fixOf(workspace, finding, THERE);
    const after = fix === null ? null : taken(files, workspace, fix);
    assert.equal(
      after?.get('clausewright.yaml'),
      'accepted:\n  - rule: id.duplicate\n    reason: Known\n  - rule: link.broken\n    files: [a.md]\n    reason: TBD\n    owner: TBD\n    until:\n\nrules: {}\n',
    );
    assert.equal(fixOf(workspaceOf(after ?? new Map()), finding, THERE), null);
  });

  it('names the rule where several gaps stand at one place, and is found again by its name', () => {
    const files = new Map([
      ['clausewright.yaml', 'edition: 2018\n'],
      ['change.md', '# Change management process\n'],
    ]);
    const workspace = workspaceOf(files);
    const offers = fixesAt(workspace, 'change.md', { start: 2, end: 2 });
    const labels = offers.map(({ label }) => label);
    assert.ok(labels.includes(`${HERE} (process.no-owner)`), labels.join(' | '));
    for (const offer of offers) assert.ok(fixNamed(workspace, 'change.md', nameOf(offer)) !== null, offer.label);
  });

  it('says of an entry that ran out when it did, on the finding itself', () => {
    const files = new Map([
      ['clausewright.yaml', 'accepted:\n  - rule: link.broken\n    reason: Known\n    until: 2026-09-30\n'],
      ['a.md', 'See [one](one.md).\n'],
    ]);
    const [finding] = allFindings(workspaceOf(files)).filter(({ rule }) => rule === 'link.broken');
    assert.match(finding?.message ?? '', /accepted until 2026-09-30; that has run out\.$/);
  });

  it('holds for the files that an entry names, and for no others', () => {
    const files = new Map([
      [
        'clausewright.yaml',
        'accepted:\n  - rule: link.broken\n    files: ["notes/**"]\n    reason: Known\n    owner: Ada Quill\n',
      ],
      ['notes/a.md', 'See [one](one.md).\n'],
      ['b.md', 'See [one](one.md).\n'],
    ]);
    const workspace = workspaceOf(files);
    assert.deepEqual(workspace.findings('notes/a.md'), []);
    assert.equal(workspace.accepted('notes/a.md')[0]?.owner, 'Ada Quill');
    assert.equal(workspace.findings('b.md').length, 1);
  });
});
