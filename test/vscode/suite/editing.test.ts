/** In the extension host: what may be written is offered where it is written, and an empty document may become one of a kind. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './poll.ts';
import { asOnDisk } from './sms.ts';

async function opened(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits for an offer at the end of the document; the words of a label are what the list shows. */
function offer(document: vscode.TextDocument, label: string): Promise<vscode.CompletionItem> {
  return eventually(async () => {
    const at = document.positionAt(document.getText().length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return list.items.find((item) => (typeof item.label === 'string' ? item.label : item.label.label) === label);
  }, `offer of ${label}`);
}

describe('Editing help in the editor', () => {
  afterEach(asOnDisk);

  it('offers the keys that front matter lacks', async () => {
    const found = await offer(await opened('markdown', '---\ntype: policy\nown'), 'owner');
    assert.match(String(found.detail), /asked for by/);
  });

  it('offers whole documents in an empty file, with places to fill in', async () => {
    const found = await offer(await opened('markdown', ''), 'Audit plan');
    assert.ok(found.insertText instanceof vscode.SnippetString);
  });

  it('makes an empty document one of a kind', async () => {
    const document = await opened('markdown', '');
    const action = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        vscode.CodeActionKind.RefactorRewrite.value,
        100,
      );
      return actions.find(({ title }) => title === 'Make this an audit plan');
    }, 'action that makes it an audit plan');
    assert.ok(action.edit, 'an action with its edit');
    await vscode.workspace.applyEdit(action.edit);
    assert.match(document.getText(), /^---\nid: .*\ntype: audit-plan\n/);
  });

  it('leads through kind, title and folder to a new document', async () => {
    const accept = 'workbench.action.acceptSelectedQuickOpenItem';
    let over = false;
    void vscode.commands.executeCommand('clausewright.newDocument').then(() => {
      over = true;
    });
    // Each step takes what is chosen already: the first kind, its name as title, the first folder.
    const document = await eventually(async () => {
      const shown = vscode.window.activeTextEditor?.document;
      if (over && shown !== undefined) return shown;
      await vscode.commands.executeCommand(accept);
      return undefined;
    }, 'new document');
    assert.match(document.getText(), /^---\nid: .*\ntype: asset-register\n/);
    await vscode.workspace.fs.delete(document.uri);
  });

  it('opens the configuration of a system that was started already', async () => {
    await vscode.commands.executeCommand('clausewright.startSystem');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/clausewright\.yaml$/);
  });
});
