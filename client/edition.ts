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
      placeHolder: 'Which references to rewrite',
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
  const left = answer.left === 0 ? '' : `${counted(answer.left, 'needs', 'need')} a choice: ${LIGHT_BULB}`;
  if (answer.edit === null) {
    void window.showInformationMessage(left === '' ? `No reference speaks of an older edition than ${to}.` : left);
    return;
  }
  const asked = await window.showInformationMessage(
    `Go to ISO/IEC 20000-1:${to}?`,
    { modal: true, detail: [...whatChanges(answer, to, uri), left].filter((each) => each !== '').join(' ') },
    ALL,
    EACH,
  );
  if (asked === undefined) return;
  const edit = await server.toEdit(asked === EACH ? answer.edit : withoutReview(answer.edit as Annotated));
  if (edit !== null) await workspace.applyEdit(edit);
  if (left !== '') void window.showInformationMessage(left);
}

const ALL = 'Rewrite All';
const EACH = 'Review Each';
const LIGHT_BULB = 'put the cursor on the number and open the light bulb.';

function counted(count: number, one: string, more: string): string {
  return count === 1 ? `1 reference ${one}` : `${count} references ${more}`;
}

function whatChanges({ rewritten }: ChangeEditionAnswer, to: EditionName, uri: string | null): readonly string[] {
  return [
    rewritten === 0 ? '' : `${counted(rewritten, 'has', 'have')} one successor in ${to} and will name it.`,
    uri === null ? `The configuration will say ${to}.` : '',
  ];
}

interface Annotated {
  readonly changeAnnotations?: Readonly<Record<string, object>>;
}

/** The same edit, made without a look at each change: in the review nothing is ticked to begin with. */
function withoutReview(edit: Annotated): unknown {
  const annotations = Object.entries(edit.changeAnnotations ?? {});
  return {
    ...edit,
    changeAnnotations: Object.fromEntries(annotations.map(([id, each]) => [id, { ...each, needsConfirmation: false }])),
  };
}
