/** The checks that every rule is held to: its own examples, and the law that a fix removes its finding. */
import assert from 'node:assert/strict';
import { EDITIONS } from '../../server/model/catalogue.ts';
import { changesOf, createSource } from '../../server/rules/apply-fix.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { severityIn } from '../../server/rules/switches.ts';
import { applyEdits } from '../../server/syntax/edit.ts';
import { isDocumentPath, parseTree } from '../../server/syntax/parse.ts';
import type { Finding, Fix } from '../../server/workspace/finding.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { allFindings, checkFindings } from './check.ts';
import { parseFixture } from './fixture.ts';
import { type WorkspaceOptions, workspaceOf } from './workspace.ts';

/** Checks a rule's examples: the bad one has its promised findings and at least one, the good one has none of this rule. */
export function checkExamples(rule: Rule): void {
  assert.ok(parseFixture(rule.examples.bad).promises.length > 0, 'the bad example promises nothing');
  checkFindings(rule.examples.bad, [rule.id]);
  assert.equal(parseFixture(rule.examples.good).promises.length, 0, 'the good example promises a finding');
  checkFindings(rule.examples.good, [rule.id]);
}

/**
 * What the cases of a rule leave open about its severity.
 * In: the rule and its fixtures. Out: each edition with a severity of its own, or without any, that no case shows, and each
 * severity among several that is found and nowhere stated.
 */
export function severitiesUnstated(rule: Rule, fixtures: readonly string[]): readonly string[] {
  const rules = rule.on === 'findings' ? RULES : [rule];
  const own = fixtures.map((text) => {
    const { files, promises } = parseFixture(text);
    const workspace = workspaceOf(files, { rules });
    return {
      edition: workspace.configuration.edition,
      found: allFindings(workspace).filter((finding) => finding.rule === rule.id),
      stated: promises.flatMap(({ severity }) => severity ?? []),
    };
  });
  const editions =
    typeof rule.severity === 'string'
      ? []
      : EDITIONS.filter((edition) => {
          const there = own.filter((each) => each.edition === edition);
          return severityIn(rule, edition) === null
            ? !there.some(({ found }) => found.length === 0)
            : !there.some(({ stated }) => stated.length > 0);
        });
  const found = new Set(own.flatMap((each) => each.found.map(({ severity }) => severity)));
  const stated = new Set(own.flatMap((each) => each.stated));
  return [...editions, ...(found.size < 2 ? [] : [...found].filter((severity) => !stated.has(severity)))];
}

/**
 * Checks each fix of each finding of a rule in a fixture: it applies, what it writes has no new reading problem, no
 * finding becomes more, and its own is gone.
 */
export function checkEveryFix(text: string, id: string, all: readonly Rule[] = RULES): void {
  const { files } = parseFixture(text);
  // A rule is on its own here, but for those that judge the findings of the others.
  const own = all.filter((rule) => rule.id === id);
  const options = { rules: own.some((rule) => rule.on === 'findings') ? all : own };
  const workspace = workspaceOf(files, options);
  for (const finding of allFindings(workspace).filter((each) => each.rule === id)) {
    for (const fix of finding.fixes)
      assert.ok(checkFixOf(files, workspace, finding, fix, options) !== null, `"${fix.title}" does not apply`);
  }
}

/**
 * Checks one fix: what it writes has no new reading problem, and its finding is gone.
 * In: the files, their workspace, the finding, the fix, and how workspaces are checked. Out: the files and their workspace
 * afterwards; null where the fix refuses.
 */
export function checkFixOf(
  files: ReadonlyMap<string, string>,
  workspace: Workspace,
  finding: Finding,
  fix: Fix,
  options: WorkspaceOptions = {},
): { readonly files: ReadonlyMap<string, string>; readonly workspace: Workspace } | null {
  const after = filesAfter(files, workspace, fix);
  if (after === null) return null;
  for (const [path, now] of after) {
    if (now === files.get(path) || !isDocumentPath(path)) continue;
    const before = files.get(path);
    const problems = before === undefined ? 0 : parseTree(path, before).problems.length;
    assert.ok(parseTree(path, now).problems.length <= problems, `"${fix.title}" leaves ${path} unreadable:\n${now}`);
  }
  const afterwards = workspaceOf(after, options);
  const left = allFindings(afterwards).filter((each) => isSame(each, finding));
  assert.deepEqual(
    left.map((each) => each.message),
    [],
    `"${fix.title}" does not remove its finding:\n${[...after].map(([path, now]) => `--- ${path}\n${now}`).join('\n')}`,
  );
  return { files: after, workspace: afterwards };
}

function isSame(left: Finding, right: Finding): boolean {
  return (
    left.rule === right.rule &&
    left.path === right.path &&
    left.fingerprint === right.fingerprint &&
    left.message === right.message
  );
}

function filesAfter(
  before: ReadonlyMap<string, string>,
  workspace: Workspace,
  fix: Fix,
): ReadonlyMap<string, string> | null {
  const changes = changesOf(fix, (path) => createSource(workspace, path, before.get(path) ?? null));
  if (changes === null) return null;
  const files = new Map(before);
  for (const change of changes) {
    if (change.type === 'create') {
      assert.ok(!files.has(change.path), `"${fix.title}" would overwrite ${change.path}`);
      files.set(change.path, change.text);
      continue;
    }
    const edited = applyEdits(files.get(change.path) ?? '', change.edits);
    assert.ok(edited !== null, `the edits of "${fix.title}" overlap`);
    files.set(change.path, edited);
  }
  return files;
}
