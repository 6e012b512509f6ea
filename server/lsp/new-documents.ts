/** New documents for the editor: which kinds there are, in which folder they go, what stands in them, and what an empty one may become. */
import { type CodeAction, CodeActionKind, type Connection, type WorkspaceEdit } from 'vscode-languageserver';
import { languageAt } from '../features/language-at.ts';
import { foldersFor, newDocument, titleFrom } from '../features/new-document.ts';
import { formFor, kindsFor } from '../features/offer-templates.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { lexiconFor } from '../reading/lexicon.ts';
import { configurationTemplate } from '../writing/configuration-template.ts';
import { documentTemplate } from '../writing/template.ts';
import { workspaceEditOf } from './convert.ts';
import type { Guard } from './navigation-table.ts';
import {
  type FolderChoice,
  foldersRequest,
  type KindChoice,
  kindsRequest,
  type NewDocumentParams,
  type NewFile,
  newDocumentRequest,
  startSystemRequest,
} from './protocol.ts';
import { placeOf, sameFolder, uriOf } from './roots.ts';
import { linesOf, type OpenDocument, type Root, type Session } from './session.ts';

/** Answers the requests of our own client by which documents and systems are begun. */
export function registerNewDocuments(connection: Connection, session: Session, guarded: Guard): void {
  connection.onRequest(
    kindsRequest,
    guarded(kindsRequest, () => kindChoices(session)),
  );
  connection.onRequest(
    foldersRequest,
    guarded(foldersRequest, ({ kind }: { readonly kind: string }) => folderChoices(session, kind)),
  );
  connection.onRequest(
    newDocumentRequest,
    guarded(newDocumentRequest, (params: NewDocumentParams) => made(session, params)),
  );
  connection.onRequest(
    startSystemRequest,
    guarded(startSystemRequest, ({ folder }: { readonly folder: string }) => started(session, folder)),
  );
}

function kindChoices({ roots }: Session): readonly KindChoice[] {
  const configuration = roots[0]?.folder.workspace.configuration;
  if (configuration === undefined) return [];
  const kinds = lexiconFor(configuration).documentKinds.map(({ name, title, help }) => ({ name, title, help }));
  return [...kinds].sort((a, b) => (a.title < b.title ? -1 : 1));
}

function folderChoices(session: Session, kind: string): readonly FolderChoice[] {
  return session.roots.flatMap((root) =>
    root.uri === null
      ? []
      : foldersFor(kind, root.folder.workspace).map((folder) => ({
          uri: folder === '' ? (root.uri ?? '') : uriOf(session, root, folder),
          label: [session.roots.length > 1 ? titleOf(root) : '', folder].filter((part) => part !== '').join('/') || '.',
        })),
  );
}

const titleOf = (root: Root): string => decodeURIComponent((root.uri ?? '').replace(/\/+$/, '').replace(/^.*\//, ''));

function made(session: Session, { kind, title, folder }: NewDocumentParams): NewFile | null {
  const place = folderAt(session, folder);
  if (place === null) return null;
  const { workspace } = place.root.folder;
  const file = newDocument(kind, title, place.path, workspace, lexiconFor(workspace.configuration));
  return file === null ? null : { uri: uriOf(session, place.root, file.path), text: file.text, exists: false };
}

async function started(session: Session, folder: string): Promise<NewFile | null> {
  const place = folderAt(session, folder);
  if (place === null) return null;
  const { root } = place;
  const path = place.path === '' ? CONFIGURATION_FILE : `${place.path}/${CONFIGURATION_FILE}`;
  const { configuration } = root.folder.workspace;
  const { text } = await root.folder.files.read(path, configuration.limits.bytes);
  return {
    uri: uriOf(session, root, path),
    text: text ?? configurationTemplate(configuration.edition),
    exists: text !== null,
  };
}

/** The root and path of a folder; '' is the root itself. */
function folderAt(session: Session, uri: string): { readonly root: Root; readonly path: string } | null {
  const root = session.roots.find((each) => each.uri !== null && sameFolder(each.uri, uri));
  return root === undefined ? placeOf(session, uri.replace(/\/+$/, '')) : { root, path: '' };
}

/** What an offer to fill an empty document is found again by. */
export interface MakeData {
  readonly uri: string;
  readonly version: number;
  readonly make: string;
}

/** The kind of action that fills an empty document. */
export const MAKE_ACTION = CodeActionKind.RefactorRewrite;

/** "Make this an audit plan" for every kind that an empty document may become, the one that its name speaks of first. */
export function makeActions(session: Session, document: OpenDocument): readonly CodeAction[] {
  const { root, path, text, uri, version } = document;
  if (text.trim() !== '') return [];
  const lexicon = lexiconFor(root.folder.workspace.configuration);
  return kindsFor(path, formatOf(path), lexicon).map(({ name, title }): CodeAction => {
    const words = /^\p{Lu}{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
    const data: MakeData = { uri, version, make: name };
    const action: CodeAction = {
      title: `Make this ${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`,
      kind: MAKE_ACTION,
      data,
    };
    return session.abilities.lazyEdits
      ? action
      : { ...action, edit: makeEdit(session, document, name) ?? { changes: {} } };
  });
}

/** The edit that fills an empty document; null where it is no longer empty. */
export function makeEdit(session: Session, document: OpenDocument, kind: string): WorkspaceEdit | null {
  const { root, path, text, uri, version } = document;
  if (text.trim() !== '') return null;
  const values: Readonly<Record<string, string>> = uri.startsWith('untitled:') ? {} : { title: titleFrom(path) };
  const lexicon = lexiconFor(root.folder.workspace.configuration);
  const written = documentTemplate(
    kind,
    values,
    lexicon,
    formFor(formatOf(path), languageAt(path, root.folder.workspace)),
  );
  if (written === '') return null;
  const lines = linesOf(document);
  return workspaceEditOf(
    [{ type: 'edit', path, edits: [{ span: { start: 0, end: text.length }, text: written }] }],
    () => ({ uri, lines, version }),
    { versions: session.abilities.versionedEdits, create: false },
  );
}

const formatOf = (path: string): 'markdown' | 'yaml' => (/\.ya?ml$/i.test(path) ? 'yaml' : 'markdown');
