/** In the extension host: what the extension adds to VS Code, when it wakes, and how it is switched off and on. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './poll.ts';
import { asOnDisk, finding, noFinding, typeOver } from './sms.ts';

const process = 'processes/configuration-and-asset.md';

describe('The extension', () => {
  const extension = vscode.extensions.getExtension('clausewright.clausewright');
  afterEach(asOnDisk);

  it('wakes for a configuration in the workspace, before any document is opened', async () => {
    assert.equal(vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'markdown').length, 0);
    await eventually(() => (extension?.isActive ? true : undefined), 'active extension');
  });

  it('has every command that it promises', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const promised: { command: string }[] = extension?.packageJSON.contributes.commands;
    for (const { command } of promised) assert.ok(known.has(command), command);
    assert.ok(promised.length > 0);
  });

  it("opens a rule's page as a reader sees it, not its source", async () => {
    await vscode.commands.executeCommand('clausewright.openRulePage', 'audit.self-audit');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(tab instanceof vscode.TabInputCustom, 'a tab that is no text editor');
    assert.equal(tab.viewType, 'vscode.markdown.preview.editor');
    assert.match(tab.uri.path, /docs\/rules\/audit\.self-audit\.md$/);
  });

  it('opens no page for an id that leads out of the folder of pages', async () => {
    await vscode.commands.executeCommand('clausewright.openRulePage', '../../README');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab, undefined);
  });

  it('falls silent when it is switched off, and finds the same again when it is switched on', async () => {
    await typeOver(process, '../roles/raci.md', '../roles/racy.md');
    await finding(process, 'link.broken');
    const settings = vscode.workspace.getConfiguration('clausewright');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    await noFinding(process, 'link.broken');
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    await finding(process, 'link.broken');
  });

  it('finds the same after a restart of the language server', async () => {
    await typeOver(process, '../roles/raci.md', '../roles/racy.md');
    await finding(process, 'link.broken');
    await vscode.commands.executeCommand('clausewright.restart');
    await finding(process, 'link.broken');
  });
});
