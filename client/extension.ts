/** The entry of the extension in VS Code: starts the language server and shows what it says; computes nothing. */
import { type ExtensionContext, window, workspace } from 'vscode';
import { settingsSection } from '../server/lsp/protocol.ts';
import { registerAdopt } from './adopt.ts';
import { registerCommands } from './commands.ts';
import { registerEdition } from './edition.ts';
import { createPages } from './pages.ts';
import { registerPlaces } from './places.ts';
import type { Server } from './server.ts';
import { createStatusItem } from './status.ts';
import { createViews } from './views.ts';

let server: Promise<Server> | undefined;

/** Called by VS Code once a relevant file or configuration exists; returns before the server is up. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Clausewright', { log: true });
  const status = createStatusItem();
  // The client library is evaluated only after VS Code is done with activating, so that it never waits for us.
  const started = new Promise<void>((go) => setImmediate(go))
    .then(() => import('./server.ts'))
    .then(({ createServer }) =>
      createServer(context.extensionUri, output, (news) => {
        status.show(news);
        views.changed();
        pages.changed();
      }),
    );
  server = started;
  const views = createViews(started);
  const pages = createPages(started);

  const follow = async () => {
    const running = await started;
    if (workspace.getConfiguration(settingsSection).get('enable', true)) return running.start();
    await running.stop();
    status.hide();
  };
  const restart = async () => {
    await (await started).stop();
    await follow();
  };
  context.subscriptions.push(
    output,
    status,
    views,
    pages,
    ...registerPlaces(started),
    ...registerCommands({
      restart,
      output,
      extensionUri: context.extensionUri,
      ask: async (method, params) => (await started).ask(method, params),
    }),
    registerAdopt(started),
    registerEdition(started),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.enable`)) void follow();
    }),
  );
  void follow();
}

/** Called by VS Code when it closes; resolves once the server is gone. */
export async function deactivate(): Promise<void> {
  await (await server)?.stop();
}
