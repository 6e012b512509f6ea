/** The item in the status bar that tells how many gaps there are, in which edition and as of which day. */
import { type Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { StatusParams } from '../server/lsp/protocol.ts';
import { commandIds } from './commands.ts';
import { statusText } from './status-text.ts';

/** The status item; `show` replaces what it tells, `hide` takes it off the bar. */
export interface StatusItem extends Disposable {
  show(status: StatusParams | 'starting' | 'stopped'): void;
  hide(): void;
}

const links = [
  `[Problems](command:${commandIds.showProblems})`,
  `[Output](command:${commandIds.showOutput})`,
  `[Restart](command:${commandIds.restart})`,
].join(' · ');

/** Makes the status item, still hidden; a click opens the Problems panel. */
export function createStatusItem(): StatusItem {
  const item = window.createStatusBarItem('clausewright.status', StatusBarAlignment.Left, 0);
  item.name = 'Clausewright';
  item.command = commandIds.showProblems;
  return {
    show(status) {
      const words = statusText(status);
      const tooltip = new MarkdownString(`${words.tooltip}\n\n${links}`);
      tooltip.isTrusted = { enabledCommands: Object.values(commandIds) };
      item.text = words.text;
      item.tooltip = tooltip;
      item.backgroundColor = words.attention ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}
