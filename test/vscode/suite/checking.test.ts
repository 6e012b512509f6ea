/** In the extension host: findings come and go while documents are typed in, across documents, saved or not. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './poll.ts';
import { asOnDisk, finding, noFinding, typeOver, uriOf } from './sms.ts';

const process = 'processes/configuration-and-asset.md';
const programme = 'audits/audit-programme-2026.md';

describe('Checking in the editor', () => {
  afterEach(asOnDisk);

  it('speaks up in the audit programme, which is not even open, when an auditor becomes owner of the audited process', async () => {
    await noFinding(programme, 'audit.self-audit');
    await typeOver(process, '| Process owner | Hugo Aspenkvist |', '| Process owner | Nils Ryegrass |');
    const found = await finding(programme, 'audit.self-audit');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    await typeOver(process, '| Process owner | Nils Ryegrass |', '| Process owner | Hugo Aspenkvist |');
    await noFinding(programme, 'audit.self-audit');
  });

  it('links the rule of a finding to its page', async () => {
    await typeOver(process, '../roles/raci.md', '../roles/racy.md');
    const { code } = await finding(process, 'link.broken');
    assert.ok(typeof code === 'object', 'a code with a link');
    assert.equal(code.target.toString(true), 'command:clausewright.openRulePage?["link.broken"]');
  });

  it('mends a broken link by a quick fix, and the finding goes', async () => {
    await typeOver(process, '../roles/raci.md', '../roles/racy.md');
    const { range } = await finding(process, 'link.broken');
    // Right after a change the editor may still answer for the text before; hence the question is repeated.
    const fix = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uriOf(process),
        range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find(({ title }) => /raci\.md/.test(title));
    }, 'quick fix that names raci.md');
    assert.ok(fix.edit, 'a fix with its edit');
    await vscode.workspace.applyEdit(fix.edit);
    await noFinding(process, 'link.broken');
  });

  it('explains a clause under the mouse', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(programme));
    const at = document.positionAt(document.getText().indexOf('20000-1:2018, 9.2.2') + 15);
    const text = await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const texts = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value));
      return texts.find((part) => /9\.2/.test(part));
    }, 'hover on clause 9.2.2');
    assert.match(text, /audit/i);
  });
});
