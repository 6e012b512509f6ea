/** Dashboard and matrix as pages beside the editors: the server writes them, a click on a cell opens its line. */
import { commands, type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import { clientCommands, type PageParams, pageRequest } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

const TITLES = { dashboard: 'Clausewright: Dashboard', matrix: 'Clausewright: Traceability Matrix' } as const;
type PageName = keyof typeof TITLES;

/** Milliseconds of quiet before a page that is in view is made again. */
const QUIET = 1000;

/** The pages; `changed` tells them that the server has checked something. */
export interface Pages extends Disposable {
  changed(): void;
}

/** Registers the commands that open the pages; in: the server, once it is there. */
export function createPages(server: Promise<Server>): Pages {
  const panels = new Map<PageName, WebviewPanel>();
  const stale = new Set<PageName>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fill = async (name: PageName): Promise<void> => {
    const params: PageParams = { page: name, nonce: nonce() };
    const page = await (await server).ask<string>(pageRequest, params);
    const panel = panels.get(name);
    if (panel === undefined) return;
    stale.delete(name);
    if (page !== null) panel.webview.html = page;
    else if (panel.webview.html === '')
      panel.webview.html = '<p>Nothing has been read yet. Open a folder with Markdown or YAML documents.</p>';
  };
  const open = (name: PageName): void => {
    const known = panels.get(name);
    if (known !== undefined) {
      known.reveal();
      return;
    }
    const panel = window.createWebviewPanel(`clausewright.${name}`, TITLES[name], ViewColumn.Active, {
      enableScripts: false,
      enableCommandUris: [clientCommands.openPlace],
      enableFindWidget: true,
      localResourceRoots: [],
      retainContextWhenHidden: false,
    });
    panels.set(name, panel);
    panel.onDidDispose(() => panels.delete(name));
    panel.onDidChangeViewState(() => {
      if (panel.visible && stale.has(name)) void fill(name);
    });
    void fill(name);
  };
  const refresh = (): void => {
    for (const [name, panel] of panels) {
      stale.add(name);
      if (panel.visible) void fill(name);
    }
  };
  const registered = [
    commands.registerCommand('clausewright.showDashboard', () => open('dashboard')),
    commands.registerCommand('clausewright.showMatrix', () => open('matrix')),
  ];
  return {
    changed() {
      clearTimeout(timer);
      if (panels.size > 0) timer = setTimeout(refresh, QUIET);
    },
    dispose() {
      clearTimeout(timer);
      for (const panel of panels.values()) panel.dispose();
      for (const one of registered) one.dispose();
    },
  };
}

function nonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
