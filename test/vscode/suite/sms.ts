/** The management system that the suite works on: its documents, what is found in them, and edits that are taken back. */
import * as vscode from 'vscode';
import { eventually } from './poll.ts';

/** A document of the opened workspace; in: its path from the workspace's folder. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('VS Code was opened without a folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Our findings of one rule in a document, open or not. */
export function findings(path: string, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path)).filter(({ source, code }) => {
    return source === 'clausewright' && (typeof code === 'object' ? code.value : code) === rule;
  });
}

/** Waits for a finding of a rule in a document, and tells it. */
export function finding(path: string, rule: string): Promise<vscode.Diagnostic> {
  return eventually(() => findings(path, rule)[0], `${rule} in ${path}`);
}

/** Waits until a document has no finding of a rule any more. */
export async function noFinding(path: string, rule: string): Promise<void> {
  await eventually(() => (findings(path, rule).length === 0 ? true : undefined), `${path} without ${rule}`);
}

/** Types over the first such words of a document, as a user would: unsaved. Rejects where they do not stand. */
export async function typeOver(path: string, words: string, by: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document);
  const at = document.getText().indexOf(words);
  if (at === -1) throw new Error(`"${words}" is not in ${path}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + words.length)), by);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`the edit of ${path} was refused`);
}

/** Takes all unsaved edits back and closes every editor, so that each test begins with the documents as they are on disk. */
export async function asOnDisk(): Promise<void> {
  // VS Code's own settings are unsaved for a moment when a test has changed them; that is VS Code's to save.
  const ours = ({ isDirty, isUntitled, uri }: vscode.TextDocument): boolean =>
    isDirty && (isUntitled || vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  for (const document of vscode.workspace.textDocuments.filter(ours)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
