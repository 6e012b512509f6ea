/** What the Problems panel shows: for closed files, while typing, in the documents that read each other, and after changes on disk. */
import assert from 'node:assert/strict';
import selfAudit from '../../server/rules/audit/self-audit.ts';
import linkBroken from '../../server/rules/link/broken.ts';
import noOwner from '../../server/rules/process/no-owner.ts';
import { type Rule, rule } from '../../server/rules/rule.ts';
import { type Editor, type EditorOptions, FOLDER, startEditor } from '../kit/editor.ts';

const SMS = `--- file: change.md
# Change management process

**Process owner:** Change Manager

See the [procedure](procedure.md).
--- file: roles/change-manager.md
# Role: Change Manager

**Document type:** role description
**Holder:** Ada Quill
--- file: procedure.md
# Change procedure

**Owner:** Change Manager
--- file: audit-plan.md
# Audit plan AUD-2026-02

| Field | Value |
| --- | --- |
| Audit ID | AUD-2026-02 |
| Process | [Change management](change.md) |
| Auditor | Bruno Vale |
| Criteria | ISO/IEC 20000-1:2018 |
| Scope | All changes since January |
| Date | 2026-12-05 |
`;
const RULES: readonly Rule[] = [selfAudit, linkBroken, noOwner];

/** Shows what a page that nobody controls lacks, too: such a page is enough for most of these tests. */
const STRICT = { preset: 'strict' };

describe('Diagnostics in the editor', () => {
  const editors: Editor[] = [];
  const start = async (files: Parameters<typeof startEditor>[0], options: EditorOptions = {}): Promise<Editor> => {
    const editor = await startEditor(files, { rules: RULES, settings: STRICT, ...options });
    editors.push(editor);
    return editor;
  };
  afterEach(async () => {
    for (const editor of editors.splice(0)) await editor.end();
  });
  /** Resolves once the server is idle after what was said last. */
  const idle = (editor: Editor): Promise<void> =>
    editor.until('the server was to be ready', () => editor.statuses.at(-1)?.state === 'ready');

  it('shows gaps of documents that nobody has opened', async () => {
    const editor = await start('--- file: process.md\n# Incident management process\n');
    await editor.shows('process.md', ['process.no-owner']);
  });

  it('counts the gaps for the status item', async () => {
    const editor = await start(SMS.replace('Change Manager\n\nSee', '\n\nSee'));
    await editor.until('one gap was to be counted', () => editor.statuses.at(-1)?.gaps.information === 1);
    assert.equal(editor.statuses.at(-1)?.documents, 4);
    assert.equal(editor.statuses.at(-1)?.edition, '2018');
  });

  it('judges the text in the editor, saved or not, and names its version', async () => {
    const editor = await start(SMS);
    await editor.open('change.md');
    await editor.type('change.md', '(procedure.md)', '(procedur.md)');
    await editor.shows('change.md', ['link.broken']);
    assert.equal(editor.published.findLast(({ uri }) => uri === editor.uri('change.md'))?.version, 2);
    await editor.type('change.md', '(procedur.md)', '(procedure.md)');
    await editor.shows('change.md', []);
    assert.equal(editor.disk.get('change.md')?.includes('procedur.md'), false, 'nothing was written');
  });

  it('wakes the audit plan when its auditor becomes owner of the audited process in another file', async () => {
    const editor = await start(SMS);
    await idle(editor);
    await editor.open('change.md');
    await editor.type('change.md', 'Change Manager', 'Bruno Vale');
    await editor.shows('audit-plan.md', ['audit.self-audit']);
    const [finding] = editor.diagnostics('audit-plan.md');
    assert.equal(
      finding?.relatedInformation?.[0]?.location.uri,
      editor.uri('change.md'),
      'it leads to where the owner is named',
    );
    await editor.type('change.md', 'Bruno Vale', 'Change Manager');
    await editor.shows('audit-plan.md', []);
  });

  it('follows a role to its holder: the finding moves with the person', async () => {
    const editor = await start(SMS);
    await editor.open('roles/change-manager.md');
    await editor.type('roles/change-manager.md', 'Ada Quill', 'Bruno Vale');
    await editor.shows('audit-plan.md', ['audit.self-audit']);
  });

  it('holds to what is in the editor when the disk answers late', async () => {
    let release: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    const asked: string[] = [];
    const hold = async (path: string): Promise<void> => {
      asked.push(path);
      if (path === 'process.md') await late;
    };
    const editor = await start('--- file: process.md\n# Incident management process\n', { hold });
    await editor.until('the disk was to be asked', () => asked.includes('process.md'));
    await editor.open('process.md', '# Incident management process\n\n**Owner:** Service Desk Manager\n');
    await editor.hover('process.md', 0);
    release();
    await idle(editor);
    await editor.shows('process.md', []);
  });

  it('goes back to the disk when a document is closed unsaved', async () => {
    const editor = await start(SMS);
    await editor.open('change.md');
    await editor.type('change.md', 'Change Manager', 'Bruno Vale');
    await editor.shows('audit-plan.md', ['audit.self-audit']);
    await editor.close('change.md');
    await editor.shows('audit-plan.md', []);
  });

  it('flags links at both ends of a renaming, and clears the old name', async () => {
    const editor = await start(SMS);
    await idle(editor);
    await editor.write({ 'procedure.md': null, 'change-procedure.md': '# Change procedure\n\n[x](gone.md)\n' });
    await editor.shows('change.md', ['link.broken']);
    await editor.shows('change-procedure.md', ['link.broken']);
    await editor.write({ 'change-procedure.md': null, 'procedure.md': '# Change procedure\n' });
    await editor.shows('change.md', []);
    await editor.shows('change-procedure.md', []);
  });

  it('keeps up with a branch switch that changes, adds and deletes many files at once', async () => {
    const editor = await start(SMS);
    await idle(editor);
    await editor.write({
      'change.md': '# Change management process\n',
      'release.md': '# Release management process\n',
      'procedure.md': null,
    });
    await editor.shows('change.md', ['process.no-owner']);
    await editor.shows('release.md', ['process.no-owner']);
    await editor.write({
      'change.md': '# Change management process\n\n**Owner:** Change Manager\n',
      'release.md': null,
    });
    await editor.shows('change.md', []);
    await editor.shows('release.md', []);
  });

  it('clears a whole folder of which only the folder itself was reported gone', async () => {
    const editor = await start(
      '--- file: p/a.md\n# Incident management process\n--- file: p/b.md\n# Problem management process\n',
    );
    await editor.shows('p/a.md', ['process.no-owner']);
    await editor.shows('p/b.md', ['process.no-owner']);
    editor.disk.clear();
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/p`, type: 3 }],
    });
    await editor.shows('p/a.md', []);
    await editor.shows('p/b.md', []);
  });

  it('clears what git comes to ignore, and shows it again when it no longer does', async () => {
    const editor = await start('--- file: old/process.md\n# Incident management process\n');
    await editor.shows('old/process.md', ['process.no-owner']);
    await editor.write({ '.gitignore': 'old\n' });
    await editor.shows('old/process.md', []);
    await editor.write({ '.gitignore': null });
    await editor.shows('old/process.md', ['process.no-owner']);
  });

  it('clears an ignored document even while it is open, and judges it again when it no longer is', async () => {
    const editor = await start('--- file: old/process.md\n# Incident management process\n');
    await editor.open('old/process.md');
    await editor.shows('old/process.md', ['process.no-owner']);
    await editor.write({ '.gitignore': 'old\n' });
    await editor.shows('old/process.md', []);
    await editor.type('old/process.md', 'Incident', 'Problem');
    await editor.write({ '.gitignore': null });
    await editor.shows('old/process.md', ['process.no-owner']);
  });

  it('says nothing about an ignored document that is opened', async () => {
    const editor = await start('--- file: .gitignore\nold\n--- file: old/process.md\n# Incident management process\n');
    await idle(editor);
    await editor.open('old/process.md');
    await editor.type('old/process.md', 'Incident', 'Problem');
    await editor.hover('old/process.md', 0);
    assert.deepEqual(editor.diagnostics('old/process.md'), []);
  });

  it('judges a new document before it is saved for the first time', async () => {
    const editor = await start(SMS);
    await idle(editor);
    await editor.open('new.md', '# Incident management process\n');
    await editor.shows('new.md', ['process.no-owner']);
    await editor.close('new.md');
    await editor.shows('new.md', []);
  });

  it('moves findings to the spelling of an address that the editor uses, and back', async () => {
    const editor = await start(new Map([['a (1).md', '# Incident management process\n']]));
    const ours = `${FOLDER}/a%20(1).md`;
    const theirs = `${FOLDER}/a%20%281%29.md`;
    const shown = (uri: string): number | undefined =>
      editor.published.findLast((each) => each.uri === uri)?.diagnostics.length;
    await editor.until('a finding was to appear', () => shown(ours) === 1);
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: theirs, languageId: 'markdown', version: 1, text: '# Incident management process\n' },
    });
    await editor.until('it was to move', () => shown(theirs) === 1 && shown(ours) === 0);
    await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: theirs } });
    await editor.until('it was to move back', () => shown(theirs) === 0 && shown(ours) === 1);
  });

  it('says nothing twice: an untouched document is not published again', async () => {
    const editor = await start(`${SMS}--- file: other.md\n# Problem management process\n`);
    await editor.shows('other.md', ['process.no-owner']);
    await idle(editor);
    const times = (): number => editor.published.filter(({ uri }) => uri === editor.uri('other.md')).length;
    const before = times();
    await editor.open('change.md');
    await editor.type('change.md', 'Change Manager', 'Bruno Vale');
    await editor.shows('audit-plan.md', ['audit.self-audit']);
    assert.equal(times(), before);
  });

  it('looks at the calendar: what falls due overnight is seen with the next key stroke', async () => {
    let today = '2026-11-01';
    const due = rule({
      ...noOwner,
      id: 'doc.due',
      on: 'documents',
      kinds: 'all',
      *check({ view }) {
        if (view.asOf > '2026-11-05') yield { span: { start: 0, end: 1 }, message: 'due', about: 'due' };
      },
    });
    const editor = await start(SMS, { rules: [due], today: () => today });
    await idle(editor);
    await editor.open('change.md');
    today = '2026-11-06';
    await editor.type('change.md', 'See', 'Do see');
    await editor.shows('procedure.md', ['doc.due']);
  });

  it('links a finding to the page of its rule', async () => {
    const editor = await start('--- file: process.md\n# Incident management process\n', { rulePage: 'page:{rule}' });
    await editor.shows('process.md', ['process.no-owner']);
    assert.equal(editor.diagnostics('process.md')[0]?.codeDescription?.href, 'page:process.no-owner');
  });

  it('reads escaped names of files as the editor writes them', async () => {
    const editor = await start(new Map([['Störung & Anfrage.md', '# Incident management process\n']]));
    const uri = editor.uri('Störung & Anfrage.md');
    await editor.until('a finding was to appear', () =>
      editor.published.some((each) => decodeURIComponent(each.uri) === uri && each.diagnostics.length === 1),
    );
    await editor.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: encodeURI(uri),
        languageId: 'markdown',
        version: 7,
        text: '# Incident management process\n\n**Owner:** Service Desk Manager\n',
      },
    });
    await editor.until(
      'it was to go in the same document',
      () => editor.published.at(-1)?.uri === encodeURI(uri) && editor.published.at(-1)?.diagnostics.length === 0,
    );
  });

  it('tells other documents at once, and what speaks of the workspace when the typing rests', async () => {
    const events: { readonly what: string; readonly at: number }[] = [];
    const note = (what: string): void => void events.push({ what, at: performance.now() });
    const neighbour = rule({
      ...noOwner,
      id: 'process.neighbour',
      on: 'documents',
      kinds: 'all',
      check({ facts, view }) {
        if (facts.path === 'procedure.md' && view.facts('change.md') !== null) note('neighbour');
        return [];
      },
    });
    const whole = rule({
      ...noOwner,
      id: 'process.whole',
      on: 'workspace',
      check(view) {
        if (view.documents('process-description').length > 0) note('whole');
        return [];
      },
    });
    const editor = await start(SMS, { rules: [neighbour, whole] });
    await idle(editor);
    await editor.open('change.md');
    await editor.until('everything was to be looked at', () => events.some(({ what }) => what === 'whole'));
    const told = async (stroke: () => Promise<void>, what: string): Promise<number> => {
      const before = events.length;
      const began = performance.now();
      await stroke();
      const seen = () => events.slice(before).find((event) => event.what === what);
      await editor.until(`the ${what} was to be asked`, () => seen() !== undefined);
      return (seen()?.at ?? 0) - began;
    };
    await told(() => editor.type('change.md', 'Change Manager', 'Change Managers'), 'neighbour');
    // The second stroke falls into the rest after the first.
    const began = performance.now();
    const first = await told(() => editor.type('change.md', 'Change Managers', 'Change Manager'), 'neighbour');
    await editor.until('the workspace was to be looked at', () => events.at(-1)?.what === 'whole');
    const last = (events.at(-1)?.at ?? 0) - began;
    assert.ok(first * 2 < last, `the neighbour after ${first} ms, the workspace after ${last} ms`);
  });

  it('says nothing more to an editor that has gone while it rested', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown): void => void unheard.push(reason);
    process.prependListener('unhandledRejection', listen);
    const flagging = rule({
      ...noOwner,
      id: 'process.flagging',
      on: 'workspace',
      *check(view) {
        for (const { path, title } of view.documents('process-description'))
          if (title?.text.includes('Changes') === true)
            yield { path, span: title.span, message: 'Flagged.', about: 'title' };
      },
    });
    const editor = await startEditor(SMS, { rules: [noOwner, flagging], settings: STRICT });
    await idle(editor);
    await editor.open('change.md');
    await editor.type(
      'change.md',
      '# Change management process\n\n**Process owner:** Change Manager',
      '# Changes process',
    );
    // The document's own findings are there at once; the rest before the workspace's turn has begun.
    await editor.until('the stroke was to be answered', () => editor.published.some(({ version }) => version === 2));
    await editor.end();
    await new Promise((resolve) => setTimeout(resolve, 600));
    process.removeListener('unhandledRejection', listen);
    assert.deepEqual(unheard, []);
  });

  it('lets the other rules go on when one fails, and names it in the log', async () => {
    const failing = rule({
      ...noOwner,
      id: 'process.failing',
      on: 'documents',
      kinds: 'all',
      check: () => {
        throw new Error('out of ink');
      },
    });
    const editor = await start('--- file: process.md\n# Incident management process\n', { rules: [failing, noOwner] });
    await editor.shows('process.md', ['process.no-owner']);
    assert.ok(editor.log.some((line) => line.includes('process.failing') && line.includes('out of ink')));
  });
}).timeout(20_000);
