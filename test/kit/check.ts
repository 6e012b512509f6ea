/** The checks that tests call: a fixture in, and what it promises held against what the engine says. */
import assert from 'node:assert/strict';
import { changesOf, createSource } from '../../server/rules/apply-fix.ts';
import { applyEdits } from '../../server/syntax/edit.ts';
import type { Finding } from '../../server/workspace/finding.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { parseFixture } from './fixture.ts';
import { type WorkspaceOptions, workspaceOf } from './workspace.ts';

/** All findings of a workspace in order. */
export function allFindings(workspace: Workspace): readonly Finding[] {
  return [...workspace.pathsWithFindings()].sort().flatMap((path) => workspace.findings(path));
}

/**
 * Checks that exactly the promised findings are made.
 * In: a fixture, and the rules whose findings count (all where left out). Fails with both lists side by side.
 */
export function checkFindings(text: string, only?: readonly string[], options?: WorkspaceOptions): void {
  const fixture = parseFixture(text);
  const workspace = workspaceOf(fixture.files, options);
  const found = allFindings(workspace).filter((finding) => only === undefined || only.includes(finding.rule));
  const show = (path: string, start: number, end: number, rule: string): string =>
    `${path} [${rule}] «${(fixture.files.get(path) ?? '').slice(start, end)}» at ${start}`;
  assert.deepEqual(
    found.map((finding) => show(finding.path, finding.span.start, finding.span.end, finding.rule)).sort(),
    fixture.promises.map((promise) => show(promise.path, promise.start, promise.end, promise.rule)).sort(),
  );
  for (const promise of fixture.promises) {
    const finding = found.find(
      (each) => each.path === promise.path && each.rule === promise.rule && each.span.start === promise.start,
    );
    assert.ok(finding !== undefined);
    if (promise.severity !== null) assert.equal(finding.severity, promise.severity, finding.message);
    if (promise.words !== '')
      assert.ok(finding.message.includes(promise.words), `"${finding.message}" does not say "${promise.words}"`);
    for (const title of promise.fixes)
      assert.ok(
        finding.fixes.some((fix) => fix.title === title),
        `no fix "${title}" among ${finding.fixes.map((fix) => fix.title).join(' | ')}`,
      );
    for (const title of promise.without) assert.ok(!finding.fixes.some((fix) => fix.title === title), `fix "${title}"`);
  }
}

/** Applies one fix of one rule and compares the files; `after` holds only the files that change or come new. */
export function checkFix(before: string, rule: string, title: string, after: string, options?: WorkspaceOptions): void {
  const files = applyFix(before, rule, title, options);
  const wanted = parseFixture(after).files;
  for (const [path, text] of wanted) assert.equal(files.get(path), text);
}

/** The files of a fixture after one fix of the first finding of a rule. */
export function applyFix(
  before: string,
  rule: string,
  title: string,
  options?: WorkspaceOptions,
): ReadonlyMap<string, string> {
  const fixture = parseFixture(before);
  const workspace = workspaceOf(fixture.files, options);
  const finding = allFindings(workspace).find((each) => each.rule === rule);
  assert.ok(finding !== undefined, `no finding of ${rule}`);
  const fix = finding.fixes.find((each) => each.title === title);
  assert.ok(fix !== undefined, `no fix "${title}" among ${finding.fixes.map((each) => each.title).join(' | ')}`);
  const files = new Map(fixture.files);
  const changes = changesOf(fix, (path) => createSource(workspace, path, files.get(path) ?? null));
  assert.ok(changes !== null, 'the fix no longer applies');
  for (const change of changes) {
    if (change.type === 'create') files.set(change.path, change.text);
    else {
      const edited = applyEdits(files.get(change.path) ?? '', change.edits);
      assert.ok(edited !== null, 'the edits overlap');
      files.set(change.path, edited);
    }
  }
  return files;
}
