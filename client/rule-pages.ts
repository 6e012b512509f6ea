/** Where the pages of the rules stand in the installed extension, and how one is opened. */
import { commands, Uri, window, workspace } from 'vscode';

/** A rule's id: an area, a dot and a name, such as `audit.self-audit`. */
const ruleId = /^[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9.-]*$/;

/**
 * The link that diagnostics carry behind a rule's id, with `{rule}` for the id. A command, since that opens the page as it
 * is meant to be read; the address of the file itself would show its source.
 */
export const rulePageLink = `command:clausewright.openRulePage?${encodeURIComponent('["')}{rule}${encodeURIComponent('"]')}`;

/** The folder of rule pages; in: where the extension is installed. */
function rulePageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'docs', 'rules');
}

/** Opens a rule's page as a preview; without an id the user chooses one. Says so when there is no such page. */
export async function openRulePage(extensionUri: Uri, wanted?: unknown): Promise<void> {
  const folder = rulePageFolder(extensionUri);
  const id = typeof wanted === 'string' ? wanted : await chooseRule(folder);
  if (id === undefined) return;
  const page = Uri.joinPath(folder, `${id}.md`);
  const exists = ruleId.test(id) && (await workspace.fs.stat(page).then(Boolean, () => false));
  // An editor of its own: the usual preview would turn to another document as soon as that is typed in.
  if (exists) await commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor');
  else void window.showInformationMessage(`Clausewright has no page for the rule "${id}".`);
}

async function chooseRule(folder: Uri): Promise<string | undefined> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const ids = entries.map(([name]) => name.replace(/\.md$/, '')).filter((id) => ruleId.test(id));
  return window.showQuickPick(ids.sort(), { placeHolder: 'Rule whose page to open' });
}
