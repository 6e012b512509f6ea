/** Documents in the editor: opened, typed in, closed, and given to the root that they belong to. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import type { Checking } from './checking.ts';
import { changedText } from './convert.ts';
import { enqueue, load, lookAt, take } from './loading.ts';
import { publish, respell, retract } from './publishing.ts';
import { homeOf } from './roots.ts';
import { linesOf, type OpenDocument, type Session } from './session.ts';
import { uriBelow } from './uris.ts';

/** A document came into an editor. */
export function opened(session: Session, checking: Checking, { textDocument }: DidOpenTextDocumentParams): void {
  const { uri, languageId, version, text } = textDocument;
  const known = session.documents.get(uri);
  if (known !== undefined) leave(session, checking, known);
  const document: OpenDocument = { uri, languageId, version, text, ...homeOf(session, uri, languageId) };
  session.documents.set(uri, document);
  enter(session, checking, document);
}

/** Somebody typed; the document's own findings are sent before this returns. */
export function changed(
  session: Session,
  checking: Checking,
  { textDocument, contentChanges }: DidChangeTextDocumentParams,
): void {
  const document = session.documents.get(textDocument.uri);
  if (document === undefined) return;
  document.text = changedText(document.text, linesOf(document), contentChanges);
  document.version = textDocument.version;
  take(session, checking, document);
}

/** A document left its editor: what the disk says holds again. */
export function closed(session: Session, checking: Checking, { textDocument }: DidCloseTextDocumentParams): void {
  const document = session.documents.get(textDocument.uri);
  if (document === undefined) return;
  leave(session, checking, document);
}

/** Gives every open document to the root that it belongs to now; for folders that came or went. */
export function rehome(session: Session, checking: Checking): void {
  for (const document of [...session.documents.values()]) {
    const { root, path } = homeOf(session, document.uri, document.languageId);
    const alone = root.uri === null && document.root.uri === null && !document.root.closed;
    if (alone || (root === document.root && path === document.path)) continue;
    leave(session, checking, document);
    const moved: OpenDocument = { ...document, root, path };
    session.documents.set(moved.uri, moved);
    enter(session, checking, moved);
  }
}

function enter(session: Session, checking: Checking, document: OpenDocument): void {
  if (document.root.uri === null) {
    const { root, path, text } = document;
    for (const unit of root.folder.textChanged(path, text)) root.dirty.add(unit);
    load(session, checking, root);
    return;
  }
  const { root, path } = document;
  respell(session, root, path, uriBelow(document.root.uri, path));
  take(session, checking, document);
  // The folder's list lacks it: it is ignored, or so new that it is not on disk yet. The disk tells which.
  if (root.ready && path !== CONFIGURATION_FILE && root.folder.workspace.facts(path) === null)
    lookAt(session, checking, root, [path]);
}

function leave(session: Session, checking: Checking, document: OpenDocument): void {
  const { root, path, uri } = document;
  if (root.uri === null) {
    // Nothing else stands in such a root: it goes with its document.
    retract(session, root);
    root.closed = true;
    session.documents.delete(uri);
    checking.later(root, []);
    return;
  }
  session.documents.delete(uri);
  if (root.closed) return;
  respell(session, root, path, uri);
  // Without the editor, positions and scope may differ; the version goes either way.
  publish(session, root, [path]);
  enqueue(session, checking, root, () => root.folder.textClosed(path));
}
