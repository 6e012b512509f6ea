/** Watching: which files the editor is asked to watch, and what its news of them mean to the roots. */
import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import type { Checking } from './checking.ts';
import { enqueue } from './loading.ts';
import { placeOf } from './roots.ts';
import type { Root, Session } from './session.ts';

/** Documents, and the files that say which of them count. */
const READ = ['**/*.{md,markdown,mdown,mkd,mdx,yaml,yml,erb}', '**/.gitignore'];

/** Asks the editor to tell of files that change; links may lead to any file, so all that come and go are of interest. */
export async function watch(session: Session): Promise<void> {
  if (!session.abilities.watching) return;
  await session.connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      ...READ.map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** Folders that no document stands in, but in which files come and go all the time. */
const NOISE = /(?:^|\/)(?:\.git|node_modules)\//;

/** Files came, went or changed on disk. */
export function filesChanged(session: Session, checking: Checking, { changes }: DidChangeWatchedFilesParams): void {
  const byRoot = new Map<Root, Set<string>>();
  for (const { uri, type } of changes) {
    const place = placeOf(session, uri);
    if (place === null || NOISE.test(place.path)) continue;
    const { root, path } = place;
    const paths = byRoot.get(root) ?? new Set<string>();
    byRoot.set(root, paths.add(path));
    if (type !== FileChangeType.Deleted) continue;
    // Where a folder goes, some editors tell of the folder alone.
    for (const other of root.folder.workspace.paths()) if (other.startsWith(`${path}/`)) paths.add(other);
  }
  for (const [root, paths] of byRoot) enqueue(session, checking, root, () => root.folder.filesChanged([...paths]));
}
