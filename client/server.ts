/** The language server as seen from the editor: started and stopped, one wish after the other. */
import { type LogOutputChannel, Uri, type WorkspaceEdit, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ProgressType,
  ResponseError,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type { InitializationOptions, StatusParams } from '../server/lsp/protocol.ts';
import { settingsSection, statusNotification } from '../server/lsp/protocol.ts';
import { rulePageLink } from './rule-pages.ts';

/** The running (or not running) server; every wish waits for the one before, and none ever rejects. */
export interface Server {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the running server; null where it is not running or has no answer. */
  ask<Answer>(method: string, params: unknown): Promise<Answer | null>;
  /** Asks for what comes in parts; in: who takes them. Out: false where there was no answer, so that the parts count for nothing. */
  askInParts<Part>(method: string, params: object, take: (part: Part) => void): Promise<boolean>;
  /** A protocol edit as the editor's own; null where the server is not running. */
  toEdit(edit: unknown): Promise<WorkspaceEdit | null>;
}

/** Documents that the server is told about; templates of generated sites are Markdown inside. */
const documentSelector: NonNullable<LanguageClientOptions['documentSelector']> = [
  ...['file', 'untitled'].flatMap((scheme) => ['markdown', 'yaml'].map((language) => ({ scheme, language }))),
  { scheme: 'file', pattern: '**/*.html.md.erb' },
];

/** Prepares the server without starting it; in: where the extension stands, its log, and who is told about the status. */
export function createServer(
  extensionUri: Uri,
  output: LogOutputChannel,
  told: (status: StatusParams | 'starting' | 'stopped') => void,
): Server {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath;
  // A client whose start failed cannot be started again; so each start has a client of its own.
  const created = () => {
    const client = new LanguageClient(
      settingsSection,
      'Clausewright',
      { module, transport: TransportKind.ipc, args: ['lsp'] },
      {
        documentSelector,
        diagnosticCollectionName: settingsSection,
        outputChannel: output,
        traceOutputChannel: output,
        initializationOptions: (): InitializationOptions => ({
          rulePage: rulePageLink,
          settings: JSON.parse(JSON.stringify(workspace.getConfiguration(settingsSection))),
        }),
      },
    );
    client.onNotification(statusNotification, (status: StatusParams) => told(status));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) told('starting');
      if (newState === State.Stopped || newState === State.StartFailed) told('stopped');
    });
    return client;
  };

  let client: LanguageClient | undefined;
  let last: Promise<void> = Promise.resolve();
  const after = (wish: () => Promise<void>): Promise<void> => {
    last = last.then(wish).catch((reason: unknown) => output.error(String(reason)));
    return last;
  };
  const ask = async <Answer>(method: string, params: unknown): Promise<Answer | null> => {
    await last;
    if (client === undefined || !client.isRunning()) return null;
    return client.sendRequest(method, params).then(
      (answer) => (answer ?? null) as Answer | null,
      (reason: unknown) => {
        // What is asked while somebody types is given up, and asked again; that is no fault.
        const moved = reason instanceof ResponseError && reason.code === LSPErrorCodes.ContentModified;
        output[moved ? 'debug' : 'error'](`${method}: ${String(reason)}`);
        return null;
      },
    );
  };
  let asked = 0;
  return {
    ask,
    async askInParts<Part>(method: string, params: object, take: (part: Part) => void) {
      await last;
      asked += 1;
      const partialResultToken = `${method} ${asked}`;
      const listening = client?.onProgress(new ProgressType<Part>(), partialResultToken, take);
      const answer = await ask(method, { ...params, partialResultToken });
      listening?.dispose();
      return answer !== null;
    },
    async toEdit(edit) {
      const made = await client?.protocol2CodeConverter.asWorkspaceEdit(edit as never);
      return made ?? null;
    },
    start: () =>
      after(async () => {
        if (client?.needsStop()) return;
        client = created();
        await client.start();
      }),
    stop: () =>
      after(async () => {
        const running = client;
        client = undefined;
        if (running?.needsStop()) await running.dispose();
      }),
  };
}
