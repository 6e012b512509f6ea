/** The views over the wire: trees and pages, what stays right when files come, go and change, and the change of edition. */
import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ChangeEditionAnswer, TreeItemData, UnderstoodAnswer } from '../../server/lsp/protocol.ts';
import { lineIndex } from '../../server/syntax/lines.ts';
import { type Editor, FOLDER, startEditor } from '../kit/editor.ts';
import { NAVIGATED } from '../kit/navigated.ts';

const tree = (editor: Editor, view: string, by: string, filter = ''): Promise<readonly TreeItemData[]> =>
  editor.connection.sendRequest('clausewright/tree', { view, by, filter });
const page = (editor: Editor, name: string): Promise<string> =>
  editor.connection.sendRequest('clausewright/page', { page: name, nonce: 'abc' });
const flat = (nodes: readonly TreeItemData[]): readonly TreeItemData[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);
const named = (nodes: readonly TreeItemData[], label: string): TreeItemData | undefined =>
  flat(nodes).find((node) => node.label === label);

describe('The views', () => {
  const editors: Editor[] = [];
  const start = async (files = NAVIGATED): Promise<Editor> => {
    const editor = await startEditor(files);
    editors.push(editor);
    await editor.until('the folder was to be read', () => editor.statuses.at(-1)?.state === 'ready');
    return editor;
  };
  afterEach(async () => {
    for (const editor of editors.splice(0)) await editor.end();
  });

  it('show the trace by clause, each requirement with its state and what answers it', async () => {
    const editor = await start();
    const nodes = await tree(editor, 'trace', 'clause');
    assert.deepEqual(
      nodes.map(({ label }) => label.split(' ')[0]),
      ['4', '5', '6', '7', '8', '9', '10'],
    );
    const audit = named(nodes, '9.2.2 Audit programme and conduct');
    assert.ok(audit !== undefined && audit.children.length > 2);
    assert.ok(audit.children.every(({ state }) => state !== 'none'));
    assert.ok(flat(audit.children).some(({ target }) => target?.uri === `${FOLDER}/audits/programme.md`));
  });

  it('have ids that are unique and stay the same at each refresh, so that what is open stays open', async () => {
    const editor = await start();
    for (const by of ['clause', 'process', 'role']) {
      const ids = flat(await tree(editor, 'trace', by)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, by);
      assert.deepEqual(
        flat(await tree(editor, 'trace', by)).map(({ id }) => id),
        ids,
      );
    }
  });

  it('show the trace by process and by role', async () => {
    const editor = await start();
    const [process] = await tree(editor, 'trace', 'process');
    assert.equal(process?.label, 'Change management process');
    assert.ok(process.children.some(({ label, description }) => label === 'Owner' && description === 'Change Manager'));
    const roles = await tree(editor, 'trace', 'role');
    assert.deepEqual(
      roles.map(({ label, description }) => `${label}: ${description}`),
      ['Change Manager: Ada Quill', 'Deputy Change Manager: Bo Ferrin'],
    );
  });

  it('show gaps by pitfall, owner and due date, all the same ones, and fewer through a filter', async () => {
    const editor = await start();
    const gaps = async (by: string, filter = ''): Promise<number> =>
      flat(await tree(editor, 'gaps', by, filter)).filter(({ sort }) => sort === 'finding').length;
    const all = await gaps('pitfall');
    assert.ok(all > 0);
    assert.equal(await gaps('owner'), all);
    assert.equal(await gaps('due'), all);
    const few = await gaps('pitfall', 'process.no-measure');
    assert.ok(few > 0 && few < all);
    assert.deepEqual(await tree(editor, 'gaps', 'pitfall', 'no such words'), []);
  });

  it('show what falls due, counted from the as-of date', async () => {
    const editor = await start();
    const dates = flat(await tree(editor, 'dates', 'day'));
    assert.ok(
      dates.some(
        ({ label, description }) =>
          label === 'Change management process' && description === 'review 2026-11-13 (in 12 days)',
      ),
    );
  });

  it('follow files that come, change and go', async () => {
    const editor = await start();
    const has = async (): Promise<boolean> =>
      named(await tree(editor, 'trace', 'process'), 'Incident management process') !== undefined;
    assert.equal(await has(), false);
    await editor.write({
      'processes/incident.md': '# Incident management process\n\n**Process owner:** Change Manager\n',
    });
    await editor.until('the new process was to be read', () => editor.statuses.at(-1)?.documents === 7);
    assert.equal(await has(), true);
    await editor.write({ 'processes/incident.md': null });
    await editor.until('the process was to go', () => editor.statuses.at(-1)?.documents === 6);
    assert.equal(await has(), false);
  });

  it('follow what is typed, in another file too', async () => {
    const editor = await start();
    await editor.open('people/people.yaml');
    await editor.open('roles/change-manager.md');
    await editor.type('roles/change-manager.md', 'Ada Quill', 'Bo Ferrin');
    await editor.type('people/people.yaml', 'roles: [Change Manager]', 'roles: []');
    const roles = await tree(editor, 'trace', 'role');
    assert.equal(roles[0]?.description, 'Bo Ferrin');
  });

  it('are nothing where checking is switched off', async () => {
    const editor = await start();
    await editor.configure({ enable: false });
    await editor.until('it was to be off', () => editor.statuses.at(-1)?.state === 'off');
    assert.equal(await tree(editor, 'trace', 'clause'), null);
    assert.equal(await page(editor, 'matrix'), null);
  });

  it('are pages without scripts, under a strict policy, in which every cell leads to its line', async () => {
    const editor = await start();
    for (const name of ['matrix', 'dashboard']) {
      const text = await page(editor, name);
      assert.match(text, /default-src 'none'; style-src 'nonce-abc'/);
      assert.doesNotMatch(text, /<script|\son\w+=|javascript:|https?:\/\//);
      assert.match(text, /<html lang="en">/);
      assert.match(text, /<th scope="col"/);
      assert.match(text, /<caption>/);
    }
    const matrix = await page(editor, 'matrix');
    assert.ok(matrix.includes(encodeURIComponent(`${FOLDER}/audits/programme.md`)));
  });

  it('escape what documents say', async () => {
    const editor = await start(`--- file: clausewright.yaml
edition: 2018
--- file: audits/programme.md
# Audit programme <img src=x onerror=alert(1)>

| Audit | Process | Auditor |
| --- | --- | --- |
| AUD-1 | Change & co | "Ada" |
| AUD-2 | Change | Bo |
`);
    assert.doesNotMatch(await page(editor, 'matrix'), /<img/);
    assert.doesNotMatch(await page(editor, 'dashboard'), /<img/);
  });

  it('tell what was understood, for adopting documents', async () => {
    const editor = await start();
    const answer = await editor.connection.sendRequest<UnderstoodAnswer>('clausewright/understood', {});
    assert.equal(answer.configured, true);
    assert.equal(answer.documents, 6);
  });
});

describe('The change of the edition', () => {
  const OLD = `--- file: clausewright.yaml
edition: 2011
--- file: plan.md
# Service management plan

Follows ISO/IEC 20000-1:2011, clause 7.1, and ISO/IEC 20000-1:2011, clause 4.1.2.
`;
  let editor: Editor;
  before(async () => {
    editor = await startEditor(OLD, { rules: [] });
    await editor.open('plan.md');
    await editor.until('the folder was to be read', () => editor.statuses.at(-1)?.state === 'ready');
  });
  after(() => editor.end());

  it('rewrites what has one successor, year and all, and counts what needs a choice', async () => {
    const answer = await editor.connection.sendRequest<ChangeEditionAnswer>('clausewright/changeEdition', {
      to: '2018',
      uri: null,
    });
    assert.deepEqual([answer.rewritten, answer.left], [1, 1]);
    const changes = ((answer.edit as WorkspaceEdit).documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(changes.map(({ textDocument }) => textDocument.uri).sort(), [
      `${FOLDER}/clausewright.yaml`,
      `${FOLDER}/plan.md`,
    ]);
    const words = changes.flatMap(({ edits }) => edits.map((edit) => ('newText' in edit ? edit.newText : '')));
    assert.deepEqual(words.sort(), ['2018', '2018', '8.3.2']);
  });

  it('offers each successor where there are several, and never guesses', async () => {
    const text = editor.text('plan.md');
    const at = lineIndex(text).positionAt(text.indexOf('4.1.2') + 1);
    const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri('plan.md') },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    });
    assert.ok(actions.length > 1, actions.map(({ title }) => title).join());
    assert.ok(actions.every(({ title }) => title.startsWith('Rewrite 4.1.2 of 2011 for 2018: ')));
  });

  it('shows what the new edition would newly require', async () => {
    const text = await editor.connection.sendRequest<string>('clausewright/clausePage', {
      uri: 'clausewright-clause:/change/2018.md',
    });
    assert.match(text, /^# From ISO\/IEC 20000-1:2011 to :2018/);
    assert.match(text, /\| 4\.5\.2 \|/);
  });
});
