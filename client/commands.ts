/** The commands that the extension adds to the editor; each only passes a wish on. */
import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { type Ask, newDocument, startSystem } from './new-document.ts';
import { openRulePage } from './rule-pages.ts';

/** The ids under which package.json offers the commands. */
export const commandIds = {
  restart: 'clausewright.restart',
  showOutput: 'clausewright.showOutput',
  showProblems: 'clausewright.showProblems',
  openRulePage: 'clausewright.openRulePage',
  newDocument: 'clausewright.newDocument',
  startSystem: 'clausewright.startSystem',
} as const;

/** Registers every command; in: how to restart the server and to ask it, the channel to show and the folder of rule pages. */
export function registerCommands(wishes: {
  readonly restart: () => Promise<void>;
  readonly output: LogOutputChannel;
  readonly extensionUri: Uri;
  readonly ask: Ask;
}): Disposable[] {
  return [
    commands.registerCommand(commandIds.restart, wishes.restart),
    commands.registerCommand(commandIds.showOutput, () => wishes.output.show()),
    commands.registerCommand(commandIds.showProblems, () => commands.executeCommand('workbench.actions.view.problems')),
    commands.registerCommand(commandIds.newDocument, (folder?: unknown) => newDocument(wishes.ask, folder)),
    commands.registerCommand(commandIds.startSystem, (folder?: unknown) => startSystem(wishes.ask, folder)),
    commands.registerCommand(commandIds.openRulePage, (id?: unknown) => openRulePage(wishes.extensionUri, id)),
  ];
}
