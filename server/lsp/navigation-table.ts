/** The table of all requests about finding one's way: which message is answered by which function, and what the editor is told of it. */
import type { CancellationToken, Connection, ServerCapabilities, TypeHierarchyItem } from 'vscode-languageserver';
import { answerAdopt, answerUnderstood } from './adopting.ts';
import { answerClausePage } from './clause-pages.ts';
import { answerFoldings, answerHints, answerLenses, answerLinks, answerTokens, tokenLegend } from './decorations.ts';
import { answerChangeEdition } from './edition-changes.ts';
import { answerFileRenames } from './file-renames.ts';
import { answerHierarchy, answerWorkspaceSymbols, prepareHierarchy } from './hierarchies.ts';
import {
  answerDefinition,
  answerHighlights,
  answerImplementation,
  answerReferences,
  answerRename,
  prepareRename,
} from './navigation.ts';
import {
  type AdoptParams,
  adoptRequest,
  type ChangeEditionParams,
  changeEditionRequest,
  clausePageRequest,
  type PageParams,
  pageRequest,
  type TreeParams,
  treeRequest,
  understoodRequest,
} from './protocol.ts';
import type { Session } from './session.ts';
import { answerPage, answerTree } from './views.ts';

/** Wraps a handler so that its failing is logged and answered with nothing. */
export type Guard = <P, R>(
  name: string,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R | null>;

/** What the server says it can do here. */
export const navigationCapabilities: ServerCapabilities = {
  definitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  semanticTokensProvider: { legend: tokenLegend, full: true },
  foldingRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
  typeHierarchyProvider: true,
};

/** Files whose renaming is of interest: documents, folders, and whatever documents link to. */
export const renamedFiles = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };

/** Registers the handlers. */
export function registerNavigation(connection: Connection, session: Session, guarded: Guard): void {
  connection.onDefinition(guarded('definition', (params) => answerDefinition(session, params)));
  connection.onImplementation(guarded('implementation', (params) => answerImplementation(session, params)));
  connection.onReferences(guarded('references', (params, token) => answerReferences(session, params, token)));
  connection.onDocumentHighlight(guarded('documentHighlight', (params) => answerHighlights(session, params)));
  connection.onPrepareRename(guarded('prepareRename', (params) => prepareRename(session, params)));
  connection.onRenameRequest(guarded('rename', (params, token) => answerRename(session, params, token)));
  connection.onWorkspaceSymbol(
    guarded('workspaceSymbol', (params, token) => answerWorkspaceSymbols(session, params, token)),
  );
  connection.onCodeLens(guarded('codeLens', (params) => answerLenses(session, params)));
  connection.languages.inlayHint.on(guarded('inlayHint', (params) => answerHints(session, params)));
  const tokens = guarded('semanticTokens', (params: Parameters<typeof answerTokens>[1]) =>
    answerTokens(session, params),
  );
  connection.languages.semanticTokens.on(async (params, token) => (await tokens(params, token)) ?? { data: [] });
  connection.onFoldingRanges(guarded('foldingRange', (params) => answerFoldings(session, params)));
  connection.onDocumentLinks(guarded('documentLink', (params) => answerLinks(session, params)));
  connection.languages.typeHierarchy.onPrepare(guarded('typeHierarchy', (params) => prepareHierarchy(session, params)));
  const above = (params: { readonly item: TypeHierarchyItem }) => answerHierarchy(session, params.item, 'above');
  const below = (params: { readonly item: TypeHierarchyItem }) => answerHierarchy(session, params.item, 'below');
  connection.languages.typeHierarchy.onSupertypes(guarded('supertypes', above));
  connection.languages.typeHierarchy.onSubtypes(guarded('subtypes', below));
  connection.workspace.onWillRenameFiles(
    guarded('willRenameFiles', (params, token) => answerFileRenames(session, params, token)),
  );
  connection.onRequest(
    changeEditionRequest,
    guarded('changeEdition', (params: ChangeEditionParams, token) => answerChangeEdition(session, params, token)),
  );
  connection.onRequest(
    understoodRequest,
    guarded('understood', () => answerUnderstood(session)),
  );
  connection.onRequest(
    adoptRequest,
    guarded('adopt', (params: AdoptParams) => answerAdopt(session, params)),
  );
  connection.onRequest(
    treeRequest,
    guarded('tree', (params: TreeParams, token) => answerTree(session, params, token)),
  );
  connection.onRequest(
    pageRequest,
    guarded('page', (params: PageParams, token) => answerPage(session, params, token)),
  );
  connection.onRequest(
    clausePageRequest,
    guarded('clausePage', (params: { readonly uri: string }) => answerClausePage(session, params)),
  );
}
