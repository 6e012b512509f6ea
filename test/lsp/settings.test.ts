/** Settings and folders: what the editor is told to show, where folders come and go, and documents outside of them. */
import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/lsp/protocol.ts';
import { settingsFrom } from '../../server/lsp/settings.ts';
import { baselineText } from '../../server/rules/baseline.ts';
import linkBroken from '../../server/rules/link/broken.ts';
import noOwner from '../../server/rules/process/no-owner.ts';
import { type Editor, type EditorOptions, startEditor } from '../kit/editor.ts';
import { workspaceOf } from '../kit/workspace.ts';

const PROCESS = '# Incident management process\n';

describe('Settings and folders', () => {
  const editors: Editor[] = [];
  const start = async (files: Parameters<typeof startEditor>[0], options: EditorOptions = {}): Promise<Editor> => {
    const editor = await startEditor(files, { rules: [noOwner, linkBroken], ...options });
    editors.push(editor);
    return editor;
  };
  afterEach(async () => {
    for (const editor of editors.splice(0)) await editor.end();
  });
  const files = () => new Map([['process.md', PROCESS]]);

  it('turns a rule off and on, and changes its severity', async () => {
    const editor = await start(new Map([...files(), ['clausewright.yaml', 'edition: 2018\n']]));
    await editor.shows('process.md', ['process.no-owner']);
    await editor.configure({ rules: { 'process.no-owner': 'off' } });
    await editor.shows('process.md', []);
    await editor.configure({ rules: { 'process.no-owner': 'warning' } });
    await editor.shows('process.md', ['process.no-owner']);
    assert.equal(editor.diagnostics('process.md')[0]?.severity, 2);
  });

  it('shows only open documents where the scope says so', async () => {
    const editor = await start(files(), { settings: { preset: 'strict', diagnostics: { scope: 'openFiles' } } });
    await editor.until('the server was to be ready', () => editor.statuses.at(-1)?.state === 'ready');
    assert.deepEqual(editor.diagnostics('process.md'), []);
    await editor.open('process.md');
    await editor.shows('process.md', ['process.no-owner']);
    await editor.close('process.md');
    await editor.shows('process.md', []);
    await editor.configure({ preset: 'strict', diagnostics: { scope: 'workspace' } });
    await editor.shows('process.md', ['process.no-owner']);
  });

  it('clears everything when checking is switched off, and comes back', async () => {
    const editor = await start(new Map([...files(), ['clausewright.yaml', '']]));
    await editor.shows('process.md', ['process.no-owner']);
    await editor.configure({ enable: false });
    await editor.shows('process.md', []);
    await editor.until('the status was to be off', () => editor.statuses.at(-1)?.state === 'off');
    await editor.configure({ enable: true });
    await editor.shows('process.md', ['process.no-owner']);
  });

  it('keeps mere information for the strict preset', async () => {
    // A handbook page that nobody controls: what it lacks is only information.
    const editor = await start(files());
    await editor.until('the server was to be ready', () => editor.statuses.at(-1)?.state === 'ready');
    assert.deepEqual(editor.diagnostics('process.md'), []);
    await editor.configure({ preset: 'strict' });
    await editor.shows('process.md', ['process.no-owner']);
    assert.equal(editor.diagnostics('process.md')[0]?.severity, 3);
  });

  it('follows the configuration file while it is typed in', async () => {
    const editor = await start(new Map([...files(), ['clausewright.yaml', 'edition: 2018\n']]));
    await editor.shows('process.md', ['process.no-owner']);
    await editor.open('clausewright.yaml');
    await editor.type('clausewright.yaml', 'edition: 2018\n', 'edition: 2018\nrules:\n  process.no-owner: off\n');
    await editor.shows('process.md', []);
    await editor.close('clausewright.yaml');
    await editor.shows('process.md', ['process.no-owner']);
  });

  it('reads a folder that is added, and forgets one that is removed', async () => {
    const editor = await start(new Map());
    const path = 'file:///other/process.md';
    await editor.folders({ added: { 'file:///other': new Map([...files(), ['clausewright.yaml', '']]) } });
    await editor.shows(path, ['process.no-owner']);
    await editor.folders({ removed: ['file:///other'] });
    await editor.shows(path, []);
  });

  it('lets the innermost of nested folders speak, once', async () => {
    const inner = new Map([...files(), ['clausewright.yaml', '']]);
    const editor = await start(
      new Map([
        ['inner/process.md', PROCESS],
        ['clausewright.yaml', ''],
      ]),
      { folders: { 'file:///sms/inner': inner } },
    );
    await editor.shows('inner/process.md', ['process.no-owner']);
    await editor.folders({ removed: ['file:///sms/inner'] });
    await editor.shows('inner/process.md', ['process.no-owner']);
  });

  it('checks an untitled document by itself, without calling its links broken', async () => {
    const editor = await start(new Map(), { settings: { preset: 'strict' } });
    await editor.open('untitled:Untitled-1', `${PROCESS}\nSee [procedure](procedure.md).\n`);
    await editor.shows('untitled:Untitled-1', ['process.no-owner']);
    await editor.close('untitled:Untitled-1');
    await editor.shows('untitled:Untitled-1', []);
  });

  it('checks a document on its own that is opened later, before anybody types in it', async () => {
    const editor = await start(new Map(), { settings: { preset: 'strict' } });
    await editor.until('the server was to be ready', () => editor.statuses.at(-1)?.state === 'ready');
    await editor.open('untitled:Untitled-2', PROCESS);
    await editor.shows('untitled:Untitled-2', ['process.no-owner']);
  });

  it('reads a document that is open from the start by the words of the configuration', async () => {
    const text = '# Incident management process\n\n**Shepherd:** Ada Quill\n';
    const disk = new Map([
      ['process.md', text],
      ['clausewright.yaml', 'synonyms:\n  owner: [Shepherd]\n'],
    ]);
    const editor = await start(disk);
    await editor.open('process.md');
    await editor.until('the server was to be ready', () => editor.statuses.at(-1)?.state === 'ready');
    assert.deepEqual(
      editor.published.flatMap(({ diagnostics }) => diagnostics),
      [],
      'not even for a moment',
    );
    await editor.type('process.md', 'Shepherd', 'Sheepdog');
    await editor.shows('process.md', ['process.no-owner']);
  });

  it('moves an open document into the folder that comes to hold it', async () => {
    const editor = await start(new Map(), { settings: { preset: 'strict' } });
    const path = 'file:///other/a.md';
    await editor.open(path, '# Notes\n\n[x](b.md) [y](c.md)\n');
    await editor.folders({
      added: {
        'file:///other': new Map([
          ['a.md', '# Notes\n'],
          ['b.md', '# B\n'],
        ]),
      },
    });
    await editor.shows(path, ['link.broken']);
    assert.match(String(editor.diagnostics(path)[0]?.message), /c\.md/);
  });

  it('makes any settings whole', () => {
    assert.deepEqual(settingsFrom(null), defaultSettings);
    assert.deepEqual(
      settingsFrom({ edition: 1999, preset: 7, diagnostics: 'x', hover: null, rules: { a: 'loud' } }),
      defaultSettings,
    );
    assert.deepEqual(settingsFrom({ edition: '2011', rules: { 'a.b': 'off' } }), {
      ...defaultSettings,
      edition: '2011',
      rules: { 'a.b': 'off' },
    });
  });

  it('take the baseline that clausewright.yaml names, and take it anew when it changes', async () => {
    const editor = await start(
      new Map([
        ['clausewright.yaml', 'baseline: known.json\n'],
        ['known.json', '{"version": 1, "findings": []}'],
        ['a.md', 'See [one](one.md).\n'],
      ]),
      { rules: [linkBroken] },
    );
    await editor.open('a.md');
    await editor.shows('a.md', ['link.broken']);
    const workspace = workspaceOf(new Map([['a.md', 'See [one](one.md).\n']]), { rules: [linkBroken] });
    await editor.write({ 'known.json': baselineText(workspace.findings('a.md')) });
    await editor.shows('a.md', []);
    await editor.type('a.md', 'See', 'See [two](two.md) and');
    await editor.shows('a.md', ['link.broken']);
  });
}).timeout(20_000);
