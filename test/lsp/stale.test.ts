/** What is answered after files went, were renamed, came with another branch, or changed elsewhere: never what stood there before. */
import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { type Location, type LocationLink, LSPErrorCodes, type WorkspaceSymbol } from 'vscode-languageserver';
import type { TreeItemData } from '../../server/lsp/protocol.ts';
import { FOLDER } from '../kit/editor.ts';
import { type Navigated, navigated } from '../kit/navigated.ts';

describe('Nothing stale', () => {
  let here: Navigated;
  beforeEach(async () => {
    here = await navigated();
  });
  afterEach(() => here.editor.end());

  const ROLE = 'roles/change-manager.md';
  const definition = async (): Promise<readonly string[]> =>
    (
      (await here.ask<LocationLink[] | null>(
        'textDocument/definition',
        here.at('processes/change.md', 'Change Manager'),
      )) ?? []
    ).map(({ targetUri, targetSelectionRange }) => here.said({ uri: targetUri, range: targetSelectionRange }));
  const documents = (count: number): Promise<void> =>
    here.editor.until(
      `${count} documents`,
      () => here.editor.statuses.at(-1)?.documents === count && here.editor.statuses.at(-1)?.state === 'ready',
    );

  it('after a file is deleted', async () => {
    assert.deepEqual(await definition(), [`${ROLE} Role: Change Manager`]);
    await here.editor.close(ROLE);
    await here.editor.write({ [ROLE]: null });
    await documents(5);
    assert.deepEqual(await definition(), []);
  });

  it('after a file is renamed', async () => {
    const text = here.editor.text(ROLE);
    await here.editor.close(ROLE);
    await here.editor.write({ [ROLE]: null, 'people/roles/change.md': text });
    await here.editor.until('the new place', () => here.editor.disk.has('people/roles/change.md'));
    let found: readonly string[] = [];
    for (let look = 0; look < 50 && !found[0]?.startsWith('people/roles/'); look++) {
      await new Promise((go) => setTimeout(go, 20));
      found = await definition();
    }
    assert.deepEqual(found, ['people/roles/change.md Role: Change Manager']);
  });

  it('after another branch is checked out, with many files at once', async () => {
    await here.editor.close(ROLE);
    await here.editor.write({
      [ROLE]: null,
      'roles/deputy.md': null,
      'procedures/change.md': null,
      'roles/all.md':
        '# Roles\n\n| Role | Responsibilities | Holder |\n| --- | --- | --- |\n| Change Manager | approves | Cy Dorn |\n',
    });
    await documents(4);
    assert.deepEqual(await definition(), ['roles/all.md Change Manager']);
  });

  it('after an edit in another file that nobody saved', async () => {
    await here.editor.type(ROLE, '# Role: Change Manager', 'Some words before it.\n\n# Role: Change Manager');
    assert.deepEqual(await definition(), [`${ROLE} Role: Change Manager`]);
  });

  it('after the configuration says something else', async () => {
    const tree = { view: 'trace', by: 'process', filter: '' };
    // An editor asks again where the workspace moved on in the midst of its question.
    const kinds = async (): Promise<boolean> =>
      here.ask<readonly TreeItemData[]>('clausewright/tree', tree).then(
        (items) => items.length > 0,
        (error: { readonly code?: number }) =>
          error.code === LSPErrorCodes.ContentModified ? kinds() : Promise.reject(error),
      );
    assert.equal(await kinds(), true);
    await here.editor.write({ 'clausewright.yaml': 'edition: 2018\nkinds:\n  "processes/**": guideline\n' });
    for (let look = 0; look < 100 && (await kinds()); look++) await new Promise((go) => setTimeout(go, 20));
    assert.equal(await kinds(), false);
  });

  it('after a folder is added, and after it is removed', async () => {
    const found = async (): Promise<readonly string[]> =>
      (await here.ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'Zenith' })).map(({ name }) => name);
    assert.deepEqual(await found(), []);
    await here.editor.folders({ added: { 'file:///other': new Map([['a.md', '# Zenith plan\n']]) } });
    await documents(7);
    assert.deepEqual(await found(), ['Zenith plan']);
    await here.editor.folders({ removed: ['file:///other'] });
    await documents(6);
    assert.deepEqual(await found(), []);
  });

  it('and nothing for whoever no longer waits', async () => {
    const source = new CancellationTokenSource();
    const asked = here.editor.connection.sendRequest<Location[]>(
      'textDocument/references',
      { ...here.at('processes/change.md', 'Change Manager'), context: { includeDeclaration: true } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
    assert.ok(here.editor.uri('a.md').startsWith(FOLDER));
  });
});
