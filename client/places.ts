/** Going to places that the server names: the page of a clause, a line of a document, the references of a word. */
import {
  commands,
  type Disposable,
  Position,
  Range,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { clausePageRequest, clausePageScheme, clientCommands } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

/** A position as the protocol writes it. */
interface At {
  readonly line: number;
  readonly character: number;
}

/** Registers the pages of clauses and the commands that lenses call; in: the server, once it is there. */
export function registerPlaces(server: Promise<Server>): Disposable[] {
  const pages: TextDocumentContentProvider = {
    provideTextDocumentContent: async (uri) =>
      (await (await server).ask<string>(clausePageRequest, { uri: uri.toString(true) })) ??
      'This edition has no such clause, or the language server is not running.',
  };
  return [
    workspace.registerTextDocumentContentProvider(clausePageScheme, pages),
    commands.registerCommand(clientCommands.openPlace, openPlace),
    commands.registerCommand(clientCommands.showReferences, async (uri: string, at: At) => {
      const target = Uri.parse(uri);
      const position = new Position(at.line, at.character);
      const found = await commands.executeCommand('vscode.executeReferenceProvider', target, position);
      await commands.executeCommand('editor.action.showReferences', target, position, found ?? []);
    }),
  ];
}

/** Opens a place; a clause's page is read, so it opens as a preview. */
export async function openPlace(uri: string, at?: At): Promise<void> {
  const target = Uri.parse(uri);
  if (target.scheme === clausePageScheme) {
    // An editor of its own: the usual preview would turn to another document as soon as that is looked at.
    await commands.executeCommand('vscode.openWith', target, 'vscode.markdown.preview.editor');
    return;
  }
  const position = at === undefined ? undefined : new Position(at.line, at.character);
  await window.showTextDocument(target, position === undefined ? {} : { selection: new Range(position, position) });
}
