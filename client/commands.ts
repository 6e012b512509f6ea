/** The commands that the extension adds to the editor; each only passes a wish on. */
import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { openRulePage } from './rule-pages.ts';

/** The ids under which package.json offers the commands. */
export const commandIds = {
  restart: 'clausewright.restart',
  showOutput: 'clausewright.showOutput',
  showProblems: 'clausewright.showProblems',
  openRulePage: 'clausewright.openRulePage',
} as const;

/** Registers every command; in: how to restart the server, the channel to show and the folder of rule pages. */
export function registerCommands(wishes: {
  readonly restart: () => Promise<void>;
  readonly output: LogOutputChannel;
  readonly extensionUri: Uri;
}): Disposable[] {
  return [
    commands.registerCommand(commandIds.restart, wishes.restart),
    commands.registerCommand(commandIds.showOutput, () => wishes.output.show()),
    commands.registerCommand(commandIds.showProblems, () => commands.executeCommand('workbench.actions.view.problems')),
    commands.registerCommand(commandIds.openRulePage, (id?: unknown) => openRulePage(wishes.extensionUri, id)),
  ];
}
