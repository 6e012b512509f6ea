/** "Change Edition": rewrites what can be rewritten after a review, says what is left, and shows what the edition would newly require. */
import { commands, type Disposable, window, workspace } from 'vscode';
import {
  type ChangeEditionAnswer,
  type ChangeEditionParams,
  changeEditionRequest,
  type EditionName,
} from '../server/lsp/protocol.ts';
import { openPlace } from './places.ts';
import type { Server } from './server.ts';

/** Registers the command; in: the server, once it is there. */
export function registerEdition(server: Promise<Server>): Disposable {
  return commands.registerCommand('clausewright.changeEdition', async () => {
    const edition = await window.showQuickPick(
      (['2018', '2011'] as const).map((to) => ({ label: `ISO/IEC 20000-1:${to}`, to })),
      { title: 'Change Edition', placeHolder: 'The edition to go to' },
    );
    if (edition === undefined) return;
    const active = window.activeTextEditor?.document;
    const scopes = [
      { label: 'All documents', description: 'and the configuration', uri: null },
      ...(active === undefined || !['markdown', 'yaml'].includes(active.languageId)
        ? []
        : [{ label: 'This document', description: workspace.asRelativePath(active.uri), uri: active.uri.toString() }]),
      { label: 'None yet', description: 'only show what the edition would newly require', uri: '' },
    ];
    const scope = await window.showQuickPick(scopes, {
      title: 'Change Edition',
      placeHolder: 'Which references to rewrite; you see each change first',
    });
    if (scope === undefined) return;
    await change(await server, edition.to, scope.uri);
  });
}

async function change(server: Server, to: EditionName, uri: string | null): Promise<void> {
  const params: ChangeEditionParams = { to, uri: uri === '' ? null : uri };
  const answer = await server.ask<ChangeEditionAnswer>(changeEditionRequest, params);
  if (answer === null) return;
  await openPlace(answer.page);
  if (uri === '') return;
  const edit = answer.edit === null ? null : await server.toEdit(answer.edit);
  if (edit !== null) await workspace.applyEdit(edit);
  const words =
    answer.rewritten + answer.left === 0
      ? `No reference speaks of an older edition than ${to}.`
      : `${answer.rewritten} references have one successor in ${to}; ${answer.left} need a choice: put the cursor on the number and open the light bulb.`;
  void window.showInformationMessage(words);
}
