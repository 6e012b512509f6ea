/** Editing help over the wire: snippets, long lists, empty files, new documents and the start of a system. */
import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, InsertTextFormat } from 'vscode-languageserver';
import {
  type FolderChoice,
  foldersRequest,
  type KindChoice,
  kindsRequest,
  type NewFile,
  newDocumentRequest,
  startSystemRequest,
} from '../../server/lsp/protocol.ts';
import { type Editor, FOLDER, startEditor } from '../kit/editor.ts';
import { LEXICON, read } from '../writing/documents.ts';

const FILES = `--- file: processes/change.md
---
type: process-description
id: PROC-07
title: Change management
---
# Change management
--- file: processes/incident.md
---
type: process-description
title: Incident management
---
# Incident management
--- file: audits/audit-plan.md
--- file: notes.md
# Notes
`;

async function editing(test: (editor: Editor) => Promise<void>, modern = true): Promise<void> {
  const editor = await startEditor(FILES, { rules: [], modern });
  try {
    await editor.until('ready', () => editor.statuses.at(-1)?.state === 'ready');
    await test(editor);
  } finally {
    await editor.end();
  }
}

describe('Completion over the wire', () => {
  it('sends a template as a snippet, and as plain text to an editor that knows none', async () => {
    await editing(async (editor) => {
      await editor.open('audits/audit-plan.md', '');
      const [first] = await editor.completions('audits/audit-plan.md', 0);
      assert.equal(first?.label, 'Audit plan');
      assert.equal(first.insertTextFormat, InsertTextFormat.Snippet);
      assert.match(first.textEdit?.newText ?? '', /\$\{1:/);
    });
    await editing(async (editor) => {
      await editor.open('audits/audit-plan.md', '');
      const [first] = await editor.completions('audits/audit-plan.md', 0);
      assert.equal(first?.insertTextFormat, undefined);
      assert.doesNotMatch(first?.textEdit?.newText ?? '$', /\$/);
    }, false);
  });

  it('sends a long list in parts: what is typed decides which', async () => {
    const disk = new Map(
      Array.from({ length: 300 }, (_, i) => [
        `p/${i}.md`,
        `---\ntype: process-description\nid: PROC-${i}\n---\n# Process of team ${i}\n`,
      ]),
    );
    const editor = await startEditor(disk, { rules: [] });
    await editor.until('ready', () => editor.statuses.at(-1)?.state === 'ready');
    const text = '---\ntype: procedure\nprocess: ';
    await editor.open('a.md', text);
    const ask = async (line: number, character: number): Promise<CompletionItem[] | CompletionList> =>
      editor.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: editor.uri('a.md') },
        position: { line, character },
      });
    const many = await ask(2, 9);
    assert.ok('items' in many && many.isIncomplete && many.items.length === 200);
    await editor.type('a.md', 'process: ', 'process: team 299');
    const few = await ask(2, 17);
    assert.ok(Array.isArray(few) && few.length === 1);
    await editor.end();
  });

  it('explains each offer of a long list once somebody comes to it, and those of a short one at once', () =>
    editing(async (editor) => {
      const text = '# Notes\n\nSee ISO/IEC 20000-1:2018, clause \n';
      await editor.open('a.md', text);
      const items = await editor.completions('a.md', text.indexOf('clause ') + 7);
      const offer = items.find(({ label }) => label === '9.2.2');
      assert.ok(items.length > 30 && offer !== undefined && offer.documentation === undefined);
      const explain = (item: CompletionItem): Promise<CompletionItem> =>
        editor.connection.sendRequest('completionItem/resolve', item);
      assert.match(JSON.stringify((await explain(offer)).documentation), /\*\*9\.2\.2 /);
      await editor.type('a.md', 'clause ', 'clause 9.2.');
      assert.match(JSON.stringify((await explain(offer)).documentation), /\*\*9\.2\.2 /, 'typing on is no reason');
      const few = await editor.completions('a.md', text.indexOf('clause ') + 11);
      assert.match(JSON.stringify(few.find(({ label }) => label === '9.2.2')?.documentation), /\*\*9\.2\.2 /);
      await editor.close('a.md');
      assert.deepEqual(await explain(offer), offer, 'where nothing is known of the place, it stays as it came');
    }));

  it('completes a key that is being typed, and the editor can take it', () =>
    editing(async (editor) => {
      const text = '---\ntype: policy\nown\n---\n# Change policy\n';
      await editor.open('policy.md', text);
      const items = await editor.completions('policy.md', text.indexOf('own') + 3);
      const owner = items.find(({ label }) => label === 'owner');
      assert.ok(owner?.textEdit !== undefined && 'range' in owner.textEdit);
      assert.deepEqual(owner.textEdit, {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
        newText: 'owner: ',
      });
      assert.match(JSON.stringify(owner.documentation), /answers for the document/);
    }));
});

describe('An empty document', () => {
  for (const modern of [true, false])
    it(`may become a document of any kind (${modern ? 'edits on demand' : 'edits at once'})`, () =>
      editing(async (editor) => {
        await editor.open('audits/audit-plan.md', '');
        const actions = await editor.actions('audits/audit-plan.md', '');
        assert.equal(actions.length, LEXICON.documentKinds.length);
        const [first] = actions;
        assert.equal(first?.title, 'Make this an audit plan');
        const { edit } = modern ? await editor.resolve(first) : first;
        assert.ok(edit !== undefined);
        if (modern) {
          await editor.apply(edit);
          const { facts } = read('a.md', editor.text('audits/audit-plan.md'));
          assert.deepEqual([facts.kinds[0], facts.title?.text], ['audit-plan', 'Audit plan']);
          assert.deepEqual(await editor.actions('audits/audit-plan.md', 'Audit plan'), []);
        } else assert.match(JSON.stringify(edit.changes), /type: audit-plan/);
      }, modern));

  it('is refused once somebody typed in it meanwhile', () =>
    editing(async (editor) => {
      await editor.open('notes.md', '\n');
      const [first] = await editor.actions('notes.md', '');
      assert.ok(first !== undefined);
      await editor.type('notes.md', '\n', 'Words\n');
      await assert.rejects(editor.resolve(first), /changed/);
    }));
});

describe('New documents', () => {
  it('have a kind to choose, and folders, those first in which such documents stand', () =>
    editing(async (editor) => {
      const kinds: KindChoice[] = await editor.connection.sendRequest(kindsRequest, {});
      assert.equal(kinds.length, LEXICON.documentKinds.length);
      const folders: FolderChoice[] = await editor.connection.sendRequest(foldersRequest, {
        kind: 'process-description',
      });
      assert.deepEqual(
        folders.map(({ label }) => label),
        ['processes', '.', 'audits'],
      );
      assert.equal(folders[0]?.uri, `${FOLDER}/processes`);
    }));

  it('get a path of their own and the text of their kind', () =>
    editing(async (editor) => {
      const ask = (params: unknown): Promise<NewFile | null> =>
        editor.connection.sendRequest(newDocumentRequest, params);
      const made = await ask({ kind: 'process-description', title: 'Change', folder: `${FOLDER}/processes` });
      assert.equal(made?.uri, `${FOLDER}/processes/change-2.md`);
      assert.match(made?.text ?? '', /\n# Change\n/);
      const root = await ask({ kind: 'policy', title: '', folder: FOLDER });
      assert.equal(root?.uri, `${FOLDER}/policy.md`);
      assert.equal(await ask({ kind: 'policy', title: 'X', folder: 'file:///elsewhere' }), null);
      assert.equal(await ask({ kind: 'nothing', title: 'X', folder: FOLDER }), null);
    }));

  it('are written in the language of their path, else of the documents around', () =>
    editing(async (editor) => {
      const ask = (folder: string): Promise<NewFile | null> =>
        editor.connection.sendRequest(newDocumentRequest, { kind: 'process-description', title: 'Neu', folder });
      assert.match((await ask(FOLDER))?.text ?? '', /^## Scope$/m);
      assert.match((await ask(`${FOLDER}/de`))?.text ?? '', /^## Geltungsbereich$/m);
      const german = '# Prozess\n\n## Zweck\n\nWorte.\n\n## Geltungsbereich\n\nWorte.\n';
      await editor.write(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`p${n}.md`, german])));
      assert.match((await ask(FOLDER))?.text ?? '', /^## Geltungsbereich\n\n<!-- Welche Services/m);
      assert.match((await ask(`${FOLDER}/en`))?.text ?? '', /^## Scope$/m);
    }));

  it('begin a management system with a configuration, or find the one that is there', () =>
    editing(async (editor) => {
      const ask = (): Promise<NewFile | null> => editor.connection.sendRequest(startSystemRequest, { folder: FOLDER });
      const fresh = await ask();
      assert.equal(fresh?.uri, `${FOLDER}/clausewright.yaml`);
      assert.ok(fresh?.exists === false && /^edition: 2018$/m.test(fresh.text));
      await editor.write({ 'clausewright.yaml': 'edition: 2011\n' });
      assert.deepEqual(await ask(), { uri: `${FOLDER}/clausewright.yaml`, text: 'edition: 2011\n', exists: true });
    }));
});
