/** The language server: a table of what is done on each message; everything else stands in the files beside it. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.generated.ts';
import { answerActions, answerHover, answerSymbols, resolveAction } from './answers.ts';
import { type Checking, createChecking, stackOf } from './checking.ts';
import { answerCompletion, resolveCompletion } from './completing.ts';
import { changed, closed, opened, rehome } from './documents.ts';
import { FIX_ALL } from './fix-all.ts';
import { applySettings, load } from './loading.ts';
import { navigationCapabilities, registerNavigation, renamedFiles } from './navigation-table.ts';
import { MAKE_ACTION, registerNewDocuments } from './new-documents.ts';
import { defaultSettings, type InitializationOptions, settingsSection } from './protocol.ts';
import { publishAll, retract, sendStatus } from './publishing.ts';
import { createRoot, sameFolder } from './roots.ts';
import { everyRoot, type Host, type Session } from './session.ts';
import { settingsFrom } from './settings.ts';
import { filesChanged, watch } from './watching.ts';

/** Characters after which an editor asks for completions by itself. */
const TRIGGERS = [' ', '§', '.', ':', '|', '#', '*'];

/**
 * Serves one connection until it ends.
 * In: the connection (not yet listening), the outside world, and the rules (all where left out).
 */
export function serve(connection: Connection, host: Host, rules: readonly Rule[] = RULES): void {
  const session: Session = {
    connection,
    host,
    abilities: abilitiesOf({}),
    settings: defaultSettings,
    rulePage: null,
    roots: [],
    documents: new Map(),
    day: host.today(),
    status: '',
    ended: false,
  };
  const checking = createChecking(session, rules);

  /** A handler that fails is logged and, where somebody waits, answered with null; the server goes on. */
  const guarded =
    <P, R>(name: string, handler: (params: P, token: CancellationToken) => R | Promise<R>) =>
    async (params: P, token: CancellationToken): Promise<R | null> => {
      try {
        return await handler(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`${name} failed: ${stackOf(error)}`);
        return null;
      }
    };
  const told =
    <P>(name: string, handler: (params: P) => void) =>
    (params: P): void => {
      try {
        handler(params);
        turnDay(session, checking);
      } catch (error) {
        connection.console.error(`${name} failed: ${stackOf(error)}`);
      }
    };

  connection.onInitialize((params) => initialize(session, params));
  connection.onInitialized(() => void guarded('initialized', () => start(session, checking))(undefined, NEVER));

  connection.onDidOpenTextDocument(told('didOpen', (params) => opened(session, checking, params)));
  connection.onDidChangeTextDocument(told('didChange', (params) => changed(session, checking, params)));
  connection.onDidCloseTextDocument(told('didClose', (params) => closed(session, checking, params)));
  connection.onDidChangeWatchedFiles(
    told('didChangeWatchedFiles', (params) => filesChanged(session, checking, params)),
  );
  connection.onDidChangeConfiguration(({ settings }) => {
    void guarded('didChangeConfiguration', () => reconfigure(session, checking, settings))(undefined, NEVER);
  });

  connection.onHover(guarded('hover', (params) => answerHover(session, params)));
  connection.onCompletion(guarded('completion', (params) => answerCompletion(session, params)));
  const explain = guarded('completion/resolve', (item: CompletionItem) => resolveCompletion(session, item));
  connection.onCompletionResolve(async (item, token) => (await explain(item, token)) ?? item);
  connection.onDocumentSymbol(guarded('documentSymbol', (params) => answerSymbols(session, params)));
  registerNavigation(connection, session, guarded);
  registerNewDocuments(connection, session, guarded);
  connection.onCodeAction(guarded('codeAction', (params, token) => answerActions(session, checking, params, token)));
  const resolve = guarded('codeAction/resolve', (action: CodeAction, token) =>
    resolveAction(session, checking, action, token),
  );
  connection.onCodeActionResolve(async (action, token) => (await resolve(action, token)) ?? action);
  connection.onShutdown(() => {
    session.ended = true;
    for (const root of everyRoot(session)) root.closed = true;
  });
  connection.listen();
}

const NEVER: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

function abilitiesOf(capabilities: InitializeParams['capabilities']): Session['abilities'] {
  const { workspace, textDocument, window } = capabilities;
  return {
    configuration: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    lazyEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}

/** Answers at once; nothing is read before the editor says `initialized`. */
function initialize(session: Session, params: InitializeParams): InitializeResult {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  session.abilities = abilitiesOf(params.capabilities);
  session.rulePage = typeof options.rulePage === 'string' ? options.rulePage : null;
  session.settings = settingsFrom(options.settings);
  const folders = params.workspaceFolders ?? (params.rootUri == null ? [] : [{ uri: params.rootUri }]);
  for (const { uri } of folders) session.roots.push(createRoot(session, uri));
  return {
    serverInfo: {
      name: 'Clausewright',
      ...(session.host.version === undefined ? {} : { version: session.host.version }),
    },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true },
      documentSymbolProvider: true,
      ...navigationCapabilities,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL, MAKE_ACTION],
        resolveProvider: session.abilities.lazyEdits,
      },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: renamedFiles },
      },
    },
  };
}

async function start(session: Session, checking: Checking): Promise<void> {
  const { connection, abilities } = session;
  if (abilities.folders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) removeFolder(session, uri);
      const roots = added
        .filter(({ uri }) => !session.roots.some((root) => root.uri !== null && sameFolder(root.uri, uri)))
        .map(({ uri }) => createRoot(session, uri));
      session.roots.push(...roots);
      rehome(session, checking);
      if (session.settings.enable) for (const root of roots) load(session, checking, root);
      for (const root of session.roots) publishAll(session, root);
      sendStatus(session);
      if (abilities.configuration) void reconfigure(session, checking, undefined);
    });
  }
  if (abilities.configuration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    await pull(session);
  }
  if (session.settings.enable) {
    for (const root of everyRoot(session)) {
      // A document on its own was read when it was opened, maybe before its settings were known.
      if (root.uri === null) applySettings(session, checking, root);
      else load(session, checking, root);
    }
  }
  sendStatus(session);
  await watch(session);
}

/** A server may run for weeks: what falls due overnight is seen as soon as the editor says anything. */
function turnDay(session: Session, checking: Checking): void {
  const today = session.host.today();
  if (today === session.day) return;
  session.day = today;
  for (const root of everyRoot(session)) if (root.ready) applySettings(session, checking, root);
}

function removeFolder(session: Session, uri: string): void {
  const at = session.roots.findIndex((root) => root.uri !== null && sameFolder(root.uri, uri));
  const root = session.roots[at];
  if (root === undefined) return;
  retract(session, root);
  root.closed = true;
  session.roots.splice(at, 1);
}

/** Asks the editor for its settings: those of the window, then those of each folder. */
async function pull(session: Session): Promise<void> {
  const roots = session.roots.filter(({ uri }) => uri !== null);
  const items = [
    { section: settingsSection },
    ...roots.map(({ uri }) => ({ section: settingsSection, scopeUri: uri ?? '' })),
  ];
  const answer: unknown = await session.connection.workspace.getConfiguration(items).catch((error: unknown) => {
    session.connection.console.error(`The settings could not be asked for: ${stackOf(error)}`);
    return null;
  });
  if (!Array.isArray(answer)) return;
  const [whole, ...own] = answer as unknown[];
  session.settings = settingsFrom(whole);
  for (const root of everyRoot(session)) root.settings = session.settings;
  for (const [order, root] of roots.entries()) root.settings = settingsFrom(own[order]);
}

async function reconfigure(session: Session, checking: Checking, sent: unknown): Promise<void> {
  const before = session.settings.enable;
  if (session.abilities.configuration) await pull(session);
  else {
    session.settings = settingsFrom((sent as Record<string, unknown> | null | undefined)?.[settingsSection]);
    for (const root of everyRoot(session)) root.settings = session.settings;
  }
  for (const root of everyRoot(session)) {
    publishAll(session, root);
    if (!session.settings.enable) continue;
    if (before) applySettings(session, checking, root);
    else load(session, checking, root);
  }
  sendStatus(session);
}
