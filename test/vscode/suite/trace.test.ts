/** In the extension host: definition, references, renaming, hierarchy and lenses answer, and the views are there to be opened. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './poll.ts';
import { asOnDisk, uriOf } from './sms.ts';

const change = 'processes/change-release-and-deployment.md';
const programme = 'audits/audit-programme-2026.md';

/** The place of the first such words of a document, and the document. */
async function at(path: string, words: string): Promise<{ readonly uri: vscode.Uri; readonly place: vscode.Position }> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  const offset = document.getText().indexOf(words);
  assert.notEqual(offset, -1, `${words} in ${path}`);
  return { uri: document.uri, place: document.positionAt(offset + 1) };
}

/** Asks a provider by its command until it has an answer. */
function answerOf<T>(command: string, ...args: unknown[]): Promise<T[]> {
  return eventually(async () => {
    const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
    return found !== undefined && found.length > 0 ? found : undefined;
  }, `answer of ${command}`);
}

describe('The trace in the editor', () => {
  afterEach(asOnDisk);

  it('goes from the name of a role to its description', async () => {
    const { uri, place } = await at(change, 'Change Manager');
    const found = await answerOf<vscode.Location | vscode.LocationLink>('vscode.executeDefinitionProvider', uri, place);
    const paths = found.map((each) => ('targetUri' in each ? each.targetUri : each.uri).path);
    assert.ok(
      paths.some((path) => path.endsWith('roles/change-manager.md')),
      paths.join(', '),
    );
  });

  it('finds a role in every document that speaks of it', async () => {
    const { uri, place } = await at(change, 'Change Manager');
    const found = await answerOf<vscode.Location>('vscode.executeReferenceProvider', uri, place);
    const paths = new Set(found.map((each) => each.uri.path));
    assert.ok([...paths].some((path) => path.endsWith('people/people.yaml')));
    assert.ok(paths.size > 2, `${paths.size} documents`);
  });

  it('would rename a role in all of them', async () => {
    const { uri, place } = await at(change, 'Change Manager');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      place,
      'Change Lead',
    );
    assert.ok(edit.entries().some(([file]) => file.path.endsWith('people/people.yaml')));
  });

  it('has a chain under a clause', async () => {
    const { uri, place } = await at(programme, '9.2.2');
    const [clause] = await answerOf<vscode.TypeHierarchyItem>('vscode.prepareTypeHierarchy', uri, place);
    assert.match(clause?.name ?? '', /9\.2\.2/);
    const below = await answerOf<vscode.TypeHierarchyItem>('vscode.provideSubtypes', clause);
    assert.ok(below.some(({ name }) => name === 'Internal audit procedure'));
  });

  it('says above a process what it answers', async () => {
    const { uri } = await at(change, 'Change Manager');
    const lenses = await answerOf<vscode.CodeLens>('vscode.executeCodeLensProvider', uri, 10);
    assert.ok(lenses.some(({ command }) => /^Answers 8\.5/.test(command?.title ?? '')));
  });

  it('fills its three views and opens its two pages', async () => {
    for (const view of ['trace', 'gaps', 'dates']) await vscode.commands.executeCommand(`clausewright.${view}.focus`);
    await vscode.commands.executeCommand('clausewright.views.refresh');
    for (const [command, title] of [
      ['clausewright.showMatrix', 'Traceability Matrix'],
      ['clausewright.showDashboard', 'Dashboard'],
    ] as const) {
      await vscode.commands.executeCommand(command);
      await eventually(() => {
        const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
        return tab?.input instanceof vscode.TabInputWebview && tab.label.includes(title) ? tab : undefined;
      }, `page ${title}`);
    }
  });
});
