/** A fake editor: speaks the real protocol over a real stream with a server on disks in memory, and remembers what it is told. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { pause } from '../../server/host/pause.ts';
import type { StatusParams } from '../../server/lsp/protocol.ts';
import { serve } from '../../server/lsp/serve.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { RULES } from '../../server/rules/rules.generated.ts';
import { applyEdits } from '../../server/syntax/edit.ts';
import { lineIndex } from '../../server/syntax/lines.ts';
import { type Disk, memoryFiles } from './files.ts';
import { parseFixture } from './fixture.ts';
import { FIXTURE_DAY } from './workspace.ts';

export interface EditorOptions {
  readonly rules?: readonly Rule[];
  /** What `workspace/configuration` answers for the section `clausewright`. */
  readonly settings?: unknown;
  /** More folders than the first, by URI. */
  readonly folders?: Readonly<Record<string, Disk>>;
  /** False leaves out that code actions are resolved later, that edits carry versions, and the like. */
  readonly modern?: boolean;
  readonly rulePage?: string;
  readonly today?: () => string;
  /** Keeps the disk from answering, by path, until it resolves. */
  readonly hold?: (path: string) => Promise<void>;
}

/** The folder that paths of a fixture stand in. */
export const FOLDER = 'file:///sms';

export interface Editor {
  readonly connection: MessageConnection;
  readonly disk: Disk;
  readonly answer: InitializeResult;
  /** Everything published so far, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly StatusParams[];
  readonly log: readonly string[];
  uri(path: string): string;
  open(path: string, text?: string): Promise<void>;
  /** Replaces the first occurrence of some words, as typing does: by one incremental change. */
  type(path: string, words: string, instead: string): Promise<void>;
  close(path: string): Promise<void>;
  /** Writes files (null deletes them) and tells the server as a file watcher does. */
  write(files: Readonly<Record<string, string | null>>): Promise<void>;
  configure(settings: unknown): Promise<void>;
  /** Adds or removes folders. */
  folders(change: {
    readonly added?: Readonly<Record<string, Disk>>;
    readonly removed?: readonly string[];
  }): Promise<void>;
  /** The text in the editor, or on disk. */
  text(path: string): string;
  version(path: string): number;
  /** What the Problems panel shows for a path now. */
  diagnostics(path: string): readonly Diagnostic[];
  /** Waits until the panel shows exactly these rules for a path, in order of place; fails after a few seconds. */
  shows(path: string, rules: readonly string[]): Promise<void>;
  /** Waits for a state of affairs; fails after a few seconds with the words. */
  until(what: string, holds: () => boolean): Promise<void>;
  hover(path: string, offset: number): Promise<string | null>;
  completions(path: string, offset: number): Promise<readonly CompletionItem[]>;
  symbols(path: string): Promise<readonly DocumentSymbol[]>;
  /** Code actions at the first occurrence of some words. */
  actions(path: string, words: string): Promise<readonly CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
  /** Applies an edit to the texts in the editor and on disk, refusing versions that moved on, as an editor does. */
  apply(edit: WorkspaceEdit): Promise<void>;
  end(): Promise<void>;
}

/** Milliseconds to wait for what must come; long, since a busy machine is no failure. */
const PATIENCE = 15_000;

function itemsOf(answer: unknown): readonly CompletionItem[] {
  const found = answer as CompletionItem[] | CompletionList | null;
  return found === null ? [] : 'items' in found ? found.items : found;
}

/** Starts a server on a fixture and says hello; in: the fixture's text, or the files of the disk. */
export async function startEditor(files: string | Disk, options: EditorOptions = {}): Promise<Editor> {
  const disk: Disk = typeof files === 'string' ? new Map(parseFixture(files).files) : files;
  const disks = new Map<string, Disk>([[FOLDER, disk], ...Object.entries(options.folders ?? {})]);
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  serve(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)),
    {
      files: (folder) => {
        const found = disks.get(folder);
        return found === undefined ? null : memoryFiles(found, options.hold);
      },
      today: options.today ?? (() => FIXTURE_DAY),
      pause,
    },
    options.rules ?? RULES,
  );
  const connection = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  const panel = new Map<string, readonly Diagnostic[]>();
  const statuses: StatusParams[] = [];
  const log: string[] = [];
  const open = new Map<string, { text: string; version: number }>();
  let settings: unknown = options.settings ?? null;

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    panel.set(decodeURIComponent(params.uri), params.diagnostics);
  });
  connection.onNotification('clausewright/status', (params: StatusParams) => {
    statuses.push(params);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => settings),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();

  const modern = options.modern !== false;
  const hello: InitializeParams = {
    processId: null,
    rootUri: null,
    workspaceFolders: [...disks.keys()].map((uri) => ({ uri, name: uri })),
    initializationOptions: { rulePage: options.rulePage },
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        didChangeConfiguration: { dynamicRegistration: true },
        ...(modern ? { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } : {}),
      },
      textDocument: modern
        ? {
            codeAction: { resolveSupport: { properties: ['edit'] } },
            completion: { completionItem: { snippetSupport: true } },
          }
        : {},
      window: { workDoneProgress: true },
    },
  };
  const answer: InitializeResult = await connection.sendRequest('initialize', hello);
  await connection.sendNotification('initialized', {});

  const uri = (path: string): string => (path.includes(':') ? path : `${FOLDER}/${path}`);
  const textDocument = (path: string): { uri: string } => ({ uri: uri(path) });
  const text = (path: string): string => open.get(path)?.text ?? disk.get(path) ?? '';
  const at = (path: string, offset: number) => ({
    textDocument: textDocument(path),
    position: lineIndex(text(path)).positionAt(offset),
  });
  const rangeOf = (path: string, start: number, end: number): Range => {
    const lines = lineIndex(text(path));
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  };
  const diagnostics = (path: string): readonly Diagnostic[] => panel.get(uri(path)) ?? [];
  const until: Editor['until'] = async (what, holds) => {
    const end = performance.now() + PATIENCE;
    while (!holds()) {
      assert.ok(performance.now() < end, `${what}; the log says: ${log.join('\n') || 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const replace = async (path: string, start: number, end: number, words: string): Promise<void> => {
    const document = open.get(path);
    assert.ok(document !== undefined, `${path} is not open`);
    const range = rangeOf(path, start, end);
    document.text = document.text.slice(0, start) + words + document.text.slice(end);
    document.version += 1;
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument(path), version: document.version },
      contentChanges: [{ range, text: words }],
    });
  };
  const editor: Editor = {
    connection,
    disk,
    answer,
    published,
    statuses,
    log,
    uri,
    text,
    diagnostics,
    until,
    version: (path) => open.get(path)?.version ?? 0,
    async open(path, given) {
      const words = given ?? text(path);
      open.set(path, { text: words, version: 1 });
      const languageId = /\.ya?ml$/.test(path) ? 'yaml' : 'markdown';
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { ...textDocument(path), languageId, version: 1, text: words },
      });
    },
    async type(path, words, instead) {
      const start = text(path).indexOf(words);
      assert.ok(start >= 0, `${path} does not say "${words}"`);
      await replace(path, start, start + words.length, instead);
    },
    async close(path) {
      open.delete(path);
      await connection.sendNotification('textDocument/didClose', { textDocument: textDocument(path) });
    },
    async write(files) {
      const changes = Object.entries(files).map(([path, words]) => {
        const type = words === null ? 3 : disk.has(path) ? 2 : 1;
        if (words === null) disk.delete(path);
        else disk.set(path, words);
        return { uri: uri(path), type };
      });
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    },
    async configure(next) {
      settings = next;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    async folders({ added = {}, removed = [] }) {
      for (const [folder, files] of Object.entries(added)) disks.set(folder, files);
      const named = (folder: string) => ({ uri: folder, name: folder });
      await connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: Object.keys(added).map(named), removed: removed.map(named) },
      });
    },
    async shows(path, rules) {
      const now = (): string =>
        diagnostics(path)
          .map(({ code }) => String(code))
          .join(', ');
      await until(`${path} was to show [${rules.join(', ')}]`, () => now() === rules.join(', ')).catch(
        (error: Error) => {
          throw new Error(`${error.message}\nit shows [${now()}]`);
        },
      );
    },
    async hover(path, offset) {
      const found: Hover | null = await connection.sendRequest('textDocument/hover', at(path, offset));
      return found === null ? null : (found.contents as { value: string }).value;
    },
    completions: async (path, offset) =>
      itemsOf(await connection.sendRequest('textDocument/completion', at(path, offset))),
    symbols: async (path) =>
      ((await connection.sendRequest('textDocument/documentSymbol', { textDocument: textDocument(path) })) as
        | DocumentSymbol[]
        | null) ?? [],
    async actions(path, words) {
      const start = text(path).indexOf(words);
      assert.ok(start >= 0, `${path} does not say "${words}"`);
      const range = rangeOf(path, start, start + words.length);
      const found: CodeAction[] | null = await connection.sendRequest('textDocument/codeAction', {
        textDocument: textDocument(path),
        range,
        context: { diagnostics: [] },
      });
      return found ?? [];
    },
    resolve: (action) => connection.sendRequest('codeAction/resolve', action),
    async apply(edit) {
      for (const change of edit.documentChanges ?? []) {
        if ('kind' in change) {
          if (change.kind === 'create') await editor.write({ [change.uri.slice(FOLDER.length + 1)]: '' });
          continue;
        }
        const path = decodeURIComponent(change.textDocument.uri).slice(FOLDER.length + 1);
        const { version } = change.textDocument;
        assert.ok(
          version === null || version === open.get(path)?.version,
          `the edit speaks of version ${version} of ${path}`,
        );
        const lines = lineIndex(text(path));
        const edits = change.edits.flatMap((each) =>
          'newText' in each
            ? [
                {
                  span: { start: lines.offsetAt(each.range.start), end: lines.offsetAt(each.range.end) },
                  text: each.newText,
                },
              ]
            : [],
        );
        const after = applyEdits(text(path), edits);
        assert.ok(after !== null, 'the edits overlap');
        if (open.has(path)) await replace(path, 0, text(path).length, after);
        else await editor.write({ [path]: after });
      }
    },
    async end() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      toServer.end();
      toEditor.end();
    },
  };
  return editor;
}
