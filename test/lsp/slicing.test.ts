/** Long answers in slices: the same as in one piece, given up once the workspace moves on or nobody waits, and never mixed. */
import assert from 'node:assert/strict';
import { type CancellationToken, CancellationTokenSource, ProgressType } from 'vscode-jsonrpc';
import { type Location, LSPErrorCodes } from 'vscode-languageserver';
import { growingTree } from '../../client/tree-parts.ts';
import { gapTree } from '../../server/features/gap-tree.ts';
import { traceTree } from '../../server/features/trace-tree.ts';
import type { TreeNode } from '../../server/features/tree.ts';
import { upcomingTree } from '../../server/features/upcoming.ts';
import type { TreeItemData, TreePart } from '../../server/lsp/protocol.ts';
import type { Session } from '../../server/lsp/session.ts';
import { takeTurn } from '../../server/lsp/slicing.ts';
import { lineIndex } from '../../server/syntax/lines.ts';
import type { Steps } from '../../server/workspace/steps.ts';
import { wholeReport } from '../../server/workspace/trace-report.ts';
import { createView } from '../../server/workspace/view.ts';
import type { Workspace } from '../../server/workspace/workspace.ts';
import { type Editor, startEditor } from '../kit/editor.ts';
import { workspaceOf } from '../kit/workspace.ts';

/** As many processes as no tree goes through within one slice, more than a list shows, and one role that all speak of. */
const PROCESSES = 90;
const FILES: ReadonlyMap<string, string> = new Map([
  ['clausewright.yaml', 'edition: 2018\n'],
  ['role.md', '# Role: Change Manager\n\n**Holder:** Ada Quill\n'],
  ...Array.from({ length: PROCESSES }, (_, n): [string, string] => [
    `processes/${n}.md`,
    `# Harbour ${n} management process

| Field | Value |
| --- | --- |
| Document ID | PROC-${n} |
| Process owner | Change Manager |
| Next review | 2026-1${n % 3}-17 |

## Purpose

The change manager keeps harbour ${n} in order, as ISO/IEC 20000-1:2018, clause 8.${1 + (n % 7)} asks.

| KPI | Target |
| --- | --- |
| Cases in time | >= 95 % |
`,
  ]),
]);

const TREES = [
  ['trace', 'clause'],
  ['trace', 'process'],
  ['trace', 'role'],
  ['gaps', 'pitfall'],
  ['gaps', 'owner'],
  ['gaps', 'due'],
  ['dates', 'day'],
] as const;

describe('Long answers', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await startEditor(new Map(FILES));
    await editor.until('the folder was to be read', () => editor.statuses.at(-1)?.state === 'ready');
    await editor.open('processes/0.md');
    await editor.shows(
      'role.md',
      editor.diagnostics('role.md').map(({ code }) => String(code)),
    );
  });
  afterEach(() => editor.end());

  const { token: patient } = new CancellationTokenSource();
  const tree = (view: string, by: string, filter = '', token = patient): Promise<readonly TreeItemData[]> =>
    editor.connection.sendRequest('clausewright/tree', { view, by, filter }, token);
  const references = (token = patient): Promise<readonly Location[]> => {
    const text = editor.text('processes/0.md');
    const params = {
      textDocument: { uri: editor.uri('processes/0.md') },
      position: lineIndex(text).positionAt(text.indexOf('Change Manager') + 2),
      context: { includeDeclaration: false },
    };
    return editor.connection.sendRequest('textDocument/references', params, token);
  };
  const typed = (): Promise<void> => editor.type('processes/0.md', 'keeps', 'kkeeps');

  it('are those that one piece of work gives', async () => {
    const workspace = workspaceOf(FILES);
    const report = wholeReport(createView(workspace, new Set()));
    const whole = (view: string, by: string): readonly TreeNode[] =>
      view === 'trace'
        ? traceTree(report, by as 'clause')
        : view === 'gaps'
          ? gapTree(workspace, by as 'owner')
          : upcomingTree(workspace);
    for (const [view, by] of TREES)
      assert.deepEqual(said(await tree(view, by)), said(whole(view, by)), `${view} ${by}`);
  });

  it('are complete: every document that speaks of a role, in its table and in its prose', async () => {
    assert.equal((await references()).length, 2 * PROCESSES);
  });

  it('come in parts to an editor that takes them, and make the same tree', async () => {
    let parts = 0;
    for (const [view, by] of TREES) {
      const grown = growingTree();
      const partialResultToken = `${view} ${by}`;
      const listening = editor.connection.onProgress(new ProgressType<TreePart>(), partialResultToken, (part) => {
        parts += 1;
        grown.add(part);
      });
      const params = { view, by, filter: '', partialResultToken };
      assert.deepEqual(await editor.connection.sendRequest('clausewright/tree', params), []);
      listening.dispose();
      assert.deepEqual(grown.roots, await tree(view, by), `${view} ${by}`);
    }
    assert.ok(parts > TREES.length + 2, `${parts} parts: the trees are too small to show anything`);
  });

  it('look through everything before they cut a list', async () => {
    const [first, ...others] = await tree('trace', 'process', 'harbour 88');
    assert.equal(first?.label, 'Harbour 88 management process');
    assert.deepEqual(others, []);
    const [stretch] = await tree('dates', 'day', 'harbour 88');
    assert.deepEqual(
      stretch?.children.map(({ label }) => label),
      ['Harbour 88 management process'],
    );
  });

  it('are given up as modified content once somebody has typed', async () => {
    for (const asked of [references, () => tree('trace', 'clause')]) {
      const answer = asked();
      await Promise.all([assert.rejects(answer, { code: LSPErrorCodes.ContentModified }), typed()]);
    }
    assert.equal((await references()).length, 2 * PROCESSES, 'who asks again is answered');
  });

  it('are given up as cancelled once nobody waits', async () => {
    for (const asked of [references, (token: CancellationToken) => tree('trace', 'clause', '', token)]) {
      const source = new CancellationTokenSource();
      const answer = asked(source.token);
      source.cancel();
      await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
    }
  });
});

describe('A turn', () => {
  function* slow(log: string[]): Steps<string> {
    for (const piece of ['a', 'b', 'c']) {
      const end = performance.now() + 6;
      while (performance.now() < end);
      log.push(piece);
      yield;
    }
    return 'done';
  }
  const session = (pause: () => void): Session => ({ host: { pause: async () => pause() } }) as unknown as Session;
  const { token } = new CancellationTokenSource();

  it('lets others in after each piece that took too long', async () => {
    const log: string[] = [];
    const turn = takeTurn(
      session(() => log.push('others')),
      [],
      token,
    );
    assert.equal(await turn.do(slow(log)), 'done');
    assert.deepEqual(log, ['a', 'others', 'b', 'others', 'c', 'others']);
  });

  it('ends when one of its workspaces moves on, and not for another one', async () => {
    const own = { revision: 1 };
    const log: string[] = [];
    const move = (): void => {
      own.revision += 1;
    };
    const turn = takeTurn(session(move), [own as unknown as Workspace], token);
    await assert.rejects(turn.do(slow(log)), { code: LSPErrorCodes.ContentModified });
    assert.deepEqual(log, ['a']);
    assert.equal(await takeTurn(session(move), [], token).do(slow([])), 'done');
  });
});

/** What a tree says, without the ids that tell folders apart. */
function said(nodes: readonly (TreeNode | TreeItemData)[]): unknown {
  return nodes.map(({ label, description, tooltip, state, sort, children }) => ({
    ...{ label, description, tooltip, state, sort },
    children: said(children),
  }));
}
