/** The commands that begin something: a new document of a kind, or a management system; the server says what is written and where. */
import { ProgressLocation, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type FolderChoice,
  foldersRequest,
  type KindChoice,
  kindsRequest,
  type NewDocumentParams,
  type NewFile,
  newDocumentRequest,
  startSystemRequest,
} from '../server/lsp/protocol.ts';

/** Asks the server; null where it is not running or has no answer. */
export type Ask = <Answer>(method: string, params: unknown) => Promise<Answer | null>;

type Choice<T> = QuickPickItem & { readonly value: T };

/** Lets the user choose a kind, a title and a folder (unless one is given), and opens the new document. */
export async function newDocument(ask: Ask, given?: unknown): Promise<void> {
  const kinds = await patiently(() => ask<readonly KindChoice[]>(kindsRequest, {}));
  if (kinds === null || kinds.length === 0) return sayWhatIsMissing();
  const kind = await choose(
    'Kind of document',
    kinds.map(({ name, title, help }) => ({ label: title, detail: help, value: { name, title } })),
  );
  if (kind === undefined) return;
  const title = await window.showInputBox({
    title: `New ${kind.title}`,
    prompt: 'Title of the document',
    value: kind.title,
    ignoreFocusOut: true,
  });
  if (title === undefined) return;
  const folder = given instanceof Uri ? given.toString() : await folderFor(ask, kind.name);
  if (folder === undefined) return;
  const params: NewDocumentParams = { kind: kind.name, title, folder };
  await open(await ask<NewFile>(newDocumentRequest, params));
}

/** Writes the configuration of a folder, or opens the one that is there. */
export async function startSystem(ask: Ask, given?: unknown): Promise<void> {
  const folder = given instanceof Uri ? given : await workspaceFolder();
  if (folder === undefined) return;
  await open(await patiently(() => ask<NewFile>(startSystemRequest, { folder: folder.toString() })));
}

async function folderFor(ask: Ask, kind: string): Promise<string | undefined> {
  const folders = (await ask<readonly FolderChoice[]>(foldersRequest, { kind })) ?? [];
  const [only] = folders;
  if (folders.length === 1 && only !== undefined) return only.uri;
  return choose(
    'Folder of the document',
    folders.map(({ uri, label }) => ({ label, value: uri })),
  );
}

async function workspaceFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) await sayWhatIsMissing();
  if (folders.length < 2) return folders[0]?.uri;
  return choose(
    'Folder of the management system',
    folders.map(({ name, uri }) => ({ label: name, value: uri })),
  );
}

async function choose<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
  // The window may still be on its way to another place, as after a step of the walkthrough.
  return (await window.showQuickPick(choices, { title, matchOnDetail: true, ignoreFocusOut: true }))?.value;
}

/** Creates the file, never over another, and shows it. */
async function open(file: NewFile | null): Promise<void> {
  if (file === null) return sayWhatIsMissing();
  const uri = Uri.parse(file.uri);
  if (!file.exists) {
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(file.text) });
    if (!(await workspace.applyEdit(edit))) {
      await window.showErrorMessage(`"${workspace.asRelativePath(uri)}" could not be written. Is it there already?`);
      return;
    }
  }
  await window.showTextDocument(uri);
}

function patiently<T>(work: () => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Window, title: 'Clausewright' }, work);
}

async function sayWhatIsMissing(): Promise<void> {
  await window.showInformationMessage(
    'Open a folder first: Clausewright writes new documents into the folder that is open.',
  );
}
