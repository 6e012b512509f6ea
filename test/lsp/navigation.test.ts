/** Navigation over the wire: definition, what carries it out, references, highlights and renaming, in every notation at once. */
import assert from 'node:assert/strict';
import type { Location, LocationLink, Range, WorkspaceEdit } from 'vscode-languageserver';
import { type Navigated, navigated } from '../kit/navigated.ts';

describe('Navigation', () => {
  let here: Navigated;
  before(async () => {
    here = await navigated();
  });
  after(() => here.editor.end());

  const at = (path: string, words: string): object => here.at(path, words);
  const ask = <T>(method: string, params: unknown): Promise<T> => here.ask(method, params);
  const said = (locations: readonly Location[] | null): string[] => (locations ?? []).map((each) => here.said(each));
  const targets = (links: readonly LocationLink[] | null): string[] =>
    (links ?? []).map(({ targetUri, targetSelectionRange }) =>
      here.said({ uri: targetUri, range: targetSelectionRange }),
    );

  it('leads from a role to its description', async () => {
    assert.deepEqual(targets(await ask('textDocument/definition', at('processes/change.md', 'Change Manager'))), [
      'roles/change-manager.md Role: Change Manager',
    ]);
  });

  it('leads from a role to who holds it, and from a person to the roles held', async () => {
    const holders = targets(await ask('textDocument/implementation', at('processes/change.md', 'Change Manager')));
    assert.ok(holders.includes('roles/change-manager.md Ada Quill'), holders.join());
    assert.deepEqual(targets(await ask('textDocument/implementation', at('audits/programme.md', 'Ada Quill'))), [
      'roles/change-manager.md Role: Change Manager',
    ]);
  });

  it('leads from a person to the entry in the register', async () => {
    assert.deepEqual(targets(await ask('textDocument/definition', at('audits/programme.md', 'Ada Quill'))), [
      'people/people.yaml Ada Quill',
    ]);
  });

  it('leads from an id in a table to the document that bears it', async () => {
    assert.deepEqual(targets(await ask('textDocument/definition', at('audits/programme.md', 'PROC-1'))), [
      'processes/change.md Change management process',
    ]);
  });

  it('leads from a process to the procedures that serve it', async () => {
    assert.deepEqual(targets(await ask('textDocument/implementation', at('audits/programme.md', 'PROC-1'))), [
      'procedures/change.md Change procedure',
    ]);
  });

  it('leads from a clause to its page, and the page says what answers it here', async () => {
    const [page] = targets(await ask('textDocument/definition', at('processes/change.md', '8.5.1')));
    assert.equal(page, 'clausewright-clause:/2018/8.5.1.md');
    const text = await ask<string>('clausewright/clausePage', { uri: page });
    assert.match(text, /^# 8\.5\.1 /);
    assert.match(text, /processes\/change\.md/);
    assert.equal(await ask('clausewright/clausePage', { uri: 'clausewright-clause:/2018/99.9.md' }), null);
  });

  it('finds who speaks of a clause', async () => {
    const found = said(
      await ask('textDocument/references', {
        ...at('processes/change.md', '8.5.1'),
        context: { includeDeclaration: false },
      }),
    );
    assert.deepEqual(found, ['audits/programme.md 8.5.1', 'processes/change.md 8.5.1']);
  });

  it('finds who speaks of a role: fields, prose, matrices and registers, but no longer role and no code', async () => {
    const found = said(
      await ask('textDocument/references', {
        ...at('processes/change.md', 'Change Manager'),
        context: { includeDeclaration: false },
      }),
    );
    assert.deepEqual(found.sort(), [
      'people/people.yaml Change Manager',
      'procedures/change.md Change Manager',
      'processes/change.md Change Manager',
      'processes/change.md Change Manager',
      'processes/change.md Change Manager',
    ]);
  });

  it('highlights the other places of the document', async () => {
    const found = await ask<{ range: Range }[]>(
      'textDocument/documentHighlight',
      at('processes/change.md', 'Change Manager'),
    );
    assert.equal(found.length, 3);
  });

  const renamed = async (place: object, newName: string): Promise<Readonly<Record<string, string>>> =>
    here.after(await ask<WorkspaceEdit>('textDocument/rename', { ...place, newName }));

  it('says what would be renamed, and why nothing can be where that is so', async () => {
    const prepared = await ask<{ placeholder: string }>(
      'textDocument/prepareRename',
      at('processes/change.md', 'Change Manager'),
    );
    assert.equal(prepared.placeholder, 'Change Manager');
    await assert.rejects(
      ask('textDocument/prepareRename', at('processes/change.md', '8.5.1')),
      /clause of the standard cannot be renamed/,
    );
  });

  it('renames a role in every notation, and leaves the longer role and the code alone', async () => {
    const texts = await renamed(at('processes/change.md', 'Change Manager'), 'Change Lead');
    assert.deepEqual(Object.keys(texts).sort(), [
      'people/people.yaml',
      'procedures/change.md',
      'processes/change.md',
      'roles/change-manager.md',
    ]);
    const process = texts['processes/change.md'] ?? '';
    assert.match(process, /\*\*Process owner:\*\* Change Lead/);
    assert.match(process, /The Change Lead approves; a Deputy Change Manager stands in/);
    assert.match(process, /`Change Manager` in code/);
    assert.match(process, /\| Activity \| Change Lead \| CAB \|/);
    assert.match(texts['roles/change-manager.md'] ?? '', /^# Role: Change Lead\n/);
    assert.match(texts['people/people.yaml'] ?? '', /roles: \[Change Lead\]\n/);
    assert.match(texts['people/people.yaml'] ?? '', /"Deputy Change Manager"/);
  });

  it('renames an id as a whole: PROC-10 is another one', async () => {
    const texts = await renamed(at('audits/programme.md', 'PROC-1'), 'PRC-01');
    assert.match(texts['procedures/change.md'] ?? '', /PRC-01 says why, PROC-10 does not/);
    assert.match(texts['processes/change.md'] ?? '', /\*\*Document ID:\*\* PRC-01/);
  });

  it('refuses a name that is another role already', async () => {
    await assert.rejects(
      renamed(at('processes/change.md', 'Change Manager'), 'Deputy Change Manager'),
      /two roles cannot become one/,
    );
  });

  it('knows what was typed a moment before', async () => {
    await here.editor.type('audits/programme.md', 'Ada Quill', 'Bo Ferrin');
    assert.deepEqual(targets(await ask('textDocument/definition', at('audits/programme.md', 'Bo Ferrin'))), [
      'people/people.yaml Bo Ferrin',
    ]);
    await here.editor.type('audits/programme.md', 'Bo Ferrin', 'Ada Quill');
  });
});
