/** What the editor asks: hovers, completions, the outline and quick fixes over the wire, and questions that make no sense. */
import assert from 'node:assert/strict';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import linkBroken from '../../server/rules/link/broken.ts';
import noOwner from '../../server/rules/process/no-owner.ts';
import { rule } from '../../server/rules/rule.ts';
import { type Editor, type EditorOptions, startEditor } from '../kit/editor.ts';

const SMS = `--- file: change.md
# Change management process

See the [procedure](procedur.md) and ISO/IEC 20000-1:2018, clause 8.5.1.
--- file: procedure.md
# Change procedure
--- file: roles/change-manager.md
# Role: Change Manager

**Document type:** role description
**Holder:** Ada Quill
--- file: clausewright.yaml
edition: 2018
`;

describe('Questions of the editor', () => {
  const editors: Editor[] = [];
  const start = async (files: Parameters<typeof startEditor>[0], options: EditorOptions = {}): Promise<Editor> => {
    const editor = await startEditor(files, { rules: [noOwner, linkBroken], ...options });
    editors.push(editor);
    return editor;
  };
  afterEach(async () => {
    for (const editor of editors.splice(0)) await editor.end();
  });
  const opened = async (options: EditorOptions = {}): Promise<Editor> => {
    const editor = await start(SMS, options);
    await editor.open('change.md');
    await editor.shows('change.md', ['process.no-owner', 'link.broken']);
    return editor;
  };
  const behind = (editor: Editor, words: string): number => editor.text('change.md').indexOf(words) + words.length;

  it('are answered from the newest text, typed a moment before', async () => {
    const editor = await opened();
    void editor.type('change.md', 'clause 8.5.1', 'clause 9.2.2');
    assert.match((await editor.hover('change.md', behind(editor, 'clause 9'))) ?? '', /^\*\*9\.2\.2/);
  });

  it('find their place behind emoji and in files with Windows line ends', async () => {
    const editor = await start(new Map([['a.md', '# Notes 🧭\r\n\r\n🧭🧭 ISO/IEC 20000-1:2018, clause 9.2.2\r\n']]));
    await editor.open('a.md');
    await editor.until('the folder was to be read', () => editor.statuses.at(-1)?.state === 'ready');
    assert.match((await editor.hover('a.md', editor.text('a.md').indexOf('9.2.2') + 1)) ?? '', /^\*\*9\.2\.2/);
  });

  it('help in the configuration, which is no document itself', async () => {
    const editor = await opened();
    await editor.open('clausewright.yaml', 'edition: 2018\npre');
    const items = await editor.completions('clausewright.yaml', 'edition: 2018\npre'.length);
    assert.ok(items.some(({ label }) => label.startsWith('preset')));
    assert.match((await editor.hover('clausewright.yaml', 3)) ?? '', /^\*\*edition/);
  });

  it('offer clauses and the outline over the wire', async () => {
    const editor = await opened();
    const items = await editor.completions('change.md', behind(editor, 'clause 8.5'));
    assert.ok(items.some(({ label }) => label === '8.5.1'));
    assert.deepEqual(
      (await editor.symbols('change.md')).map(({ name }) => name),
      ['Change management process'],
    );
  });

  it('have their switches', async () => {
    const off = { enable: false };
    const editor = await opened({ settings: { hover: off, completion: off, documentSymbols: off } });
    assert.equal(await editor.hover('change.md', behind(editor, 'clause 8')), null);
    assert.deepEqual(await editor.completions('change.md', behind(editor, 'clause 8')), []);
    assert.deepEqual(await editor.symbols('change.md'), []);
  });

  it('mend a broken link; the edit names the version it speaks of', async () => {
    const editor = await opened();
    const fix = (await editor.actions('change.md', 'procedur.md')).find(({ title }) => title.includes('procedure.md'));
    assert.ok(fix !== undefined);
    assert.equal(fix.edit, undefined, 'worked out only when it is taken');
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['link.broken'],
    );
    const { edit } = await editor.resolve(fix);
    assert.ok(edit !== undefined);
    await editor.apply(edit);
    assert.match(editor.text('change.md'), /\(procedure\.md\)/);
    await editor.shows('change.md', ['process.no-owner']);
  });

  it('create the missing document with a fix', async () => {
    const editor = await opened();
    const fix = (await editor.actions('change.md', 'procedur.md')).find(({ title }) => /create/i.test(title));
    assert.ok(fix !== undefined);
    await editor.apply((await editor.resolve(fix)).edit ?? {});
    assert.notEqual(editor.text('procedur.md'), '');
    await editor.shows('change.md', ['process.no-owner']);
  });

  it('refuse a fix when somebody typed since it was offered', async () => {
    const editor = await opened();
    const [fix] = await editor.actions('change.md', 'procedur.md');
    assert.ok(fix !== undefined);
    await editor.type('change.md', '# Change', '# The change');
    await assert.rejects(editor.resolve(fix), { code: LSPErrorCodes.ContentModified });
  });

  it('refuse a fix that nobody offered', async () => {
    const editor = await opened();
    await assert.rejects(editor.resolve({ title: 'x' }), { code: LSPErrorCodes.ContentModified });
    await assert.rejects(editor.resolve({ title: 'x', data: { uri: 7, fix: 'y' } }), {
      code: LSPErrorCodes.ContentModified,
    });
  });

  it('carry their edits at once for an editor that cannot ask later', async () => {
    const editor = await opened({ modern: false });
    const actions = await editor.actions('change.md', 'procedur.md');
    assert.ok(actions.length > 0);
    // Every gap can be accepted in the configuration, too.
    const uris = [editor.uri('change.md'), editor.uri('clausewright.yaml')];
    for (const { edit } of actions) assert.ok(uris.some((uri) => edit?.changes?.[uri] !== undefined));
  });

  it('get null for a document that is not open, and for a place beyond its end something harmless', async () => {
    const editor = await opened();
    const textDocument = { uri: 'file:///nowhere.md' };
    const position = { line: 999, character: 999 };
    for (const method of [
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/documentSymbol',
      'textDocument/codeAction',
    ]) {
      const range = { start: position, end: position };
      assert.equal(
        await editor.connection.sendRequest(method, { textDocument, position, range, context: { diagnostics: [] } }),
        null,
      );
      await editor.connection.sendRequest(method, {
        textDocument: { uri: editor.uri('change.md') },
        position,
        range,
        context: { diagnostics: [] },
      });
    }
  });

  it('are refused, not left waiting, when the method is unknown', async () => {
    const editor = await opened();
    await assert.rejects(editor.connection.sendRequest('textDocument/fortuneTelling', {}), {
      code: ErrorCodes.MethodNotFound,
    });
  });

  it('survive changes to documents that were never opened, and ranges that make no sense', async () => {
    const editor = await opened();
    const senseless = { start: { line: 40, character: 2 }, end: { line: -3, character: 7 } };
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.md', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri('change.md'), version: 2 },
      contentChanges: [{ range: senseless, text: 'x' }],
    });
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///nowhere.md' } });
    await editor.shows('change.md', []);
  });

  it('survive a fix that throws: it is logged and changes nothing', async () => {
    const throwing = rule({
      ...noOwner,
      on: 'documents',
      kinds: 'all',
      *check({ facts }) {
        yield {
          span: { start: 0, end: 5 },
          message: 'x',
          about: 'x',
          fixes: [
            {
              title: 'Break',
              safe: false,
              reads: [facts.path],
              changes: () => {
                throw new Error('torn page');
              },
            },
          ],
        };
      },
    });
    const editor = await start(SMS, { rules: [throwing] });
    await editor.open('change.md');
    await editor.shows('change.md', ['process.no-owner']);
    const [fix] = await editor.actions('change.md', '# Cha');
    assert.ok(fix !== undefined);
    assert.equal((await editor.resolve(fix)).edit, undefined);
    assert.ok(editor.log.some((line) => line.includes('torn page')));
  });
}).timeout(20_000);
