/** Which root a document belongs to: the innermost folder that holds it, or a small workspace of its own. */
import type { Files } from '../host/files.ts';
import { openFolder } from '../host/folder.ts';
import { CONFIGURATION_FILE } from '../reading/configuration.ts';
import { isDocumentPath } from '../syntax/parse.ts';
import type { Root, Session } from './session.ts';
import { canonical, fileName, pathBelow, uriBelow } from './uris.ts';

const NO_FILES: Files = {
  root: '',
  list: async () => ({ paths: [], notes: [] }),
  read: async () => ({ text: null, problem: null }),
  print: () => '',
};

/** Opens a root without reading anything; in: the folder's URI, or null for a document on its own. */
export function createRoot(session: Session, uri: string | null): Root {
  const { connection, host } = session;
  const files = (uri === null ? null : host.files(uri)) ?? NO_FILES;
  const folder = openFolder(files, {
    today: () => host.today(),
    pause: () => host.pause(),
    log: (message) => connection.console.warn(message),
    ...(host.readers === undefined ? {} : { readers: host.readers }),
  });
  return {
    uri,
    folder,
    settings: session.settings,
    ready: uri === null,
    dirty: new Set(),
    checking: false,
    published: new Map(),
    loading: null,
    news: new Set(),
    queue: Promise.resolve(),
    closed: false,
  };
}

/** The folder that a URI belongs to and its path there, the innermost one where folders lie in each other; null for none. */
export function placeOf(session: Session, uri: string): { readonly root: Root; readonly path: string } | null {
  let best: { root: Root; path: string } | null = null;
  for (const root of session.roots) {
    if (root.uri === null) continue;
    const path = pathBelow(root.uri, uri);
    if (path !== null && path !== '' && (best === null || path.length < best.path.length)) best = { root, path };
  }
  return best;
}

/** Where an open document is read: in its folder, or alone where no folder holds it or its name says nothing to a folder. */
export function homeOf(
  session: Session,
  uri: string,
  languageId: string,
): { readonly root: Root; readonly path: string } {
  const place = placeOf(session, uri);
  if (place !== null && (isDocumentPath(place.path) || place.path === CONFIGURATION_FILE)) return place;
  const name = fileName(uri) || 'document';
  const path = isDocumentPath(name) ? name : `${name}${languageId === 'yaml' ? '.yaml' : '.md'}`;
  return { root: createRoot(session, null), path };
}

/** The URI of a path in a root, spelt as the editor spells it where the document is open. */
export function uriOf(session: Session, root: Root, path: string): string {
  for (const document of session.documents.values())
    if (document.root === root && document.path === path) return document.uri;
  return root.uri === null ? path : uriBelow(root.uri, path);
}

/** Tells whether the path is this root's to speak of: of nested folders only the innermost one speaks. */
export function speaksFor(session: Session, root: Root, path: string): boolean {
  if (root.uri === null || session.roots.length < 2) return true;
  return placeOf(session, uriBelow(root.uri, path))?.root === root;
}

/** Tells whether two URIs name one folder. */
export function sameFolder(a: string, b: string): boolean {
  return canonical(a) === canonical(b);
}
