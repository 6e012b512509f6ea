/** Through the browser: the trace beside the documents, its pages, renaming, hierarchy, walkthrough and adoption. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const vsix = join(root, 'clausewright.vsix');
const gaps = join(root, 'examples', 'gaps');
const change = 'processes/change-release-and-deployment.md';
const programme = 'audits/audit-programme-2026.md';

/** The text of every file of a folder, by its path. */
function textsOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

describe('An auditor in VS Code', () => {
  let vscode: Workbench;

  before(async () => {
    vscode = await openWorkbench(gaps, { vsix });
    await vscode.status(/[1-9]\d* gaps · 2018/);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode?.screenshot(`failed ${this.currentTest.title}`);
  });

  after(() => vscode?.close());

  it('follows a requirement from its clause to the document that answers it', async () => {
    await vscode.expand(await vscode.row('Trace', /^6 Planning, /));
    const clause = await vscode.row('Trace', /^6\.1\.2 /);
    await clause.click();
    await vscode.tab('6.1.2.md');
    await vscode.expand(clause);
    await vscode.screenshot('views 1 trace');
    await vscode.expand(await vscode.row('Trace', /^Write down the risks concerning the organization/));
    await (await vscode.row('Trace', /^Risk register, /)).click();
    await vscode.tab('risk-register');
  });

  it('reads the same trace by role', async () => {
    await vscode.ask('Clausewright: Order the Trace…');
    await vscode.answer('By role');
    await vscode.row('Trace', /^Change Manager, /);
    await vscode.screenshot('views 2 by role');
  });

  it('goes from a gap to its line', async () => {
    await vscode.expand(await vscode.row('Gaps', /^Pitfall 2: .*, error, \d+/));
    await vscode.expand(await vscode.row('Gaps', /^Auditor audits own work, error, /));
    await (await vscode.row('Gaps', /^\S+ \S+ audits .*, error, .*audit-programme-2026/)).click();
    await vscode.tab('audit-programme-2026.md');
    await vscode.squiggles('error');
    await vscode.screenshot('views 3 gap');
    await vscode.status(/gaps/);
    await vscode.line('AUD-2026-0');
  });

  it('opens the document of a cell of the matrix', async () => {
    await vscode.command('Clausewright: Show Traceability Matrix');
    const page = vscode.webPage();
    await page.getByRole('columnheader', { name: 'Evidence' }).first().waitFor();
    await vscode.screenshot('views 4 matrix');
    await page.locator('table.matrix').first().getByRole('link', { name: 'Context analysis' }).first().click();
    await vscode.tab('context');
  });

  it('sees the whole on the dashboard', async () => {
    await vscode.command('Clausewright: Show Dashboard');
    await vscode.webPage().getByText('of checkable requirements answered').waitFor();
    await vscode.screenshot('views 5 dashboard');
  });

  it('follows the chain of a clause in the type hierarchy', async () => {
    await vscode.pointAt(programme, '9.2.2');
    await vscode.command('Types: Show Type Hierarchy');
    const chain = vscode.page.locator('.part.sidebar').getByRole('treeitem');
    await chain.filter({ hasText: '9.2.2' }).first().waitFor();
    await chain.filter({ hasText: 'Internal audit procedure' }).first().waitFor();
    await vscode.screenshot('views 6 type hierarchy');
  });

  it('renames a role in all documents, after a look at each change', async () => {
    await vscode.pointAt(change, 'Change Manager');
    const box = vscode.page.locator('.rename-box input:visible');
    await vscode.command('Rename Symbol');
    await box.waitFor();
    await box.fill('Change Lead');
    await vscode.page.keyboard.press('Control+Enter');
    const apply = vscode.page.getByRole('button', { name: 'Apply', exact: true });
    await apply.waitFor();
    await vscode.screenshot('views 7 rename');
    await apply.click();
    await apply.waitFor({ state: 'detached' });
    await vscode.command('File: Save All');
    await vscode.file(change, (text) => text.includes('processOwner: Change Lead'));
    await vscode.file('people/people.yaml', (text) => text.includes('- role: Change Lead'));
    await vscode.file('roles/change-manager.md', (text) => text.includes('# Role: Change Lead'));
  });

  it('is taken through the first steps', async () => {
    await vscode.ask('Welcome: Open Walkthrough...');
    await vscode.answer('Get Started with Clausewright');
    await vscode.page.locator('.gettingStartedContainer').getByText('Adopt your documents').first().waitFor();
    await vscode.screenshot('views 8 walkthrough');
  });
});

describe('An SMS manager on an older edition in VS Code', () => {
  let vscode: Workbench;

  before(async () => {
    vscode = await openWorkbench(join(root, 'examples', 'gaps-2011'), { vsix });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode?.screenshot(`failed ${this.currentTest.title}`);
  });

  after(() => vscode?.close());

  it('goes to the next one: what has one successor is rewritten, and the new demands are shown', async () => {
    await vscode.status(/gaps? · 2011/);
    await vscode.ask('Clausewright: Change Edition…');
    await vscode.answer('ISO/IEC 20000-1:2018');
    await vscode.answer('All documents');
    const all = vscode.page.getByRole('button', { name: 'Rewrite All' });
    await all.waitFor();
    await vscode.screenshot('views 10 change of edition');
    await all.click();
    await vscode.page.locator('.tab.dirty').first().waitFor();
    await vscode.command('File: Save All');
    await vscode.file('clausewright.yaml', (text) => /edition: "?2018/.test(text));
    await vscode.status(/2018/);
  });
});

describe('Somebody with documents of their own in VS Code', () => {
  let vscode: Workbench;

  before(async () => {
    vscode = await openWorkbench(join(root, 'examples', 'sound'), { vsix, without: ['clausewright.yaml'] });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vscode?.screenshot(`failed ${this.currentTest.title}`);
  });

  after(() => vscode?.close());

  it('adopts them: a configuration is written, and no document is changed', async () => {
    const before = textsOf(vscode.workspace);
    // Without a configuration the extension wakes with the first document.
    await vscode.openFile('README.md');
    await vscode.status(/2018/);
    await vscode.ask('Clausewright: Adopt My Documents…');
    await vscode.question(/1\/\d.*What was understood[\s\S]*documents recognised/);
    await vscode.screenshot('views 9 adopt');
    for (let step = 0; step < 20 && (await vscode.asks()); step++) await vscode.takeFirst();
    await vscode.tab('clausewright.yaml');
    await vscode.file('clausewright.yaml', (text) => /^edition: "?2018/m.test(text));
    const after = textsOf(vscode.workspace);
    for (const path of ['clausewright.yaml', 'clausewright-baseline.json']) after.delete(path);
    assert.deepEqual(after, before);
  });
});
