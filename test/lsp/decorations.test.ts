/** What the editor shows by itself, the symbols of the workspace, the trace as a hierarchy, and files that are moved. */
import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { type Navigated, navigated } from '../kit/navigated.ts';

describe('In and above the text', () => {
  let here: Navigated;
  before(async () => {
    here = await navigated();
  });
  after(() => here.editor.end());
  const document = (path: string): { textDocument: { uri: string } } => ({
    textDocument: { uri: here.editor.uri(path) },
  });

  it('stand lenses: what a document answers, who uses it, when it is reviewed', async () => {
    const lenses = await here.ask<CodeLens[]>('textDocument/codeLens', document('processes/change.md'));
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Answers 8.5.1', 'Used by 1 document', 'Next review 2026-11-13 (in 12 days)'],
    );
  });

  it('stands above a role who holds it', async () => {
    const lenses = await here.ask<CodeLens[]>('textDocument/codeLens', document('roles/change-manager.md'));
    assert.ok(
      lenses.some(({ command }) => command?.title === 'Held by Ada Quill · acts in 2 documents'),
      JSON.stringify(lenses),
    );
  });

  it('stand hints: the title of a clause, the holder of a role, the days until a date', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await here.ask<InlayHint[]>('textDocument/inlayHint', { ...document('processes/change.md'), range });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['Ada Quill', 'in 12 days', 'Change management'],
    );
  });

  it('stand hints only where the editor looks', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const hints = await here.ask<InlayHint[]>('textDocument/inlayHint', { ...document('processes/change.md'), range });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['Ada Quill'].slice(0, hints.length),
    );
  });

  it('are clauses, roles and ids coloured by meaning, none over another', async () => {
    const { data } = await here.ask<SemanticTokens>(
      'textDocument/semanticTokens/full',
      document('audits/programme.md'),
    );
    assert.equal(data.length % 5, 0);
    const types = new Set(data.filter((_, i) => i % 5 === 3));
    assert.ok(types.has(0) && types.has(2) && types.has(3), `types ${[...types]}`);
  });

  it('can the rows of a table and the entries of a register be folded', async () => {
    const rows = await here.ask<FoldingRange[]>('textDocument/foldingRange', document('audits/programme.md'));
    assert.deepEqual(
      rows.map(({ startLine, endLine }) => [startLine, endLine]),
      [[4, 5]],
    );
    const entries = await here.ask<FoldingRange[]>('textDocument/foldingRange', document('people/people.yaml'));
    assert.equal(entries.length, 2);
  });

  it('lead ids in tables to their documents', async () => {
    const links = await here.ask<DocumentLink[]>('textDocument/documentLink', document('audits/programme.md'));
    assert.deepEqual([...new Set(links.map(({ target }) => target))], ['file:///sms/processes/change.md#L1,3']);
  });
});

describe('The whole workspace', () => {
  let here: Navigated;
  before(async () => {
    here = await navigated();
  });
  after(() => here.editor.end());

  const symbols = async (query: string): Promise<string[]> =>
    (await here.ask<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);

  it('is found by id, title or name, in any order of the words', async () => {
    assert.deepEqual(await symbols('proc-1'), ['PROC-1 Change management process']);
    assert.deepEqual(await symbols('quill ada'), ['Ada Quill']);
    assert.deepEqual(await symbols('nothing of the kind'), []);
  });

  it('is climbed down from a clause to the people, and back up', async () => {
    const [clause] = await here.ask<TypeHierarchyItem[]>(
      'textDocument/prepareTypeHierarchy',
      here.at('processes/change.md', '8.5.1'),
    );
    assert.equal(clause?.name, '8.5.1 Change management');
    const names = async (method: string, item: TypeHierarchyItem | undefined): Promise<TypeHierarchyItem[]> =>
      here.ask(`typeHierarchy/${method}`, { item });
    const answers = await names('subtypes', clause);
    const process = answers.find(({ name }) => name === 'Change management process');
    assert.ok(process !== undefined, answers.map(({ name }) => name).join());
    const below = await names('subtypes', process);
    assert.deepEqual(
      below.map(({ name, detail }) => `${name}: ${detail}`),
      ['Change procedure: procedure', 'Change Manager: owner'],
    );
    const holders = await names('subtypes', below[1]);
    assert.ok(holders.some(({ name }) => name === 'Ada Quill'));
    const roles = await names('supertypes', holders[0]);
    assert.ok(roles.some(({ name }) => name === 'Change Manager'));
    const back = await names('supertypes', process);
    assert.ok(back.some(({ name }) => name === '8.5.1 Change management'));
  });
});

describe('A file that is moved', () => {
  let here: Navigated;
  before(async () => {
    here = await navigated();
  });
  after(() => here.editor.end());
  const moved = async (from: string, to: string): Promise<Readonly<Record<string, string>>> =>
    here.after(
      await here.ask<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: here.editor.uri(from), newUri: here.editor.uri(to) }],
      }),
    );

  it('takes the links that lead to it along, each with its anchor', async () => {
    const texts = await moved('processes/change.md', 'processes/change management.md');
    assert.deepEqual(Object.keys(texts), ['procedures/change.md']);
    assert.match(
      texts['procedures/change.md'] ?? '',
      /\]\(\.\.\/processes\/change%20management\.md#change-management-process\)/,
    );
  });

  it('keeps its own links leading where they led, and the configuration speaking of it', async () => {
    const texts = await moved('procedures/change.md', 'archive/2026/change.md');
    assert.match(texts['procedures/change.md'] ?? '', /\]\(\.\.\/\.\.\/processes\/change\.md#/);
    assert.match(texts['clausewright.yaml'] ?? '', /archive\/2026\/change\.md: procedure/);
  });

  it('moves with its whole folder', async () => {
    const texts = await moved('processes', 'sms/processes');
    assert.match(texts['procedures/change.md'] ?? '', /\]\(\.\.\/sms\/processes\/change\.md#/);
  });

  it('escapes in a destination what would begin an anchor or an escape', async () => {
    const texts = await moved('processes/change.md', 'processes/c# 100%.md');
    assert.match(
      texts['procedures/change.md'] ?? '',
      /\]\(\.\.\/processes\/c%23%20100%25\.md#change-management-process\)/,
    );
  });

  it('takes links to the folder itself along, too', async () => {
    const other = await navigated(
      '--- file: a.md\n# Start\n\nSee [all](processes/) and [one](processes/x.md?plain=1#x).\n--- file: processes/README.md\n# All\n--- file: processes/x.md\n# X\n',
      ['a.md'],
    );
    const edit = await other.ask<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: other.editor.uri('processes'), newUri: other.editor.uri('work') }],
    });
    assert.match(other.after(edit)['a.md'] ?? '', /\[all\]\(work\/\) and \[one\]\(work\/x\.md\?plain=1#x\)/);
    await other.editor.end();
  });

  it('leaves links alone that lead where they led from the new place, too', async () => {
    const other = await navigated('--- file: a/x.md\n# X\n\nSee [y](y.md).\n--- file: a/y.md\n# Y\n', ['a/x.md']);
    const edit = await other.ask<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: other.editor.uri('a'), newUri: other.editor.uri('b') }],
    });
    assert.equal(edit, null);
    await other.editor.end();
  });

  it('does nothing where it is switched off', async () => {
    await here.editor.configure({ fileRename: { enable: false } });
    const untouched = async (): Promise<boolean> => Object.keys(await moved('processes', 'sms/processes')).length === 0;
    // The server asks for the settings in its own time.
    for (let look = 0; look < 100 && !(await untouched()); look++) await new Promise((go) => setTimeout(go, 20));
    assert.equal(await untouched(), true);
    await here.editor.configure({});
  });

  it('changes nothing where nobody speaks of it', async () => {
    assert.deepEqual(await moved('roles/deputy.md', 'roles/second.md'), {});
  });
});
