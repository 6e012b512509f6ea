/** Through the browser, as a process owner would: the packaged extension in VS Code, on the sound example. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const process = 'processes/configuration-and-asset.md';
const people = 'people/people.yaml';
const programme = 'audits/audit-programme-2026.md';

describe('A process owner in VS Code', () => {
  let vscode: Workbench;

  before(async () => {
    vscode = await openWorkbench(join(root, 'examples', 'sound'), { vsix: join(root, 'clausewright.vsix') });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode?.screenshot(`failed ${this.currentTest.title}`);
  });

  after(() => vscode?.close());

  it('sees that a sound system has no gaps', async () => {
    await vscode.status(/no gaps · 2018/);
    await vscode.screenshot('1 no gaps');
  });

  it('learns what a clause is about by pointing at it', async () => {
    await vscode.openFile(programme);
    await vscode.hover('9.2.2', /9\.2/);
    await vscode.screenshot('2 hover on a clause');
  });

  it('sees a broken link at once, and mends it with the light bulb to the very bytes that stood there', async () => {
    const before = readFileSync(join(vscode.workspace, process));
    const place = await vscode.typeOver(process, '../roles/raci.md', '../roles/racy.md');
    await vscode.problem(/link\.broken/);
    await vscode.squiggles('error');
    await vscode.lightBulb(place, /raci\.md/);
    await vscode.screenshot('3 quick fixes for a broken link');
    await vscode.choose(/raci\.md/);
    await vscode.problem(/link\.broken/, 'gone');
    await vscode.save();
    assert.deepEqual(readFileSync(join(vscode.workspace, process)), before);
  });

  it('gives an auditor other work in the people register, and learns in the audit plan that he now audits his own', async () => {
    await vscode.typeOver(people, '- role: Internal Auditor', '- role: System Engineer');
    await vscode.problem(/Lars Juniperson audits .* is responsible for work in it through a role/);
    await vscode.problemIn(/audit-plan-2026-04\.md/, /audit\.self-audit/);
    await vscode.screenshot('4 an auditor with other work');
    await vscode.command('File: Revert File');
    await vscode.problem(/audit\.self-audit/, 'gone');
  });

  it('learns, in the audit programme, that the new owner is to audit his own process', async () => {
    await vscode.typeOver(process, '| Process owner | Hugo Aspenkvist |', '| Process owner | Nils Ryegrass |');
    await vscode.problemIn(/audit-programme-2026\.md|audit-plan-2026-04\.md/, /audit\.self-audit/);
    await vscode.status(/[1-9]\d* gaps? · 2018/);
    await vscode.screenshot('5 the new owner audits himself');
  });

  it('reads why, behind the id of the rule', async () => {
    await vscode.page.locator('.markers-panel a', { hasText: 'audit.self-audit' }).first().click();
    await vscode.page.locator('.tab.active', { hasText: 'audit.self-audit.md' }).waitFor();
    await vscode.screenshot('6 the page of the rule');
  });
});
